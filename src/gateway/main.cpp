// zhongshud: reads its configuration, starts a Gateway, waits for signals. Wiring only.
#include "gateway/Gateway.h"
#include "protocol/citypack/CityPack.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace zs;

namespace {

constexpr int exitConfig = 2;

int refuse(const Error& error, int status)
{
    std::fprintf(stderr, "zhongshud: %s\n", error.sentence.c_str());
    return status;
}

std::optional<std::string> environment(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int serve(const gateway::Config& config, const sigset_t& signals)
{
    auto city = protocol::readCityPack(config.city);
    if (!city)
        return refuse(city.error(), exitConfig);
    const SystemClock clock;
    gateway::Logger log;
    auto made = gateway::Gateway::make(config, *city, clock, log);
    if (!made)
        return refuse(made.error(), exitConfig);
    gateway::Gateway& served = **made;
    served.start();
    const bool isV6 = config.address.find(':') != std::string::npos;
    std::printf("listening on https://%s%s%s:%u\n", isV6 ? "[" : "", config.address.c_str(), isV6 ? "]" : "", served.port());
    std::fflush(stdout);
    for (;;) {
        int signal = 0;
        if (sigwait(&signals, &signal) != 0)
            continue;
        if (signal != SIGHUP)
            break;
        (void)served.reloadCertificates(); // it logs what is wrong and keeps the old ones
    }
    served.stop();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    // Blocked in every thread from the start; main waits for them.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a full quota is an error of a write, not the end
    umask(077);
    raiseFileLimit();

    auto parsed = gateway::readConfig({argv + 1, argv + argc}, environment);
    if (!parsed)
        return refuse(parsed.error(), exitConfig);
    switch (parsed->asked) {
    case gateway::Asked::Help: std::fputs(gateway::configHelp().c_str(), stdout); return 0;
    case gateway::Asked::Version: std::puts("zhongshud " ZS_VERSION); return 0;
    case gateway::Asked::Run: break;
    }
    return serve(parsed->config, signals);
}
