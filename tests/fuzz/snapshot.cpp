// GET /v1/snapshot as the console takes it apart: plain or packed, each case and duty cut out by itself.
#include "base/storage/Compress.h"
#include "protocol/JsonWriter.h"
#include "protocol/Messages.h"
#include "session/sync/Snapshot.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;

std::vector<std::string> fuzzSeeds()
{
    std::string text = R"({"v":1,"seq":9,"now":1772440860000,"city":"demo-7","cases":[)";
    for (std::uint64_t id = 1; id <= 3; ++id) {
        domain::Case c;
        c.id = CaseId(id);
        c.version = 1;
        c.title = "\\\"}]{[噪声";
        if (id > 1)
            text += ',';
        protocol::JsonWriter(text).value(c);
    }
    const std::string old = text + "]}";
    text += R"(],"duties":[{"kind":"zero_report","state":)";
    protocol::appendDutyState(text, domain::blankDuty({domain::SubjectKind::ZeroReport, 268435457}));
    text += "}]}";
    return {text, old, *storage::zstdCompress(text, 1), R"({"seq":1,"now":2,"city":"x","cases":[]})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::atomic<bool> stop{false};
    const auto read = session::readSnapshot({reinterpret_cast<const char*>(data), size}, stop);
    if (read && read->cases.size() > size)
        std::abort(); // unless packed a case takes many bytes; packed, the text is limited
    return 0;
}
