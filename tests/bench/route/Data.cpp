#include "tests/bench/route/Data.h"

#include "sim/replay/Csv.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <set>
#include <sstream>

namespace zs::bench {

namespace {

constexpr std::size_t kMostBytes = 200u << 20;

/// Calls `each(cell)` for every good row; `cell(name)` is the text of a column.
using Row = std::function<const std::string&(const char*)>;
Result<void> eachRow(const std::filesystem::path& file, const std::function<void(const Row&)>& each)
{
    auto text = sim::readPacked(file, kMostBytes);
    if (!text)
        return Unexpected(text.error());
    sim::CsvReader reader(*text);
    auto head = reader.next();
    if (!head)
        return fail("bench.data", file.string() + " is empty.");
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < head->fields.size(); ++i)
        columns[head->fields[i]] = i;
    while (auto row = reader.next()) {
        if (!row->problem.empty() || row->fields.size() != head->fields.size())
            continue;
        each([&](const char* name) -> const std::string& { return row->fields[columns.at(name)]; });
    }
    return {};
}

double numberOf(const std::string& text)
{
    double value = NAN;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "2018-03-26T18:57:00" or "2020/1/6 12:09:38"; local clock times, only their order and distance count.
TimePoint timeOf(const std::string& text)
{
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0;
    if (std::sscanf(text.c_str(), "%d%*c%d%*c%d%*c%d:%d:%d", &y, &mo, &d, &h, &mi, &s) < 3)
        return {};
    using namespace std::chrono;
    return TimePoint(sys_days(year(y) / mo / d)) + hours(h) + minutes(mi) + seconds(s);
}

std::vector<std::string> cellsOf(const std::string& lat, const std::string& lon)
{
    // One scale for a whole city: with each place's own cosine the cells would lean.
    const double y = numberOf(lat) * 111'195, x = numberOf(lon) * 111'195 * std::cos(std::round(numberOf(lat)) * 0.0174533);
    std::vector<std::string> out;
    if (std::isfinite(x) && std::isfinite(y)) {
        for (const int metres : {1000, 300, 100, 40})
            out.push_back(std::to_string(metres) + ":" + std::to_string(std::lround(std::floor(x / metres))) + ":" + std::to_string(std::lround(std::floor(y / metres))));
    }
    return out;
}

/// Where a request was, in words.
struct Address {
    std::string street, neighbourhood;
};

/// Up to the first comma, without the words that hold a digit: house numbers, numbered units.
std::string streetOf(const std::string& address)
{
    std::istringstream words(address.substr(0, address.find(',')));
    std::string out, word;
    while (words >> word) {
        if (std::ranges::none_of(word, [](unsigned char c) { return std::isdigit(c); }))
            out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

Result<std::map<std::string, Address>> readAddresses(const std::filesystem::path& data, const std::string& city)
{
    std::map<std::string, Address> out;
    const bool boston = city == "boston";
    auto read = eachRow(data / (boston ? "cases/boston311_animal_pest_2013_2023.csv.zst" : "cases/baltimore311_sample_2014_2019.csv.zst"), [&](const Row& cell) {
        if (boston) {
            out[cell("case_enquiry_id")] = {streetOf(cell("location_street_name")), cell("neighborhood")};
        } else {
            const Address address{streetOf(cell("Address")), cell("Neighborhood")};
            out[cell("SRRecordID")] = out[cell("ServiceRequestNum")] = address; // unified_events holds one or the other
        }
    });
    if (!read)
        return Unexpected(read.error());
    return out;
}

} // namespace

Result<std::vector<suggest::Example>> readCity(const std::filesystem::path& data, const std::string& city)
{
    const auto addresses = readAddresses(data, city);
    if (!addresses)
        return Unexpected(addresses.error());
    std::vector<suggest::Example> out;
    auto read = eachRow(data / "cases/unified_events.csv.zst", [&](const Row& cell) {
        if (cell("src") != city || cell("agency").empty())
            return;
        const auto address = addresses->find(cell("id"));
        const Address at = address == addresses->end() ? Address() : address->second;
        std::vector<std::string> areas = cellsOf(cell("lat"), cell("lon"));
        areas.insert(areas.begin(), at.neighbourhood); // a place in the list for each kind of area, known or not
        out.push_back({{cell("category"), cell("detail"), at.street, std::move(areas), cell("channel")}, cell("agency"), timeOf(cell("opened"))});
    });
    if (!read)
        return Unexpected(read.error());
    if (out.empty())
        return fail("bench.data", "unified_events.csv.zst holds no row of " + city + ".");
    std::ranges::stable_sort(out, {}, &suggest::Example::at);
    return out;
}

Result<Letters> readLetters(const std::filesystem::path& data)
{
    Letters out;
    std::set<std::string> titles;
    auto read = eachRow(data / "zh/gov_msg_labelled_495.csv", [&](const Row& cell) {
        out.labelled.push_back({{{}, cell("留言主题"), cell("留言详情"), {}}, cell("一级分类"), timeOf(cell("留言时间"))});
        titles.insert(cell("留言主题"));
    });
    for (const char* name : {"zh/gov_msg_4326.csv.zst", "zh/gov_msg_replied_2816.csv.zst"}) {
        if (read)
            read = eachRow(data / name, [&](const Row& cell) {
                if (!titles.contains(cell("留言主题")))
                    out.background.push_back({{}, cell("留言主题"), cell("留言详情"), {}});
            });
    }
    if (!read)
        return Unexpected(read.error());
    return out;
}

} // namespace zs::bench
