// POST /v1/commands as the gateway reads it: simdjson, strict members. What is accepted survives being written and read again.
#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;
using namespace zs::domain;
using namespace zs::protocol;

std::vector<std::string> fuzzSeeds()
{
    const auto key = [](std::uint8_t n) { return Uuid(std::array<std::uint8_t, 16>{n}); };
    return {encodeCommand({key(1), {}, {}, Receive{CaseKind::Dispute, Channel::WalkIn, "噪声", "夜间施工", {113.5, 22.9}, GridId(4), Priority::Normal, "王小明", "13812345678"}}),
            encodeCommand({key(2), CaseId(4), 7u, Classify{MatterId(1), Priority::High}}),
            encodeCommand({key(3), CaseId(4), 7u, Route{AgencyId(2), {AgencyId(3)}, "理由"}}),
            encodeCommand({key(4), CaseId(4), 7u, Whistle{{AgencyId(3)}, {30, LimitUnit::Minutes}, "联"}}),
            encodeCommand({key(5), CaseId(4), {}, Attach{"a.jpg", "image/jpeg", 9, std::string(64, 'a')}}),
            encodeCommand(DutyEnvelope{key(6), {SubjectKind::ZeroReport, 268435457}, {}, ReportDay{GridId(4), 2, "飞线", {}}}),
            R"({"v":1,"id":"01000000-0000-4000-8000-000000000000","case":4.0,"base":7e0,"command":"note","data":{"text":"\u4e2d\ud83d\ude00"}})",
            R"({"v":1,"v":1,"id":"x","command":[[[[[[[[]]]]]]]]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static gateway::JsonParser parser;
    const auto json = parser.parse({reinterpret_cast<const char*>(data), size});
    if (!json)
        return 0;
    const auto command = readAnyCommand(*json);
    if (!command)
        return 0;
    const std::string again = std::visit([](const auto& c) { return encodeCommand(c); }, *command);
    const auto parsed = parser.parse(again);
    const auto twice = parsed ? readAnyCommand(*parsed) : Result<AnyEnvelope>(Unexpected(parsed.error()));
    if (!twice || !(*twice == *command))
        std::abort();
    return 0;
}
