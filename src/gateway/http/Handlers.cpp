#include "gateway/http/Handlers.h"

#include "gateway/http/HttpSession.h"
#include "gateway/http/Target.h"
#include "protocol/Messages.h"

#include <boost/beast/websocket/rfc6455.hpp>

namespace zs::gateway {

namespace {

Reply commandForbidden(const protocol::DutyEnvelope& envelope)
{
    const domain::Rejection why = domain::roleRefusal(envelope.command);
    return answerReply(refusal(403, envelope, 0, {why.code, why.sentence.zh, why.sentence.en, {}}));
}

Reply commandForbidden(const protocol::CommandEnvelope& envelope)
{
    const domain::Rejection why = domain::forbidden({}, envelope.command);
    return answerReply(refusal(403, envelope, 0, {why.code, why.sentence.zh, why.sentence.en, why.instead}));
}

template <class Submitted, class Envelope>
void submit(const std::shared_ptr<HttpSession>& session, Envelope envelope, const BodyMarks& marks)
{
    if (!domain::isAllowed(session->actor().role, envelope.command))
        return session->reply(commandForbidden(envelope));
    Submitted submission{std::move(envelope), session->actor(), marks.present, marks.earlier, marks.since};
    session->services().committer.submit(std::move(submission), [session](Answer answer) mutable {
        HttpSession::replyLater(std::move(session), answerReply(std::move(answer)));
    });
}

void command(const std::shared_ptr<HttpSession>& session)
{
    IoThread& thread = session->thread();
    const std::string& body = session->request().body();
    auto json = thread.parser.parse(body);
    if (!json)
        return session->reply(badRequest(json.error()));
    auto envelope = protocol::readAnyCommand(*json);
    if (!envelope)
        return session->reply(badRequest(envelope.error()));
    const BodyMarks marks = session->services().bodyKeys.marksOf(thread.sha, bodyHash(thread.sha, session->actor(), body));
    if (auto* onCase = std::get_if<protocol::CommandEnvelope>(&*envelope))
        submit<Submission>(session, std::move(*onCase), marks);
    else
        submit<DutySubmission>(session, std::get<protocol::DutyEnvelope>(std::move(*envelope)), marks);
}

void health(const std::shared_ptr<HttpSession>& session)
{
    Services& services = session->services();
    if (services.committer.hasFailed())
        return session->reply(errorReply(503, "journal.failed", "网关的磁盘写入失败，不再接受命令，须排除故障后重新启动。",
                                         "The gateway can't write to its disk and takes no commands until it is mended and started again ("
                                             + services.committer.failure() + ")"));
    const Head head = services.committer.head();
    const protocol::Hello hello{head.seq, services.clock.now(), services.city.id, toHex(head.chain)};
    std::string body;
    protocol::JsonWriter w(body);
    w.beginObject();
    w("v", protocol::version);
    w("type", std::string_view("hello"));
    protocol::Hello::fields(w, hello);
    w.key("warnings");
    body.push_back('[');
    for (const TlsWarning& warning : services.certificates.warnings(hello.now)) {
        if (body.back() != '[')
            body.push_back(',');
        protocol::JsonWriter(body).value(protocol::WireError{warning.code, warning.text.zh, warning.text.en, {}});
    }
    body.push_back(']');
    w.endObject();
    session->reply(jsonReply(200, std::move(body)));
}

void snapshot(const std::shared_ptr<HttpSession>& session)
{
    Services& services = session->services();
    services.snapshots.get(services.committer.head().seq, [session](Result<Snapshots::Packed> packed) mutable {
        if (!packed)
            session->services().log.error("snapshot.failed", {{"code", packed.error().code}});
        Reply reply = packed ? binaryReply("application/zstd", std::move(*packed)) : unavailable();
        HttpSession::replyLater(std::move(session), std::move(reply));
    });
}

Reply caseReply(const Result<std::optional<CaseHistory>>& history, Logger& log)
{
    if (!history) {
        log.error("case.failed", {{"code", history.error().code}});
        return unavailable();
    }
    if (!*history)
        return errorReply(404, "case.unknown", "没有这个事件。", "There is no such case.");
    std::string out = R"({"v":1,"case":)" + (*history)->state + R"(,"events":[)";
    for (std::size_t i = 0; i < (*history)->events.size(); ++i) {
        if (i > 0)
            out.push_back(',');
        out.append((*history)->events[i]);
    }
    out.push_back(']');
    if ((*history)->next)
        out.append(R"(,"next":)").append(std::to_string((*history)->next));
    out.push_back('}');
    return jsonReply(200, std::move(out));
}

void oneCase(const std::shared_ptr<HttpSession>& session, std::string_view argument, std::string_view query)
{
    const auto page = pageOf(query);
    if (!page)
        return session->reply(badRequest({"case.page", "The events of a case are asked for with ?after=VERSION&limit=1…500."}));
    const auto id = caseNumberOf(argument);
    if (!id)
        return session->reply(badRequest({"case.number", "The number of a case is a whole number above 0."}));
    session->services().readers.post([session, id = *id, page = *page](JournalReader& reader) mutable {
        Reply reply = caseReply(reader.history(id, page), session->services().log);
        HttpSession::replyLater(std::move(session), std::move(reply));
    });
}

Reply referenceReply(const Result<std::optional<std::string>>& content, Logger& log)
{
    if (!content) {
        log.error("reference.failed", {{"code", content.error().code}});
        return unavailable();
    }
    if (!*content)
        return errorReply(404, "reference.unknown", "没有发布过这一版。", "That version was never published.");
    return jsonReply(200, **content);
}

/// KIND/VERSION: what was published, to the byte.
void reference(const std::shared_ptr<HttpSession>& session, std::string_view argument)
{
    const auto wanted = publicationOf(argument);
    if (!wanted)
        return session->reply(badRequest({"reference.path", "The path is /v1/reference/KIND/VERSION, as in /v1/reference/calendar/3."}));
    session->services().readers.post([session, wanted = *wanted](JournalReader& reader) mutable {
        Reply reply = referenceReply(reader.reference(wanted.kind, wanted.version), session->services().log);
        HttpSession::replyLater(std::move(session), std::move(reply));
    });
}

void putPositions(const std::shared_ptr<HttpSession>& session)
{
    Services& services = session->services();
    auto frame = protocol::decodePositions(session->request().body());
    if (!frame)
        return session->reply(badRequest(frame.error()));
    auto taken = services.positions.take(*frame, services.clock.now());
    if (!taken)
        return session->reply(errorReply(422, taken.error().code, "定位时间超前，请检查发送方的时钟。",
                                         taken.error().sentence));
    std::string body;
    protocol::JsonWriter w(body);
    w.beginObject();
    w("v", protocol::version);
    w("taken", taken->taken);
    w("unknown", taken->unknown);
    w("off_duty", taken->offDuty);
    w.endObject();
    session->reply(jsonReply(200, std::move(body)));
}

void getPositions(const std::shared_ptr<HttpSession>& session)
{
    Services& services = session->services();
    std::string body;
    for (const std::string& frame : services.positions.all(services.clock.now()))
        body += frame;
    session->reply(binaryReply("application/octet-stream", std::make_shared<const std::string>(std::move(body))));
}

void stream(const std::shared_ptr<HttpSession>& session, std::string_view query)
{
    const auto since = sinceOf(query);
    if (!since)
        return session->reply(badRequest({"stream.since", "The stream needs ?since=SEQ, the last seq that is known."}));
    if (!boost::beast::websocket::is_upgrade(session->request()))
        return session->reply(errorReply(400, "stream.upgrade", "这个地址只接受 WebSocket。",
                                         "This resource is a WebSocket."));
    session->upgrade(*since);
}

} // namespace

void handleRequest(const std::shared_ptr<HttpSession>& session)
{
    const auto& request = session->request();
    const Found found = findEndpoint(request.method(), {request.target().data(), request.target().size()});
    if (!found.access)
        return session->reply(found.pathExists ? methodNotAllowed() : notFound());
    if (!found.access->allowed.holds(session->actor().role))
        return session->reply(forbidden());
    switch (found.access->endpoint) {
    case Endpoint::Health: return health(session);
    case Endpoint::Commands: return command(session);
    case Endpoint::Snapshot: return snapshot(session);
    case Endpoint::Case: return oneCase(session, found.argument, found.query);
    case Endpoint::Reference: return reference(session, found.argument);
    case Endpoint::PutPositions: return putPositions(session);
    case Endpoint::GetPositions: return getPositions(session);
    case Endpoint::Stream: return stream(session, found.query);
    }
}

} // namespace zs::gateway
