// What to do with a file of ours that can't be read: it's kept beside, and a new one is begun.
#pragma once

#include <string>

namespace zs::session {

/// Renames `path` and its -wal to `path`.damaged (an older one of that name goes), and removes -shm. True if there is room
/// for a new file now.
bool setAside(const std::string& path);
/// Makes `path`, empty, readable by its owner alone, if it isn't there.
void makePrivate(const std::string& path);

} // namespace zs::session
