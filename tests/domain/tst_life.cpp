// The whole life of a case, explored: all roles × all reachable states × all commands, today and three days later, within
// bounds. Every open state has a way to the end, an answerable party and a clock; every refusal has its sentence in both languages
// and a code of its own.
#include "domain/cases/Answerable.h"
#include "domain/sla/Limits.h"
#include "protocol/vocab/Calendar.h"
#include "tests/domain/Life.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TestCase.h"

#include <algorithm>
#include <deque>
#include <map>
#include <regex>
#include <set>
#include <unordered_map>
#include <unordered_set>

using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;

namespace {

/// A state as bytes, modulo what no decision reads: the case's own times, counters, texts, and figures for later. Of a fact's
/// times it only counts whether they are set. Whatever field is added to Case is part of it.
class Fingerprint {
public:
    /// Beside the state what the passing of time makes of it: whether a pause has run out, and whether follow-ups that reached
    /// nobody were on different days.
    static std::string of(const Case& state, TimePoint now)
    {
        Fingerprint f;
        f.value(isPaused(state, now));
        f.value(state.unreachedAt != TimePoint{} && state.followedUpAt - state.unreachedAt >= std::chrono::hours(24));
        Case::fields(f, state);
        return std::move(f.m_bytes);
    }
    template <class T>
    void operator()(std::string_view name, const T& v, Rule = {})
    {
        static constexpr std::string_view unread[] = {
            "version", "id", "returns", "notes", "routings", "reworks", "reopens", "turns", "title", "detail", "by", "reason", "name",
            "first_receiver", "follow_up_by", "finished_lead", "priority", "outcome", "rating", "decline_ground", "decline_reason"};
        const bool isOwnTime = std::is_same_v<T, TimePoint> && m_depth == 0;
        if (!isOwnTime && std::ranges::find(unread, name) == std::ranges::end(unread))
            value(v);
    }

private:
    void value(const std::string& s) { (m_bytes += s) += '\n'; }
    void value(TimePoint t) { m_bytes += t == TimePoint{} ? '0' : '1'; }
    void value(GeoPoint) {}
    template <class T>
        requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void value(T v) { (m_bytes += std::to_string(static_cast<long long>(v))) += ','; }
    template <class Tag, class Rep>
    void value(StrongId<Tag, Rep> id) { value(id.value); }
    template <class T>
    void value(const std::vector<T>& items)
    {
        value(items.size());
        for (const T& item : items)
            value(item);
    }
    template <class T>
    void value(const std::optional<T>& item)
    {
        value(item.has_value());
        if (item)
            value(*item);
    }
    // Who asked matters to who may decide: the one "by" that counts.
    void value(const Request& request)
    {
        ++m_depth;
        Request::fields(*this, request);
        --m_depth;
        value(request.by);
    }
    template <class T>
        requires requires(Fingerprint& f, const T& t) { T::fields(f, t); }
    void value(const T& object)
    {
        ++m_depth;
        T::fields(*this, object);
        --m_depth;
    }

