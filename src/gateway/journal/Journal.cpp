#include "gateway/journal/Journal.h"

#include "protocol/JsonWriter.h"

namespace zs::gateway {

void appendStored(std::string& out, const StoredEvent& event)
{
    out.reserve(out.size() + event.data.size() + event.by.size() + 120);
    protocol::JsonWriter w(out);
    w.beginObject();
    w("seq", event.seq);
    w("case", event.caseId);
    w("version", event.version);
    w("at", event.at);
    w("by", event.by);
    w("kind", event.kind);
    w.key("data");
    out.append(event.data);
    w.endObject();
}

} // namespace zs::gateway
