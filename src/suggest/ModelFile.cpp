#include "suggest/ModelFile.h"

#include "base/Utf8.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>

namespace zs::suggest {

namespace {

constexpr std::string_view kMagic = "ZSROUTE2";
constexpr std::size_t kMaxLabels = 2'000, kMaxLabelLength = 64, kMaxTerms = 1'000'000, kMaxNodes = 1'000'000;

static_assert(std::endian::native == std::endian::little, "model files are little-endian, written as memory has it");

class Out {
public:
    template <class T>
    void number(T value)
    {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <class T>
    void numbers(const std::vector<T>& list)
    {
        m_bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    }
    void text(std::string_view value)
    {
        number(static_cast<std::uint8_t>(value.size()));
        m_bytes += value;
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes{kMagic};
};

class In {
public:
    explicit In(std::string_view bytes) : m_rest(bytes) {}

    bool take(std::string_view expected)
    {
        if (!m_rest.starts_with(expected))
            return m_good = false;
        m_rest.remove_prefix(expected.size());
        return true;
    }
    template <class T>
    T number()
    {
        T value{};
        if (m_rest.size() < sizeof value) {
            m_good = false;
            m_rest = {};
            return value;
        }
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return value;
    }
    template <class T>
    std::vector<T> numbers(std::size_t count)
    {
        if (!m_good || m_rest.size() / sizeof(T) < count) {
            m_good = false;
            return {};
        }
        std::vector<T> out(count);
        if (count > 0)
            std::memcpy(out.data(), m_rest.data(), count * sizeof(T));
        m_rest.remove_prefix(count * sizeof(T));
        return out;
    }
    std::string text()
    {
        const std::size_t size = number<std::uint8_t>();
        if (m_rest.size() < size) {
            m_good = false;
            return {};
        }
        std::string out(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
        return out;
    }
    /// A count of things of which each needs at least `bytesEach`.
    std::size_t count(std::size_t max, std::size_t bytesEach)
    {
        const std::size_t n = number<std::uint32_t>();
        if (n > max || n > m_rest.size() / bytesEach)
            m_good = false;
        return m_good ? n : 0;
    }
    bool good() const { return m_good; }
    bool isAtEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_good = true;
};

bool isSound(const TextWeights& w)
{
    for (std::size_t i = 1; i < w.hashes.size(); ++i) {
        if (w.hashes[i] <= w.hashes[i - 1])
            return false;
    }
    const auto sane = [](float v) { return std::isfinite(v) && v >= 0 && v < 1e6f; };
    return std::ranges::all_of(w.idf, sane) && std::ranges::all_of(w.scale, sane);
}

std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

std::string fixed(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

Result<void> writeWhole(const std::filesystem::path& file, const std::string& bytes)
{
    std::filesystem::path draft = file;
    draft += ".new";
    {
        std::ofstream out(draft, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush())
            return fail("suggest.write", "Can't write " + draft.string() + ".");
    }
    std::error_code code;
    std::filesystem::rename(draft, file, code);
    if (code)
        return fail("suggest.write", "Can't write " + file.string() + ": " + code.message() + ".");
    return {};
}

} // namespace

std::string modelBytes(const Model& model)
{
    Out out;
    out.number(static_cast<std::uint32_t>(model.labels().size()));
    for (const std::string& label : model.labels())
        out.text(label);
    out.number(model.tuning().linearShare);
    out.number(model.tuning().trust);
    out.number(model.tuning().halfLife);
    out.number(model.tuning().textTemperature);
    out.number(model.tuning().temperature);
    const TextWeights& w = model.text().weights();
    out.number(static_cast<std::uint32_t>(w.hashes.size()));
    out.numbers(w.hashes);
    out.numbers(w.idf);
    out.numbers(w.scale);
    out.numbers(w.weights);
    out.number(static_cast<std::uint32_t>(model.precedents().nodes().size()));
    for (const auto& [hash, counts] : model.precedents().nodes()) {
        out.number(hash);
        out.number(static_cast<std::uint16_t>(counts.size()));
        for (const LabelCount& c : counts) {
            out.number(static_cast<std::uint16_t>(c.label));
            out.number(c.cases);
            out.number(c.weight);
        }
    }
    return out.take();
}

Result<std::shared_ptr<const Model>> readModel(std::string_view bytes)
{
    const auto wrong = [](const char* what) { return fail("suggest.model", std::string("The file isn't a routing model: ") + what + "."); };
    if (bytes.size() > kMaxModelBytes)
        return wrong("it is larger than 5 MB");
    In in(bytes);
    if (!in.take(kMagic))
        return wrong("it begins with other bytes, or another version wrote it");
    std::vector<std::string> labels(in.count(kMaxLabels, 1));
    for (std::string& label : labels) {
        label = in.text();
        if (label.empty() || label.size() > kMaxLabelLength || !isValidUtf8(label) || hasControlCharacters(label))
            return wrong("a label is damaged");
    }
    const Tuning tuning{in.number<double>(), in.number<double>(), in.number<double>(), in.number<double>(), in.number<double>()};
    if (!(tuning.halfLife >= 0 && tuning.halfLife < 1e6) || !(tuning.linearShare >= 0 && tuning.linearShare <= 1))
        return wrong("its tuning is damaged");
    for (const double t : {tuning.trust, tuning.textTemperature, tuning.temperature}) {
        if (!(t >= 0.05 && t <= 100))
            return wrong("its tuning is damaged");
    }
    TextWeights w;
    w.labels = labels.size();
    const std::size_t terms = in.count(kMaxTerms, sizeof(std::uint32_t) + 2 * sizeof(float) + labels.size());
    w.hashes = in.numbers<std::uint32_t>(terms);
    w.idf = in.numbers<float>(terms);
    w.scale = in.numbers<float>(terms);
    w.weights = in.numbers<std::int8_t>(terms * labels.size());
    if (!in.good() || !isSound(w))
        return wrong("its terms are damaged");
    std::map<std::uint64_t, std::vector<LabelCount>> nodes;
    for (std::size_t n = in.count(kMaxNodes, 10); n > 0 && in.good(); --n) {
        const auto hash = in.number<std::uint64_t>();
        std::vector<LabelCount> counts(in.number<std::uint16_t>());
        if (counts.empty() || counts.size() > labels.size())
            return wrong("its precedents are damaged");
        for (LabelCount& c : counts) {
            c.label = in.number<std::uint16_t>();
            c.cases = in.number<std::uint32_t>();
            c.weight = in.number<float>();
            if (c.label >= labels.size() || !(c.weight >= 0 && c.weight < 1e9f))
                return wrong("its precedents are damaged");
        }
        nodes.emplace_hint(nodes.end(), hash, std::move(counts));
    }
    if (!in.good() || !in.isAtEnd())
        return wrong("it ends too early or too late");
    return std::make_shared<const Model>(std::move(labels), TextModel(std::move(w)), Precedents::fromNodes(std::move(nodes)), tuning);
}

std::string manifestJson(const Manifest& m)
{
    std::string out = "{\n \"from_ms\": " + std::to_string(toUnixMillis(m.from)) + ",\n \"to_ms\": " + std::to_string(toUnixMillis(m.to));
    out += ",\n \"examples\": " + std::to_string(m.examples) + ",\n \"left_out\": " + std::to_string(m.leftOut);
    out += ",\n \"input_sha256\": " + jsonText(m.inputHash) + ",\n \"penalty\": " + fixed(m.penalty) + ",\n \"trust\": " + fixed(m.tuning.trust);
    out += ",\n \"linear_share\": " + fixed(m.tuning.linearShare);
    out += ",\n \"half_life_days\": " + fixed(m.tuning.halfLife);
    out += ",\n \"text_temperature\": " + fixed(m.tuning.textTemperature) + ",\n \"temperature\": " + fixed(m.tuning.temperature);
    out += ",\n \"held_out\": {\"cases\": " + std::to_string(m.heldOut.cases()) + ", \"top1\": " + fixed(m.heldOut.accuracy()) + ", \"top3\": " + fixed(m.topThree);
    out += ", \"calibration_error\": " + fixed(m.heldOut.error()) + ",\n  \"reliability\": [";
    bool first = true;
    for (const Reliability::Bin& bin : m.heldOut.table()) {
        if (bin.cases == 0)
            continue;
        const auto cases = static_cast<double>(bin.cases);
        out += std::string(first ? "" : ", ") + "{\"cases\": " + std::to_string(bin.cases) + ", \"confidence\": " + fixed(bin.confidence / cases)
               + ", \"right\": " + fixed(static_cast<double>(bin.right) / cases) + "}";
        first = false;
    }
    out += "]},\n \"per_label\": {";
    first = true;
    for (const auto& [label, count] : m.perLabel) {
        out += std::string(first ? "" : ", ") + jsonText(label) + ": " + std::to_string(count);
        first = false;
    }
    return out + "}\n}\n";
}

Result<void> writeModel(const std::filesystem::path& file, const Trained& trained)
{
    const std::string bytes = modelBytes(trained.model);
    if (bytes.size() > kMaxModelBytes)
        return fail("suggest.size", "The model would be larger than 5 MB; a shorter window makes it smaller.");
    if (auto written = writeWhole(file, bytes); !written)
        return written;
    std::filesystem::path manifest = file;
    manifest += ".json";
    return writeWhole(manifest, manifestJson(trained.manifest));
}

Result<std::shared_ptr<const Model>> readModelFile(const std::filesystem::path& file)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(file, code);
    if (code)
        return fail("suggest.file", "The routing model can't be read: " + file.string() + ": " + code.message() + ".");
    if (size > kMaxModelBytes)
        return fail("suggest.model", file.string() + " is larger than 5 MB; that isn't a routing model.");
    std::string bytes(size, '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail("suggest.file", "The routing model can't be read: " + file.string() + ".");
    return readModel(bytes);
}

} // namespace zs::suggest
