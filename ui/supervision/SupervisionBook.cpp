#include "ui/supervision/SupervisionBook.h"

#include <algorithm>

namespace zs::supervision {

using domain::LimitKind;

namespace {

bool passes(const View& view, TownId town, AgencyId agency)
{
    return (view.town.isNone() || view.town == town) && (view.agency.isNone() || view.agency == agency);
}

bool isShown(View::Show show, const Owing& o)
{
    switch (show) {
    case View::Show::All: return true;
    case View::Show::Late: return o.isLate();
    case View::Show::Near: return !o.isLate();
    case View::Show::ReportIn: return o.owesReportIn;
    case View::Show::Answer: return o.owesAnswer;
    case View::Show::History: return false;
    }
    return false;
}

/// Whether a reader would see a difference; what the clock alone moves is painted anew anyway.
bool same(const Owing& a, const Owing& b)
{
    return a.agency == b.agency && a.limit.kind == b.limit.kind && a.limit.state == b.limit.state
        && a.limit.deadline == b.limit.deadline && a.owesReportIn == b.owesReportIn && a.owesAnswer == b.owesAnswer
        && a.last == b.last && a.due == b.due;
}

/// The clock of an answer to a case that is closed: its own limits are over, this one isn't.
domain::Limit answerLimit(const domain::WorkCalendar& calendar, const domain::SupervisionStep& step, TimePoint now)
{
    const domain::Deadline deadline = calendar.deadline(step.at, step.within);
    domain::Limit limit;
    limit.kind = LimitKind::Answer;
    limit.basis = deadline.basis;
    limit.span = step.within;
    limit.agency = step.agency;
    limit.start = step.at;
    limit.deadline = deadline.at;
    limit.state = now > deadline.at ? domain::LimitState::Late : domain::LimitState::Running;
    return limit;
}

} // namespace

SupervisionBook::SupervisionBook(const cases::Workplace& place, QWidget& panel)
    : QObject(&panel), m_place(place),
      m_sweep(new cases::CaseSweep(
          place.desk, [this](const domain::Case& state) { return look(state); }, [this] { m_cases.clear(); }, panel, this))
{
    connect(m_sweep, &cases::CaseSweep::changed, this, &SupervisionBook::changed);
}

bool SupervisionBook::look(const domain::Case& state)
{
    Kept now;
    const domain::Grid* grid = m_place.desk.city().grid(state.grid);
    const TownId town = grid ? grid->town : TownId();
    if (state.isOpen()) {
        const TimePoint at = m_place.desk.serverNow();
        const auto due = domain::ladderDue(state, m_place.desk.calendar(), at);
        for (const domain::Owed& owed : domain::owedBy(state, m_place.desk.calendar(), at)) {
            auto it = std::ranges::find(now.owing, owed.agency, &Owing::agency);
            if (it == now.owing.end()) {
                Owing o{state.id, owed.agency, town, owed.limit, false, false, {}, {}};
                if (const auto* step = domain::lastStep(state, owed.agency)) o.last = *step;
                const auto rung = std::ranges::find(due, owed.agency, &domain::LadderDue::agency);
                if (rung != due.end()) o.due = rung->rung;
                now.owing.push_back(std::move(o));
                it = std::prev(now.owing.end());
            }
            it->owesReportIn = it->owesReportIn || owed.limit.kind == LimitKind::ReportIn;
            it->owesAnswer = it->owesAnswer || owed.limit.kind == LimitKind::Answer;
        }
    }
    if (!state.isOpen()) {
        // An answer that is owed stays owed after the end; the ladder goes no further.
        for (const domain::SupervisionStep& step : state.supervision) {
            if (step.answeredAt != TimePoint{} || std::ranges::find(now.owing, step.agency, &Owing::agency) != now.owing.end()) continue;
            const domain::Limit limit = answerLimit(m_place.desk.calendar(), step, m_place.desk.serverNow());
            now.owing.push_back({state.id, step.agency, town, limit, false, true, step, {}});
        }
    }
    for (std::size_t i = 0; i < state.supervision.size(); ++i) now.steps.push_back({state.id, town, i, state.supervision[i]});

    const auto found = m_cases.find(state.id);
    if (now.owing.empty() && now.steps.empty()) {
        if (found == m_cases.end()) return false;
        m_cases.erase(found);
        return true;
    }
    if (found == m_cases.end()) {
        m_cases.emplace(state.id, std::move(now));
        return true;
    }
    const bool differs = !std::ranges::equal(now.owing, found->second.owing, same)
        || !std::ranges::equal(now.steps, found->second.steps, {}, &IssuedStep::step, &IssuedStep::step);
    found->second = std::move(now);
    return differs;
}

Digest SupervisionBook::digest(const View& view, std::size_t linesOfAnAgency) const
{
    Digest digest;
    std::vector<AgencyGroup> byAgency;
    for (const auto& [id, kept] : m_cases) {
        for (const Owing& o : kept.owing) {
            if (!passes(view, o.town, o.agency)) continue;
            for (std::size_t show = 0; show < digest.counts.size(); ++show)
                digest.counts[show] += isShown(static_cast<View::Show>(show), o);
            if (o.last) ++digest.rungs[static_cast<std::size_t>(o.last->rung)];
            if (!isShown(view.show, o)) continue;
            if (byAgency.size() <= o.agency.value) byAgency.resize(o.agency.value + 1U);
            AgencyGroup& group = byAgency[o.agency.value];
            group.agency = o.agency;
            ++(o.isLate() ? group.late : group.near);
            group.due += o.due.has_value();
            group.lines.push_back(&o);
        }
        for (const IssuedStep& s : kept.steps)
            digest.counts[static_cast<std::size_t>(View::Show::History)] += passes(view, s.town, s.step.agency);
    }
    std::erase_if(byAgency, [](const AgencyGroup& g) { return g.lines.empty(); });
    const auto before = [](const Owing* a, const Owing* b) {
        return std::tuple(!a->isLate(), a->limit.deadline, a->caseId.value) < std::tuple(!b->isLate(), b->limit.deadline, b->caseId.value);
    };
    for (AgencyGroup& group : byAgency) {
        const std::size_t shown = std::min(linesOfAnAgency, group.lines.size());
        std::ranges::partial_sort(group.lines, group.lines.begin() + static_cast<std::ptrdiff_t>(shown), before);
        digest.hidden += static_cast<int>(group.lines.size() - shown);
        group.lines.resize(shown);
    }
    std::ranges::sort(byAgency, {}, [](const AgencyGroup& g) { return std::pair(-g.late, g.agency.value); });
    digest.groups = std::move(byAgency);
    return digest;
}

std::vector<const IssuedStep*> SupervisionBook::history(const View& view, std::size_t limit) const
{
    std::vector<const IssuedStep*> all;
    for (const auto& [id, kept] : m_cases)
        for (const IssuedStep& s : kept.steps)
            if (passes(view, s.town, s.step.agency)) all.push_back(&s);
    std::ranges::sort(all, [](const IssuedStep* a, const IssuedStep* b) {
        return std::tuple(a->step.at, a->key()) > std::tuple(b->step.at, b->key());
    });
    if (all.size() > limit) all.resize(limit);
    return all;
}

const Owing* SupervisionBook::find(quint64 key) const
{
    const auto found = m_cases.find(CaseId(key >> 16));
    if (found == m_cases.end()) return nullptr;
    const auto it = std::ranges::find(found->second.owing, key, &Owing::key);
    return it == found->second.owing.end() ? nullptr : &*it;
}

} // namespace zs::supervision
