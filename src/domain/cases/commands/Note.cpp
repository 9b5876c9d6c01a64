#include "domain/cases/commands/Note.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

namespace {

constexpr std::uint16_t maxNotes = 500;

} // namespace

tl::expected<Noted, Rejection> decide(const Case& state, const Note& command, const Context& context)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (state.notes >= maxNotes)
        return refuse("note.many", "一个事件最多 500 条备注；再有情况请另立事件并关联。",
                      "A case holds 500 notes at most: file what is new as a case of its own and link it.");
    auto text = takeText(command.text, 1, 1000, "备注", "The note", context);
    if (!text)
        return Refused(std::move(text.error()));
    return Noted{std::move(text->text), text->masked};
}

void evolve(Case& state, const Noted&, TimePoint, const std::string&) { ++state.notes; }

} // namespace zs::domain
