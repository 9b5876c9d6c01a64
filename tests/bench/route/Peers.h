// What suggestions are measured against: always the most frequent agency, a look-up of the category, and fastText as it comes.
#pragma once

#include "suggest/Message.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fasttext {
class FastText;
}

namespace zs::bench {

/// A peer answers with labels, best first.
class Peer {
public:
    virtual ~Peer() = default;
    virtual std::vector<std::string> answer(const suggest::Message& message) const = 0;
};

struct Shares {
    double top1 = 0, top3 = 0;
};
Shares sharesOf(const Peer& peer, const std::vector<suggest::Example>& examples);

class Majority final : public Peer {
public:
    explicit Majority(const std::vector<suggest::Example>& examples);
    std::vector<std::string> answer(const suggest::Message&) const override { return m_order; }

private:
    std::vector<std::string> m_order;
};

enum class LookUp { Category, CategoryAndDetail, DetailAndChannel, DetailChannelAndNeighbourhood };

class Table final : public Peer {
public:
    Table(const std::vector<suggest::Example>& examples, LookUp by);
    std::vector<std::string> answer(const suggest::Message& message) const override;

private:
    std::string keyOf(const suggest::Message& message) const;
    LookUp m_by;
    std::map<std::string, std::vector<std::string>> m_answers;
    Majority m_majority;
};

/// Supervised fastText, one thread: words and pairs of words, or one and two characters of Chinese.
class FastText final : public Peer {
public:
    struct Options {
        int dimensions = 100, epochs = 25;
        double rate = 0.5;
    };
    FastText(const std::vector<suggest::Example>& examples, Options options);
    ~FastText() override;
    std::vector<std::string> answer(const suggest::Message& message) const override;

private:
    std::unique_ptr<fasttext::FastText> m_model;
};

} // namespace zs::bench
