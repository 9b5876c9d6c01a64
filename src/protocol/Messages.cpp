#include "protocol/Messages.h"

namespace zs::protocol {

void appendEventData(std::string& out, const domain::CaseEvent& event)
{
    std::visit([&](const auto& e) { JsonWriter(out).value(e); }, event);
}

void appendEvent(std::string& out, const domain::RecordedEvent& event)
{
    JsonWriter w(out);
    w.beginObject();
    w("seq", event.seq);
    w("case", event.caseId);
    w("version", event.version);
    w("at", event.at);
    w("by", event.by);
    w("kind", domain::nameOf(event.event));
    w.key("data");
    appendEventData(out, event.event);
    w.endObject();
}

std::string encodeCommand(const CommandEnvelope& envelope)
{
    std::string out;
    JsonWriter w(out);
    w.beginObject();
    w("v", version);
    w("id", envelope.id.toString());
    if (envelope.caseId)
        w("case", envelope.caseId);
    if (envelope.base)
        w("base", *envelope.base);
    w("command", domain::nameOf(envelope.command));
    w.key("data");
    std::visit([&](const auto& c) { JsonWriter(out).value(c); }, envelope.command);
    w.endObject();
    return out;
}

std::string encodeReply(const CommandReply& reply)
{
    std::string out;
    JsonWriter w(out);
    w.beginObject();
    w("v", version);
    CommandReply::fields(w, reply);
    w.endObject();
    return out;
}

std::string encodeHello(StreamMessage::Type type, const Hello& hello)
{
    std::string out;
    JsonWriter w(out);
    w.beginObject();
    w("v", version);
    w("type", type == StreamMessage::Type::Hello ? "hello" : type == StreamMessage::Type::Gap ? "gap" : "head");
    Hello::fields(w, hello);
    w.endObject();
    return out;
}

std::string encodeEvents(const std::vector<std::string_view>& events)
{
    std::string out = R"({"v":1,"type":"events","events":[)";
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i > 0)
            out.push_back(',');
        out.append(events[i]);
    }
    out.append("]}");
    return out;
}

} // namespace zs::protocol
