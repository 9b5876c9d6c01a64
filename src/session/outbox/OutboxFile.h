// Commands of this desk on its disk, sealed with the desk's key (a command may hold a reporter's name). A command is here
// before it's sent, and until its event has been seen. Belongs to one thread.
#pragma once

#include "base/Result.h"
#include "base/storage/Sqlite.h"
#include "link/LocalSeal.h"
#include "session/SessionTypes.h"

#include <span>
#include <string>
#include <vector>

namespace zs::session {

class OutboxFile {
public:
    /// "outbox.damaged" when it can't be read.
    static Result<OutboxFile> open(const std::string& path, link::LocalSeal seal);

    /// Oldest first; what was sent and not answered comes back as Unknown. "outbox.key" when it was sealed with another key.
    Result<std::vector<DeskCommand>> load();
    /// On the disk when it returns.
    Result<void> add(const DeskCommand& command);
    Result<void> setState(std::span<const Uuid> ids, CommandState state);
    Result<void> setRefused(const Uuid& id, const domain::Rejection& rejection, std::uint32_t currentVersion);
    Result<void> remove(std::span<const Uuid> ids);

    /// What is sent, to the byte, each time it is sent.
    static std::string bodyOf(const DeskCommand& command);

private:
    explicit OutboxFile(link::LocalSeal seal) : m_seal(seal) {}
    Result<void> prepare();

    link::LocalSeal m_seal;
    storage::Database m_db; // statements below go first
    storage::Statement m_add, m_setState, m_setRefused, m_remove;
};

} // namespace zs::session
