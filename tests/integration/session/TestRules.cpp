#include "TestRules.h"

#include "Gateway.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"
#include "tests/session/Desk.h"

#include <QCryptographicHash>
#include <QFile>

using namespace zs;
using namespace zs::domain;
using session::LinkState;
using testkit::Desk;
using testkit::Gateway;

namespace {

constexpr int patience = 30'000; ///< ms

std::string calendar(const std::string& version)
{
    CalendarData data = protocol::shippedCalendar().value()->data();
    data.version = version;
    return protocol::writeCalendar(data);
}

std::string catalogue(const std::string& version, std::uint32_t days)
{
    Catalogue out;
    out.version = version;
    out.name = {"小城目录", "Small catalogue"};
    out.departments = {{"urban", {"城市管理局", "Urban management"}, {"城管", "Urban"}}};
    out.matters = {{"101", MatterList::Grid, "urban", CaseKind::Hazard, {"井盖缺失", "Missing manhole cover"}, Priority::Normal, {"井盖"}}};
    out.rules = {{"101", "", RuleLevel::Any, "urban", {"housing"}, Priority::Urgent, {.response = {5}, .report = {days, LimitUnit::WorkingDays}}}};
    return protocol::writeCatalogue(out);
}

tl::expected<Uuid, Rejection> publish(Desk& leader, ReferenceKind kind, const std::string& content)
{
    const auto* reference = leader->duties().find<Reference>(referenceNumber(kind));
    const Publication* latest = reference ? reference->latest() : nullptr;
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())), QCryptographicHash::Sha256);
    return leader->submit(referenceSubject(kind), Publish{{kind, latest ? latest->version + 1 : 1, hash.toHex().toStdString(),
                                                           static_cast<std::uint32_t>(content.size()), "更新"}, content});
}

std::string calendarOf(Desk& desk) { return desk->inForce().calendar->data().version; }
std::string catalogueOf(Desk& desk) { return desk->inForce().router ? desk->inForce().router->catalogue().version : std::string(); }

} // namespace

void TestRules::initTestCase() { m_pki.issue({pki::Role::Leader, "leader-1", {}}); }

void TestRules::theGatewaysCalendarIsEveryDesks()
{
    testkit::TempDir dir;
    const QString file = dir.filePath(QStringLiteral("calendar.json"));
    const auto write = [&](const std::string& version) {
        QFile out(file);
        QVERIFY(out.open(QFile::WriteOnly | QFile::Truncate));
        out.write(QByteArray::fromStdString(calendar(version)));
    };
    write("city-1");
    SystemClock clock;
    Gateway gateway(m_pki, {QStringLiteral("--calendar"), file});
    Desk leader(m_pki, gateway.url(), clock, "leader-1"), other(m_pki, gateway.url(), clock, "console-2");
    leader.config.seat = Actor{.name = "leader-1", .role = Role::Leader};
    leader.open();
    other.open();
    QTRY_VERIFY_WITH_TIMEOUT(calendarOf(leader) == "city-1" && calendarOf(other) == "city-1", patience);
    // Another file at the next start: every desk follows.
    write("city-2");
    gateway.killHard();
    gateway.start();
    leader->reconnectNow();
    other->reconnectNow();
    QTRY_VERIFY_WITH_TIMEOUT(calendarOf(leader) == "city-2" && calendarOf(other) == "city-2", patience);
    // What a leader publishes stands above the file from then on.
    QTRY_VERIFY_WITH_TIMEOUT(leader.is(LinkState::Online), patience);
    QVERIFY(publish(leader, ReferenceKind::Calendar, calendar("ours")));
    QTRY_VERIFY_WITH_TIMEOUT(calendarOf(other) == "ours", patience);
    write("city-3");
    gateway.killHard();
    gateway.start();
    other->reconnectNow();
    QTRY_VERIFY_WITH_TIMEOUT(other.is(LinkState::Online), patience);
    QCOMPARE(calendarOf(other), std::string("ours"));
    // And without a gateway.
    other.close();
    gateway.killHard();
    other.open();
    QTRY_VERIFY_WITH_TIMEOUT(other->isLoaded(), patience);
    QCOMPARE(calendarOf(other), std::string("ours"));
}

