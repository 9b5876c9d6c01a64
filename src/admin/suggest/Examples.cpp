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

} // namespace

Result<std::vector<suggest::Example>> examplesOf(const std::filesystem::path& data, const domain::City& city, Categories categories)
{
    auto reader = gateway::SqliteReader::open(data / "journal.sqlite");
    if (!reader)
        return Unexpected(reader.error());
    std::vector<suggest::Example> out;
    gateway::JsonParser parser;
    const auto read = (*reader)->eachCase([](Seq) {}, [&](std::string_view json) -> Result<void> {
        auto parsed = parser.parse(json);
        if (!parsed)
            return Unexpected(parsed.error());
        auto state = protocol::readJson<domain::Case>(*parsed, protocol::UnknownMembers::Ignore);
        if (!state)
            return Unexpected(state.error());
        if (!isTaken(*state))
            return {};
        suggest::Example e = exampleOf(*state, city);
        if (e.label.empty())
            return {};
        if (categories == Categories::Both && !e.message.category.empty()) {
            suggest::Example bare = e;
            bare.message.category.clear();
            out.push_back(std::move(bare));
        }
        out.push_back(std::move(e));
        return {};
    });
    if (!read)
        return Unexpected(read.error());
    return out;
}

} // namespace zs::admin
