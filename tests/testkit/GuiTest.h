// For test programs with windows; their target links Qt6::Widgets itself.
#pragma once

#include "tests/testkit/TestCase.h"

#include <QApplication>

/// main() of a test program with windows: ZS_GUI_TEST_MAIN(PanelTest)
#define ZS_GUI_TEST_MAIN(...)                                                                                        \
    int main(int argc, char** argv)                                                                                  \
    {                                                                                                                \
        QApplication app(argc, argv);                                                                                \
        QApplication::setApplicationName(QStringLiteral("zhongshu-test"));                                           \
        return zs::testkit::runAll<__VA_ARGS__>(argc, argv);                                                         \
    }
