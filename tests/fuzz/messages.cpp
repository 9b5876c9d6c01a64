// Everything that arrives as JSON on the console: stream messages, replies, and commands read back from the outbox.
#include "protocol/Messages.h"
#include "protocol/QtJsonValue.h"
#include "tests/fuzz/Seeds.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace zs;
using namespace zs::protocol;
using namespace zs::domain;

namespace {
std::string events()
{
    std::string first, second;
    appendEvent(first, {1, CaseId(4), 1, fromUnixMillis(5), "a", Received{CaseKind::Dispute, Channel::WalkIn, "t", "d", {113.5, 22.9}, GridId(4), Priority::Urgent, {"王*", "138****5678"}}});
    appendEvent(second, {2, CaseId(4), 2, fromUnixMillis(6), "b", Routed{AgencyId(2), {AgencyId(3)}, "理由"}});
    std::string third;
    appendEvent(third, RecordedDutyEvent{3, {SubjectKind::NightVisit, 2}, 3, fromUnixMillis(6), "b", PlaceRecorded{PlaceCategory::Shop, GridId(4), 1, "无照", {CaseId(4)}}});
    return encodeEvents({first, second, third});
}
} // namespace

std::vector<std::string> fuzzSeeds()
{
    return {events(), encodeHello(StreamMessage::Type::Hello, {9, fromUnixMillis(7), "demo", "ab"}),
            encodeCommand({Uuid(std::array<std::uint8_t, 16>{1}), CaseId(4), 7u, Dispatch{PersonId(9), "好"}}),
            encodeCommand({Uuid(std::array<std::uint8_t, 16>{2}), CaseId(4), 8u, Whistle{{AgencyId(3)}, {30, LimitUnit::Minutes}, "联"}}),
            encodeCommand({Uuid(std::array<std::uint8_t, 16>{3}), CaseId(4), {}, Attach{"a.jpg", "image/jpeg", 9, std::string(64, 'a')}}),
            encodeCommand({Uuid(std::array<std::uint8_t, 16>{4}), CaseId(4), 9u, AskSuspension{fromUnixMillis(1'795'578'000'000), "外出"}}),
            encodeCommand(DutyEnvelope{Uuid(std::array<std::uint8_t, 16>{2}), {SubjectKind::ZeroReport, 268435457}, {}, ReportDay{GridId(4), 2, "飞线", {}}}),
            encodeCommand(DutyEnvelope{Uuid(std::array<std::uint8_t, 16>{3}), referenceSubject(ReferenceKind::Calendar), {}, Publish{{ReferenceKind::Calendar, 2, "ab", 2, "新"}, "{}"}}),
            encodeReply({"x", CaseId(4), 8, 9, WireError{"case.phase", "不能", "can't", AgencyId(2)}})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    const QtJsonValue json{document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array())};
    if (const auto command = readAnyCommand(json)) {
        const std::string again = std::visit([](const auto& c) { return encodeCommand(c); }, *command);
        const auto twice = readAnyCommand(QtJsonValue(QJsonValue(QJsonDocument::fromJson(QByteArray::fromStdString(again)).object())));
        if (!twice || !(*twice == *command))
            std::abort(); // a command that is accepted must survive the outbox
    }
    (void)readStreamMessage(json);
    (void)readReply(json);
    return 0;
}
