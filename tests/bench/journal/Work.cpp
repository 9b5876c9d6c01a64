#include "tests/bench/journal/Work.h"

#include "gateway/decide/Decider.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"
#include "tests/gateway/kit/TinyCity.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace zs::bench {

using namespace domain;
using namespace gateway;

namespace {

constexpr std::uint32_t lifeLength = 12;

const std::string detail =
    "居民反映小区东门外消防通道长期被社会车辆占用，物业多次劝离无效，夜间尤其严重，"
    "担心发生火情时消防车无法进入；希望有关部门尽快到现场处理，并安排长期管理。";

} // namespace

CaseCommand Producer::command() const
{
    switch (m_step) {
    case 0:
        return Receive{CaseKind::Hazard, Channel::QrCode, "消防通道被占用 " + std::to_string(m_lives), detail,
                       {113.41 + 0.001 * m_number, 22.91 + 0.0001 * (m_lives % 800)}, {}, Priority::Normal, "王小明",
                       "13812345678"};
    case 1: return Classify{MatterId(1), Priority::High};
    case 2: return Route{AgencyId(2), {AgencyId(1)}, "按事项目录"};
    case 3: return Accept{};
    case 4: return Note{"已联系物业，约定上午十点现场核实"};
    case 5: return Return{"需先由综治中心派网格员核实"};
    case 6: return Route{AgencyId(1), {}, "中心直接处置"};
    case 7: return Accept{};
    case 8: return Dispatch{PersonId(1 + 2 * (m_number % 4)), "带警示锥"};
    case 9: return Acknowledge{PersonId(1 + 2 * (m_number % 4))};
    case 10: return Arrive{PersonId(1 + 2 * (m_number % 4))};
    default: return Finish{PersonId(1 + 2 * (m_number % 4)), Outcome::Resolved, "车辆已全部移走，物业加装隔离桩"};
    }
}

Submission Producer::next()
{
    if (m_step == lifeLength) {
        m_step = 0;
        ++m_lives;
        m_case = {};
    }
    Submission submission;
    submission.envelope.id = Uuid::random();
    submission.envelope.caseId = m_case;
    if (m_step > 0)
        submission.envelope.base = m_step;
    submission.envelope.command = command();
    submission.actor = {"duty-01", Role::Dispatcher};
    submission.body = bodyHash(m_sha, submission.actor, submission.envelope.id.toString());
    ++m_step;
    return submission;
}

namespace {

/// Takes down what the decider writes, beside writing it.
class Recorder final : public JournalWriter {
public:
    Recorder(JournalWriter& inner, std::vector<Row>& rows) : m_inner(inner), m_rows(rows) {}

    Result<void> begin() override { return m_inner.begin(); }
    Result<void> commit() override { return m_inner.commit(); }
    void rollback() override { m_inner.rollback(); }
    Result<std::optional<StoredReply>> findReply(const Uuid& key) override { return m_inner.findReply(key); }
    Result<std::optional<Case>> loadCase(CaseId id) override { return m_inner.loadCase(id); }
    CaseId nextCaseId() const override { return m_inner.nextCaseId(); }
    Result<std::optional<DutyState>> loadDuty(Subject subject) override { return m_inner.loadDuty(subject); }
    std::uint64_t nextDutyNumber(SubjectKind kind) const override { return m_inner.nextDutyNumber(kind); }
    Result<void> append(const DutyEntry& entry, StoredEvent& stored) override { return m_inner.append(entry, stored); }
    Result<void> append(const Entry& entry, StoredEvent& stored) override
    {
        auto done = m_inner.append(entry, stored);
        Row& row = m_rows.back();
        row.event = stored;
        protocol::JsonWriter(row.state).value(*entry.after);
        row.phase = static_cast<std::int64_t>(entry.after->phase);
        row.handler = static_cast<std::int64_t>(entry.after->handler.value);
        if (entry.reporter) {
            row.reporterName = entry.reporter->name;
            row.reporterPhone = entry.reporter->phone;
        }
        return done;
    }
    Result<bool> keepReply(const Uuid& key, const StoredReply& reply, TimePoint at) override
    {
        Row& row = m_rows.emplace_back(); // append() follows
        row.key = key;
        row.body = reply.body;
        row.reply = reply.reply;
        return m_inner.keepReply(key, reply, at);
    }
    Head head() const override { return m_inner.head(); }

private:
    JournalWriter& m_inner;
    std::vector<Row>& m_rows;
};

} // namespace

std::vector<Row> makeRows(const std::filesystem::path& scratch, std::size_t count)
{
    const auto city = gateway::test::tinyCity(8, 1'000'000);
    auto journal = SqliteJournal::open(scratch, city->id);
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().sentence.c_str());
        std::exit(1);
    }
    std::vector<Row> rows;
    rows.reserve(count);
    Recorder recorder((*journal)->writer(), rows);
    const domain::InForce inForce; // the tiny city has its own list of matters
    Decider decider(recorder, *city, inForce, {});
    std::vector<std::unique_ptr<Producer>> producers;
    for (std::uint32_t i = 0; i < 64; ++i)
        producers.push_back(std::make_unique<Producer>(i));
    const SystemClock clock;
    (void)recorder.begin();
    for (std::size_t i = 0; rows.size() < count; ++i) {
        Producer& producer = *producers[i % producers.size()];
        auto outcome = decider.decide(producer.next(), clock.now());
        if (!outcome || outcome->answer.status != 200) {
            std::fprintf(stderr, "the work isn't legal: %s\n",
                         outcome ? outcome->answer.body.c_str() : outcome.error().sentence.c_str());
            std::exit(1);
        }
        if (producer.waitsForNumber())
            producer.received(outcome->event->caseId());
    }
    (void)recorder.commit();
    return rows;
}

} // namespace zs::bench
