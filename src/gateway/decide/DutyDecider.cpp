#include "gateway/decide/DutyDecider.h"

#include "gateway/decide/Refusals.h"
#include "protocol/vocab/Published.h"

#include <utility>

namespace zs::gateway {

namespace {

/// Some 10 KB each at most: a city's sheets of a day are some thirty.
constexpr std::size_t cachedDuties = 1000;

protocol::WireError dutyConflict(std::uint32_t base, std::uint32_t present)
{
    return {"duty.version",
            "这项工作已被更新（你看到的是第 " + std::to_string(base) + " 版，现在是第 " + std::to_string(present) + " 版）。",
            "This duty has changed meanwhile (you saw version " + std::to_string(base) + ", it is at "
                + std::to_string(present) + ").",
            {}};
}

/// What a WireError holds at most; cut between characters.
std::string firstOf(const std::string& text)
{
    std::size_t points = 0, at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80 && ++points > 400)
            break;
    return text.substr(0, at);
}

} // namespace

DutyDecider::DutyDecider(JournalWriter& writer, const domain::City& city, domain::InForce& inForce, ReferenceCheck check)
    : m_writer(writer), m_city(city), m_inForce(inForce), m_check(std::move(check))
{
}

Result<DutyDecider::Outcome> DutyDecider::decide(const DutySubmission& submission, TimePoint now)
{
    if (m_states.size() > cachedDuties)
        m_states.clear();
    const domain::DutyState blank = domain::blankDuty(submission.envelope.subject);
    const domain::DutyState* state = submission.envelope.subject.number ? stateOf(submission.envelope.subject) : &blank;
    if (!state)
        return unread(submission, *std::exchange(m_failure, std::nullopt), now);
    auto judged = judge(submission, *state, now);
    if (auto failed = std::exchange(m_failure, std::nullopt))
        return unread(submission, std::move(*failed), now);
    return judged ? record(submission, *state, std::move(*judged), now)
                  : refuse(submission, std::move(judged.error()), now);
}

tl::expected<domain::DutyEvent, Answer> DutyDecider::judge(const DutySubmission& submission, const domain::DutyState& state,
                                                           TimePoint now)
{
    const protocol::DutyEnvelope& envelope = submission.envelope;
    const std::uint32_t version = domain::versionOf(state);
    const auto refused = [&](int status, protocol::WireError error) {
        return tl::unexpected<Answer>(refusal(status, envelope, version, std::move(error)));
    };
    if (version > 0 && domain::needsBase(envelope.command) == domain::NeedsBase::Yes) {
        if (!envelope.base)
            return refused(422, baseMissing());
        if (*envelope.base != version)
            return refused(409, dutyConflict(*envelope.base, version));
    }
    auto decided = domain::decide(state, envelope.command, {now, submission.actor, m_city, *this});
    if (!decided)
        return refused(422, wireError(decided.error()));
    if (const auto* publish = std::get_if<domain::Publish>(&envelope.command))
        if (auto wrong = checkContent(*publish))
            return refused(422, std::move(*wrong));
    return std::move(*decided);
}

std::optional<protocol::WireError> DutyDecider::checkContent(const domain::Publish& command)
{
    m_sha.start();
    m_sha.add(command.content);
    if (toHex(m_sha.finish()) != command.published.sha256)
        return protocol::WireError{"reference.hash", "内容与校验值不符，可能在途中损坏。",
                                   "The content doesn't have the hash that was said; it may have been damaged on its way.", {}};
    if (!m_check)
        return std::nullopt;
    if (auto wrong = m_check(command.published.kind, command.content))
        return protocol::WireError{"reference.content", firstOf(wrong->zh), firstOf(wrong->en), {}};
    return std::nullopt;
}

