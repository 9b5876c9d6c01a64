#include "session/CaseStore.h"

namespace zs::session {

namespace {

void add(std::unordered_map<PersonId, std::uint16_t>& counts, PersonId person, int by)
{
    auto it = counts.try_emplace(person, std::uint16_t{0}).first;
    it->second = static_cast<std::uint16_t>(it->second + by);
    if (it->second == 0)
        counts.erase(it);
}

int countIn(const std::unordered_map<PersonId, std::uint16_t>& counts, PersonId person)
{
    const auto it = counts.find(person);
    return it == counts.end() ? 0 : it->second;
}

} // namespace

void CaseStore::count(Contents& contents, const domain::Case& state, int by)
{
    if (!state.isOpen() || state.handler.isNone())
        return;
    add(contents.openOf, state.handler, by);
    if (state.phase == domain::Phase::OnScene)
        add(contents.onSceneOf, state.handler, by);
}

CaseStore::Contents CaseStore::prepare(std::vector<domain::Case> cases, CaseClocks::Calendar calendar)
{
    Contents contents;
    contents.rows = std::move(cases);
    // Room for a while: growing means moving every row, on the GUI thread.
    contents.rows.reserve(contents.rows.size() + contents.rows.size() / 8 + 4096);
    contents.rowOf.reserve(contents.rows.capacity());
    contents.clocks.reserve(contents.rows.capacity());
    contents.calendar = std::move(calendar);
    for (std::uint32_t row = 0; row < contents.rows.size(); ++row) {
        contents.rowOf.emplace(contents.rows[row].id, row);
        count(contents, contents.rows[row], 1);
        contents.clocks.push_back(domain::clockOf(contents.rows[row], *contents.calendar));
    }
    return contents;
}

CaseStore::Contents CaseStore::reset(Contents contents)
{
    m_pending.clear();
    const CaseClocks::Calendar before = m_clocks.calendar();
    std::vector<domain::CaseClock> clocks = m_clocks.reset(std::move(contents.clocks), std::move(contents.calendar));
    std::swap(m_contents, contents);
    contents.clocks = std::move(clocks);
    contents.calendar = before;
    return contents;
}

void CaseStore::fold(Pending& pending, const domain::Case& confirmed) const
{
    pending.state = confirmed;
    for (domain::RecordedEvent& event : pending.laid) {
        event.version = pending.state.version + 1;
        domain::evolve(pending.state, event);
    }
}

CaseStore::Applied CaseStore::apply(const domain::RecordedEvent& event)
{
    const auto [it, isNew] = m_contents.rowOf.try_emplace(event.caseId, static_cast<std::uint32_t>(m_contents.rows.size()));
    const std::uint32_t index = it->second;
    if (isNew) {
        m_contents.rows.emplace_back().id = event.caseId;
        m_clocks.set(index, m_contents.rows.back());
    }
    domain::Case& confirmed = m_contents.rows[index];
    if (event.version <= confirmed.version)
        return {index, isNew, false};
    count(m_contents, row(index), -1);
    domain::evolve(confirmed, event);
    if (const auto pending = m_pending.find(event.caseId); pending != m_pending.end())
        fold(pending->second, confirmed);
    count(m_contents, row(index), 1);
    m_clocks.set(index, row(index));
    return {index, isNew, true};
}

std::optional<std::uint32_t> CaseStore::setPending(CaseId id, domain::CaseEvent event, TimePoint at, const std::string& by)
{
    const auto index = rowOf(id);
    if (!index)
        return std::nullopt;
    count(m_contents, row(*index), -1);
    Pending& pending = m_pending[id];
    pending.laid.push_back({0, id, 0, at, by, std::move(event)});
    fold(pending, m_contents.rows[*index]);
    count(m_contents, pending.state, 1);
    m_clocks.set(*index, pending.state);
    return index;
}

std::optional<std::uint32_t> CaseStore::clearPending(CaseId id)
{
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return std::nullopt;
    const auto index = rowOf(id);
    count(m_contents, pending->second.state, -1);
    m_pending.erase(pending);
    count(m_contents, m_contents.rows[*index], 1);
    m_clocks.set(*index, m_contents.rows[*index]);
    return index;
}

bool CaseStore::countClocks(std::chrono::microseconds budget)
{
    return m_clocks.count([this](std::size_t i) -> const domain::Case& { return row(i); }, budget);
}

const domain::Case& CaseStore::row(std::size_t i) const
{
    const domain::Case& confirmed = m_contents.rows[i];
    if (m_pending.empty())
        return confirmed;
    const auto pending = m_pending.find(confirmed.id);
    return pending == m_pending.end() ? confirmed : pending->second.state;
}

const domain::Case* CaseStore::find(CaseId id) const
{
    const auto index = rowOf(id);
    return index ? &row(*index) : nullptr;
}

const domain::Case* CaseStore::confirmed(CaseId id) const
{
    const auto index = rowOf(id);
    return index ? &m_contents.rows[*index] : nullptr;
}

std::optional<std::uint32_t> CaseStore::rowOf(CaseId id) const
{
    const auto it = m_contents.rowOf.find(id);
    return it == m_contents.rowOf.end() ? std::nullopt : std::optional(it->second);
}

int CaseStore::openCasesOf(PersonId person) const { return countIn(m_contents.openOf, person); }

Activity CaseStore::activityOf(PersonId person) const
{
    if (countIn(m_contents.onSceneOf, person) > 0)
        return Activity::OnScene;
    return openCasesOf(person) > 0 ? Activity::EnRoute : Activity::Idle;
}

} // namespace zs::session
