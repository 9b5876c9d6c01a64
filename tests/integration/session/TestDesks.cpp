#include "TestDesks.h"

#include "DeskProgram.h"
#include "Gateway.h"
#include "link/GatewayClient.h"
#include "protocol/vocab/Calendar.h"
#include "tests/session/Desk.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <map>

using namespace zs;
using namespace zs::domain;
using session::CommandState;
using session::LinkState;
using testkit::Desk;
using testkit::Gateway;

namespace {

const CaseCommand classify = Classify{MatterId{1}, Priority::High};
constexpr int patience = 30'000; ///< ms

/// Receives a case at `desk` and waits until it's there.
CaseId receive(Desk& desk, const char* title)
{
    const std::size_t before = desk->cases().size();
    if (!QTest::qWaitFor([&] { return desk->check({}, testkit::receiveCommand(title)).has_value(); }, patience) ||
        !desk->submit({}, testkit::receiveCommand(title)) ||
        !QTest::qWaitFor([&] { return desk->cases().size() == before + 1; }, patience))
        qFatal("the case wasn't received: %s", qPrintable(desk->link().reason));
    return desk->cases().row(before).id;
}

bool sameCases(Desk& a, Desk& b)
{
    if (a->cases().size() != b->cases().size())
        return false;
    for (std::size_t i = 0; i < a->cases().size(); ++i) {
        const Case* other = b->cases().confirmed(a->cases().row(i).id);
        if (!other || *other != *a->cases().confirmed(other->id))
            return false;
    }
    return true;
}

/// How often each note stands in the case, as the gateway tells it.
std::map<std::string, int> notesOf(Desk& desk, CaseId id)
{
    QSignalSpy ready(&*desk.operator->(), &session::Session::timelineReady);
    desk->requestTimeline(id);
    if (!QTest::qWaitFor([&] { return !ready.isEmpty(); }, patience) ||
        ready[0][2].value<session::TimelineSource>() != session::TimelineSource::Gateway)
        qFatal("no timeline");
    std::map<std::string, int> notes;
    for (const RecordedEvent& event : ready[0][1].value<std::vector<RecordedEvent>>())
        if (const auto* note = std::get_if<Noted>(&event.event))
            ++notes[note->text];
    return notes;
}

} // namespace

void TestDesks::oneDispatchesTheOtherSees()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk one(m_pki, gateway.url(), clock, "console-1"), two(m_pki, gateway.url(), clock, "console-2");
    one.open();
    two.open();
    QTRY_VERIFY_WITH_TIMEOUT(one.is(LinkState::Online) && two.is(LinkState::Online), patience);
    const CaseId id = receive(one, "井盖缺失");
    QVERIFY(one->submit(id, classify));
    QVERIFY(one->submit(id, Dispatch{PersonId{3}, "快"}));
    QTRY_VERIFY_WITH_TIMEOUT(two->cases().find(id) && two->cases().find(id)->handler == PersonId{3}, patience);
    QCOMPARE(two->cases().openCasesOf(PersonId{3}), 1);

    // The person answers by the grid officers' app.
    const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    link::GatewayClient app(gateway.url(), *link::TlsIdentity::load(text(m_pki.authority()), text(m_pki.certificate("field-1")), text(m_pki.key("field-1"))));
    std::optional<link::LinkResult<link::CommandAnswer>> answer;
    app.postCommand({Uuid::random(), id, 3, Acknowledge{PersonId{3}}}, [&](auto a) { answer = std::move(a); });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
    QVERIFY2(*answer && !(*answer)->reply.error, *answer ? (*answer)->reply.error->en.c_str() : answer->error().error.sentence.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(one->cases().find(id)->phase == Phase::Acknowledged, patience);
    QTRY_VERIFY_WITH_TIMEOUT(two->cases().find(id)->phase == Phase::Acknowledged, patience);

    std::optional<link::LinkResult<void>> taken;
    const auto frame = protocol::encodePositions({clock.now(), {protocol::Position::at(PersonId{3}, testkit::placeInGrid(2))}});
    app.postPositions(QByteArray::fromStdString(frame), [&](auto a) { taken = std::move(a); });
    QTRY_VERIFY_WITH_TIMEOUT(taken.has_value(), patience);
    QVERIFY2(*taken, *taken ? "" : taken->error().error.sentence.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(one->people().fix(PersonId{3}) && two->people().fix(PersonId{3}), patience);

    QTRY_VERIFY_WITH_TIMEOUT(sameCases(one, two) && one->outbox().empty(), patience);
    QVERIFY(one.errors.empty() && two.errors.empty());
    QTRY_VERIFY_WITH_TIMEOUT(one->link().latency > Millis(0) || one->link().dataAt != TimePoint{}, patience);
}

void TestDesks::twoWantTheSameCase()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk one(m_pki, gateway.url(), clock, "console-1"), two(m_pki, gateway.url(), clock, "console-2");
    one.open();
    two.open();
    QTRY_VERIFY_WITH_TIMEOUT(one.is(LinkState::Online) && two.is(LinkState::Online), patience);
    const CaseId id = receive(one, "井盖缺失");
    QTRY_VERIFY_WITH_TIMEOUT(two->cases().size() == 1, patience);
    // In the same moment, before either can have heard of the other.
    QVERIFY(one->submit(id, classify));
    QVERIFY(two->submit(id, classify));
    QTRY_COMPARE_WITH_TIMEOUT(one.refused.size() + two.refused.size(), std::size_t{1}, patience);
    Desk& loser = one.refused.empty() ? two : one;
    QCOMPARE(loser->outbox()[0].rejection->code, std::string("case.version"));
    QCOMPARE(loser->outbox()[0].currentVersion, 2u);
    QTRY_VERIFY_WITH_TIMEOUT(sameCases(one, two) && one->cases().find(id)->version == 2, patience);
}