    std::string m_bytes;
    int m_depth = 0;
};

/// No fact may be gathered more often than this: lists would grow without end.
bool isWithinBounds(const Case& c)
{
    return c.pauses.size() <= 1 && c.extensions.size() <= 1 && c.whistles.size() <= 1 && c.supervision.size() <= 1
           && c.mediations.size() <= 1 && c.links.size() <= 1 && c.attachments.size() <= 1;
}

/// Three days change what may be done with it.
bool tellsTimeApart(const Case& c) { return c.isSuspended() || c.followUp == FollowUpResult::Unreachable; }

/// Refusals that speak of something particular, as a pattern; every other code has one sentence.
const std::map<std::string, std::regex> patterns = {
    {"role.forbidden", std::regex("Only an? [a-z, ]+ may [a-z0-9 -]+\\.")},
    {"role.decide", std::regex("(An? \\w+|Extensions, suspensions and escalations) can only be decided by the unit that dispatched the case: .+\\.")},
    {"case.phase", std::regex("The case is at \"[a-z ]+\" and can't be [a-z -]+ now\\.")},
    {"case.merged", std::regex("The case was merged into C-\\d+: go on there\\.")},
    {"text.empty", std::regex("(The|A) [a-z' ]+ must not be empty\\.")},
    {"text.form", std::regex("The [a-z' ]+ holds characters that can't be kept\\.")},
    {"text.personal", std::regex("The [a-z' ]+ must not hold a telephone or identity number: .+")},
    {"span.range", std::regex("The [a-z ]+ must be at least one of its unit and at most a year\\.")},
    {"scope.level", std::regex("The case is the \\w+ centre's: only that level or a higher one may act on it\\.")},
    {"scope.town", std::regex("The case lies in another town: you act for \\w+ only\\.")},
    {"route.mediation_first", std::regex("Not mediated yet; the .+ takes only pre-litigation referrals, failed mediations and confirmations\\.")},
    {"route.mediation_open", std::regex("The mediation has to be closed before the .+ takes the case\\.")},
    {"route.kind", std::regex(".+ doesn't lead this kind of case\\.")},
    {"dispatch.not_accepted", std::regex(".+ hasn't accepted it yet: .+")},
    {"person.off_duty", std::regex(".+ is off duty\\.")},
    {"merge.chain", std::regex("That case was itself merged into C-\\d+\\.")},
    {"whistle.twice", std::regex(".+ was whistled already and hasn't reported in\\.")},
    {"supervise.stranger", std::regex(".+ neither leads nor assists this case, nor was it whistled\\.")},
    {"mediation.mediator", std::regex(".+ isn't a listed mediator\\.")},
    {"level.none", std::regex("This city has no centre at the \\w+ level\\.")},
};

bool isChinese(const std::string& text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xe4; });
}

} // namespace

class LifeTest : public testkit::TestCase {
    Q_OBJECT

    City city = lifeCity();
    FixedSurroundings around = lifeSurroundings();
    testkit::MockClock clock;
    InForce inForce;
    std::map<std::string, std::set<std::string>> sentences; ///< of each code, in English
    std::unordered_set<std::size_t> known; ///< hashes of what stands there
    std::set<std::string_view> legal; ///< commands that led somewhere
    std::size_t states = 0, transitions = 0, refusals = 0;

    void checkState(const Case& c)
    {
        using Who = Answerable::Who;
        const Answerable a = answerable(c);
        QVERIFY(a.who != Who::None);
        QVERIFY((a.who == Who::FirstReceiver) == !a.operatorName.empty());
        QVERIFY((a.who == Who::Agency || a.who == Who::Police) == !a.agency.isNone());
        QVERIFY((a.who == Who::Handler) == !a.person.isNone());
        QVERIFY((a.who == Who::Parent) == !a.parent.isNone());
        if (!c.isOpen())
            return;
        // The report limit runs from clockAt until it is met, or stands still for a pause that has an end.
        QVERIFY(c.clockAt != TimePoint{} && !c.limits.report.isNone() && c.finishedAt == TimePoint{});
        QVERIFY(c.phase != Phase::Received || !c.limits.registration.isNone());
        const WorkCalendar calendar;
        const Limit report = limitsOf(c, calendar, clock.now())[static_cast<std::size_t>(LimitKind::Report)];
        QVERIFY(report.isRunning() || (report.state == LimitState::Paused && c.pauses.back().until > clock.now()));
    }

