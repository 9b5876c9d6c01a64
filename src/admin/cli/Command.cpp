#include "admin/cli/Command.h"

#include "admin/journal/JournalCommands.h"
#include "admin/pki/PkiCommands.h"
#include "admin/suggest/SuggestCommands.h"

#include <algorithm>
#include <iterator>
#include <ostream>

namespace zs::admin {

namespace {

constexpr int wrongCall = 2;

bool wantsHelp(std::string_view word)
{
    return word == "--help" || word == "-h" || word == "help";
}

void printOverview(std::span<const Command> all, std::string_view group, std::ostream& to)
{
    to << "usage: zhongshu-admin COMMAND [flags]\n\n";
    for (const Command& command : all) {
        if (!command.name.starts_with(group)) continue;
        std::string left = "  " + std::string(command.name);
        left.append(left.size() < 22 ? 22 - left.size() : 1, ' ');
        to << left << command.help << '\n';
    }
    to << "\nzhongshu-admin COMMAND --help says its flags.\n";
}

void printHelp(const Command& command, std::ostream& to)
{
    to << "usage: zhongshu-admin " << command.name << (command.flags.empty() ? "" : " [flags]") << "\n"
       << command.help << "\n";
    if (!command.flags.empty()) to << '\n' << helpOf(command.flags);
}

} // namespace

std::vector<Command> commands()
{
    std::vector<Command> all;
    const auto add = [&](std::vector<Command> more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    add(pkiCommands());
    add(journalCommands());
    add(suggestCommands());
    return all;
}

int run(std::span<const Command> all, std::span<const std::string> arguments, const Surroundings& around,
        std::ostream& err)
{
    if (arguments.empty() || wantsHelp(arguments.front())) {
        printOverview(all, {}, arguments.empty() ? err : around.out);
        return arguments.empty() ? wrongCall : 0;
    }
    const std::string group = arguments[0] + " ";
    const bool isGroup =
        std::any_of(all.begin(), all.end(), [&](const Command& c) { return c.name.starts_with(group); });
    const std::size_t used = isGroup ? 2 : 1;
    if (isGroup && (arguments.size() < 2 || wantsHelp(arguments[1]))) {
        printOverview(all, group, arguments.size() < 2 ? err : around.out);
        return arguments.size() < 2 ? wrongCall : 0;
    }
    const std::string name = isGroup ? group + arguments[1] : arguments[0];
    const auto command = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
    if (command == all.end()) {
        err << "zhongshu-admin: There is no command \"" << name << "\"; zhongshu-admin --help lists them.\n";
        return wrongCall;
    }
    const auto rest = arguments.subspan(used);
    if (std::any_of(rest.begin(), rest.end(), wantsHelp)) {
        printHelp(*command, around.out);
        return 0;
    }
    const auto options = Options::read(command->flags, rest);
    if (!options) {
        err << "zhongshu-admin " << name << ": " << options.error().sentence << " zhongshu-admin " << name
            << " --help says its flags.\n";
        return wrongCall;
    }
    const Result<int> answer = command->handler(*options, around);
    if (answer) return *answer;
    err << "zhongshu-admin " << name << ": " << answer.error().sentence << '\n';
    return answer.error().code == "usage" ? wrongCall : 1;
}

} // namespace zs::admin
