#include "domain/indicators/Judge.h"

namespace zs::domain::indicators {

namespace {

bool happened(TimePoint at) { return at != TimePoint{}; }
Counts when(bool yes) { return yes ? Counts::Yes : Counts::No; }

/// One case in one time; each function is one family of indicators and says nothing twice.
class Judge {
public:
    Judge(const CaseMeasure& state, std::uint32_t row, Window window, Span span, std::vector<Entry>& into)
        : m_case(state), m_known(knownBefore(state, span.to)), m_row(row), m_window(window), m_span(span), m_into(into)
    {
    }

    void intake() const
    {
        if (m_span.has(m_case.receivedAt))
            add(IndicatorId::Received, Counts::Yes);
        if (m_span.has(m_case.receivedAt) && m_case.kind == CaseKind::Hazard && stands() && !turnedOutVoid())
            add(IndicatorId::Handled, when(closedByTheEnd()));
        // Filed = classified and registered (分类登记). A duplicate is a matter of intake, not of filing.
        if (m_span.has(m_known.classifiedAt) && m_known.standing != Standing::Merged)
            add(IndicatorId::FiledRight, when(m_known.standing != Standing::Declined && !turnedOutVoid()));
    }

    void routing() const
    {
        if (!m_span.has(m_known.respondedAt))
            return;
        // A reopening starts the clock again: an answer from before it answers nothing.
        if (m_known.respondedAt >= m_known.startedAt)
            add(IndicatorId::FirstResponse, Counts::Yes, m_case.lead, (m_known.respondedAt - m_known.startedAt).count());
        // Straight to a person: nothing was routed. Each reopening is routed once more, lawfully.
        const bool routed = m_known.routings > 0 || m_known.returns > 0;
        if (routed)
            add(IndicatorId::RoutedRight, when(m_known.returns == 0 && m_known.routings <= 1 + m_known.reopens));
    }

    void due() const
    {
        // What a former round owed is known no more: it counts in no figure about limits.
        if (!stands() || m_known.isFormerRound)
            return;
        const bool isLate = happened(m_case.due) && m_case.due < m_span.to;
        if (isLate && m_case.receivedAt < m_span.to && !endedByTheEnd())
            add(IndicatorId::Overdue, Counts::Yes);
        if (!happened(m_case.due) || !m_span.has(m_case.due))
            return;
        const bool closed = closedByTheEnd();
        add(IndicatorId::Closed, when(closed));
        add(IndicatorId::ClosedInTime, when(closed && m_known.endedAt <= m_case.due));
        add(IndicatorId::ClosedAsSet, when(closed && m_known.endedAt <= m_case.dueAsSet));
        add(IndicatorId::RoutedNoRework, when(m_known.reworks == 0));
    }

    void concluded() const
    {
        if (m_known.standing != Standing::Concluded)
            return;
        if (m_span.has(m_known.endedAt)) {
            if (m_case.kind == CaseKind::Dispute && !turnedOutVoid())
                add(IndicatorId::Dissolved, when(m_known.outcome == Outcome::Settled));
            add(IndicatorId::Reworked, when(m_known.reworks > 0));
        }
        if (happened(m_case.followUpDue) && m_span.has(m_case.followUpDue))
            add(IndicatorId::FollowedUp,
                when(happened(m_known.followedUpAt) && m_known.followedUpAt < m_span.to
                     && (m_known.followUp == FollowUpResult::Satisfied || m_known.followUp == FollowUpResult::Dissatisfied)));
    }

    void rating() const
    {
        if (m_known.rating != Satisfaction::None && m_span.has(m_known.ratedAt))
            add(IndicatorId::Satisfied,
                when(m_known.rating == Satisfaction::Satisfied || m_known.rating == Satisfaction::Basically));
    }

    void calls() const
    {
        for (const CallMeasure& call : m_case.calls) {
            const bool inTime = happened(call.doneAt) && call.doneAt <= call.deadline;
            const bool isDue = happened(call.deadline) && m_span.has(call.deadline);
            if (call.kind == CallMeasure::Kind::Whistle) {
                // Stood down before it was due: nobody owed it.
                const bool owed = !happened(call.stoodDownAt) || call.stoodDownAt > call.deadline;
                if (isDue && owed)
                    add(IndicatorId::ReportedIn, when(inTime), call.agency);
                continue;
            }
            if (m_span.has(call.at)) {
                add(IndicatorId::Supervised, Counts::Yes, call.agency);
                add(ofRung(call.rung), Counts::Yes, call.agency);
            }
            if (isDue)
                add(IndicatorId::Answered, when(inTime), call.agency);
        }
    }

private:
    static IndicatorId ofRung(SupervisionRung rung)
    {
        switch (rung) {
        case SupervisionRung::Reminder: return IndicatorId::Reminders;
        case SupervisionRung::Urge: return IndicatorId::Urges;
        case SupervisionRung::Supervise: return IndicatorId::Orders;
        case SupervisionRung::Circular: return IndicatorId::Circulars;
        case SupervisionRung::Summons: return IndicatorId::Summonses;
        case SupervisionRung::Listed: return IndicatorId::Listed;
        }
        return IndicatorId::Reminders;
    }
    bool stands() const { return m_known.standing != Standing::Declined && m_known.standing != Standing::Merged; }
    bool endedByTheEnd() const { return happened(m_known.endedAt) && m_known.endedAt < m_span.to; }
    bool closedByTheEnd() const { return m_known.standing == Standing::Concluded && endedByTheEnd(); }
    bool turnedOutVoid() const
    {
        return m_known.standing == Standing::Concluded && m_known.outcome == Outcome::NotFound;
    }
    void add(IndicatorId indicator, Counts counts) const { add(indicator, counts, m_case.lead); }
    void add(IndicatorId indicator, Counts counts, AgencyId agency, std::int64_t value = 0) const
    {
        m_into.push_back({m_row, indicator, m_window, counts, agency, value});
    }

    const CaseMeasure& m_case;
    const AsOf m_known; ///< at the end of the time
    std::uint32_t m_row;
    Window m_window;
    Span m_span;
    std::vector<Entry>& m_into;
};

} // namespace

void judge(const CaseMeasure& state, std::uint32_t row, Window window, Span span, std::vector<Entry>& into)
{
    if (state.standing == Standing::None)
        return;
    const Judge judge(state, row, window, span, into);
    judge.intake();
    judge.routing();
    judge.due();
    judge.concluded();
    judge.rating();
    judge.calls();
}

void judge(const ZeroReportMeasure& report, std::uint32_t row, Window window, Span span, std::vector<Entry>& into)
{
    if (!span.has(report.due))
        return;
    const bool given = happened(report.reportedAt) && report.reportedAt < span.to;
    into.push_back({row, IndicatorId::ZeroReportsMissing, window, when(!given), {}, 0});
}

} // namespace zs::domain::indicators
