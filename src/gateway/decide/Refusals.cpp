#include "gateway/decide/Refusals.h"

namespace zs::gateway {

namespace {

Answer refused(int status, protocol::CommandReply reply, std::uint32_t version, protocol::WireError error)
{
    reply.version = version;
    reply.error = std::move(error);
    return {status, protocol::encodeReply(reply)};
}

} // namespace

protocol::WireError wireError(const domain::Rejection& rejection)
{
    return {rejection.code, rejection.sentence.zh, rejection.sentence.en, rejection.instead};
}

protocol::WireError keyReused()
{
    return {"command.key_reused", "这个幂等键已经用于另一条命令。", "This idempotency key was used for another command already.",
            {}};
}

protocol::WireError replyExpired()
{
    return {"command.expired", "这条命令一周以前已经答复过，是否生效请看事件的现状；需要时请重新办理。",
            "This command was answered more than a week ago; the case shows whether it was done. Do it anew if need be.", {}};
}

protocol::WireError versionConflict(std::uint32_t base, std::uint32_t present)
{
    return {"case.version",
            "事件已被更新（你看到的是第 " + std::to_string(base) + " 版，现在是第 " + std::to_string(present) + " 版）。",
            "The case has changed meanwhile (you saw version " + std::to_string(base) + ", it is at "
                + std::to_string(present) + ").",
            {}};
}

protocol::WireError baseMissing()
{
    return {"command.base", "这个动作必须说明所依据的版本。", "This command must say the version it is based on.", {}};
}

bool isOneState(const Error& error) { return error.code == "journal.state"; }

protocol::WireError unreadable()
{
    return {"journal.state", "这件事的记录损坏，网关读不出它的状态，命令没有生效；请联系管理员，其他事件不受影响。",
            "The gateway can't read the state this command is about, so nothing was done; tell its administrator. Other cases go on.",
            {}};
}

protocol::CommandReply replyTo(const protocol::CommandEnvelope& envelope)
{
    protocol::CommandReply reply;
    reply.id = envelope.id.toString();
    reply.caseId = envelope.caseId;
    return reply;
}

protocol::CommandReply replyTo(const protocol::DutyEnvelope& envelope)
{
    protocol::CommandReply reply;
    reply.id = envelope.id.toString();
    reply.subject = envelope.subject;
    return reply;
}

Answer refusal(int status, const protocol::CommandEnvelope& envelope, std::uint32_t version, protocol::WireError error)
{
    return refused(status, replyTo(envelope), version, std::move(error));
}

Answer refusal(int status, const protocol::DutyEnvelope& envelope, std::uint32_t version, protocol::WireError error)
{
    return refused(status, replyTo(envelope), version, std::move(error));
}

} // namespace zs::gateway
