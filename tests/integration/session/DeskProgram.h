// A console's session as a process of its own, so that it can be killed: the test program started with --desk.
#pragma once

#include "session/SessionTypes.h"

#include <QStringList>

namespace zs::testkit {

/// The arguments that make runDesk() write `notes` notes on case 1 … `cases` each, as fast as it can.
QStringList deskArguments(const session::SessionConfig& config, int cases, int notes);
/// main() of the child. Says "under way" when the first are confirmed, and runs until it's killed.
int runDesk(int argc, char** argv);

} // namespace zs::testkit
