#include "tests/bench/route/Peers.h"

#include <fasttext/fasttext.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace zs::bench {

namespace {

std::vector<std::string> byCount(const std::map<std::string, int>& counts)
{
    std::vector<std::pair<std::string, int>> list(counts.begin(), counts.end());
    std::ranges::stable_sort(list, std::greater{}, [](const auto& entry) { return entry.second; });
    std::vector<std::string> out;
    for (const auto& entry : list)
        out.push_back(entry.first);
    return out;
}

bool isHan(const std::string& text, std::size_t i)
{
    const auto c = static_cast<unsigned char>(text[i]);
    return c >= 0xe4 && c <= 0xe9 && i + 3 <= text.size();
}

/// Characters of Chinese and pairs of them; other words in lower case, and pairs of them through wordNgrams.
std::string tokens(const suggest::Message& m)
{
    const std::string text = m.category + " " + m.title + " " + m.text;
    std::string out, word;
    const auto endWord = [&] {
        if (!word.empty())
            out += word + " ";
        word.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        if (isHan(text, i)) {
            endWord();
            out += text.substr(i, 3) + " ";
            if (i + 3 < text.size() && isHan(text, i + 3))
                out += text.substr(i, 6) + " ";
            i += 3;
        } else {
            const auto c = static_cast<unsigned char>(text[i++]);
            if (std::isalnum(c))
                word += static_cast<char>(std::tolower(c));
            else
                endWord();
        }
    }
    endWord();
    const auto whole = [&out](std::string code) { // a channel or an area as one word, apart from those of the text
        std::ranges::replace_if(code, [](unsigned char c) { return std::isspace(c); }, '_');
        if (!code.empty())
            out += "__" + code + " ";
    };
    whole(m.channel);
    for (const std::string& area : m.areas)
        whole(area);
    return out + "\n";
}

std::string underscored(std::string label)
{
    std::ranges::replace(label, ' ', '_');
    return label;
}

} // namespace

Shares sharesOf(const Peer& peer, const std::vector<suggest::Example>& examples)
{
    Shares out;
    for (const suggest::Example& e : examples) {
        const auto answer = peer.answer(e.message);
        const auto at = std::ranges::find(answer, e.label) - answer.begin();
        if (at < static_cast<std::ptrdiff_t>(answer.size())) {
            out.top1 += at == 0;
            out.top3 += at < 3;
        }
    }
    const auto n = static_cast<double>(examples.size());
    return {100 * out.top1 / n, 100 * out.top3 / n};
}

Majority::Majority(const std::vector<suggest::Example>& examples)
{
    std::map<std::string, int> counts;
    for (const suggest::Example& e : examples)
        ++counts[e.label];
    m_order = byCount(counts);
}

Table::Table(const std::vector<suggest::Example>& examples, LookUp by) : m_by(by), m_majority(examples)
{
    std::map<std::string, std::map<std::string, int>> counts;
    for (const suggest::Example& e : examples)
        ++counts[keyOf(e.message)][e.label];
    for (const auto& [key, labels] : counts)
        m_answers[key] = byCount(labels);
}

std::string Table::keyOf(const suggest::Message& m) const
{
    std::string key = m.category;
    if (m_by != LookUp::Category)
        key += '\n' + m.title;
    if (m_by == LookUp::DetailAndChannel || m_by == LookUp::DetailChannelAndNeighbourhood)
        key += '\n' + m.channel;
    if (m_by == LookUp::DetailChannelAndNeighbourhood && !m.areas.empty())
        key += '\n' + m.areas.front();
    return key;
}

std::vector<std::string> Table::answer(const suggest::Message& message) const
{
    const auto it = m_answers.find(keyOf(message));
    return it == m_answers.end() ? m_majority.answer(message) : it->second;
}

FastText::FastText(const std::vector<suggest::Example>& examples, Options options) : m_model(std::make_unique<fasttext::FastText>())
{
    const std::filesystem::path file = std::filesystem::temp_directory_path() / ("bench-route-" + std::to_string(getpid()) + ".txt");
    bool chinese = false;
    {
        std::ofstream out(file);
        for (const suggest::Example& e : examples) {
            out << "__label__" << underscored(e.label) << ' ' << tokens(e.message);
            chinese = chinese || (!e.message.title.empty() && isHan(e.message.title, 0)) || isHan(e.label, 0);
        }
    }
    fasttext::Args args;
    args.input = file.string();
    args.model = fasttext::model_name::sup;
    args.loss = fasttext::loss_name::softmax;
    args.minCount = 1;
    args.minn = args.maxn = 0;
    args.wordNgrams = chinese ? 1 : 2;
    args.bucket = chinese ? 0 : 200'000;
    args.dim = options.dimensions;
    args.epoch = options.epochs;
    args.lr = options.rate;
    args.thread = 1;
    args.verbose = 0;
    m_model->train(args);
    std::filesystem::remove(file);
}

FastText::~FastText() = default;

std::vector<std::string> FastText::answer(const suggest::Message& message) const
{
    std::istringstream line(tokens(message));
    std::vector<std::pair<fasttext::real, std::string>> found;
    m_model->predictLine(line, found, 3, 0);
    std::vector<std::string> out;
    for (const auto& entry : found) {
        std::string label = entry.second.substr(9);
        std::ranges::replace(label, '_', ' ');
        out.push_back(std::move(label));
    }
    return out;
}

} // namespace zs::bench
