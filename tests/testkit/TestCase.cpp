#include "tests/testkit/TestCase.h"

#include <QRegularExpression>

namespace zs::testkit {

void TestCase::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

} // namespace zs::testkit
