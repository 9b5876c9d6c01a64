#include "gateway/log/Logger.h"

#include <chrono>
#include <ctime>
#include <unistd.h>

namespace zs::gateway {

namespace {

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

/// Quoted where needed, so that nothing from outside can fake a second line or field.
void appendValue(std::string& out, std::string_view value)
{
    bool plain = !value.empty();
    for (const char c : value)
        plain = plain && c > ' ' && c != '"' && c != '=' && c != '\\' && c != '\x7f';
    if (plain) {
        out.append(value);
        return;
    }
    out.push_back('"');
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        out.push_back(static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c);
    }
    out.push_back('"');
}

} // namespace

void Logger::line(std::string_view level, std::string_view event, std::initializer_list<Field> fields)
{
    std::string out = "time=" + utcNow() + " level=" + std::string(level) + " event=" + std::string(event);
    for (const Field& field : fields) {
        out.append(" ").append(field.key).append("=");
        appendValue(out, field.value);
    }
    out.push_back('\n');
    // One write a line: lines of different threads don't mix.
    [[maybe_unused]] const auto written = ::write(m_file, out.data(), out.size());
}

} // namespace zs::gateway
