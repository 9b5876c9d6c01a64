// The reading half of Messages.h, for any JSON parser with an adapter.
#pragma once

#include "protocol/DutyMessagesRead.h"
#include "protocol/Messages.h"

namespace zs::protocol {

namespace detail {

struct EnvelopeFields {
    int v = 0;
    std::string id;
    CaseId caseId;
    std::optional<std::uint32_t> base;
    std::string command;

    template <class Visitor, class Self>
    static void fields(Visitor& visit, Self& self)
    {
        visit("v", self.v);
        visit("id", self.id, domain::Rule{.max = 36});
        visit("case", self.caseId, domain::optionalField);
        visit("base", self.base, domain::optionalField);
        visit("command", self.command);
    }
};

struct EventFields {
    domain::RecordedEvent* event = nullptr;
    std::string kind;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("seq", self.event->seq);
        v("case", self.event->caseId);
        v("version", self.event->version);
        v("at", self.event->at);
        v("by", self.event->by);
        v("kind", self.kind);
    }
};

} // namespace detail

template <class Value>
Result<CommandEnvelope> readCommand(const Value& json)
{
    if (auto checked = detail::checkVersion(json); !checked)
        return Unexpected(checked.error());
    auto head = readJson<detail::EnvelopeFields>(json, UnknownMembers::Ignore);
    if (!head)
        return Unexpected(head.error());
    const auto data = json.member("data");
    if (!data)
        return fail("json.field", "Field \"data\" is missing.");
    const std::size_t known = 4 + (json.member("case") ? 1u : 0u) + (json.member("base") ? 1u : 0u);
    if (json.memberCount() != known)
        return fail("json.field", "The object has members that aren't known here.");
    auto id = Uuid::parse(head->id);
    if (!id)
        return Unexpected(id.error());
    auto command = readJsonAlternative<domain::CaseCommand>(head->command, *data, UnknownMembers::Refuse);
    if (!command)
        return Unexpected(command.error());
    return CommandEnvelope{*id, head->caseId, head->base, std::move(*command)};
}

template <class Value>
Result<AnyEnvelope> readAnyCommand(const Value& json)
{
    if (json.isObject() && json.member("subject")) {
        auto duty = readDutyCommand(json);
        if (!duty)
            return Unexpected(duty.error());
        return AnyEnvelope(std::move(*duty));
    }
    auto onCase = readCommand(json);
    if (!onCase)
        return Unexpected(onCase.error());
    return AnyEnvelope(std::move(*onCase));
}

template <class Value>
Result<domain::RecordedEvent> readEvent(const Value& json)
{
    domain::RecordedEvent event;
    detail::EventFields fields{&event, {}};
    JsonFieldReader<Value> reader(json, UnknownMembers::Ignore);
    detail::EventFields::fields(reader, fields);
    if (auto done = reader.finish(); !done)
        return Unexpected(done.error());
    const auto data = json.member("data");
    if (!data)
        return fail("json.field", "Field \"data\" is missing.");
    auto body = readJsonAlternative<domain::CaseEvent>(fields.kind, *data, UnknownMembers::Ignore);
    if (!body)
        return Unexpected(body.error());
    event.event = std::move(*body);
    return event;
}

template <class Value>
Result<CommandReply> readReply(const Value& json)
{
    if (auto checked = detail::checkVersion(json); !checked)
        return Unexpected(checked.error());
    return readJson<CommandReply>(json, UnknownMembers::Ignore);
}

template <class Value>
Result<StreamMessage> readStreamMessage(const Value& json)
{
    if (auto checked = detail::checkVersion(json); !checked)
        return Unexpected(checked.error());
    const auto member = json.member("type");
    const auto type = member ? member->text() : std::nullopt;
    StreamMessage message;
    if (type == "events") {
        message.type = StreamMessage::Type::Events;
        std::optional<Error> error;
        const auto list = json.member("events");
        const bool isArray = list && list->eachElement([&](const Value& e) {
            if (message.events.size() + message.duties.size() >= maxEventsPerMessage) {
                error = Error{"stream.many", "The message holds too many events."};
                return false;
            }
            const auto keep = [&error](auto event, auto& kept) {
                if (event)
                    kept.push_back(std::move(*event));
                else
                    error = event.error();
                return !error;
            };
            return e.isObject() && e.member("subject") ? keep(readDutyEvent(e), message.duties)
                                                       : keep(readEvent(e), message.events);
        });
        if (error)
            return Unexpected(*error);
        if (!isArray)
            return fail("json.field", "Field \"events\" must be a list.");
        return message;
    }
    if (type == "hello")
        message.type = StreamMessage::Type::Hello;
    else if (type == "gap")
        message.type = StreamMessage::Type::Gap;
    else if (type == "head")
        message.type = StreamMessage::Type::Head;
    else
        return fail("json.kind", "The stream sent a message of a type that isn't known here.");
    auto hello = readJson<Hello>(json, UnknownMembers::Ignore);
    if (!hello)
        return Unexpected(hello.error());
    message.hello = std::move(*hello);
    return message;
}

} // namespace zs::protocol