void TestDesks::dutiesGoTheSameWay()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk one(m_pki, gateway.url(), clock, "console-1"), two(m_pki, gateway.url(), clock, "console-2");
    one.open();
    two.open();
    QTRY_VERIFY_WITH_TIMEOUT(one.is(LinkState::Online) && two.is(LinkState::Online), patience);
    const DayNumber today = dayNumber(one->serverNow(), one->city().utcOffset);
    const Subject period{SubjectKind::SensitivePeriod, 1}, sheet{SubjectKind::ZeroReport, sheetNumber({1, 0, TownId(1)})};
    QVERIFY(one->submit(Subject{SubjectKind::SensitivePeriod, 0}, OpenPeriod{{"两会安保", "", today, today + 3, 24 * 60, {}}}));
    QTRY_VERIFY_WITH_TIMEOUT(two->duties().find(period), patience);
    const CaseId id = receive(two, "井盖缺失"); // cases and duties on one stream
    QVERIFY(two->submit(sheet, ReportDay{GridId(1), 0, "", {}}));
    QVERIFY(two->duties().find<DaySheet>(sheet.number)->find(GridId(1))); // shown at once
    QTRY_VERIFY_WITH_TIMEOUT(one->duties().find(sheet) && one->cases().find(id), patience);
    QTRY_VERIFY_WITH_TIMEOUT(one->outbox().empty() && two->outbox().empty() && !two->duties().isPending(sheet), patience);
    // Without a gateway: shown, kept over a restart, and sent once.
    gateway.killHard();
    QTRY_VERIFY_WITH_TIMEOUT(two.is(LinkState::Offline), patience);
    QVERIFY(two->submit(sheet, ReportDay{GridId(2), 3, "", {}}));
    QVERIFY(!two->submit(sheet, ReportDay{GridId(2), 3, "", {}})); // the desk knows the rules
    two.close();
    two.open();
    QTRY_VERIFY_WITH_TIMEOUT(two->duties().find<DaySheet>(sheet.number) && two->outbox().size() == 1, patience);
    QCOMPARE(two->duties().find<DaySheet>(sheet.number)->reports.size(), std::size_t{2});
    gateway.start();
    QTRY_VERIFY_WITH_TIMEOUT(two->outbox().empty() && one.is(LinkState::Online), patience);
    QTRY_VERIFY_WITH_TIMEOUT(one->duties().find<DaySheet>(sheet.number)->reports.size() == 2, patience);
    QVERIFY(*one->duties().confirmed(sheet) == *two->duties().confirmed(sheet));
    QVERIFY(two.refused.empty());
}

void TestDesks::whatIsPublishedComesToEveryDesk()
{
    m_pki.issue({pki::Role::Leader, "leader-1", {}});
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk leader(m_pki, gateway.url(), clock, "leader-1"), other(m_pki, gateway.url(), clock, "console-2");
    leader.config.seat = Actor{.name = "leader-1", .role = Role::Leader};
    leader.open();
    other.open();
    QTRY_VERIFY_WITH_TIMEOUT(leader.is(LinkState::Online) && other.is(LinkState::Online), patience);
    const auto publish = [&](std::uint32_t version, const std::string& content) {
        const QByteArray hash = QCryptographicHash::hash(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())), QCryptographicHash::Sha256);
        return leader->submit(referenceSubject(ReferenceKind::Calendar),
                              Publish{{ReferenceKind::Calendar, version, hash.toHex().toStdString(), static_cast<std::uint32_t>(content.size()), "调休"}, content});
    };
    const std::string calendar = protocol::writeCalendar(protocol::shippedCalendar().value()->data());
    QTRY_VERIFY_WITH_TIMEOUT(leader->duties().find<Reference>(2), patience); // the gateway's own is version 1
    QVERIFY(publish(2, calendar));
    QTRY_VERIFY_WITH_TIMEOUT(other->published(ReferenceKind::Calendar) && other->published(ReferenceKind::Calendar)->version == 2, patience);
    QCOMPARE(other->published(ReferenceKind::Calendar)->content, calendar);
    // What no reader can read isn't published, whoever asks.
    QTRY_VERIFY_WITH_TIMEOUT(leader->outbox().empty(), patience);
    QVERIFY(publish(3, "{}"));
    QTRY_VERIFY_WITH_TIMEOUT(leader.refused.size() == 1, patience);
    QCOMPARE(leader->outbox().front().rejection->code, std::string("reference.content"));
    QCOMPARE(other->duties().find<Reference>(2)->publications.size(), std::size_t{2});
    // It is there without a gateway too.
    other.close();
    gateway.killHard();
    other.open();
    QTRY_VERIFY_WITH_TIMEOUT(other->published(ReferenceKind::Calendar), patience);
    QCOMPARE(other->published(ReferenceKind::Calendar)->version, 2u);
    // The picture came with it: its clocks needn't be counted a second time.
    QVERIFY(other->cases().calendar()->data() == protocol::shippedCalendar().value()->data());
}

