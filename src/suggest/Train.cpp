#include "suggest/Train.h"

#include "suggest/InputHash.h"
#include "suggest/TrainText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <tuple>

namespace zs::suggest {

namespace {

constexpr std::size_t kFewest = 50, kFolds = 3, kMaxPrecedentBytes = 2'300'000;
constexpr std::array<double, 2> kPenalties{0.03, 0.1};
constexpr std::array<double, 4> kTrusts{0.5, 2, 8, 32};
constexpr std::array<double, 3> kShares{0, 0.5, 1};
constexpr std::array<double, 3> kHalfLives{0, 730, 365};
constexpr double kLeast = 1e-6; // what a loss takes for none

/// An example with what every step needs of it.
struct Prepared {
    const Example* example = nullptr;
    std::uint32_t label = 0;
    double age = 0;    ///< days before the end of the window
    PrecedentKey key;
    std::string group; ///< examples that say the same, never parted by a fold
    std::vector<Term> terms;
};

std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t h = 1469598103934665603ULL;
    for (const char c : text)
        h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return h ^ (h >> 29);
}

double weightOf(const Prepared& p, double halfLife)
{
    return halfLife > 0 ? std::exp2(-p.age / halfLife) : 1;
}

/// The finest area; 0 without any.
std::uint64_t placeOf(const Prepared& p)
{
    const std::vector<std::string>& areas = p.example->message.areas;
    const auto finest = std::find_if(areas.rbegin(), areas.rend(), [](const std::string& area) { return !area.empty(); });
    return finest == areas.rend() ? 0 : hashOf(*finest);
}

std::vector<Document> documentsOf(std::span<const Prepared* const> examples, double halfLife)
{
    struct Group {
        const Prepared* first = nullptr;
        std::size_t cases = 0;
        std::map<std::uint32_t, double> labels;
    };
    std::map<std::string_view, Group> groups;
    for (const Prepared* p : examples) {
        Group& group = groups[p->group];
        group.first = p;
        ++group.cases;
        group.labels[p->label] += weightOf(*p, halfLife);
    }
    std::vector<Document> out;
    out.reserve(groups.size());
    for (const auto& [key, group] : groups)
        out.push_back({group.first->terms, placeOf(*group.first), group.cases, {group.labels.begin(), group.labels.end()}});
    return out;
}

using Pointers = std::vector<const Prepared*>;

using Answers = std::vector<std::pair<std::vector<double>, std::uint32_t>>; ///< with the label that was right

/// The temperature at which the answers' log likelihood is best, by golden section on its logarithm.
double bestTemperature(const Answers& answers)
{
    const auto lossAt = [&](double logT) {
        double loss = 0;
        for (auto [p, label] : answers) {
            temper(p, std::exp(logT));
            loss -= std::log(std::max(p[label], kLeast));
        }
        return loss;
    };
    constexpr double golden = 0.6180339887498949;
    double low = std::log(0.3), high = std::log(8.0);
    double a = high - golden * (high - low), b = low + golden * (high - low), fa = lossAt(a), fb = lossAt(b);
    for (int i = 0; i < 30; ++i) {
        if (fa < fb) {
            high = b;
            b = a;
            fb = fa;
            a = high - golden * (high - low);
            fa = lossAt(a);
        } else {
            low = a;
            a = b;
            fa = fb;
            b = low + golden * (high - low);
            fb = lossAt(b);
        }
    }
    // Two digits are all that a held-out share can tell.
    return std::round(std::exp((low + high) / 2) * 100) / 100;
}

class Training {
public:
    Training(std::vector<Prepared> examples, std::size_t labels, const std::vector<std::vector<Term>>& background)
        : m_examples(std::move(examples)), m_labels(labels), m_background(background)
    {
        for (const Prepared& p : m_examples)
            m_all.push_back(&p);
    }