void TestRules::theCatalogueRulesTheCasesOfEveryDesk()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk leader(m_pki, gateway.url(), clock, "leader-1"), desk(m_pki, gateway.url(), clock);
    leader.config.seat = Actor{.name = "leader-1", .role = Role::Leader};
    leader.open();
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(leader.is(LinkState::Online) && desk.is(LinkState::Online), patience);
    const auto receive = [&] {
        const std::size_t before = desk->cases().size();
        const auto sent = QTest::qWaitFor([&] { return desk->check({}, testkit::receiveCommand("井盖缺失")).has_value(); }, patience)
                          && desk->submit({}, testkit::receiveCommand("井盖缺失"));
        return sent && QTest::qWaitFor([&] { return desk->cases().size() == before + 1; }, patience) ? desk->cases().row(before).id : CaseId();
    };
    const CaseId early = receive(), late = receive();
    QVERIFY(early && late);
    QVERIFY(desk->submit(early, Classify{MatterId(1), {}}));
    QCOMPARE(desk->cases().find(early)->limits.report, (LimitSpan{1, LimitUnit::NaturalDays})); // the pack's
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty(), patience);
    QVERIFY(publish(leader, ReferenceKind::Catalogue, catalogue("small.2", 4)));
    QTRY_VERIFY_WITH_TIMEOUT(catalogueOf(desk) == "small.2", patience);
    QVERIFY(desk->submit(late, Classify{MatterId(1), {}}));
    // Shown at once as the gateway will decide it, and then decided so.
    const auto ruled = [&](const Case& c) { return c.priority == Priority::Urgent && c.limits.report == LimitSpan{4, LimitUnit::WorkingDays}; };
    QVERIFY(ruled(*desk->cases().find(late)));
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty() && desk->cases().confirmed(late)->version == 2, patience);
    QVERIFY(ruled(*desk->cases().confirmed(late)));
    QCOMPARE(desk->cases().confirmed(early)->limits.report, (LimitSpan{1, LimitUnit::NaturalDays})); // a case keeps its own
    // The same after a restart of both.
    desk.close();
    gateway.killHard();
    gateway.start();
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online) && catalogueOf(desk) == "small.2", patience);
    const CaseId third = receive();
    QVERIFY(third && desk->submit(third, Classify{MatterId(1), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty() && desk->cases().confirmed(third)->version == 2, patience);
    QVERIFY(ruled(*desk->cases().confirmed(third)) && desk.refused.empty());
}

void TestRules::filedAndMergedOutlivesTheConsole()
{
    SystemClock clock;
    Gateway gateway(m_pki);
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk->check({}, testkit::receiveCommand("积水")), patience);
    QVERIFY(desk->submit({}, testkit::receiveCommand("积水")));
    QTRY_COMPARE_WITH_TIMEOUT(desk->cases().size(), std::size_t{1}, patience);
    const CaseId parent = desk->cases().row(0).id;
    gateway.killHard();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Offline), patience);
    Receive again = testkit::receiveCommand("积水，又有人反映");
    again.duplicateOf = parent;
    QVERIFY(desk->submit({}, again));
    desk.close(); // nothing of it was sent
    desk.open();
    QTRY_COMPARE_WITH_TIMEOUT(desk->outbox().size(), std::size_t{1}, patience);
    gateway.start();
    desk->reconnectNow();
    QTRY_VERIFY_WITH_TIMEOUT(desk->outbox().empty() && desk->cases().size() == 2, patience);
    const Case& filed = desk->cases().row(1);
    QVERIFY(filed.phase == Phase::Merged && filed.mergedInto == parent && filed.version == 1);
    QVERIFY(desk.refused.empty());
}