void TestDesks::offlineThenSent()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online), patience);
    const CaseId id = receive(desk, "井盖缺失");
    gateway.killHard();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Offline), patience);
    QVERIFY(desk->submit(id, classify));
    QVERIFY(desk->submit(id, Dispatch{PersonId{1}, ""}));
    QVERIFY(desk->stateOf(id) == CommandState::Waiting);
    desk.close();
    desk.open(); // still without a gateway
    QTRY_COMPARE_WITH_TIMEOUT(desk->outbox().size(), std::size_t{2}, patience);
    gateway.start();
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty() && desk->cases().confirmed(id)->version == 3, patience);
    QVERIFY(desk.refused.empty());
    QCOMPARE(desk->cases().confirmed(id)->handler, PersonId{1});
}

void TestDesks::theGatewayIsKilledUnderLoad()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk desk(m_pki, gateway.url(), clock), watcher(m_pki, gateway.url(), clock, "console-2");
    desk.open();
    watcher.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online) && watcher.is(LinkState::Online), patience);
    constexpr int cases = 5, rounds = 4, each = 12;
    for (int n = 0; n < cases; ++n)
        receive(desk, "积水");
    for (int round = 0; round < rounds; ++round) {
        for (int n = 0; n < each; ++n)
            for (std::size_t i = 0; i < cases; ++i)
                QVERIFY(desk->submit(desk->cases().row(i).id, Note{std::to_string(round) + "." + std::to_string(n)}));
        const std::size_t some = desk.confirmed.size() + 10;
        QTRY_VERIFY_WITH_TIMEOUT(desk.confirmed.size() >= some, patience);
        gateway.killHard(); // in the middle of them
        gateway.start();
        desk->reconnectNow();
    }
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty(), 2 * patience);
    QTRY_VERIFY_WITH_TIMEOUT(sameCases(desk, watcher), patience);
    for (std::size_t i = 0; i < cases; ++i) {
        const CaseId id = desk->cases().row(i).id;
        const auto notes = notesOf(desk, id);
        QCOMPARE(notes.size(), std::size_t{rounds * each});
        for (const auto& [text, times] : notes)
            QVERIFY2(times == 1, text.c_str());
        QCOMPARE(desk->cases().confirmed(id)->version, 1u + rounds * each);
    }
    QVERIFY(desk.refused.empty());
}

void TestDesks::theConsoleIsKilledUnderLoad()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online), patience);
    constexpr int cases = 3, notes = 30;
    for (int n = 0; n < cases; ++n)
        receive(desk, "积水");
    desk.close();
    {
        testkit::Program console;
        QVERIFY(console.start(QCoreApplication::applicationFilePath(), testkit::deskArguments(desk.config, cases, notes)));
        QVERIFY2(!console.waitForLine(QRegularExpression(QStringLiteral("under way")), std::chrono::seconds(30)).isNull(),
                 qPrintable(console.output()));
        console.killHard(); // some confirmed, some under way, some not sent
    }
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty(), patience);
    QVERIFY(desk.refused.empty());
    for (std::uint64_t id = 1; id <= cases; ++id) {
        // What reached the disk is there once and in order; what the kill caught before the disk is the tail.
        int last = 0;
        const auto written = notesOf(desk, CaseId{id});
        for (const auto& [text, times] : written) {
            QVERIFY2(times == 1, text.c_str());
            last = std::max(last, std::stoi(text.substr(5)) + 1);
        }
        QCOMPARE(int(written.size()), last);
        QVERIFY(last > 0);
        qInfo("case %llu: %d of %d notes had reached the disk when the console was killed", static_cast<unsigned long long>(id), last, notes);
    }
}

void TestDesks::aStrangerIsRefused()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    testkit::TestPki other;
    Desk desk(other, gateway.url(), clock);
    desk.config.caFile = QString::fromStdString(m_pki.authority().string()); // trusts the gateway, isn't trusted by it
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Refused), patience);
    QVERIFY2(desk->link().reason.contains(QStringLiteral("this desk's certificate")), qPrintable(desk->link().reason));
}

void TestDesks::aRevokedDeskIsRefused()
{
    SystemClock clock;
    testkit::TestPki pki;
    pki.issue({pki::Role::Dispatcher, "console-9", {}});
    QVERIFY(pki.ca().revoke("console-9"));
    Gateway gateway(pki);
    Desk desk(pki, gateway.url(), clock, "console-9");
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Refused), patience);
}
