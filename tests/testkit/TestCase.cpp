#include "tests/testkit/TestCase.h"

#include <QRegularExpression>

namespace zs::testkit {

void TestCase::init()
{
    // Said by Qt's offscreen platform whenever a top-level window is shown; nothing of ours.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")));
}

} // namespace zs::testkit
