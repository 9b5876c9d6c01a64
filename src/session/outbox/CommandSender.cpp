#include "session/outbox/CommandSender.h"

#include "base/Log.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace zs::session {

namespace {

domain::Rejection earlierRefused()
{
    return {"desk.chain",
            {"同一事件上较早的指令没有执行；请看清现状后再决定。",
             "An earlier command on this case was not carried out: look at the case again and decide."},
            {}};
}

/// What the command is on; number 0: on something new.
domain::Subject subjectOf(const DeskCommand& command)
{
    return command.duty ? command.duty->subject : domain::Subject{domain::SubjectKind::Case, command.caseId.value};
}

domain::NeedsBase needsBase(const DeskCommand& command)
{
    return command.duty ? domain::needsBase(command.duty->command) : domain::needsBase(command.command);
}

} // namespace

CommandSender::CommandSender(Claims& claims, std::uint64_t seed, Moved moved, Failed failed, QObject* parent)
    : QObject(parent), m_claims(claims), m_moved(std::move(moved)), m_failed(std::move(failed)), m_backoff(seed), m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &CommandSender::pump);
}

void CommandSender::useFile(std::optional<OutboxFile> file, const std::vector<DeskCommand>& left)
{
    m_file = std::move(file);
    m_toldMemoryOnly = false;
    if (m_file)
        for (const Entry& entry : m_entries) // given before there was a file
            onDisk(m_file->add(entry.command));
    std::vector<Entry> older;
    for (const DeskCommand& command : left) {
        if (command.state == CommandState::Refused)
            continue;
        const bool mayHaveArrived = command.state == CommandState::Unknown;
        if (mayHaveArrived)
            m_claims.claim(command.id);
        older.push_back({command, false, mayHaveArrived});
    }
    m_entries.insert(m_entries.begin(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
}

CommandSender::Entry* CommandSender::find(const Uuid& id)
{
    const auto it = std::ranges::find_if(m_entries, [&](const Entry& e) { return e.command.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

void CommandSender::onDisk(Result<void> result)
{
    if (!result)
        m_failed({"outbox.disk", "A command could not be kept on this computer's disk, and is lost if the program ends now: "
                                     + result.error().sentence});
}

void CommandSender::add(DeskCommand command)
{
    command.state = CommandState::Waiting;
    if (m_file)
        onDisk(m_file->add(command));
    else if (!std::exchange(m_toldMemoryOnly, true))
        m_failed({"outbox.memory", "Commands can't be kept on this computer now: one that isn't sent is lost when the program ends."});
    m_entries.push_back({std::move(command)});
    if (!m_retry.isActive())
        pump();
}

void CommandSender::withdraw(const Uuid& id)
{
    const auto it = std::ranges::find_if(m_entries, [&](const Entry& e) { return e.command.id == id; });
    // Also one that was refused meanwhile, because of the one before it.
    if (m_file)
        onDisk(m_file->remove(std::span(&id, 1)));
    if (it != m_entries.end()) {
        const domain::Subject subject = subjectOf(it->command);
        const auto next = m_entries.erase(it);
        refuseThoseAfter(subject, static_cast<std::size_t>(next - m_entries.begin()));
    }
    m_claims.forget(id);
    pump();
}

void CommandSender::dismiss(const Uuid& id)
{
    if (m_file)
        onDisk(m_file->remove(std::span(&id, 1)));
}

void CommandSender::start(link::GatewayClient& client)
{
    m_client = &client;
    m_retry.stop();
    pump();
}

void CommandSender::stop()
{
    m_retry.stop();
    link::GatewayClient* client = std::exchange(m_client, nullptr);
    if (client)
        client->abort();
}

void CommandSender::forgetUpTo(Seq seq)
{
    std::vector<Uuid> seen;
    for (const Landed& landed : m_landed)
        if (landed.seq <= seq)
            seen.push_back(landed.id);
    if (seen.empty())
        return;
    std::erase_if(m_landed, [seq](const Landed& landed) { return landed.seq <= seq; });
    if (m_file)
        onDisk(m_file->remove(seen));
}

void CommandSender::pump()
{
    if (!m_client)
        return;
    std::set<domain::Subject> busy;
    std::size_t flying = static_cast<std::size_t>(std::ranges::count_if(m_entries, &Entry::isFlying));
    std::vector<Uuid> go;
    std::vector<Uuid> first; ///< of `go`: not sent before
    for (Entry& entry : m_entries) {
        const domain::Subject subject = subjectOf(entry.command);
        const bool isFree = subject.number == 0 || busy.insert(subject).second;
        if (!isFree || entry.isFlying || flying >= inFlight)
            continue;
        if (entry.command.state == CommandState::Waiting) {
            if (!m_claims.claim(entry.command.id))
                continue; // taken back: withdraw() is on its way
            first.push_back(entry.command.id);
        }
        entry.isFlying = true;
        ++flying;
        go.push_back(entry.command.id);
    }
    // Written before it's sent: after a crash it's known that it may have arrived.
    if (m_file && !first.empty())
        onDisk(m_file->setState(first, CommandState::Sent));
    for (const Uuid& id : go)
        send(id);
}

void CommandSender::send(const Uuid& id)
{
    Entry* entry = find(id);
    entry->command.state = CommandState::Sent;
    m_moved({id, CommandState::Sent, std::nullopt, 0});
    m_client->postCommand(QByteArray::fromStdString(OutboxFile::bodyOf(entry->command)),
                          [this, id](link::LinkResult<link::CommandAnswer> answer) { onAnswer(id, std::move(answer)); });
}

void CommandSender::onAnswer(const Uuid& id, link::LinkResult<link::CommandAnswer> answer)
{
    Entry* entry = find(id);
    if (!entry)
        return;
    entry->isFlying = false;
    if (answer) {
        m_backoff.reset();
        const protocol::CommandReply& reply = answer->reply;
        if (!reply.error)
            confirm(id, reply);
        else
            refuse(id, {reply.error->code, {reply.error->zh, reply.error->en}, reply.error->instead}, reply.version);
        return pump();
    }
    const link::LinkError& error = answer.error();
    qCInfo(logSession, "command not answered: %s", error.error.code.c_str());
    if (error.kind == link::FaultKind::Rejected) {
        const std::string status = std::to_string(error.status);
        refuse(id, {"http." + status, {"网关拒绝了这条指令（" + status + "）。", "The gateway refused the command (" + status + ")."}, {}}, 0);
        return pump();
    }
    entry->mayHaveArrived |= error.delivered == link::Delivered::Maybe;
    setState(id, entry->mayHaveArrived ? CommandState::Unknown : CommandState::Waiting);
    retryLater();
}

void CommandSender::setState(const Uuid& id, CommandState state)
{
    Entry* entry = find(id);
    entry->command.state = state;
    if (state == CommandState::Waiting) {
        if (m_file)
            onDisk(m_file->setState(std::span(&id, 1), state));
        m_claims.release(id);
    }
    m_moved({id, state, std::nullopt, 0});
}

void CommandSender::retryLater()
{
    if (m_client && !m_retry.isActive())
        m_retry.start(m_backoff.next());
}

void CommandSender::confirm(const Uuid& id, const protocol::CommandReply& reply)
{
    std::erase_if(m_entries, [&](const Entry& e) { return e.command.id == id; });
    // It stays on disk until its event does too: a crash in between asks once more, and is told the same.
    m_landed.push_back({id, reply.seq});
    m_claims.release(id);
    m_moved({id, CommandState::Confirmed, std::nullopt, reply.version});
}

void CommandSender::refuse(const Uuid& id, domain::Rejection rejection, std::uint32_t version)
{
    const auto it = std::ranges::find_if(m_entries, [&](const Entry& e) { return e.command.id == id; });
    const domain::Subject subject = subjectOf(it->command);
    const auto next = m_entries.erase(it);
    const auto from = static_cast<std::size_t>(next - m_entries.begin());
    if (m_file)
        onDisk(m_file->setRefused(id, rejection, version));
    m_claims.release(id);
    m_moved({id, CommandState::Refused, std::move(rejection), version});
    refuseThoseAfter(subject, from);
}

void CommandSender::refuseThoseAfter(domain::Subject subject, std::size_t from)
{
    if (subject.number == 0)
        return;
    std::vector<Uuid> after;
    for (std::size_t i = from; i < m_entries.size(); ++i) {
        const DeskCommand& c = m_entries[i].command;
        if (subjectOf(c) == subject && c.state == CommandState::Waiting && needsBase(c) == domain::NeedsBase::Yes)
            after.push_back(c.id);
    }
    for (const Uuid& id : after) {
        std::erase_if(m_entries, [&](const Entry& e) { return e.command.id == id; });
        if (m_file)
            onDisk(m_file->setRefused(id, earlierRefused(), 0));
        m_moved({id, CommandState::Refused, earlierRefused(), 0});
    }
}

} // namespace zs::session
