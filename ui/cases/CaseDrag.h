// What is carried when a case is dragged: inside this program only, checked when it comes back.
#pragma once

#include "base/StrongId.h"

#include <QString>

#include <memory>
#include <optional>

class QMimeData;

namespace zs::cases {

/// MIME type of a dragged case; the payload is the case id in decimal ASCII.
inline constexpr char caseMime[] = "application/x-zhongshu-case";

/// `text` (number and title, no person's data) is what a text field of another program gets.
std::unique_ptr<QMimeData> encodeCase(CaseId id, const QString& text = {});
/// The case, or nothing if the data isn't exactly one id that this program could have written.
std::optional<CaseId> decodeCase(const QMimeData& data);

} // namespace zs::cases
