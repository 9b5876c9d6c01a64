// The messages of /v1, as structs. docs/api/openapi.yaml shows them to outsiders.
#pragma once

#include "base/Uuid.h"
#include "domain/cases/Commands.h"
#include "protocol/DutyMessages.h"
#include "protocol/JsonReader.h"
#include "protocol/JsonWriter.h"
#include "protocol/Limits.h"

#include <optional>
#include <string>
#include <vector>

namespace zs::protocol {

/// POST /v1/commands
/// {"v":1,"id":"uuid","case":412,"base":7,"command":"dispatch","data":{"person":9}}
/// `id` is the idempotency key: the same id with the same body gets the first answer again, with another body 409.
/// `case` is 0 or absent for "receive"; `base` is the version the sender saw.
struct CommandEnvelope {
    Uuid id;
    CaseId caseId;
    std::optional<std::uint32_t> base;
    domain::CaseCommand command;

    bool operator==(const CommandEnvelope&) const = default;
};

/// What went wrong, as it crosses the wire.
struct WireError {
    std::string code;
    std::string zh;
    std::string en;
    AgencyId instead; ///< where the way out is one agency, that

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("code", self.code);
        v("zh", self.zh, domain::Rule{.max = 400});
        v("en", self.en, domain::Rule{.max = 400});
        v("instead", self.instead, domain::optionalField);
    }
    bool operator==(const WireError&) const = default;
};

/// The answer to a command. 200: `error` absent, the event is on disk. Otherwise `error` says why, nothing was changed, and
/// `version` is the case's present one (0: no such case).
struct CommandReply {
    std::string id;
    CaseId caseId;
    std::uint32_t version = 0;
    Seq seq = 0;
    std::optional<WireError> error;
    std::optional<domain::Subject> subject{}; ///< of a command on a duty; then `caseId` is none

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("id", self.id);
        v("case", self.caseId);
        v("version", self.version);
        v("seq", self.seq);
        v("error", self.error, domain::optionalField);
        v("subject", self.subject, domain::optionalField);
    }
    bool operator==(const CommandReply&) const = default;
};

/// First message on the stream, and the reply of /healthz. Two longer replies beside it:
///   GET /v1/snapshot    zstd of {"v":1,"seq":9,"now":…,"city":"demo-7","cases":[{Case}, …],"duties":[{"kind":…,"state":{…}}, …]}: all
///                       events up to seq folded in
///   GET /v1/cases/{id}  {"v":1,"case":{Case},"events":[…]}, events as on the stream, oldest first
struct Hello {
    Seq head = 0;      ///< last seq in the journal
    TimePoint now{};   ///< the gateway's clock
    std::string city;  ///< id of its city pack
    std::string chain; ///< hash of the event at head, hex

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("head", self.head);
        v("now", self.now);
        v("city", self.city);
        v("chain", self.chain, domain::Rule{.max = 64, .presence = domain::Presence::Optional});
    }
    bool operator==(const Hello&) const = default;
};

/// Text messages of /v1/stream?since=SEQ, by "type":
///   hello  {"v":1,"type":"hello","head":9,"now":…,"city":"demo-7","chain":"…"}     first
///   events {"v":1,"type":"events","events":[…]}                                     seq ascending, without gaps
///   head   {"v":1,"type":"head","head":9,"now":…,"city":"…"}                        at least every headInterval
///   gap    {"v":1,"type":"gap","head":9,"now":…,"city":"…"}   `since` can't be served: fetch /v1/snapshot, then come again
/// Binary messages are position frames (PositionFrame.h).
struct StreamMessage {
    enum class Type { Hello, Events, Head, Gap };
    Type type = Type::Head;
    Hello hello;                                ///< of Hello, Head and Gap
    std::vector<domain::RecordedEvent> events;      ///< of Events: those of cases
    std::vector<domain::RecordedDutyEvent> duties;  ///< of Events: all others; both together are without gaps
};

/// {"seq":9,"case":412,"version":8,"at":…,"by":"duty-01","kind":"dispatched","data":{…}}
void appendEvent(std::string& out, const domain::RecordedEvent& event);
/// The "data" object alone: what the journal stores and chains.
void appendEventData(std::string& out, const domain::CaseEvent& event);
std::string encodeCommand(const CommandEnvelope& envelope);
std::string encodeReply(const CommandReply& reply);
std::string encodeHello(StreamMessage::Type type, const Hello& hello);
/// Wraps already encoded events (each as appendEvent made it).
std::string encodeEvents(const std::vector<std::string_view>& events);

/// A command on a case, or with a "subject" on a duty.
using AnyEnvelope = std::variant<CommandEnvelope, DutyEnvelope>;

template <class Value>
Result<CommandEnvelope> readCommand(const Value& json);
template <class Value>
Result<AnyEnvelope> readAnyCommand(const Value& json);
template <class Value>
Result<domain::RecordedEvent> readEvent(const Value& json);
template <class Value>
Result<CommandReply> readReply(const Value& json);
template <class Value>
Result<StreamMessage> readStreamMessage(const Value& json);

} // namespace zs::protocol

#include "protocol/DutyMessagesRead.h"
#include "protocol/MessagesRead.h"
