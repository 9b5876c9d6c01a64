// Offers matters for a message that nobody has classified yet: by the catalogue's own keywords and names, so an editor of the
// catalogue decides what is found. A score, not a probability: nothing is learned here.
#pragma once

#include "domain/catalogue/Catalogue.h"
#include "suggest/Message.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace zs::suggest {

struct MatterOffer {
    const domain::CatalogueMatter* matter = nullptr; ///< lives as long as the finder
    double score = 0;
    std::vector<std::string> words; ///< keywords and parts of its name that stand in the message, or what spoke for it in a model
    double confidence = 0;          ///< 0…1 if a trained model offers it; 0: found by keywords
};

/// Immutable once built; any thread may use it.
class MatterFinder {
public:
    explicit MatterFinder(std::shared_ptr<const domain::Catalogue> catalogue);

    /// Best first; only matters of which a keyword or at least two characters of the name stand in the message.
    std::vector<MatterOffer> find(const Message& message, std::size_t top = 3) const;

private:
    struct Entry {
        std::string word;
        std::vector<std::uint32_t> matters;
        double weight = 0; ///< longer and rarer words say more
    };
    void add(const std::string& word, std::uint32_t matter, double factor);

    std::shared_ptr<const domain::Catalogue> m_catalogue;
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::uint32_t> m_byWord;
    std::size_t m_longest = 0; ///< bytes
};

} // namespace zs::suggest
