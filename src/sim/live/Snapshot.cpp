#include "sim/live/Snapshot.h"

#include "base/storage/Compress.h"
#include "protocol/DutyMessagesRead.h"
#include "protocol/JsonReader.h"
#include "protocol/Limits.h"
#include "protocol/QtJsonValue.h"

#include <QJsonDocument>

#include <algorithm>

namespace zs::sim {

Result<Snapshot> readSnapshot(const QByteArray& packed) {
    const auto bytes = storage::zstdDecompress({packed.constData(), static_cast<std::size_t>(packed.size())},
                                               protocol::maxSnapshot);
    if (!bytes)
        return Unexpected(bytes.error());
    const QJsonObject json =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes->data(), qsizetype(bytes->size()))).object();
    if (json[QLatin1String("v")].toInt() != protocol::version || !json[QLatin1String("cases")].isArray())
        return fail("snapshot.form", "The gateway's snapshot can't be understood.");
    Snapshot out{
        json[QLatin1String("seq")].toInteger(), json[QLatin1String("city")].toString().toStdString(), {}, {}};
    const QJsonArray cases = json[QLatin1String("cases")].toArray();
    out.cases.reserve(static_cast<std::size_t>(cases.size()));
    for (const QJsonValue& value : cases) {
        auto state =
            protocol::readJson<domain::Case>(protocol::QtJsonValue(value), protocol::UnknownMembers::Ignore);
        if (!state)
            return Unexpected(state.error());
        out.cases.push_back(std::move(*state));
    }
    for (const QJsonValue& value : json[QLatin1String("duties")].toArray()) {
        const QString name = value[QLatin1String("kind")].toString();
        const auto names = enumNames(domain::SubjectKind{});
        const auto kind = std::ranges::find(names, std::string_view(name.toStdString()));
        if (kind == names.end())
            continue; // of a newer gateway: nothing that is played here
        auto state = protocol::readDutyState(static_cast<domain::SubjectKind>(kind - names.begin()),
                                             protocol::QtJsonValue(value[QLatin1String("state")]));
        if (!state)
            return Unexpected(state.error());
        out.duties.push_back(std::move(*state));
    }
    return out;
}

} // namespace zs::sim
