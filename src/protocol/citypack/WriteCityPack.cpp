#include "protocol/citypack/CityPack.h"
#include "protocol/citypack/JsonWrite.h"
#include "protocol/citypack/Words.h"

#include <cmath>
#include <fstream>
#include <system_error>

namespace zs::protocol {

namespace {

using namespace domain;
namespace fs = std::filesystem;

Result<void> writeFile(const fs::path& path, const std::string& bytes) {
    const fs::path part = path.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        if (!out)
            return fail("citypack.write",
                        "Can't write " + part.string() + ": is the folder writable and the disk free?");
    }
    std::error_code error;
    fs::rename(part, path, error);
    if (error)
        return fail("citypack.write", "Can't write " + path.string() + ": " + error.message() + ".");
    return {};
}

template <class Items, class Each>
std::string array(const Items& items, Each each) {
    JsonWrite out;
    out.open('[');
    for (const auto& item : items) {
        out.line().open('{').key("id").number(item.id.value);
        each(out, item);
        out.close('}');
    }
    return out.line().close(']').line().take();
}

template <class Items, class Each>
std::string features(const Items& items, Each each) {
    JsonWrite out;
    out.open('{').key("type").text("FeatureCollection").key("features").open('[');
    for (const auto& item : items) {
        out.line().open('{').key("type").text("Feature").key("properties").open('{');
        out.key("id").number(item.id.value).key("code").text(item.code);
        out.key("name").text(item.name.zh).key("name_en").text(item.name.en);
        each(out, item);
        out.key("label").point(item.label).close('}');
        out.key("geometry").geometry(item.shape).close('}');
    }
    return out.line().close(']').close('}').line().take();
}

std::string cityFile(const City& city) {
    JsonWrite out;
    out.open('{').key("format").text("zhongshu-city-pack").key("version").number(2);
    out.key("id").text(city.id).key("name").local(city.name).key("centre_name").local(city.centreName);
    out.key("remark").local(city.remark).key("utc_offset_minutes").number(city.utcOffset.count());
    out.key("levels").open('[');
    for (const Level level : city.levels)
        out.text(enumNames(level)[static_cast<std::size_t>(level)]);
    out.close(']');
    out.key("duplicates").open('{').key("radius_metres").number(std::llround(city.duplicates.radiusMetres));
    out.key("window_hours").number(city.duplicates.window.count()).close('}');
    out.key("bounds")
        .open('[')
        .degrees(city.bounds.west)
        .degrees(city.bounds.south)
        .degrees(city.bounds.east);
    return out.degrees(city.bounds.north).close(']').close('}').line().take();
}

std::string agenciesFile(const City& city) {
    return array(city.agencies, [](JsonWrite& out, const Agency& a) {
        out.key("code").text(a.code).key("name").local(a.name).key("short_name").local(a.shortName);
        out.key("kind").text(words::wordOf(a.kind, words::agencyKind)).key("takes").open('[');
        for (const CaseKind kind : a.takes)
            out.text(words::wordOf(kind, enumNames(kind)));
        out.close(']').key("mediation").text(words::wordOf(a.mediation, words::mediation));
    });
}

std::string mattersFile(const City& city) {
    return array(city.matters, [&city](JsonWrite& out, const Matter& m) {
        const auto code = [&city](AgencyId id) {
            const Agency* agency = city.agency(id);
            return agency ? std::string_view(agency->code) : std::string_view();
        };
        out.key("code").text(m.code).key("name").local(m.name);
        out.key("kind").text(words::wordOf(m.kind, enumNames(m.kind)));
        out.key("priority").text(words::wordOf(m.priority, enumNames(m.priority)));
        out.key("lead").text(code(m.lead)).key("assisting").open('[');
        for (const AgencyId id : m.assisting)
            out.text(code(id));
        out.close(']').key("limits").open('{');
        for (const words::LimitWord& word : words::limits) {
            const LimitSpan& span = m.limits.*word.member;
            if (span.isNone())
                continue;
            out.key(word.key).open('{').key("amount").number(span.amount);
            out.key("unit").text(words::wordOf(span.unit, enumNames(span.unit))).close('}');
        }
        out.close('}');
    });
}

std::string peopleFile(const City& city) {
    return array(city.people, [&city](JsonWrite& out, const Person& p) {
        const Agency* agency = city.agency(p.agency);
        out.key("name").local(p.name).key("role").text(words::wordOf(p.role, words::role));
        out.key("agency").text(agency ? std::string_view(agency->code) : std::string_view());
        out.key("grid").number(p.homeGrid.value).key("shift").open('[').number(p.shift.startMinute);
        out.number(p.shift.endMinute)
            .close(']')
            .key("capacity")
            .number(p.capacity)
            .key("members")
            .number(p.members);
    });
}

std::string communitiesFile(const City& city) {
    return array(city.communities, [](JsonWrite& out, const Community& c) {
        out.key("code").text(c.code).key("name").local(c.name).key("town").number(c.town.value);
    });
}

} // namespace

Result<void> writeCityPack(const fs::path& dir, const City& city) {
    std::error_code error;
    fs::create_directories(dir, error);
    if (error)
        return fail("citypack.write", "Can't make the folder " + dir.string() + ": " + error.message() + ".");
    const std::pair<const char*, std::string> files[] = {
        {"agencies.json", agenciesFile(city)},
        {"matters.json", mattersFile(city)},
        {"people.json", peopleFile(city)},
        {"towns.geojson", features(city.towns, [](JsonWrite&, const Town&) {})},
        {"communities.json", communitiesFile(city)},
        {"grids.geojson",
         features(city.grids,
                  [](JsonWrite& out, const Grid& g) {
                      out.key("town").number(g.town.value).key("community").number(g.community.value);
                  })},
        {"city.json", cityFile(city)}, // last: its presence says that the pack is whole
    };
    for (const auto& [name, bytes] : files) {
        if (auto written = writeFile(dir / name, bytes); !written)
            return written;
    }
    return {};
}

} // namespace zs::protocol