    /// As the calendar sees it: an open case has a report limit that runs, or stands still lawfully and runs again by itself at the
    /// planned end of the pause; and what isn't met in the end is late, not lost.
    void checkClock(const Case& c)
    {
        if (!c.isOpen())
            return;
        const auto report = [&](TimePoint at) { return limitsOf(c, *inForce.calendar, at)[static_cast<std::size_t>(LimitKind::Report)]; };
        const Limit now = report(clock.now());
        QVERIFY(c.isSuspended() ? now.state == LimitState::Paused : now.state == LimitState::Running);
        QVERIFY(now.deadline > clock.now() && now.allowed.count() > 0);
        if (c.isSuspended())
            QVERIFY(report(c.pauses.back().until).isRunning());
        QCOMPARE(report(now.deadline + std::chrono::hours(24 * 366)).state, LimitState::Late);
        const auto next = nextLimit(c, *inForce.calendar, clock.now());
        QVERIFY(next && (next->isRunning() || next->state == LimitState::Paused));
        for (const Limit& owed : owedLimits(c, *inForce.calendar, clock.now()))
            QVERIFY(owed.isMet() || owed.deadline > owed.start);
    }

    void checkRefusal(const Rejection& why)
    {
        if (!known.insert(std::hash<std::string>{}(why.code) * 31 + std::hash<std::string>{}(why.sentence.en)).second)
            return; // said before, word for word
        QVERIFY2(!why.code.empty() && isChinese(why.sentence.zh) && !why.sentence.en.empty() && !isChinese(why.sentence.en),
                 why.code.c_str());
        sentences[why.code].insert(why.sentence.en);
    }

    /// What the families add is explored on one citizen's dispute and one person sent; the core alone on every kind of both.
    static bool isPlain(const CaseCommand& command)
    {
        if (const auto* c = std::get_if<Receive>(&command))
            return c->channel == Channel::WalkIn;
        if (const auto* c = std::get_if<Classify>(&command))
            return c->matter != MatterId(2);
        if (const auto* c = std::get_if<Dispatch>(&command))
            return c->person != PersonId(2);
        return !std::holds_alternative<RulePolice>(command);
    }

    /// Explores all that these families and the core can do; every state must lead to the archive or to a refusal to take it on.
    void explore(std::set<Family> families, const char* name)
    {
        constexpr auto later = std::chrono::hours(72); // behind every pause that today's commands ask for
        const TimePoint today = clock.now();
        const auto commandsAt = [&](TimePoint now) {
            std::vector<CaseCommand> commands;
            for (const LifeCommand& c : lifeCommands(now))
                if (c.family == Family::Core ? families.empty() || isPlain(c.command) : families.contains(c.family))
                    commands.push_back(c.command);
            return commands;
        };
        const std::vector<CaseCommand> ofToday = commandsAt(today), ofThen = commandsAt(today + later);
        const std::vector<Actor> actors = lifeActors();
        std::unordered_map<std::string, std::uint32_t> seen;
        std::vector<Case> all{Case{}};
        std::vector<char> isLater{0};
        std::vector<std::vector<std::uint32_t>> from{{}}; ///< predecessors
        seen.emplace(Fingerprint::of(Case{}, today), 0);
        std::size_t steps = 0;
        const auto arrive = [&](Case after, char when, std::uint32_t before) {
            ++steps;
            const std::string print = Fingerprint::of(after, clock.now()) + (when && tellsTimeApart(after) ? 'L' : 'T');
            const auto [at, isNew] = seen.try_emplace(print, static_cast<std::uint32_t>(all.size()));
            if (isNew) {
                checkState(after);
                if (!when)
                    checkClock(after);
                all.push_back(std::move(after));
                isLater.push_back(when);
                from.emplace_back();
            }
            if (from[at->second].empty() || from[at->second].back() != before)
                from[at->second].push_back(before);
        };
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            const std::vector<CaseCommand>& commands = isLater[i] ? ofThen : ofToday;
            clock.set(isLater[i] ? today + later : today);
            for (const Actor& actor : actors) {
                const Context context{clock.now(), actor, city, around, inForce};
                const Context muchLater{clock.now() + std::chrono::hours(24 * 120), actor, city, around, inForce};
                for (const CaseCommand& command : commands) {
                    const auto event = decide(all[i], command, context);
                    if (!event) {
                        ++refusals;
                        checkRefusal(event.error());
                        continue;
                    }
                    if (i % 16 == 0) { // what time alone forbids
                        if (const auto late = decide(all[i], command, muchLater); !late)
                            checkRefusal(late.error());
                    }
                    Case after = all[i];
                    evolve(after, {1, CaseId(1), after.version + 1, clock.now(), actor.name, *event});
                    if (!isWithinBounds(after))
                        continue;
                    legal.insert(nameOf(command));
                    arrive(std::move(after), isLater[i], i);
                }
            }
            if (!isLater[i] && tellsTimeApart(all[i])) {
                clock.set(today + later);
                arrive(all[i], 1, i);
            }
            if (QTest::currentTestFailed())
                return;
        }
        clock.set(today);
        // Backwards from the ends: what isn't reached is a dead end. Being merged is no end of its own, it can be taken back.
        std::vector<char> ends(all.size(), 0);
        std::deque<std::uint32_t> todo;
        for (std::uint32_t i = 0; i < all.size(); ++i)
            if (all[i].phase == Phase::Archived || all[i].phase == Phase::Declined) {
                ends[i] = 1;
                todo.push_back(i);
            }
        while (!todo.empty()) {
            const std::uint32_t i = todo.front();
            todo.pop_front();
            for (const std::uint32_t before : from[i])
                if (!std::exchange(ends[before], 1))
                    todo.push_back(before);
        }
        const auto dead = std::ranges::find(ends, 0);
        if (dead != ends.end())
            qWarning("dead end: %s", Fingerprint::of(all[static_cast<std::size_t>(dead - ends.begin())], today).c_str());
        QVERIFY(dead == ends.end());
        qInfo("%-28s %7zu states %9zu transitions", name, all.size(), steps);
        states += all.size();
        transitions += steps;
    }

