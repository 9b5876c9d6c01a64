#include "protocol/DutyMessages.h"

#include "protocol/Limits.h"

namespace zs::protocol {

void appendEventData(std::string& out, const domain::DutyEvent& event)
{
    std::visit([&](const auto& e) { JsonWriter(out).value(e); }, event);
}

void appendDutyState(std::string& out, const domain::DutyState& state)
{
    std::visit([&](const auto& s) { JsonWriter(out).value(s); }, state);
}

void appendEvent(std::string& out, const domain::RecordedDutyEvent& event)
{
    JsonWriter w(out);
    w.beginObject();
    w("seq", event.seq);
    w("subject", event.subject);
    w("version", event.version);
    w("at", event.at);
    w("by", event.by);
    w("kind", domain::nameOf(event.event));
    w.key("data");
    appendEventData(out, event.event);
    w.endObject();
}

std::string encodeCommand(const DutyEnvelope& envelope)
{
    std::string out;
    JsonWriter w(out);
    w.beginObject();
    w("v", version);
    w("id", envelope.id.toString());
    w("subject", envelope.subject);
    if (envelope.base)
        w("base", *envelope.base);
    w("command", domain::nameOf(envelope.command));
    w.key("data");
    std::visit([&](const auto& c) { JsonWriter(out).value(c); }, envelope.command);
    w.endObject();
    return out;
}

} // namespace zs::protocol
