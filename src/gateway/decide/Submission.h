// A command on its way from a connection to the journal, and its answer on the way back.
#pragma once

#include "domain/cases/Context.h"
#include "gateway/journal/Chain.h"
#include "protocol/Messages.h"

#include <optional>
#include <string>

namespace zs::gateway {

struct Submission {
    protocol::CommandEnvelope envelope;
    domain::Actor actor;
    Hash body{};                      ///< what is kept of who sent it and the bytes: the mark of bodyHash()
    std::optional<Hash> earlierBody{}; ///< the same under the key before
    TimePoint keysSince{};            ///< replies from before this have marks that can't be told any more
};

/// The same of a command on a duty.
struct DutySubmission {
    protocol::DutyEnvelope envelope;
    domain::Actor actor;
    Hash body{};
    std::optional<Hash> earlierBody{};
    TimePoint keysSince{};
};

/// What the connection sends back. `body` is a protocol::CommandReply as JSON.
struct Answer {
    int status = 200; ///< HTTP
    std::string body;
};

/// The same key from another actor isn't the same command. Never kept as it is: it can be guessed (BodyKeys.h).
Hash bodyHash(Sha256& sha, const domain::Actor& actor, std::string_view body);

/// The answer that says why nothing was done.
Answer refusal(int status, const protocol::CommandEnvelope& envelope, std::uint32_t version, protocol::WireError error);
Answer refusal(int status, const protocol::DutyEnvelope& envelope, std::uint32_t version, protocol::WireError error);
/// With the command's id and subject; the rest is filled in by who answers.
protocol::CommandReply replyTo(const protocol::CommandEnvelope& envelope);
protocol::CommandReply replyTo(const protocol::DutyEnvelope& envelope);

} // namespace zs::gateway
