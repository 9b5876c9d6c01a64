#include "sim/live/LiveApp.h"

#include <cstdio>

namespace zs::sim {

LiveApp::LiveApp() : m_app(m_argc, m_argv) {}

Result<void> LiveApp::prepare(const Flags& flags) {
    const auto pace = flags.real("--pace", 3, 0.01, 1000), routed = flags.real("--routed", 0.55, 0, 1),
               dispatched = flags.real("--dispatched", 0.6, 0, 1),
               sideWays = flags.real("--side-ways", 1, 0, 1);
    const auto seed = flags.integer("--seed", 1, 0, 1'000'000'000);
    for (const auto* value : {&pace, &routed, &dispatched, &sideWays}) {
        if (!*value)
            return Unexpected(value->error());
    }
    if (!seed)
        return Unexpected(seed.error());
    m_options = {static_cast<std::uint64_t>(*seed), {*pace, *routed, *dispatched, *sideWays}};
    auto connection = connectionOf(flags);
    if (!connection)
        return Unexpected(connection.error());
    m_connection = std::move(*connection);
    const auto intake = identityOf(flags, flags.text("--intake", "intake-1"));
    const auto agency = identityOf(flags, flags.text("--agency", "agency-1"));
    const auto field = identityOf(flags, flags.text("--field", "field-1"));
    for (const auto* identity : {&intake, &agency, &field}) {
        if (!*identity)
            return Unexpected(identity->error());
    }
    m_identities = Identities{*intake, *agency, *field};
    // Seats of the centre may be left to people at consoles: then nobody plays them.
    if (auto duty = identityOf(flags, flags.text("--duty", "duty-1")))
        m_identities->duty = std::move(*duty);
    if (auto supervisor = identityOf(flags, flags.text("--supervisor", "supervisor-1")))
        m_identities->supervisor = std::move(*supervisor);
    return {};
}

Result<void> LiveApp::run(std::unique_ptr<CaseSource> source, WhenOver whenOver) {
    quitOnSignal();
    Live live(m_connection.city, m_connection.gateway, *m_identities, std::move(source), m_options);
    std::optional<Error> wrong;
    QObject::connect(&live, &Live::ended, &m_app, [&](const Error& why) {
        if (!wrong)
            wrong = why;
        m_app.quit();
    });
    QObject::connect(&live, &Live::ready, &m_app, [&] {
        std::printf("live: city %s, %zu people on duty\n", m_connection.city->id.c_str(),
                    live.crowd().onDuty());
        std::fflush(stdout);
    });
    QObject::connect(&live, &Live::allReceived, &m_app, [&] {
        std::printf("received=%lld\n", static_cast<long long>(live.figures().received));
        std::fflush(stdout);
        if (whenOver == WhenOver::Quit)
            m_app.quit();
    });
    live.start();
    m_app.exec();
    const LiveFigures& f = live.figures();
    std::printf("cases=%lld not_taken=%lld commands=%lld refused=%lld position_frames=%lld\n",
                static_cast<long long>(f.received), static_cast<long long>(f.notTaken),
                static_cast<long long>(f.commands), static_cast<long long>(f.refused),
                static_cast<long long>(f.frames));
    if (wrong)
        return Unexpected(*wrong);
    return {};
}

} // namespace zs::sim
