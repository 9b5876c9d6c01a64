// Takes names out of a message before anything is made of it. What may become a term at all is decided in TrainText.h besides:
// a name that no pattern knows stays out because a term must stand in several cases of several places.
#pragma once

#include <string>

namespace zs::suggest {

/// Puts spaces in place of names in `text` (normalised UTF-8), byte for byte, so that every position stays what it was:
/// a surname with 某, with up to two characters before a form of address (王先生, 李小红女士, 陈主任), after words that introduce
/// a person (我叫, 联系人, 投诉人 …), and before a number of seven digits or more. Numbers themselves never become terms.
void maskNames(std::string& text);

} // namespace zs::suggest
