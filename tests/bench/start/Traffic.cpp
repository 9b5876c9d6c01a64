#include "tests/bench/start/Traffic.h"

#include "base/Clock.h"
#include "protocol/Messages.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"
#include "tests/bench/start/City.h"

#include <QCryptographicHash>
#include <QEventLoop>

#include <cstdio>

namespace zs::bench {

using namespace domain;

namespace {

constexpr int eventsASecond = 10, notesACase = 9;

[[noreturn]] void stopWith(const char* what, const std::string& why)
{
    std::fprintf(stderr, "bench_start: %s: %s\n", what, why.c_str());
    std::exit(1);
}

link::TlsIdentity identity(const QString& pki, const QString& name)
{
    const auto tls = link::TlsIdentity::load(pki + QStringLiteral("/ca.crt"), pki + u'/' + name + QStringLiteral(".crt"),
                                             pki + u'/' + name + QStringLiteral(".key"));
    if (!tls)
        stopWith("a certificate can't be used", tls.error().sentence);
    return *tls;
}

} // namespace

Traffic::Traffic(const QUrl& gateway, const QString& pki, const City& city, std::uint64_t cases)
    : m_city(city), m_cases(cases), m_field(gateway, identity(pki, QStringLiteral("field-1"))),
      m_desk(gateway, identity(pki, QStringLiteral("console-2"))), m_leader(gateway, identity(pki, QStringLiteral("leader-1")))
{
    connect(&m_second, &QTimer::timeout, this, [this] {
        for (const std::string& frame : positionsOfAll(m_city, SystemClock().now()))
            m_field.postPositions(QByteArray::fromStdString(frame), [](const link::LinkResult<void>&) {});
    });
    connect(&m_event, &QTimer::timeout, this, &Traffic::command);
}

void Traffic::publish()
{
    const auto send = [this](ReferenceKind kind, std::string content) {
        Publish command;
        command.published.kind = kind;
        command.published.version = 2; // the first is what the gateway brought
        command.published.size = static_cast<std::uint32_t>(content.size());
        command.published.sha256 = QCryptographicHash::hash(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())),
                                                            QCryptographicHash::Sha256).toHex().toStdString();
        command.published.note = "bench";
        command.content = std::move(content);
        const protocol::DutyEnvelope envelope{Uuid::random(), referenceSubject(kind), {}, std::move(command)};
        QEventLoop loop;
        m_leader.postCommand(QByteArray::fromStdString(protocol::encodeCommand(envelope)), [&](const link::LinkResult<link::CommandAnswer>& answer) {
            if (!answer)
                stopWith("reference data was not taken", answer.error().error.sentence);
            if (answer->reply.error)
                stopWith("reference data was refused", answer->reply.error->en);
            loop.quit();
        });
        loop.exec();
    };
    CalendarData calendar = (*protocol::shippedCalendar())->data();
    calendar.changes = {{*parseIsoDay("2026-06-01"), DayKind::Holiday, "停工"}};
    send(ReferenceKind::Calendar, protocol::writeCalendar(calendar));
    send(ReferenceKind::Catalogue, protocol::writeCatalogue(*protocol::shippedCatalogue()));
}

void Traffic::sendPositions()
{
    for (const std::string& frame : positionsOfAll(m_city, SystemClock().now())) {
        QEventLoop loop;
        m_field.postPositions(QByteArray::fromStdString(frame), [&](const link::LinkResult<void>& sent) {
            if (!sent)
                stopWith("the positions were not taken", sent.error().error.sentence);
            loop.quit();
        });
        loop.exec();
    }
}

void Traffic::flow()
{
    m_second.start(std::chrono::seconds(1));
    m_event.start(std::chrono::milliseconds(1000 / eventsASecond));
}

void Traffic::stop()
{
    m_second.stop();
    m_event.stop();
}

void Traffic::command()
{
    protocol::CommandEnvelope envelope{Uuid::random(), CaseId(1 + m_random() % m_cases), {}, Note{"现场已查看"}};
    if (++m_sent % (notesACase + 1) == 0) {
        const Grid& grid = m_city.grids[m_random() % m_city.grids.size()];
        const Matter& matter = m_city.matters[m_random() % m_city.matters.size()];
        envelope.caseId = {};
        envelope.command = Receive{matter.kind, Channel::GridApp, matter.name.zh, "巡查发现", grid.label, grid.id, matter.priority, "", ""};
    }
    m_desk.postCommand(envelope, [this](const link::LinkResult<link::CommandAnswer>& answer) { m_taken += answer && !answer->reply.error; });
}

} // namespace zs::bench
