#include "tests/testkit/TestCase.h"

#include <QRegularExpression>

namespace zs::testkit {

void TestCase::init()
{
    // Said by Qt's offscreen platform whenever a window or a menu is shown; nothing of ours.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard))")));
}

} // namespace zs::testkit
