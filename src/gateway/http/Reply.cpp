#include "gateway/http/Reply.h"

#include "protocol/JsonWriter.h"
#include "protocol/Messages.h"

namespace zs::gateway {

Reply jsonReply(int status, std::string body)
{
    Reply reply;
    reply.status = status;
    reply.body = std::make_shared<const std::string>(std::move(body));
    return reply;
}

Reply binaryReply(std::string_view type, std::shared_ptr<const std::string> body)
{
    Reply reply;
    reply.type = type;
    reply.body = std::move(body);
    return reply;
}

Reply answerReply(Answer answer) { return jsonReply(answer.status, std::move(answer.body)); }

Reply errorReply(int status, std::string_view code, std::string_view zh, std::string_view en, AfterReply after)
{
    std::string body;
    protocol::JsonWriter(body).value(protocol::WireError{std::string(code), std::string(zh), std::string(en), {}});
    Reply reply = jsonReply(status, std::move(body));
    reply.after = after;
    return reply;
}

Reply notFound() { return errorReply(404, "http.path", "没有这个地址。", "There is no such resource."); }

Reply methodNotAllowed()
{
    return errorReply(405, "http.method", "这个地址不支持这种请求方法。", "The resource doesn't take this method.");
}

Reply forbidden()
{
    return errorReply(403, "role.forbidden", "这张证书的角色不能使用这个接口。",
                      "The role of this certificate may not use this resource.");
}

Reply noRole()
{
    return errorReply(403, "role.unknown", "这张证书没有写明本系统认识的名称和角色。",
                      "This certificate doesn't say a name and a role that are known here.");
}

Reply badRequest(const Error& error)
{
    return errorReply(400, error.code, "请求格式不对：" + error.sentence, error.sentence);
}

Reply bodyTooLong()
{
    return errorReply(413, "http.body", "请求正文最多 1 MB。", "The body of a request may have at most 1 MB.", AfterReply::Close);
}

Reply headerTooLong()
{
    return errorReply(431, "http.header", "请求头最多 8 KB。", "The header of a request may have at most 8 KB.",
                      AfterReply::Close);
}

Reply badHttp()
{
    return errorReply(400, "http.form", "这不是有效的 HTTP/1.1 请求。", "This isn't a valid HTTP/1.1 request.",
                      AfterReply::Close);
}

Reply unavailable()
{
    return errorReply(503, "gateway.read", "网关现在读不出数据，请稍后再试。",
                      "The gateway can't read its data now; try again in a moment.");
}

} // namespace zs::gateway
