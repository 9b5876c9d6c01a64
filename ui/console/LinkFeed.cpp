#include "ui/console/LinkFeed.h"

#include "ui/cases/CaseWords.h"

#include <algorithm>

namespace zs::console {

using session::LinkState;

namespace {
std::chrono::seconds wholeSeconds(Millis d) { return std::max(std::chrono::floor<std::chrono::seconds>(d), std::chrono::seconds(0)); }
} // namespace

LinkFeed::LinkFeed(const session::Session& session, const cases::Workplace& place, const cases::CaseTableModel& queue,
                   shell::MainWindow& window, QObject* parent)
    : QObject(parent), m_session(session), m_place(place), m_queue(queue), m_window(window)
{
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &LinkFeed::refresh);
    connect(&session, &session::Session::linkChanged, this, &LinkFeed::refresh);
    connect(&session, &session::Session::outboxChanged, this, &LinkFeed::refresh);
    connect(&place.translations, &kit::Translations::changed, this, [this] {
        refreshTopBar();
        refresh();
    });
    m_second.start();
    refreshTopBar();
    refresh();
}

void LinkFeed::refresh()
{
    m_window.statusBar().setLink(linkView());
    m_window.alarmSlot().setView(alarmView());
}

void LinkFeed::say(const QString& sentence)
{
    m_said = sentence;
    refresh();
}

shell::LinkView LinkFeed::linkView() const
{
    const session::LinkStatus& link = m_session.link();
    shell::LinkView view;
    switch (link.state) {
    case LinkState::Online: view.state = shell::LinkState::Connected; break;
    case LinkState::Starting: view.state = shell::LinkState::Connecting; break;
    case LinkState::Offline:
    case LinkState::Refused: view.state = shell::LinkState::Lost; break;
    }
    if (link.state == LinkState::Online)
        view.latency = link.latency;
    else if (link.offlineSince != TimePoint{})
        view.lostFor = wholeSeconds(m_session.serverNow() - link.offlineSince);
    if (link.dataAt != TimePoint{})
        view.dataAge = wholeSeconds(m_session.serverNow() - link.dataAt);
    view.seq = static_cast<quint64>(link.seq);
    for (const session::DeskCommand& command : m_session.outbox()) {
        view.pending += command.state == session::CommandState::Waiting || command.state == session::CommandState::Sent;
        view.unknown += command.state == session::CommandState::Unknown;
        view.refused += command.state == session::CommandState::Refused;
    }
    return view;
}

shell::AlarmView LinkFeed::alarmView() const
{
    const session::LinkStatus& link = m_session.link();
    shell::AlarmView view;
    if (link.state == LinkState::Refused) {
        view.state = shell::AlarmState::High;
        view.word = tr("Refused");
        view.headline = tr("The gateway was not accepted");
        view.detail = link.reason;
        view.actions = {{QStringLiteral("reconnect"), tr("Try again")}};
        return view;
    }
    if (link.state == LinkState::Offline) {
        view.state = shell::AlarmState::Offline;
        view.word = tr("Gateway unreachable");
        view.headline = tr("You see the data of %1. Dispatching goes on: commands are kept here and sent when the link is back.")
                            .arg(cases::CaseWords::clock(m_place, link.dataAt, m_session.serverNow()));
        if (link.nextTry > m_session.serverNow())
            view.trailing = tr("try %1, next in %2 s").arg(link.attempt).arg(wholeSeconds(link.nextTry - m_session.serverNow()).count());
        view.actions = {{QStringLiteral("reconnect"), tr("Reconnect now")}};
        return view;
    }
    const auto refused = std::ranges::count(m_session.outbox(), session::CommandState::Refused, &session::DeskCommand::state);
    if (refused > 0) {
        view.state = shell::AlarmState::High;
        view.word = tr("Refused");
        view.headline = tr("%n command(s) of this desk", nullptr, static_cast<int>(refused));
        view.detail = tr("Nothing was changed; the reasons are in the outbox.");
        view.actions = {{QStringLiteral("outbox"), tr("Open the outbox")}};
        return view;
    }
    if (!m_said.isEmpty()) {
        view.state = shell::AlarmState::Shelved;
        view.headline = m_said;
        view.actions = {{QStringLiteral("understood"), tr("Understood")}};
        return view;
    }
    const auto& order = m_queue.order();
    // Of all open cases: a filter or a search in the queue must not make the city look calmer than it is.
    view.state = shell::AlarmState::Quiet;
    view.headline = m_session.isLoaded()
                        ? tr("%1 open, %2 overdue, %3 due soon")
                              .arg(order.countOf(cases::Segment::All))
                              .arg(order.countOf(cases::Group::Overdue))
                              .arg(order.countOf(cases::Group::NearLimit))
                        : tr("Fetching the picture of the city");
    return view;
}

void LinkFeed::refreshTopBar()
{
    const domain::City& city = m_session.city();
    shell::TopBarView view;
    view.place = m_place.text(city.name);
    if (!city.centreName.zh.empty())
        view.place += tr(", ") + m_place.text(city.centreName);
    if (!city.remark.zh.empty())
        view.place += tr(" (%1)").arg(m_place.text(city.remark));
    view.seats = {{QStringLiteral("dispatch"), tr("Dispatch")}};
    view.seat = QStringLiteral("dispatch");
    view.shift = m_place.operatorName;
    m_window.topBar().setView(view);
}

} // namespace zs::console
