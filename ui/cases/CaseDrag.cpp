#include "ui/cases/CaseDrag.h"

#include <QMimeData>

namespace zs::cases {

std::unique_ptr<QMimeData> encodeCase(CaseId id, const QString& text)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(caseMime), QByteArray::number(static_cast<qulonglong>(id.value)));
    if (!text.isEmpty()) data->setText(text);
    return data;
}

std::optional<CaseId> decodeCase(const QMimeData& data)
{
    if (!data.hasFormat(QLatin1String(caseMime))) return std::nullopt;
    const QByteArray bytes = data.data(QLatin1String(caseMime));
    // Another program may put anything under this name: at most 20 digits, no sign, no blank, not zero.
    if (bytes.isEmpty() || bytes.size() > 20) return std::nullopt;
    for (const char c : bytes)
        if (c < '0' || c > '9') return std::nullopt;
    bool ok = false;
    const qulonglong value = bytes.toULongLong(&ok);
    if (!ok || value == 0) return std::nullopt;
    return CaseId(value);
}

} // namespace zs::cases
