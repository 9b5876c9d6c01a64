// Session's half that takes what the worker sends: into the stores first, then told once, when all of a slice is in them.
#include "session/SessionPrivate.h"

namespace zs::session {

namespace {
constexpr std::size_t eventsASlice = 2000;
} // namespace

void Session::Private::take(PictureLoaded& picture, Changes& changes)
{
    auto old = std::make_shared<CaseStore::Contents>(cases.reset(std::move(picture.contents)));
    if (cases.isCountingClocks())
        clockTimer.start(); // another calendar came into force while the picture was prepared
    // 100,000 cases take a while to free: not on this thread.
    onWorker([old = std::move(old)](SessionWorker&) {});
    duties.store.reset(std::move(picture.duties));
    desk.layAll();
    (void)desk.takeChangedDuties(); // all of them are new
    isLoaded = true;
    changes.isReset = true;
    changes.rows.clear();
    changes.firstNew.reset();
}

void Session::Private::take(EventsArrived& arrived, Changes& changes)
{
    for (const domain::RecordedDutyEvent& event : arrived.events.duties) {
        if (duties.store.apply(event))
            changedDuties.push_back(event.subject);
        desk.onConfirmedEvent(event);
        link.seq = std::max(link.seq, event.seq);
        link.dataAt = std::max(link.dataAt, event.at);
        changes.link = true;
    }
    for (const domain::RecordedEvent& event : arrived.events.cases) {
        const CaseStore::Applied applied = cases.apply(event);
        if (applied.isNew && !changes.firstNew)
            changes.firstNew = applied.row;
        if (applied.changed)
            changes.rows.push_back(applied.row);
        desk.onConfirmedEvent(event, changes.rows);
        link.seq = std::max(link.seq, event.seq);
        link.dataAt = std::max(link.dataAt, event.at);
        changes.link = true;
    }
}

void Session::Private::take(const CommandMoved& moved, Changes& changes)
{
    const auto caseId = desk.apply(moved, changes.rows);
    if (!caseId)
        return;
    changes.outbox = true;
    if (moved.state == CommandState::Confirmed || moved.state == CommandState::Refused)
        changes.ended.push_back({moved.id, *caseId, moved.state});
}

void Session::Private::take(domain::InForce rules, Changes& changes)
{
    inForce = std::move(rules);
    changes.inForce = true;
}

void Session::Private::drain()
{
    lastDrain.start();
    Changes changes;
    std::size_t events = 0;
    while (events < eventsASlice) {
        auto letter = mailbox.take();
        if (!letter)
            break;
        if (auto* picture = std::get_if<PictureLoaded>(&*letter)) {
            take(*picture, changes);
        } else if (auto* arrived = std::get_if<EventsArrived>(&*letter)) {
            events += arrived->events.size();
            take(*arrived, changes);
        } else if (auto* positions = std::get_if<protocol::PositionFrame>(&*letter)) {
            people.apply(*positions);
            changes.people = true;
        } else if (auto* moved = std::get_if<LinkMoved>(&*letter)) {
            const bool isBack = link.state != LinkState::Online && moved->status.state == LinkState::Online;
            link = std::move(moved->status);
            offset = moved->offset;
            changes.link = true;
            if (isBack)
                wantReferences(); // what couldn't be fetched while the gateway was away
        } else if (auto* outbox = std::get_if<OutboxLoaded>(&*letter)) {
            changes.outbox = !outbox->commands.empty();
            desk.load(std::move(outbox->commands), changes.rows);
        } else if (auto* command = std::get_if<CommandMoved>(&*letter)) {
            take(*command, changes);
        } else if (auto* timeline = std::get_if<TimelineArrived>(&*letter)) {
            changes.timelines.push_back(std::move(*timeline));
        } else if (auto* reference = std::get_if<ReferenceArrived>(&*letter)) {
            if (duties.take(reference->kind, reference->version, std::move(reference->content)))
                changes.references.push_back(reference->kind);
            take(std::move(reference->inForce), changes);
        } else if (auto* rules = std::get_if<domain::InForce>(&*letter)) {
            take(std::move(*rules), changes);
        } else if (auto* index = std::get_if<std::shared_ptr<const geo::GridIndex>>(&*letter)) {
            grids = std::move(*index);
        } else if (auto* error = std::get_if<Error>(&*letter)) {
            changes.errors.push_back(std::move(*error));
        }
    }
    if (!mailbox.isEmpty())
        schedule();
    tell(changes);
}

void Session::Private::changed(std::vector<std::uint32_t> rows)
{
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    Q_EMIT q.casesChanged(rows);
}

void Session::Private::tellDuties()
{
    for (const domain::Subject subject : desk.takeChangedDuties())
        changedDuties.push_back(subject);
    std::vector<domain::Subject> subjects = std::exchange(changedDuties, {});
    if (subjects.empty())
        return;
    std::ranges::sort(subjects);
    const auto twice = std::ranges::unique(subjects);
    subjects.erase(twice.begin(), twice.end());
    Q_EMIT q.dutiesChanged(subjects);
    if (subjects.back().kind == domain::SubjectKind::Reference)
        wantReferences();
}

void Session::Private::wantReferences()
{
    for (const auto& [kind, publication] : duties.wanted())
        onWorker([kind, publication](SessionWorker& w) { w.requestReference(kind, publication); });
}

void Session::Private::tell(Changes& changes)
{
    if (changes.inForce)
        Q_EMIT q.inForceChanged();
    if (changes.isReset) {
        Q_EMIT q.casesReset();
        changedDuties.clear();
        Q_EMIT q.dutiesReset();
        wantReferences();
    } else {
        if (changes.firstNew) {
            std::erase_if(changes.rows, [first = *changes.firstNew](std::uint32_t row) { return row >= first; });
            Q_EMIT q.casesAppended(static_cast<int>(*changes.firstNew), static_cast<int>(cases.size()) - 1);
        }
        changed(std::move(changes.rows));
    }
    tellDuties();
    for (const domain::ReferenceKind kind : changes.references)
        Q_EMIT q.referencePublished(kind);
    if (changes.people)
        Q_EMIT q.peopleMoved();
    if (changes.link)
        Q_EMIT q.linkChanged();
    if (changes.outbox)
        Q_EMIT q.outboxChanged();
    for (const Changes::Ended& ended : changes.ended) {
        if (ended.state == CommandState::Confirmed)
            Q_EMIT q.commandConfirmed(ended.id, ended.caseId);
        else
            Q_EMIT q.commandRefused(ended.id, ended.caseId);
    }
    for (const TimelineArrived& timeline : changes.timelines)
        Q_EMIT q.timelineReady(timeline.id, timeline.events, timeline.source);
    for (const Error& error : changes.errors)
        Q_EMIT q.failed(error);
}

} // namespace zs::session
