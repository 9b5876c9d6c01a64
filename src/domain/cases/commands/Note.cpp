#include "domain/cases/commands/Note.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Noted, Rejection> decide(const Case& state, const Note& command, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (auto bad = checkText(command.text, 1, 1000, "备注", "The note"))
        return Refused(*bad);
    return Noted{command.text};
}

void evolve(Case& state, const Noted&, TimePoint, const std::string&) { ++state.notes; }

} // namespace zs::domain
