#include "gateway/journal/Journal.h"

#include "protocol/JsonWriter.h"

namespace zs::gateway {

void appendStored(std::string& out, const StoredEvent& event)
{
    out.reserve(out.size() + event.data.size() + event.by.size() + 120);
    protocol::JsonWriter w(out);
    w.beginObject();
    w("seq", event.seq);
    if (event.subject.kind == domain::SubjectKind::Case || event.subject.kind > domain::SubjectKind::Reference)
        w("case", event.subject.number);
    else
        w("subject", event.subject);
    w("version", event.version);
    w("at", event.at);
    w("by", event.by);
    w("kind", event.kind);
    w.key("data");
    out.append(event.data);
    w.endObject();
}

} // namespace zs::gateway