    /// Chooses how strongly to hold the weights down, how far to trust precedents, how fast they age and how sure to be: with no
    /// look at anything but the window. What has a category is judged by the newest share of the window, as it will be asked;
    /// what has none by folds.
    void tune(double heldOut, const std::vector<std::string>& labels, Manifest& manifest)
    {
        const auto cut = static_cast<std::size_t>(static_cast<double>(m_all.size()) * (1 - heldOut));
        const Pointers in(m_all.begin(), m_all.begin() + static_cast<std::ptrdiff_t>(cut)), out(m_all.begin() + static_cast<std::ptrdiff_t>(cut), m_all.end());
        const auto bare = static_cast<double>(std::ranges::count_if(m_all, [](const Prepared* p) { return p->key.category.empty(); }));
        const double shareBare = bare / static_cast<double>(m_all.size());
        double best = -1;
        std::unique_ptr<const Model> bestModel;
        for (const double penalty : kPenalties) {
            Tuning tuning;
            const double bareLoss = bare > 0 ? tuneUnseen(penalty, tuning) : 0;
            auto [mixedLoss, model] = tuneMixture(penalty, in, out, labels, tuning);
            const double loss = shareBare * bareLoss + (1 - shareBare) * mixedLoss;
            if (best < 0 || loss < best) {
                best = loss;
                m_penalty = penalty;
                m_tuning = tuning;
                bestModel = std::move(model);
            }
        }
        if (bare == 0) { // then the choice didn't need it
            tuneUnseen(m_penalty, m_tuning);
            bestModel = std::make_unique<const Model>(labels, bestModel->text(), bestModel->precedents(), m_tuning);
        }
        std::vector<Example> examples;
        for (const Prepared* p : out)
            examples.push_back(*p->example);
        const Scores scores = evaluate(*bestModel, examples);
        manifest.heldOut = scores.reliability;
        manifest.topThree = scores.top3;
        manifest.tuning = m_tuning;
        manifest.penalty = m_penalty;
    }

    Model finish(std::vector<std::string> labels) const
    {
        return {std::move(labels), fit(m_all, m_penalty, m_tuning.halfLife), count(m_all, m_tuning.halfLife), m_tuning};
    }

private:
    /// How sure the linear model may be of what has no precedent: on folds that keep every category whole. Returns the mean loss
    /// of the examples without a category.
    double tuneUnseen(double penalty, Tuning& tuning) const
    {
        Answers answers;
        std::vector<bool> isBare;
        for (std::size_t fold = 0; fold < kFolds; ++fold) {
            Pointers in, out;
            for (const Prepared* p : m_all)
                (hashOf(p->key.category.empty() ? p->group : p->key.category) % kFolds == fold ? out : in).push_back(p);
            if (in.empty() || out.empty())
                continue;
            const TextModel text = fit(in, penalty, 0);
            std::vector<Hit> hits;
            for (const Prepared* p : out) {
                text.hits(p->terms, hits);
                answers.emplace_back(text.probabilities(hits), p->label);
                isBare.push_back(p->key.category.empty());
            }
        }
        tuning.textTemperature = bestTemperature(answers);
        double loss = 0, cases = 0;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (!isBare[i])
                continue;
            temper(answers[i].first, tuning.textTemperature);
            loss -= std::log(std::max(answers[i].first[answers[i].second], kLeast));
            cases += 1;
        }
        return cases > 0 ? loss / cases : 0;
    }

    /// Half-life, trust in precedents and the final confidence, on the newest share of the window; with the mean loss there.
    std::pair<double, std::unique_ptr<const Model>> tuneMixture(double penalty, const Pointers& in, const Pointers& out,
                                                               const std::vector<std::string>& labels, Tuning& tuning) const
    {
        const Tuning start = tuning;
        std::pair<double, std::unique_ptr<const Model>> best{-1, nullptr};
        for (const double halfLife : kHalfLives) {
            const TextModel text = fit(in, penalty, halfLife);
            const Precedents precedents = count(in, halfLife);
            for (const double share : kShares) {
                for (const double trust : kTrusts) {
                    Tuning tried = start;
                    tried.linearShare = share;
                    tried.trust = trust;
                    tried.halfLife = halfLife;
                    const double loss = tuneTemperature(Model(labels, text, precedents, tried), out, tried);
                    if (best.first < 0 || loss < best.first) {
                        tuning = tried;
                        best = {loss, std::make_unique<const Model>(labels, text, precedents, tried)};
                    }
                    if (share == 1)
                        break; // then trust doesn't matter
                }
            }
        }
        return best;
    }

    /// Measures how sure the model may be, sets it in `tuning` and returns the mean loss. Only where precedents are there to mix.
    static double tuneTemperature(const Model& model, const Pointers& heldOut, Tuning& tuning)
    {
        Answers answers;
        double loss = 0;
        for (const Prepared* p : heldOut) {
            std::vector<double> answer = model.probabilities(p->example->message);
            if (!model.precedents().levelsOf(p->key, p->example->message.areas).empty())
                answers.emplace_back(std::move(answer), p->label);
            else
                loss -= std::log(std::max(answer[p->label], kLeast));
        }
        if (!answers.empty())
            tuning.temperature = bestTemperature(answers);
        for (auto& [answer, label] : answers) {
            temper(answer, tuning.temperature);
            loss -= std::log(std::max(answer[label], kLeast));
        }
        return loss / static_cast<double>(std::max<std::size_t>(1, heldOut.size()));
    }

