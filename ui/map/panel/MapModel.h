// From the session's picture to what a map surface draws. GUI thread.
#pragma once

#include "ui/cases/Desk.h"
#include "ui/map/MapSurface.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace zs::map {

/// Staff on duty with a known position: fill = what they do, fade = age of the fix.
std::vector<Mark> peopleMarks(const domain::City& city, const session::CaseStore& store,
                              const session::PeopleStore& people, TimePoint now);

struct CaseMarks {
    std::vector<Mark> marks;
    std::size_t open = 0;      ///< cases these stand for
    std::size_t closed = 0;    ///< finished ones, which aren't drawn
};
/// Open cases. Of several at one place the one that needs somebody most stands for all, with their number; `shown`
/// (may be none) is drawn in any case.
CaseMarks caseMarks(const session::CaseStore& store, const domain::WorkCalendar& calendar, TimePoint now, CaseId shown);

/// Watches a desk and hands on marks: people at most five times a second, cases once a batch; attention and fading
/// go on when nothing arrives.
class MapModel final : public QObject {
    Q_OBJECT
public:
    /// `desk` outlives the model.
    explicit MapModel(const cases::Desk& desk, QObject* parent = nullptr);

    void setSelectedCase(CaseId id);
    /// Sends both kinds again, now: for a surface that was just made.
    void resend();

    std::size_t peopleShown() const { return m_people; }
    std::size_t casesShown() const { return m_open; }
    std::size_t casesHidden() const { return m_closed; }

Q_SIGNALS:
    void peopleReady(std::vector<zs::map::Mark> people);
    void casesReady(std::vector<zs::map::Mark> cases);

private:
    void sendPeople();
    void sendCases();

    const cases::Desk& m_desk;
    CaseId m_selected;
    QTimer m_peopleTimer, m_caseTimer, m_clock;
    std::size_t m_people = 0, m_open = 0, m_closed = 0;
};

} // namespace zs::map
