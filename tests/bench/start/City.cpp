#include "tests/bench/start/City.h"

#include "gateway/journal/SqliteJournal.h"
#include "protocol/Limits.h"
#include "protocol/PositionFrame.h"
#include "protocol/citypack/CityPack.h"

#include <random>

namespace zs::bench {

using namespace domain;

namespace {

class Grids final : public Surroundings {
public:
    int openCasesOf(PersonId) const override { return 0; }
    GridId gridAt(GeoPoint) const override { return {}; }
    const Case* find(CaseId) const override { return nullptr; }
};

Result<void> append(gateway::JournalWriter& writer, Case& state, const CaseCommand& command, const Context& context)
{
    const auto event = decide(state, command, context);
    if (!event)
        return fail("bench.decide", event.error().sentence.en);
    const RecordedEvent recorded{0, state.id, state.version + 1, context.now, context.actor.name, *event};
    evolve(state, recorded);
    gateway::StoredEvent stored;
    return writer.append({recorded, &state, nullptr}, stored);
}

} // namespace

Result<std::shared_ptr<const City>> everyoneOnDuty(const std::filesystem::path& from, const std::filesystem::path& to)
{
    const auto original = protocol::readCityPack(from);
    if (!original)
        return original;
    auto city = std::make_shared<City>(**original);
    for (Person& person : city->people)
        person.shift = {0, 24 * 60};
    if (auto written = protocol::writeCityPack(to, *city); !written)
        return Unexpected(written.error());
    std::error_code error;
    std::filesystem::copy_file(from / protocol::kBasemapFile, to / protocol::kBasemapFile, error);
    if (error)
        return fail("bench.basemap", error.message());
    return std::shared_ptr<const City>(std::move(city));
}

Result<void> fillJournal(const std::filesystem::path& data, const City& city, int cases)
{
    std::filesystem::create_directories(data);
    auto journal = gateway::SqliteJournal::open(data, city.id);
    if (!journal)
        return Unexpected(journal.error());
    gateway::JournalWriter& writer = (*journal)->writer();
    const Actor actor{"bench", Role::Dispatcher};
    const Grids grids;
    std::mt19937_64 random(5);
    const TimePoint now = SystemClock().now();
    for (int i = 0; i < cases; ++i) {
        if (i % 1000 == 0)
            if (auto begun = writer.begin(); !begun)
                return begun;
        const Grid& grid = city.grids[random() % city.grids.size()];
        const Matter& matter = city.matters[random() % city.matters.size()];
        const Context context{now - std::chrono::seconds(random() % (8 * 3600)), actor, city, grids};
        Case state;
        state.id = writer.nextCaseId();
        Receive receive{matter.kind, Channel::GridApp, matter.name.zh, "巡查发现，已拍照", grid.label, grid.id, matter.priority, "", ""};
        for (const CaseCommand& command : {CaseCommand(receive), CaseCommand(Classify{matter.id, matter.priority})})
            if (auto done = append(writer, state, command, context); !done)
                return done;
        if (i % 1000 == 999 || i + 1 == cases)
            if (auto committed = writer.commit(); !committed)
                return committed;
    }
    return {};
}

std::vector<std::string> positionsOfAll(const City& city, TimePoint now)
{
    std::vector<std::string> frames;
    protocol::PositionFrame frame{now, {}};
    const auto flush = [&] {
        frames.push_back(protocol::encodePositions(frame));
        frame.positions.clear();
    };
    std::mt19937_64 random(6);
    std::uniform_real_distribution<double> jitter(-0.002, 0.002);
    for (const Person& person : city.people) {
        const Grid* home = city.grid(person.homeGrid);
        const GeoPoint at = home ? home->label : city.bounds.centre();
        frame.positions.push_back(protocol::Position::at(person.id, {at.lon + jitter(random), at.lat + jitter(random)}));
        if (frame.positions.size() == protocol::maxPositionsPerFrame)
            flush();
    }
    if (!frame.positions.empty())
        flush();
    return frames;
}

} // namespace zs::bench
