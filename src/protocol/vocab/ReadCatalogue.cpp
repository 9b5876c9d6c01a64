#include "protocol/vocab/Catalogue.h"

#include "protocol/citypack/JsonRead.h"
#include "protocol/citypack/Words.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace zs::protocol {

namespace {

using namespace domain;

constexpr std::size_t kMaxDepartments = 100, kMaxMatters = 5'000, kMaxRules = 50'000, kMaxKeywords = 20, kMaxAssistants = 8,
                      kMaxCode = 48, kMaxName = 60, kMaxKeyword = 40;
constexpr std::int64_t kMaxLimitDays = 400;

template <class Each>
void eachOf(JsonEntry& head, JsonFile& file, const char* key, std::size_t max, Each each)
{
    const simdjson::dom::array list = head.array(key, max);
    if (!file.good())
        return;
    std::size_t number = 0;
    for (const simdjson::dom::element item : list) {
        JsonEntry entry(file, ++number, item);
        each(entry);
        if (!file.good())
            return;
    }
}

std::vector<std::string> textsOf(JsonEntry& entry, const char* key, std::size_t max, std::size_t maxLength)
{
    std::vector<std::string> out;
    const simdjson::dom::array list = entry.array(key, max);
    if (!entry.good())
        return out;
    for (const simdjson::dom::element item : list) {
        std::string_view text;
        if (item.get_string().get(text) != simdjson::SUCCESS || !entry.isText(text, maxLength)) {
            entry.wrong(key, "holds something that isn't a short text");
            return out;
        }
        out.emplace_back(text);
    }
    return out;
}

TimeLimits limitsOf(JsonEntry entry)
{
    TimeLimits limits;
    for (const words::LimitWord& word : words::limits) {
        if (!entry.has(word.key))
            continue;
        JsonEntry span = entry.object(word.key);
        const auto unit = span.word<LimitUnit>("unit", enumNames(LimitUnit{}));
        const bool days = unit == LimitUnit::WorkingDays || unit == LimitUnit::NaturalDays;
        limits.*word.member = {static_cast<std::uint32_t>(span.number("amount", 1, days ? kMaxLimitDays : kMaxLimitDays * 24 * 60)), unit};
    }
    return limits;
}

} // namespace

Result<std::shared_ptr<const Catalogue>> readCatalogue(std::string_view json)
{
    if (json.size() > kMaxCatalogueBytes)
        return fail("catalogue.size", "The file is larger than 8 MB; that isn't a routing catalogue.");
    JsonFile file("catalogue", "catalogue.json", json);
    if (file.error())
        return Unexpected(*file.error());
    auto out = std::make_shared<Catalogue>();
    JsonEntry head(file, 0, file.root());
    if (file.good() && head.view("format") != "zhongshu-routing-catalogue")
        head.wrong("format", "isn't \"zhongshu-routing-catalogue\"");
    out->version = head.text("version", 40);
    out->name = head.local("name", kMaxName);
    eachOf(head, file, "departments", kMaxDepartments, [&](JsonEntry& e) {
        out->departments.push_back({e.text("code", kMaxCode), e.local("name", kMaxName), e.local("short_name", 20)});
    });
    eachOf(head, file, "matters", kMaxMatters, [&](JsonEntry& e) {
        CatalogueMatter m;
        m.code = e.text("code", kMaxCode);
        m.list = e.word<MatterList>("list", enumNames(MatterList{}));
        m.department = e.text("department", kMaxCode);
        m.kind = e.word<CaseKind>("kind", enumNames(CaseKind{}));
        m.name = e.local("name", kMaxName);
        m.priority = e.word<Priority>("priority", enumNames(Priority{}));
        m.keywords = textsOf(e, "keywords", kMaxKeywords, kMaxKeyword);
        out->matters.push_back(std::move(m));
    });
    eachOf(head, file, "rules", kMaxRules, [&](JsonEntry& e) {
        RoutingRule r;
        r.matter = e.text("matter", kMaxCode);
        r.area = e.text("area", kMaxCode, JsonEntry::Empty::Allowed);
        r.level = e.word<RuleLevel>("level", enumNames(RuleLevel{}));
        r.lead = e.text("lead", kMaxCode);
        r.assisting = textsOf(e, "assisting", kMaxAssistants, kMaxCode);
        r.priority = e.word<Priority>("priority", enumNames(Priority{}));
        r.limits = limitsOf(e.object("limits"));
        out->rules.push_back(std::move(r));
    });
    if (file.error())
        return Unexpected(*file.error());
    return std::shared_ptr<const Catalogue>(std::move(out));
}

Result<std::shared_ptr<const Catalogue>> readCatalogueFile(const std::filesystem::path& path)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    if (code)
        return fail("catalogue.file", "The routing catalogue can't be read: " + path.string() + ": " + code.message() + ".");
    if (size > kMaxCatalogueBytes)
        return fail("catalogue.size", path.string() + " is larger than 8 MB; that isn't a routing catalogue.");
    std::ifstream in(path, std::ios::binary);
    std::string bytes(size, '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail("catalogue.file", "The routing catalogue can't be read: " + path.string() + ".");
    return readCatalogue(bytes);
}

std::shared_ptr<const Catalogue> shippedCatalogue()
{
    auto read = readCatalogue(shippedCatalogueText);
    if (!read) { // a test reads the same bytes, so this is a broken build
        std::fprintf(stderr, "The built-in routing catalogue is broken: %s\n", read.error().sentence.c_str());
        std::abort();
    }
    return *std::move(read);
}

} // namespace zs::protocol
