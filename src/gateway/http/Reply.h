// What goes back to a client.
#pragma once

#include "gateway/decide/Submission.h"

#include <memory>
#include <string>
#include <string_view>

namespace zs::gateway {

enum class AfterReply { KeepOpen, Close };

struct Reply {
    int status = 200;
    std::string_view type = "application/json"; ///< a literal
    std::shared_ptr<const std::string> body;    ///< shared: a snapshot goes to many
    AfterReply after = AfterReply::KeepOpen;

};

Reply jsonReply(int status, std::string body);
Reply binaryReply(std::string_view type, std::shared_ptr<const std::string> body);
Reply answerReply(Answer answer);
/// A protocol::WireError as JSON.
Reply errorReply(int status, std::string_view code, std::string_view zh, std::string_view en,
                 AfterReply after = AfterReply::KeepOpen);

/// The refusals that a connection itself makes.
Reply notFound();
Reply methodNotAllowed();
Reply forbidden();
Reply noRole();
Reply badRequest(const Error& error);
Reply bodyTooLong();
Reply headerTooLong();
Reply badHttp();
Reply unavailable();

} // namespace zs::gateway