const domain::DutyState* DutyDecider::stateOf(domain::Subject subject) const
{
    if (const auto held = m_states.find(subject); held != m_states.end())
        return &held->second;
    auto loaded = m_writer.loadDuty(subject);
    if (!loaded) {
        m_failure = loaded.error();
        return nullptr;
    }
    return &m_states.emplace(subject, *loaded ? std::move(**loaded) : domain::blankDuty(subject)).first->second;
}

bool DutyDecider::isCase(CaseId id) const
{
    auto loaded = m_writer.loadCase(id);
    if (!loaded)
        m_failure = loaded.error();
    return loaded && loaded->has_value();
}

const domain::SensitivePeriod* DutyDecider::period(std::uint64_t number) const
{
    const domain::DutyState* state = stateOf({domain::SubjectKind::SensitivePeriod, number});
    return state && domain::versionOf(*state) > 0 ? std::get_if<domain::SensitivePeriod>(state) : nullptr;
}

const domain::Campaign* DutyDecider::campaign(std::uint64_t number) const
{
    const domain::DutyState* state = stateOf({domain::SubjectKind::Campaign, number});
    return state && domain::versionOf(*state) > 0 ? std::get_if<domain::Campaign>(state) : nullptr;
}

Result<DutyDecider::Outcome> DutyDecider::record(const DutySubmission& submission, const domain::DutyState& before,
                                                 domain::DutyEvent event, TimePoint now)
{
    DutyEntry entry;
    entry.event.subject = submission.envelope.subject;
    if (entry.event.subject.number == 0)
        entry.event.subject.number = m_writer.nextDutyNumber(entry.event.subject.kind);
    entry.event.version = domain::versionOf(before) + 1;
    entry.event.at = now;
    entry.event.by = submission.actor.name;
    entry.event.event = std::move(event);
    domain::DutyState after = before;
    if (auto folded = domain::evolve(after, entry.event); !folded)
        return unread(submission, {"journal.state", "An event can't be folded into its duty: " + folded.error().sentence}, now);
    entry.after = &after;
    if (const auto* publish = std::get_if<domain::Publish>(&submission.envelope.command))
        entry.content = &publish->content;
    protocol::CommandReply reply = replyTo(submission.envelope);
    reply.subject = entry.event.subject;
    reply.version = entry.event.version;
    reply.seq = m_writer.head().seq + 1;
    Outcome outcome{{200, protocol::encodeReply(reply)}, {}};
    auto isNew = m_writer.keepReply(submission.envelope.id, {submission.body, 200, outcome.answer.body}, now);
    if (!isNew)
        return Unexpected(isNew.error());
    if (!*isNew)
        return repeat(submission);
    if (auto done = m_writer.append(entry, outcome.event.emplace()); !done)
        return Unexpected(done.error());
    m_states.insert_or_assign(entry.event.subject, std::move(after));
    // Who checks what is published (m_check) has read it already; without a check an unreadable one changes nothing.
    if (const auto* publish = std::get_if<domain::Publish>(&submission.envelope.command))
        (void)protocol::takeIntoForce(m_inForce, publish->published.kind, publish->published.version, publish->content, m_city);
    return outcome;
}

Result<DutyDecider::Outcome> DutyDecider::refuse(const DutySubmission& submission, Answer answer, TimePoint now)
{
    auto isNew = m_writer.keepReply(submission.envelope.id, {submission.body, answer.status, answer.body}, now);
    if (!isNew)
        return Unexpected(isNew.error());
    return *isNew ? Outcome{std::move(answer), {}} : repeat(submission);
}

Result<DutyDecider::Outcome> DutyDecider::unread(const DutySubmission& submission, Error error, TimePoint now)
{
    if (!isOneState(error))
        return Unexpected(std::move(error));
    auto outcome = refuse(submission, refusal(422, submission.envelope, 0, unreadable()), now);
    if (outcome)
        outcome->trouble = std::move(error);
    return outcome;
}

Result<DutyDecider::Outcome> DutyDecider::repeat(const DutySubmission& submission)
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

} // namespace zs::gateway
