#include "sim/live/Live.h"

#include "protocol/Limits.h"

namespace zs::sim {

namespace {
constexpr std::chrono::seconds kRound{1};  ///< how often the daily duties are looked at
constexpr std::size_t kMaxPending = 200; ///< new cases wait while so many are on their way
}

Live::Live(std::shared_ptr<const domain::City> city, QUrl gateway, Identities identities,
           std::unique_ptr<CaseSource> source, LiveOptions options, QObject* parent)
    : QObject(parent), m_city(std::move(city)), m_source(std::move(source)),
      m_crowd(m_city, std::make_shared<CityGraph>(m_city), options.seed, options.habits.pace),
      m_reactions(m_city, m_crowd, options.seed, options.habits),
      m_rounds(m_city, options.seed, options.habits.pace), m_intake(gateway, identities.intake),
      m_agency(gateway, identities.agency), m_field(gateway, identities.field),
      m_stream(gateway, identities.field) {
    m_tick.setInterval(protocol::positionTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &Live::tick);
    m_reconnect.setSingleShot(true);
    m_reconnect.setInterval(std::chrono::milliseconds(500));
    connect(&m_reconnect, &QTimer::timeout, this,
            [this] { m_live || m_seq > 0 ? m_stream.open(m_seq) : takePicture(); });
    if (identities.duty)
        m_duty = std::make_unique<Desk>(gateway, *identities.duty);
    if (identities.supervisor)
        m_supervisor = std::make_unique<Desk>(gateway, *identities.supervisor);
    for (Desk* desk : {&m_intake, &m_agency, &m_field, m_duty.get(), m_supervisor.get()})
        if (desk)
            connect(desk, &Desk::hopeless, this, &Live::ended);
    connect(&m_stream, &link::EventStream::events, this, &Live::onEvents);
    connect(&m_stream, &link::EventStream::hello, this, [this](const protocol::Hello& hello) {
        if (hello.city != m_city->id) {
            Q_EMIT ended(Error{"live.city", "The gateway runs the city \"" + hello.city +
                                                "\", this pack is \"" + m_city->id + "\"."});
            return;
        }
        if (!m_live)
            Q_EMIT ready();
        m_live = true;
    });
    connect(&m_stream, &link::EventStream::gap, this, [this] {
        m_stream.close();
        takePicture();
    });
    connect(&m_stream, &link::EventStream::ended, this, [this](const link::LinkError& why) {
        if (isHopeless(why))
            Q_EMIT ended(why.error);
        else
            m_reconnect.start();
    });
}

void Live::start() {
    m_crowd.advance(m_clock.now());
    m_tick.start();
    takePicture();
}

void Live::takePicture() {
    m_field.client().getSnapshot(
        [this](link::LinkResult<QByteArray> bytes) { onSnapshot(std::move(bytes)); });
}

void Live::onSnapshot(link::LinkResult<QByteArray> bytes) {
    if (!bytes) {
        if (isHopeless(bytes.error()))
            Q_EMIT ended(bytes.error().error);
        else
            m_reconnect.start();
        return;
    }
    const auto snapshot = readSnapshot(*bytes);
    if (!snapshot) {
        Q_EMIT ended(snapshot.error());
        return;
    }
    const TimePoint now = m_clock.now();
    for (const domain::Case& state : snapshot->cases) {
        const domain::Case* known = m_reactions.find(state.id);
        if (!known || known->version < state.version)
            m_reactions.adopt(state, now);
    }
    for (const domain::DutyState& state : snapshot->duties)
        m_rounds.adopt(state);
    m_seq = snapshot->seq;
    m_stream.open(m_seq);
}

void Live::onEvents(const std::vector<domain::RecordedEvent>& cases,
                    const std::vector<domain::RecordedDutyEvent>& duties) {
    const TimePoint now = m_clock.now();
    Seq last = m_seq;
    for (const domain::RecordedEvent& event : cases) {
        if (event.seq <= m_seq)
            continue;
        last = std::max(last, event.seq);
        if (event.version == 1)
            m_rounds.sawCase(event.caseId);
        m_reactions.happened(event, now);
    }
    for (const domain::RecordedDutyEvent& event : duties) {
        last = std::max(last, event.seq);
        m_rounds.happened(event);
    }
    m_seq = last;
}

Desk* Live::deskOf(domain::Role role) {
    switch (role) {
    case domain::Role::Agency:
        return &m_agency;
    case domain::Role::FieldApp:
        return &m_field;
    case domain::Role::Intake:
        return &m_intake;
    case domain::Role::DutyOfficer:
    case domain::Role::Dispatcher:
        return m_duty.get();
    case domain::Role::Supervisor:
    case domain::Role::Leader:
        return m_supervisor.get();
    }
    return nullptr;
}

void Live::tick() {
    const TimePoint now = m_clock.now();
    m_crowd.advance(now);
    if (!m_live)
        return;
    std::vector<QByteArray> frames;
    for (const protocol::PositionFrame& frame : m_crowd.frames(now))
        frames.push_back(QByteArray::fromStdString(protocol::encodePositions(frame)));
    m_figures.frames += static_cast<std::int64_t>(frames.size());
    m_field.postPositions(std::move(frames));
    makeCases(now);
    sendDue(now);
    sendDuties(now);
}

Desk& Live::receiverOf(domain::Channel& channel) {
    using domain::Channel;
    if (channel == Channel::GridApp || channel == Channel::NightVisit)
        return m_field;
    if (channel == Channel::WalkIn && m_duty)
        return *m_duty;
    if (channel == Channel::WalkIn) // nobody sits at the counter
        channel = Channel::OtherPlatform;
    return m_intake;
}

void Live::makeCases(TimePoint now) {
    while (m_intake.pending() < kMaxPending) { // beyond that the gateway is slow or away: nothing is piled up
        auto arrival = m_source->next(now);
        if (!arrival)
            return;
        ++m_figures.made;
        Desk& desk = receiverOf(arrival->made.receive.channel);
        const domain::MatterId matter = arrival->made.what;
        desk.post({}, std::nullopt, std::move(arrival->made.receive),
                  [this, matter, next = arrival->next](const protocol::CommandReply& reply) {
                      if (reply.error) {
                          ++m_figures.notTaken;
                      } else {
                          ++m_figures.received;
                          m_reactions.classifyLater(reply.caseId, matter, next, m_clock.now());
                      }
                      tellWhenAllReceived();
                  });
    }
}

void Live::tellWhenAllReceived() {
    if (m_saidReceived || !m_source->isOver() || m_figures.received + m_figures.notTaken < m_figures.made)
        return;
    m_saidReceived = true;
    Q_EMIT allReceived();
}

void Live::sendDue(TimePoint now) {
    for (DueCommand& due : m_reactions.due(now)) {
        Desk* desk = deskOf(due.as);
        if (!desk)
            continue;
        ++m_figures.commands;
        const CaseId caseId = due.caseId;
        const std::uint32_t base = due.base;
        domain::CaseCommand command = due.command;
        desk->post(caseId, base, std::move(command),
                            [this, due](const protocol::CommandReply& reply) {
                                if (!reply.error)
                                    return;
                                ++m_figures.refused; // somebody at a console was quicker, or the rules say
                                                     // no: both belong to a day
                                m_reactions.refused(due);
                            });
    }
}

void Live::sendDuties(TimePoint now) {
    if (now < m_nextRound)
        return;
    m_nextRound = now + kRound;
    for (DueDuty& due : m_rounds.due(now)) {
        Desk* desk = deskOf(due.as);
        if (!desk)
            continue;
        ++m_figures.duties;
        desk->post(due.subject, due.base, std::move(due.command), [this](const protocol::CommandReply& reply) {
            if (reply.error)
                ++m_figures.refused;
        });
    }
}

} // namespace zs::sim
