// Why a label was suggested, in words of the message and in counts of precedents.
#pragma once

#include "domain/LocalText.h"
#include "suggest/Precedents.h"
#include "suggest/TextModel.h"

#include <span>
#include <string>
#include <vector>

namespace zs::suggest {

/// What may speak for a label beside the words.
enum class Ground { Channel, Place };

/// Those that added at least a fifth of all that spoke for `label`.
std::vector<Ground> groundsOf(const TextModel& model, std::span<const Hit> hits, std::size_t label);

/// The stretches of the message that spoke most for `label`: what each term adds is laid on its characters, and characters
/// side by side that speak for it are one stretch ("拖欠" + "欠工" + "工资" → "拖欠工资"). At most three, most telling first.
std::vector<std::string> tellingWords(const TextModel& model, const Fields& fields, std::span<const Hit> hits, std::size_t label);

/// A sentence on the finest count that there is for the label, and on the count of the whole city.
domain::LocalText precedentWords(std::span<const Precedents::Level> levels, std::size_t label);

} // namespace zs::suggest
