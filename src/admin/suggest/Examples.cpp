#include "admin/suggest/Examples.h"

#include "domain/catalogue/PastRouting.h"
#include "gateway/journal/SqliteReader.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/JsonReader.h"

#include <fstream>

namespace zs::admin {

namespace {

bool isTaken(const domain::Case& c)
{
    return c.lead && c.phase >= domain::Phase::Accepted && c.phase <= domain::Phase::Archived;
}

domain::PastRouting pastOf(const domain::Case& c, const domain::City& city)
{
    domain::PastRouting past;
    past.at = c.routedAt != TimePoint{} ? c.routedAt : c.receivedAt;
    past.channel = c.channel;
    past.title = c.title;
    past.detail = c.detail;
    if (const domain::Matter* matter = city.matter(c.matter))
        past.matter = matter->code;
    if (const domain::Grid* grid = city.grid(c.grid)) {
        const domain::Town* town = city.town(grid->town);
        const domain::Community* community = city.community(grid->community);
        past.town = town ? town->code : std::string();
        past.community = community ? community->code : std::string();
        past.grid = grid->code;
    }
    if (const domain::Agency* lead = city.agency(c.lead))
        past.agency = lead->code;
    return past;
}

void addExamples(const domain::PastRouting& past, Learn learn, Categories categories, std::vector<suggest::Example>& out)
{
    suggest::Example e;
    e.at = past.at;
    e.message = {past.matter, past.title, past.detail, {past.town, past.community, past.grid},
                 std::string(enumNames(past.channel)[static_cast<std::size_t>(past.channel)])};
    e.label = learn == Learn::Matter ? past.matter : past.agency;
    if (e.label.empty())
        return;
    if (learn == Learn::Matter || (categories == Categories::Both && !past.matter.empty())) {
        suggest::Example bare = e;
        bare.message.category.clear();
        out.push_back(std::move(bare));
    }
    if (learn == Learn::Agency)
        out.push_back(std::move(e));
}

/// Gathers what routed cases teach.
class Gatherer final : public gateway::StateVisitor {
public:
    Gatherer(const domain::City& city, Learn learn, Categories categories) : m_city(city), m_learn(learn), m_categories(categories) {}

    void begin(Seq) override {}
    Result<void> oneCase(std::string_view json) override
    {
        auto parsed = m_parser.parse(json);
        if (!parsed)
            return Unexpected(parsed.error());
        auto state = protocol::readJson<domain::Case>(*parsed, protocol::UnknownMembers::Ignore);
        if (!state)
            return Unexpected(state.error());
        if (isTaken(*state))
            addExamples(pastOf(*state, m_city), m_learn, m_categories, examples);
        return {};
    }
    Result<void> oneDuty(domain::SubjectKind, std::string_view) override { return {}; }

    std::vector<suggest::Example> examples;

private:
    const domain::City& m_city;
    Learn m_learn;
    Categories m_categories;
    gateway::JsonParser m_parser;
};

} // namespace

Result<std::vector<suggest::Example>> examplesOf(const std::filesystem::path& data, const domain::City& city, Learn learn, Categories categories)
{
    auto reader = gateway::SqliteReader::open(data / "journal.sqlite");
    if (!reader)
        return Unexpected(reader.error());
    Gatherer gatherer(city, learn, categories);
    if (auto read = (*reader)->eachState(gatherer); !read)
        return Unexpected(read.error());
    return std::move(gatherer.examples);
}

Result<std::vector<suggest::Example>> examplesOfHistory(const std::filesystem::path& file, Learn learn, Categories categories)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail("suggest.history", "Can't read " + file.string() + ".");
    std::vector<suggest::Example> out;
    gateway::JsonParser parser;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty())
            continue;
        const auto wrong = [&](const Error& error) {
            return fail("suggest.history", "Line " + std::to_string(number) + " of " + file.string() + ": " + error.sentence);
        };
        const auto parsed = parser.parse(line);
        if (!parsed)
            return wrong(parsed.error());
        // A member that isn't known is refused: a column with a person in it must not come in unseen.
        const auto past = protocol::readJson<domain::PastRouting>(*parsed, protocol::UnknownMembers::Refuse);
        if (!past)
            return wrong(past.error());
        addExamples(*past, learn, categories, out);
    }
    return out;
}

} // namespace zs::admin
