#include "tests/bench/fold/JsonPeer.h"

#include "protocol/Messages.h"

#include <chrono>
#include <functional>
#include <map>
#include <simdjson.h>
#include <unordered_map>

namespace zs::bench {

namespace {

using State = std::map<std::string, std::string, std::less<>>;
using Handler = std::function<void(State&, const simdjson::dom::object&)>;

void setAll(State& state, const simdjson::dom::object& data)
{
    for (const auto& [key, value] : data)
        state.insert_or_assign(std::string(key), simdjson::minify(value));
}

template <std::size_t... I>
std::unordered_map<std::string, Handler> registry(std::index_sequence<I...>)
{
    std::unordered_map<std::string, Handler> handlers;
    const auto add = [&](std::string_view kind) {
        handlers.emplace(kind, [phase = '"' + std::string(kind) + '"'](State& state, const simdjson::dom::object& data) {
            setAll(state, data);
            state.insert_or_assign("phase", phase);
        });
    };
    (add(std::variant_alternative_t<I, domain::CaseEvent>::name), ...);
    return handlers;
}

} // namespace

std::vector<JsonEvent> asJson(const std::vector<domain::RecordedEvent>& events)
{
    std::vector<JsonEvent> out;
    out.reserve(events.size());
    for (const domain::RecordedEvent& event : events) {
        JsonEvent json{event.caseId.value, std::string(nameOf(event.event)), {}};
        protocol::appendEventData(json.data, event.event);
        out.push_back(std::move(json));
    }
    return out;
}

double foldJson(const std::vector<JsonEvent>& events, std::size_t cases, std::size_t& fields)
{
    const auto handlers = registry(std::make_index_sequence<std::variant_size_v<domain::CaseEvent>>());
    simdjson::dom::parser parser;
    std::vector<State> states(cases + 1);
    const auto start = std::chrono::steady_clock::now();
    for (const JsonEvent& event : events) {
        simdjson::dom::object data;
        if (parser.parse(event.data).get(data) == simdjson::SUCCESS)
            handlers.at(event.kind)(states[event.caseId], data);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    fields = 0;
    for (const State& state : states)
        fields += state.size();
    return took.count();
}

} // namespace zs::bench
