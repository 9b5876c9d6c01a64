// One line an occasion on stderr, as key=value, for people and for log collectors. Never a personal value (PRIVACY.md):
// ids, codes, names of certificates and numbers only.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace zs::gateway {

class Logger {
public:
    struct Field {
        std::string_view key;
        std::string value;

        Field(std::string_view k, std::string v) : key(k), value(std::move(v)) {}
        Field(std::string_view k, std::int64_t v) : key(k), value(std::to_string(v)) {}
    };

    explicit Logger(int file = 2) : m_file(file) {}

    /// Any thread; a line is written whole.
    void info(std::string_view event, std::initializer_list<Field> fields = {}) { line("info", event, fields); }
    void warn(std::string_view event, std::initializer_list<Field> fields = {}) { line("warn", event, fields); }
    void error(std::string_view event, std::initializer_list<Field> fields = {}) { line("error", event, fields); }

private:
    void line(std::string_view level, std::string_view event, std::initializer_list<Field> fields);

    int m_file;
};

} // namespace zs::gateway
