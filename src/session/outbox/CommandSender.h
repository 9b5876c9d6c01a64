// The worker's half of the outbox: keeps commands on disk, sends them in order, and asks again with the same key until the
// gateway has answered each one. Belongs to the worker thread.
//
// Order: commands on one case or duty go one after the other; different ones at once, at most `inFlight`. A command's base is
// never changed: it is the version that the person saw (with the desk's own earlier commands counted in). So when an earlier
// command on the case is refused or taken back, those that build on it are refused here.
#pragma once

#include "link/Backoff.h"
#include "link/GatewayClient.h"
#include "session/DeskCommands.h"
#include "session/SessionTypes.h"
#include "session/outbox/Claims.h"
#include "session/outbox/OutboxFile.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace zs::session {

class CommandSender : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t inFlight = 6;
    using Moved = std::function<void(CommandMoved)>;
    using Failed = std::function<void(Error)>;

    /// `claims` outlives this. `moved` is told of each change of state, `failed` of a disk that doesn't take a command.
    CommandSender(Claims& claims, std::uint64_t seed, Moved moved, Failed failed, QObject* parent = nullptr);

    /// What the last run left. Without a file everything stays in memory.
    void useFile(std::optional<OutboxFile> file, const std::vector<DeskCommand>& left);
    void add(DeskCommand command);
    void withdraw(const Uuid& id);
    void dismiss(const Uuid& id);

    /// May send from now on. `client` is used until stop().
    void start(link::GatewayClient& client);
    /// The link is gone: what is in flight is Unknown at once.
    void stop();
    /// Everything up to `seq` is in the picture, on disk where there is one: confirmed commands up to there are forgotten.
    void forgetUpTo(Seq seq);
    bool hasOpen() const { return !m_entries.empty(); }

private:
    struct Entry {
        DeskCommand command{};
        bool isFlying = false;
        bool mayHaveArrived = false; ///< once true it stays so, whatever becomes of later tries
    };
    struct Landed {
        Uuid id;
        Seq seq = 0;
    };
    void pump();
    void send(const Uuid& id);
    void onAnswer(const Uuid& id, link::LinkResult<link::CommandAnswer> answer);
    void confirm(const Uuid& id, const protocol::CommandReply& reply);
    void refuse(const Uuid& id, domain::Rejection rejection, std::uint32_t version);
    void refuseThoseAfter(domain::Subject subject, std::size_t from);
    void setState(const Uuid& id, CommandState state);
    void retryLater();
    Entry* find(const Uuid& id);
    void onDisk(Result<void> result);

    Claims& m_claims;
    Moved m_moved;
    Failed m_failed;
    link::Backoff m_backoff;
    QTimer m_retry;
    link::GatewayClient* m_client = nullptr;
    std::optional<OutboxFile> m_file;
    bool m_toldMemoryOnly = false;
    std::vector<Entry> m_entries; ///< not answered, oldest first
    std::vector<Landed> m_landed; ///< confirmed, event not seen on disk yet
};

} // namespace zs::session
