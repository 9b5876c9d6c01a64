#include "gateway/decide/Decider.h"

#include "gateway/decide/Refusals.h"

#include <utility>

namespace zs::gateway {

namespace {

/// About 1.5 KB each; a city has some thousands open at once.
constexpr std::size_t cachedCases = 50'000;

PersonId busyPerson(const domain::Case& state) { return state.isOpen() ? state.handler : PersonId{}; }

} // namespace

Hash bodyHash(Sha256& sha, const domain::Actor& actor, std::string_view body)
{
    sha.start();
    sha.addNumber(actor.name.size());
    sha.add(actor.name);
    sha.addNumber(static_cast<std::uint64_t>(actor.role));
    sha.add(body);
    return sha.finish();
}

Decider::Decider(JournalWriter& writer, const domain::City& city, const domain::InForce& inForce,
                 std::unordered_map<PersonId, int> workload)
    : m_writer(writer), m_city(city), m_inForce(inForce), m_lookup(city, std::move(workload)), m_cache(cachedCases)
{
}

Result<Decider::Outcome> Decider::decide(const Submission& submission, TimePoint now)
{
    // Decided first, for that costs no disk; whether the key is new shows when the answer is kept beside it, before
    // anything else is written.
    static const domain::Case nothing;
    const domain::Case* state = &nothing;
    if (submission.envelope.caseId) {
        auto loaded = stateOf(submission.envelope.caseId);
        if (!loaded)
            return unread(submission, std::move(loaded.error()), now);
        if (*loaded)
            state = *loaded;
    }
    auto judged = judge(submission, *state, now);
    if (auto failed = std::exchange(m_lookupFailed, std::nullopt))
        return unread(submission, std::move(*failed), now);
    return judged ? record(submission, *state, std::move(*judged), now)
                  : refuse(submission, std::move(judged.error()), now);
}

tl::expected<domain::CaseEvent, Answer> Decider::judge(const Submission& submission, const domain::Case& state,
                                                       TimePoint now)
{
    const protocol::CommandEnvelope& envelope = submission.envelope;
    const auto refused = [&](int status, protocol::WireError error) {
        return tl::unexpected<Answer>(refusal(status, envelope, state.version, std::move(error)));
    };
    const bool exists = state.phase != domain::Phase::None;
    if (exists && domain::needsBase(envelope.command) == domain::NeedsBase::Yes) {
        if (!envelope.base)
            return refused(422, baseMissing());
        if (*envelope.base != state.version)
            return refused(409, versionConflict(*envelope.base, state.version));
    }
    if (!exists && envelope.caseId && std::holds_alternative<domain::Receive>(envelope.command))
        return refused(422, {"case.number", "新事件的编号由网关给出。",
                             "The gateway numbers new cases: leave \"case\" out.", {}});
    const domain::Context context{now, submission.actor, m_city, *this, m_inForce};
    auto decided = domain::decide(state, envelope.command, context);
    if (!decided)
        return refused(422, wireError(decided.error()));
    return std::move(*decided);
}

const domain::Case* Decider::find(CaseId id) const
{
    auto found = stateOf(id);
    if (!found)
        m_lookupFailed = found.error();
    return found ? *found : nullptr;
}

Result<const domain::Case*> Decider::stateOf(CaseId id) const
{
    if (const domain::Case* held = m_cache.find(id))
        return held;
    auto loaded = m_writer.loadCase(id);
    if (!loaded)
        return Unexpected(loaded.error());
    return *loaded ? &m_cache.put(std::move(**loaded)) : nullptr;
}

Result<Decider::Outcome> Decider::record(const Submission& submission, const domain::Case& before, domain::CaseEvent event,
                                         TimePoint now)
{
    Entry entry;
    entry.event.caseId = before.id ? before.id : m_writer.nextCaseId();
    entry.event.version = before.version + 1;
    entry.event.at = now;
    entry.event.by = submission.actor.name;
    entry.event.event = std::move(event);
    protocol::CommandReply reply;
    reply.id = submission.envelope.id.toString();
    reply.caseId = entry.event.caseId;
    reply.version = entry.event.version;
    reply.seq = m_writer.head().seq + 1;
    Outcome outcome{{200, protocol::encodeReply(reply)}, {}};
    auto isNew = m_writer.keepReply(submission.envelope.id, {submission.body, 200, outcome.answer.body}, now);
    if (!isNew)
        return Unexpected(isNew.error());
    if (!*isNew)
        return repeat(submission);
    // Where it lies, without a copy: from here on only a failed journal can stop this event, and then nothing is decided
    // any more.
    const PersonId wasBusy = busyPerson(before);
    domain::Case& state = m_cache.edit(entry.event.caseId);
    domain::evolve(state, entry.event);
    entry.after = &state;
    ReporterIdentity reporter;
    if (const auto* receive = std::get_if<domain::Receive>(&submission.envelope.command)) {
        reporter = {receive->reporterName, receive->reporterPhone};
        entry.reporter = &reporter;
    }
    if (auto done = m_writer.append(entry, outcome.event.emplace()); !done)
        return Unexpected(done.error());
    countWorkload(wasBusy, busyPerson(state));
    return outcome;
}

Result<Decider::Outcome> Decider::refuse(const Submission& submission, Answer answer, TimePoint now)
{
    auto isNew = m_writer.keepReply(submission.envelope.id, {submission.body, answer.status, answer.body}, now);
    if (!isNew)
        return Unexpected(isNew.error());
    return *isNew ? Outcome{std::move(answer), {}} : repeat(submission);
}

Result<Decider::Outcome> Decider::unread(const Submission& submission, Error error, TimePoint now)
{
    if (!isOneState(error))
        return Unexpected(std::move(error));
    auto outcome = refuse(submission, refusal(422, submission.envelope, 0, unreadable()), now);
    if (outcome)
        outcome->trouble = std::move(error);
    return outcome;
}

Result<Decider::Outcome> Decider::repeat(const Submission& submission)
{
    auto stored = m_writer.findReply(submission.envelope.id);
    if (!stored)
        return Unexpected(stored.error());
    const std::optional<StoredReply>& first = *stored;
    if (first && (first->body == submission.body || first->body == submission.earlierBody))
        return Outcome{{first->status, first->reply}, {}};
    const bool isExpired = first && first->at < submission.keysSince;
    return Outcome{refusal(409, submission.envelope, 0, isExpired ? replyExpired() : keyReused()), {}};
}

void Decider::countWorkload(PersonId was, PersonId is)
{
    if (was == is)
        return;
    if (was)
        m_lookup.removeOpenCase(was);
    if (is)
        m_lookup.addOpenCase(is);
}

} // namespace zs::gateway
