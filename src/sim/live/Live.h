// A day in the city against a running gateway: staff move, cases come in, agencies and field people answer, grids report.
#pragma once

#include "link/EventStream.h"
#include "sim/field/Crowd.h"
#include "sim/field/Reactions.h"
#include "sim/field/Rounds.h"
#include "sim/live/CaseSource.h"
#include "sim/live/Desk.h"
#include "sim/live/Snapshot.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace zs::sim {

/// Who speaks for whom.
struct Identities {
    link::TlsIdentity intake, agency, field;
    std::optional<link::TlsIdentity> duty{}, supervisor{}; ///< none: nobody sits there, and consoles do their part
};

struct LiveOptions {
    std::uint64_t seed = 1;
    Habits habits;
};

struct LiveFigures {
    std::int64_t made = 0, received = 0, notTaken = 0, commands = 0, refused = 0, frames = 0, duties = 0;
};

/// One thread with an event loop. start() once; runs until it is destroyed or ended() comes.
class Live : public QObject {
    Q_OBJECT
public:
    Live(std::shared_ptr<const domain::City> city, QUrl gateway, Identities identities,
         std::unique_ptr<CaseSource> source, LiveOptions options, QObject* parent = nullptr);

    void start();
    const LiveFigures& figures() const { return m_figures; }
    const Crowd& crowd() const { return m_crowd; }
    const Reactions& reactions() const { return m_reactions; }

Q_SIGNALS:
    void ready();                     ///< the stream is open, people are moving
    void allReceived();               ///< the source is over, and the gateway has decided on all of it
    void ended(const zs::Error& why); ///< no way to go on

private:
    void takePicture();
    void tellWhenAllReceived();
    void onSnapshot(link::LinkResult<QByteArray> bytes);
    void onEvents(const std::vector<domain::RecordedEvent>& cases, const std::vector<domain::RecordedDutyEvent>& duties);
    void tick();
    void makeCases(TimePoint now);
    void sendDue(TimePoint now);
    void sendDuties(TimePoint now);
    Desk* deskOf(domain::Role role); ///< null: nobody sits there
    /// Who hands in a case of this channel; one that nobody can is changed to what it is then.
    Desk& receiverOf(domain::Channel& channel);

    std::shared_ptr<const domain::City> m_city;
    SystemClock m_clock;
    std::unique_ptr<CaseSource> m_source;
    Crowd m_crowd;
    Reactions m_reactions;
    Rounds m_rounds;
    TimePoint m_nextRound{};
    Desk m_intake, m_agency, m_field;
    std::unique_ptr<Desk> m_duty, m_supervisor;
    link::EventStream m_stream;
    QTimer m_tick, m_reconnect;
    Seq m_seq = 0;
    bool m_live = false; ///< the stream is open
    bool m_saidReceived = false;
    LiveFigures m_figures;
};

} // namespace zs::sim
