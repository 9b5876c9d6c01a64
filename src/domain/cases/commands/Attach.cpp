#include "domain/cases/commands/Attach.h"

#include "domain/cases/commands/Rules.h"

#include <algorithm>

namespace zs::domain {

namespace {

constexpr std::uint64_t maxAttachment = 2'000'000'000;

bool isHexDigest(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// type/subtype of printable ASCII without spaces.
bool isMediaType(std::string_view text)
{
    const auto slash = text.find('/');
    return text.size() <= 80 && slash != std::string_view::npos && slash > 0 && slash + 1 < text.size()
           && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

tl::expected<Attached, Rejection> decide(const Case& state, const Attach& command, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (auto bad = checkText(command.fileName, 1, 120, "文件名", "The file's name"))
        return Refused(*bad);
    if (!isMediaType(command.mediaType))
        return refuse("attach.media_type", "文件类型写法不对，应如 image/jpeg。",
                      "The media type isn't well formed; it looks like image/jpeg.");
    if (command.size == 0 || command.size > maxAttachment)
        return refuse("attach.size", "文件大小须在 1 字节到 2 GB 之间。", "The file must have between 1 byte and 2 GB.");
    if (!isHexDigest(command.sha256))
        return refuse("attach.sha256", "文件的 SHA-256 须是 64 位小写十六进制数。",
                      "The file's SHA-256 must be 64 hexadecimal digits in lower case.");
    if (std::ranges::find(state.attachments, command.sha256, &Attachment::sha256) != state.attachments.end())
        return refuse("attach.twice", "这个文件已经在事件里。", "The case holds this very file already.");
    if (state.attachments.size() >= maxFacts)
        return Refused(tooMany("附件", "attachments"));
    return Attached{command.fileName, command.mediaType, command.size, command.sha256};
}

void evolve(Case& state, const Attached& event, TimePoint at, const std::string& by)
{
    state.attachments.push_back({event.fileName, event.mediaType, event.size, event.sha256, at, by});
}

} // namespace zs::domain
