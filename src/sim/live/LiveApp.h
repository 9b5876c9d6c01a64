// Flags, certificates and event loop of a Live: what `live` and `replay` have in common.
#pragma once

#include "sim/live/Connect.h"
#include "sim/live/Live.h"

#include <QCoreApplication>

#include <memory>

namespace zs::sim {

inline constexpr FlagSpec kSeedFlag{"--seed", "N", "which day (default 1)"};
inline constexpr FlagSpec kPaceFlag{"--pace", "X", "how many times as fast as real people are (default 3)"};
inline constexpr FlagSpec kRoutedFlag{"--routed", "SHARE",
                                      "share of cases that the intake desk routes by itself (default 0.55)"};
inline constexpr FlagSpec kDispatchedFlag{
    "--dispatched", "SHARE", "share of accepted cases for which agencies send someone (default 0.6)"};
inline constexpr FlagSpec kIntakeFlag{"--intake", "NAME",
                                      "certificate of the intake desk (default intake-1)"};
inline constexpr FlagSpec kAgencyFlag{"--agency", "NAME",
                                      "certificate that speaks for the agencies (default agency-1)"};
inline constexpr FlagSpec kDutyFlag{"--duty", "NAME",
                                    "certificate of the duty officer (default duty-1; nobody if it isn't there)"};
inline constexpr FlagSpec kSupervisorFlag{"--supervisor", "NAME",
                                          "certificate of the supervisor (default supervisor-1; as above)"};
inline constexpr FlagSpec kSideWaysFlag{"--side-ways", "SHARE",
                                        "how often requests, whistles, supervision, mediation, ratings … happen (default 1; 0: never)"};
inline constexpr FlagSpec kFieldFlag{"--field", "NAME", "certificate of the field app (default field-1)"};

/// One a process: it is the QCoreApplication.
class LiveApp {
public:
    enum class WhenOver { GoOn, Quit }; ///< once every case of the source was received

    LiveApp();
    /// Reads flags, city pack and certificates.
    Result<void> prepare(const Flags& flags);
    std::shared_ptr<const domain::City> city() const { return m_connection.city; }
    const LiveOptions& options() const { return m_options; }
    /// Until a signal, an error, or (Quit) the end of the source. Prints what was done.
    Result<void> run(std::unique_ptr<CaseSource> source, WhenOver whenOver);

private:
    int m_argc = 1;
    char m_name[16] = "zhongshu-sim";
    char* m_argv[2] = {m_name, nullptr};
    QCoreApplication m_app; ///< first: TLS certificates want it to be there
    Connection m_connection;
    LiveOptions m_options;
    std::optional<Identities> m_identities;
};

} // namespace zs::sim
