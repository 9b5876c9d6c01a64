// From the session's picture to what a map surface draws. GUI thread.
#pragma once

#include "ui/cases/Desk.h"
#include "ui/map/MapSurface.h"
#include "ui/map/panel/CaseMarks.h"

#include <QObject>
#include <QTimer>

#include <span>
#include <vector>

namespace zs::map {

/// Staff on duty with a known position: fill = what they do, fade = age of the fix.
std::vector<Mark> peopleMarks(const domain::City& city, const session::CaseStore& store,
                              const session::PeopleStore& people, TimePoint now);

/// Watches a desk and hands on marks: people at most five times a second, cases at most ten times and only what changed is
/// worked out anew; attention and fading go on when nothing arrives. A new picture is read some ms a turn of the event loop.
class MapModel final : public QObject {
    Q_OBJECT
public:
    /// `desk` outlives the model.
    explicit MapModel(const cases::Desk& desk, QObject* parent = nullptr);

    void setSelectedCase(CaseId id);
    /// Sends both kinds again, now: for a surface that was just made.
    void resend();

    std::size_t peopleShown() const { return m_people; }
    std::size_t casesShown() const { return m_marks.open(); }
    std::size_t casesHidden() const { return m_marks.closed(); }

Q_SIGNALS:
    void peopleReady(std::vector<zs::map::Mark> people);
    void casesReady(std::vector<zs::map::Mark> cases);

private:
    void sendPeople();
    void restart();
    void changed(std::span<const std::uint32_t> rows);
    void workOnCases();
    void sendCases();

    const cases::Desk& m_desk;
    CaseMarks m_marks;
    bool m_isWhole = false; ///< every case of the desk is in the marks
    std::vector<std::uint32_t> m_changed; ///< rows that changed since the marks were worked out
    QTimer m_peopleTimer, m_caseTimer, m_clock;
    std::size_t m_people = 0;
};

} // namespace zs::map
