// 附件: a file by reference. The journal proves which file it was; its bytes lie elsewhere.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Attach {
    static constexpr std::string_view name = "attach";
    static constexpr Verb verb{"添加附件", "attach a file"};
    static constexpr auto& allowed = roles::everyone;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    std::string fileName;
    std::string mediaType; ///< "image/jpeg"
    std::uint64_t size = 0; ///< bytes, 1 to maxAttachment
    std::string sha256; ///< 64 hexadecimal digits, lower case

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("name", self.fileName, Rule{.max = 120});
        v("media_type", self.mediaType, Rule{.max = 80});
        v("size", self.size);
        v("sha256", self.sha256);
    }
    bool operator==(const Attach&) const = default;
};

struct Attached {
    static constexpr std::string_view name = "attached";
    std::string fileName;
    std::string mediaType; ///< "image/jpeg"
    std::uint64_t size = 0; ///< bytes, 1 to maxAttachment
    std::string sha256; ///< 64 hexadecimal digits, lower case

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("name", self.fileName, Rule{.max = 120});
        v("media_type", self.mediaType, Rule{.max = 80});
        v("size", self.size);
        v("sha256", self.sha256);
    }
    bool operator==(const Attached&) const = default;
};

tl::expected<Attached, Rejection> decide(const Case& state, const Attach& command, const Context& context);
void evolve(Case& state, const Attached& event, TimePoint at, const std::string& by);

} // namespace zs::domain
