// The inside of Session: its stores, its worker, and the letters that it takes from it. For Session's own files only.
#pragma once

#include "session/DeskCommands.h"
#include "session/DutyDesk.h"
#include "session/Session.h"
#include "session/worker/Mailbox.h"
#include "session/worker/SessionWorker.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace zs::session {

/// What one slice of letters changed: told once, when all of it is in the stores.
struct Changes {
    bool isReset = false, people = false, outbox = false, link = false, inForce = false;
    std::optional<std::uint32_t> firstNew;
    std::vector<std::uint32_t> rows;
    struct Ended {
        Uuid id;
        CaseId caseId;
        CommandState state;
    };
    std::vector<Ended> ended;
    std::vector<TimelineArrived> timelines;
    std::vector<domain::ReferenceKind> references;
    std::vector<Error> errors;
};

/// Everything on the GUI thread, but for what a member says.
struct Session::Private final : domain::Surroundings {
    Private(Session& session, SessionConfig given, std::shared_ptr<const domain::City> itsCity, const Clock& itsClock)
        : q(session), config(std::move(given)), city(std::move(itsCity)), clock(itsClock),
          cases(config.calendar ? config.calendar : std::make_shared<const domain::WorkCalendar>()), people(city->people.size()),
          actor(config.seat ? *config.seat : domain::Actor{config.operatorName.toStdString(), domain::Role::Dispatcher}),
          duties(cases, *city, actor, [this] { return q.serverNow(); }),
          desk(cases, [this](const auto& state, const auto& command) { return decide(state, command); }, actor.name),
          mailbox([this] { QMetaObject::invokeMethod(&q, "onLetters", Qt::QueuedConnection); })
    {
        desk.useDuties(duties.overlays);
    }

    int openCasesOf(PersonId person) const override { return cases.openCasesOf(person); }
    GridId gridAt(GeoPoint place) const override
    {
        const auto i = grids ? grids->find(place) : std::nullopt;
        return i ? city->grids[*i].id : GridId{};
    }
    const domain::Case* find(CaseId id) const override { return cases.find(id); }

    tl::expected<domain::CaseEvent, domain::Rejection> decide(const domain::Case& state, const domain::CaseCommand& command) const
    {
        return domain::decide(state, command, {q.serverNow(), actor, *city, *this, inForce});
    }

    void onWorker(Tasks::Task task)
    {
        if (worker && tasks.put(std::move(task)))
            QMetaObject::invokeMethod(worker, "takeTasks", Qt::QueuedConnection);
    }

    void schedule()
    {
        using namespace std::chrono_literals;
        constexpr auto frame = 16ms;
        if (drainTimer.isActive())
            return;
        const std::chrono::milliseconds since(lastDrain.isValid() ? lastDrain.elapsed() : frame.count());
        drainTimer.start(std::max<std::chrono::milliseconds>(frame - since, 0ms));
    }

    void drain();
    void take(PictureLoaded& picture, Changes& changes);
    void take(EventsArrived& arrived, Changes& changes);
    void take(const CommandMoved& moved, Changes& changes);
    void take(domain::InForce rules, Changes& changes);
    void tell(Changes& changes);
    void forgetWhoWentHome();
    void changed(std::vector<std::uint32_t> rows);
    void tellDuties();
    void wantReferences();
    void countClocks();

    Session& q;
    SessionConfig config;
    std::shared_ptr<const domain::City> city;
    const Clock& clock;
    CaseStore cases;
    PeopleStore people;
    domain::Actor actor;
    domain::InForce inForce;
    DutyDesk duties;
    DeskCommands desk;
    LinkStatus link;
    Millis offset{0};
    bool isLoaded = false;
    std::shared_ptr<const geo::GridIndex> grids;

    Mailbox mailbox;
    Claims claims;
    Tasks tasks;
    QThread thread;
    SessionWorker* worker = nullptr; ///< lives in `thread`, deleted at its end
    QTimer drainTimer, sweepTimer, clockTimer;
    QElapsedTimer lastDrain;
    std::vector<domain::Subject> changedDuties; ///< not told yet
};

} // namespace zs::session
