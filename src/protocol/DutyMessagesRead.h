// The reading half of DutyMessages.h, for any JSON parser with an adapter.
#pragma once

#include "protocol/DutyMessages.h"
#include "protocol/Limits.h"

namespace zs::protocol {

namespace detail {

template <class Value>
Result<void> checkVersion(const Value& json)
{
    if (!json.isObject())
        return fail("json.form", "The message must be a JSON object.");
    const auto v = json.member("v");
    if (!v || v->integer() != version)
        return fail("protocol.version", "This program speaks version 1 of the protocol: \"v\" must be 1.");
    return {};
}

struct DutyEnvelopeFields {
    int v = 0;
    std::string id;
    domain::Subject subject;
    std::optional<std::uint32_t> base;
    std::string command;

    template <class Visitor, class Self>
    static void fields(Visitor& visit, Self& self)
    {
        visit("v", self.v);
        visit("id", self.id, domain::Rule{.max = 36});
        visit("subject", self.subject);
        visit("base", self.base, domain::optionalField);
        visit("command", self.command);
    }
};

struct DutyEventFields {
    domain::RecordedDutyEvent* event = nullptr;
    std::string kind;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("seq", self.event->seq);
        v("subject", self.event->subject);
        v("version", self.event->version);
        v("at", self.event->at);
        v("by", self.event->by);
        v("kind", self.kind);
    }
};

template <std::size_t I = 0, class Value>
Result<domain::DutyState> readDutyStateAt(domain::SubjectKind kind, const Value& json)
{
    if constexpr (I == std::variant_size_v<domain::DutyState>) {
        return fail("json.kind", "A subject of that kind isn't known here.");
    } else {
        using State = std::variant_alternative_t<I, domain::DutyState>;
        if (State::kind != kind)
            return readDutyStateAt<I + 1>(kind, json);
        auto read = readJson<State>(json, UnknownMembers::Ignore);
        if (!read)
            return Unexpected(read.error());
        if (read->number == 0 || read->version == 0)
            return fail("duty.state", "A duty has no number or version.");
        return domain::DutyState(std::move(*read));
    }
}

/// Above this a number isn't whole in every JSON.
inline constexpr std::uint64_t maxSubjectNumber = (std::uint64_t{1} << 53) - 1;

inline Result<void> checkSubject(const domain::Subject& subject, domain::SubjectKind wanted)
{
    if (subject.kind != wanted)
        return fail("json.kind", "The subject isn't of the kind that this is about.");
    if (subject.number > maxSubjectNumber)
        return fail("json.field", "The number of a subject must be below 2^53.");
    return {};
}

} // namespace detail

template <class Value>
Result<DutyEnvelope> readDutyCommand(const Value& json)
{
    if (auto checked = detail::checkVersion(json); !checked)
        return Unexpected(checked.error());
    auto head = readJson<detail::DutyEnvelopeFields>(json, UnknownMembers::Ignore);
    if (!head)
        return Unexpected(head.error());
    const auto data = json.member("data");
    if (!data)
        return fail("json.field", "Field \"data\" is missing.");
    if (json.memberCount() != 5 + (json.member("base") ? 1u : 0u))
        return fail("json.field", "The object has members that aren't known here.");
    auto id = Uuid::parse(head->id);
    if (!id)
        return Unexpected(id.error());
    auto command = readJsonAlternative<domain::DutyCommand>(head->command, *data, UnknownMembers::Refuse);
    if (!command)
        return Unexpected(command.error());
    if (auto fits = detail::checkSubject(head->subject, domain::subjectKindOf(*command)); !fits)
        return Unexpected(fits.error());
    return DutyEnvelope{*id, head->subject, head->base, std::move(*command)};
}

template <class Value>
Result<domain::RecordedDutyEvent> readDutyEvent(const Value& json)
{
    domain::RecordedDutyEvent event;
    detail::DutyEventFields fields{&event, {}};
    JsonFieldReader<Value> reader(json, UnknownMembers::Ignore);
    detail::DutyEventFields::fields(reader, fields);
    if (auto done = reader.finish(); !done)
        return Unexpected(done.error());
    const auto data = json.member("data");
    if (!data)
        return fail("json.field", "Field \"data\" is missing.");
    auto body = readJsonAlternative<domain::DutyEvent>(fields.kind, *data, UnknownMembers::Ignore);
    if (!body)
        return Unexpected(body.error());
    if (auto fits = detail::checkSubject(event.subject, domain::subjectKindOf(*body)); !fits)
        return Unexpected(fits.error());
    event.event = std::move(*body);
    return event;
}

template <class Value>
Result<domain::DutyState> readDutyState(domain::SubjectKind kind, const Value& json)
{
    return detail::readDutyStateAt(kind, json);
}

} // namespace zs::protocol
