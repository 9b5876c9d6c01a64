#include "admin/suggest/Examples.h"

#include "gateway/journal/SqliteReader.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/JsonReader.h"

namespace zs::admin {

namespace {

bool isTaken(const domain::Case& c)
{
    return c.lead && c.phase >= domain::Phase::Accepted && c.phase <= domain::Phase::Archived;
}

suggest::Example exampleOf(const domain::Case& c, const domain::City& city)
{
    suggest::Example e;
    e.message.title = c.title;
    e.message.text = c.detail;
    if (const domain::Matter* matter = city.matter(c.matter))
        e.message.category = matter->code;
    if (const domain::Grid* grid = city.grid(c.grid)) {
        const domain::Town* town = city.town(grid->town);
        const domain::Community* community = city.community(grid->community);
        e.message.areas = {town ? town->code : std::string(), community ? community->code : std::string(), grid->code};
    }
    if (const domain::Agency* lead = city.agency(c.lead))
        e.label = lead->code;
    e.at = c.routedAt != TimePoint{} ? c.routedAt : c.receivedAt;
    return e;
}

/// Gathers what routed cases teach.
class Gatherer final : public gateway::StateVisitor {
public:
    Gatherer(const domain::City& city, Categories categories) : m_city(city), m_categories(categories) {}

    void begin(Seq) override {}
    Result<void> oneCase(std::string_view json) override
    {
        auto parsed = m_parser.parse(json);
        if (!parsed)
            return Unexpected(parsed.error());
        auto state = protocol::readJson<domain::Case>(*parsed, protocol::UnknownMembers::Ignore);
        if (!state)
            return Unexpected(state.error());
        if (!isTaken(*state))
            return {};
        suggest::Example e = exampleOf(*state, m_city);
        if (e.label.empty())
            return {};
        if (m_categories == Categories::Both && !e.message.category.empty()) {
            suggest::Example bare = e;
            bare.message.category.clear();
            examples.push_back(std::move(bare));
        }
        examples.push_back(std::move(e));
        return {};
    }
    Result<void> oneDuty(domain::SubjectKind, std::string_view) override { return {}; }

    std::vector<suggest::Example> examples;

private:
    const domain::City& m_city;
    Categories m_categories;
    gateway::JsonParser m_parser;
};

} // namespace

Result<std::vector<suggest::Example>> examplesOf(const std::filesystem::path& data, const domain::City& city, Categories categories)
{
    auto reader = gateway::SqliteReader::open(data / "journal.sqlite");
    if (!reader)
        return Unexpected(reader.error());
    Gatherer gatherer(city, categories);
    if (auto read = (*reader)->eachState(gatherer); !read)
        return Unexpected(read.error());
    return std::move(gatherer.examples);
}

} // namespace zs::admin