private Q_SLOTS:
    void initTestCase()
    {
        inForce.calendar = protocol::shippedCalendar().value();
    }

    void exploresEveryState_data()
    {
        QTest::addColumn<QList<int>>("families");
        const auto row = [](const char* name, QList<Family> families) {
            QList<int> numbers;
            for (const Family f : families)
                numbers << static_cast<int>(f);
            QTest::newRow(name) << numbers;
        };
        row("core", {});
        row("requests", {Family::Requests});
        row("whistles", {Family::Whistles});
        row("supervision", {Family::Supervision});
        row("mediation", {Family::Mediation});
        row("relations", {Family::Relations});
        row("whistles and supervision", {Family::Whistles, Family::Supervision}); // the pair that is cheap, and acts on each other
    }
    void exploresEveryState()
    {
        QFETCH(QList<int>, families);
        std::set<Family> wanted;
        for (const int f : families)
            wanted.insert(static_cast<Family>(f));
        explore(wanted, QTest::currentDataTag());
    }

    void everyCommandWasDoneAndEveryRefusalHasACodeOfItsOwn()
    {
        std::map<std::string, std::string> codeOf;
        for (const auto& [code, said] : sentences) {
            const auto pattern = patterns.find(code);
            if (pattern == patterns.end())
                QVERIFY2(said.size() == 1, (code + ": " + *said.begin() + " / " + *said.rbegin()).c_str());
            for (const std::string& sentence : said) {
                if (pattern != patterns.end())
                    QVERIFY2(std::regex_match(sentence, pattern->second), (code + ": " + sentence).c_str());
                const auto [other, isNew] = codeOf.emplace(sentence, code);
                QVERIFY2(isNew, (sentence + ": " + code + ", " + other->second).c_str());
            }
        }
        QVERIFY(sentences.size() > 80);
        QCOMPARE(legal.size(), std::variant_size_v<CaseCommand>);
        qInfo("explored %zu states, %zu transitions, %zu refusals with %zu codes", states, transitions, refusals, sentences.size());
    }
};

QTEST_APPLESS_MAIN(LifeTest)
#include "tst_life.moc"
