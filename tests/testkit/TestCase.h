// What every test class starts from: an unexpected Qt warning fails the test function it came in.
#pragma once

#include <QObject>
#include <QTest>

namespace zs::testkit {

/// Derive from it, keep Q_OBJECT, write test functions as private slots. A class with an init() of its own calls
/// TestCase::init() first. A warning that a test wants is announced with QTest::ignoreMessage.
class TestCase : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

/// Runs the classes one after the other, each with the same arguments; the sum of the failures.
template <class... Tests>
int runAll(int argc, char** argv)
{
    int failures = 0;
    const auto runOne = [&](QObject&& test) { failures += QTest::qExec(&test, argc, argv); };
    (runOne(Tests{}), ...);
    return failures;
}

} // namespace zs::testkit

/// main() of a test program without a window: ZS_TEST_MAIN(FirstTest, SecondTest). For windows: GuiTest.h.
#define ZS_TEST_MAIN(...)                                                                                            \
    int main(int argc, char** argv)                                                                                  \
    {                                                                                                                \
        QCoreApplication app(argc, argv);                                                                            \
        QCoreApplication::setApplicationName(QStringLiteral("zhongshu-test"));                                       \
        return zs::testkit::runAll<__VA_ARGS__>(argc, argv);                                                         \
    }