    TextModel fit(const Pointers& examples, double penalty, double halfLife) const
    {
        return trainText(documentsOf(examples, halfLife), m_labels, {.penalty = penalty}, m_background);
    }

    static Precedents count(const Pointers& examples, double halfLife)
    {
        // A title that stands in fewer places is free text: perhaps one person's, and no precedent for others.
        std::map<std::pair<std::string_view, std::string_view>, std::set<std::uint64_t>> places;
        const auto placesOf = [&](const Prepared* p) -> std::set<std::uint64_t>& { return places[{p->key.category, p->key.title}]; };
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (auto& at = placesOf(examples[i]); at.size() < kFewestPlaces) {
                const std::uint64_t place = placeOf(*examples[i]);
                at.insert(place != 0 ? place : i);
            }
        }
        Precedents out;
        for (const Prepared* p : examples) {
            const bool isFixed = placesOf(p).size() >= kFewestPlaces;
            out.add({p->key.category, isFixed ? p->key.title : std::string()}, p->example->message.areas, p->label, weightOf(*p, halfLife));
        }
        out.shrink(kMaxPrecedentBytes);
        return out;
    }

    std::vector<Prepared> m_examples;
    std::size_t m_labels;
    const std::vector<std::vector<Term>>& m_background;
    Pointers m_all;
    double m_penalty = kPenalties.back();
    Tuning m_tuning;
};

} // namespace

Result<Trained> train(std::vector<Example> examples, const TrainOptions& options)
{
    // An order of their own, so that it doesn't matter in which they came.
    std::ranges::stable_sort(examples, {}, [](const Example& e) {
        return std::tie(e.at, e.label, e.message.category, e.message.title, e.message.text, e.message.channel, e.message.areas);
    });
    Manifest manifest;
    if (!examples.empty()) {
        manifest.to = examples.back().at;
        const TimePoint first = manifest.to - options.window;
        manifest.leftOut = std::erase_if(examples, [&](const Example& e) { return e.at < first || e.label.empty(); });
    }
    std::map<std::string, std::uint32_t> labels;
    std::map<std::string, std::size_t> counts;
    for (const Example& e : examples)
        ++counts[e.label];
    for (const auto& [label, n] : counts)
        labels.emplace(label, static_cast<std::uint32_t>(labels.size()));
    if (examples.size() < kFewest || labels.size() < 2)
        return fail("suggest.few", "There are only " + std::to_string(examples.size()) + " routings to " + std::to_string(labels.size())
                                       + " agencies in the window; a model needs at least 50, to two agencies.");
    manifest.from = examples.front().at;
    manifest.examples = examples.size();
    manifest.perLabel.assign(counts.begin(), counts.end());
    manifest.inputHash = inputHash(examples);

    std::vector<Prepared> prepared;
    prepared.reserve(examples.size());
    for (const Example& e : examples) {
        const double age = std::chrono::duration<double, std::ratio<86400>>(manifest.to - e.at).count();
        Prepared p{&e, labels.at(e.label), age, precedentKey(e.message), {}, {}};
        const Fields fields = fieldsOf(e.message);
        p.group = fields.category + '\x1f' + fields.any + '\x1f' + fields.channel;
        for (const std::string& area : fields.areas)
            p.group += '\x1f' + area;
        termsOf(fields, p.terms);
        prepared.push_back(std::move(p));
    }
    std::vector<std::vector<Term>> background(options.background.size());
    for (std::size_t i = 0; i < background.size(); ++i)
        termsOf(fieldsOf(options.background[i]), background[i]);

    std::vector<std::string> names;
    for (const auto& [label, index] : labels)
        names.push_back(label);
    Training training(std::move(prepared), labels.size(), background);
    training.tune(options.heldOut, names, manifest);
    return Trained{training.finish(std::move(names)), std::move(manifest)};
}

Scores evaluate(const Model& model, const std::vector<Example>& examples)
{
    Scores out;
    for (const Example& e : examples) {
        const std::vector<Suggestion> offered = model.suggest(e.message);
        const auto right = std::ranges::find(offered, e.label, &Suggestion::label);
        ++out.cases;
        out.top1 += right != offered.end() && right == offered.begin();
        out.top3 += right != offered.end();
        if (!offered.empty())
            out.reliability.add(offered.front().confidence, right == offered.begin());
    }
    if (out.cases > 0) {
        out.top1 /= static_cast<double>(out.cases);
        out.top3 /= static_cast<double>(out.cases);
    }
    return out;
}

} // namespace zs::suggest
