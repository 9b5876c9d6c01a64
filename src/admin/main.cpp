// zhongshu-admin: wiring only.
#include "admin/cli/Command.h"

#include <iostream>

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const zs::SystemClock clock;
    return zs::admin::run(zs::admin::commands(), arguments, {clock, std::cout}, std::cerr);
}
