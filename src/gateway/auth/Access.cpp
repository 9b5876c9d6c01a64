#include "gateway/auth/Access.h"

namespace zs::gateway {

Found findEndpoint(boost::beast::http::verb method, std::string_view target)
{
    Found found;
    const auto mark = target.find('?');
    const std::string_view path = target.substr(0, mark);
    if (mark != std::string_view::npos)
        found.query = target.substr(mark + 1);
    for (const Access& access : accessTable) {
        const bool takesArgument = access.path.ends_with('/');
        const bool fits = takesArgument ? path.starts_with(access.path) && path.size() > access.path.size()
                                        : path == access.path;
        if (!fits)
            continue;
        found.pathExists = true;
        if (access.method == method) {
            found.access = &access;
            found.argument = takesArgument ? path.substr(access.path.size()) : std::string_view();
            return found;
        }
    }
    return found;
}

} // namespace zs::gateway
