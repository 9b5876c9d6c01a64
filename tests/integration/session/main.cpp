#include "DeskProgram.h"
#include "TestDesks.h"
#include "TestRules.h"

#include <cstring>

int main(int argc, char** argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--desk") == 0)
        return zs::testkit::runDesk(argc, argv);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("zhongshu-test"));
    return zs::testkit::runAll<TestDesks, TestRules>(argc, argv);
}
