#include "admin/journal/JournalCommands.h"

#include "gateway/journal/Verify.h"

#include <ostream>

namespace zs::admin {

namespace {

Result<int> verify(const Options& options, const Surroundings& around)
{
    return gateway::verifyJournal(options.value("--data")).map([&](const gateway::Verified& verified) {
        around.out << "events=" << verified.events << " cases=" << verified.cases
                   << " head=" << gateway::toHex(verified.head) << " duties=" << verified.duties << " references=" << verified.references;
        if (verified.isWhole()) {
            around.out << " chain=ok\n";
            return 0;
        }
        around.out << " chain=broken seq=" << verified.fault->seq << '\n' << verified.fault->sentence << '\n';
        return 1;
    });
}

} // namespace

std::vector<Command> journalCommands()
{
    return {
        {"journal verify",
         "Checks a journal from its first event to its last; ends with 1 when the chain is broken.",
         {{"--data", Takes::Value, Need::Required, "DIR", "the data folder of a gateway, which may be running"}},
         verify},
    };
}

} // namespace zs::admin
