// The words in which a session speaks of its link and its commands: plain values for panels and worker alike.
#pragma once

#include "base/Clock.h"
#include "base/Uuid.h"
#include "domain/cases/Commands.h"
#include "domain/duties/Duties.h"
#include "domain/sla/WorkCalendar.h"

#include <QString>
#include <QUrl>

#include <cstdint>
#include <memory>
#include <optional>

namespace zs::session {

enum class LinkState {
    Starting,  ///< nothing known yet
    Online,
    Offline,   ///< gateway away; retrying with growing, jittered pauses
    Refused    ///< certificate or host name not accepted, or another city's gateway: a person must act
};

/// All times are the gateway's (Session::serverNow()).
struct LinkStatus {
    LinkState state = LinkState::Starting;
    Millis latency{0};              ///< last measured round trip
    TimePoint dataAt{};             ///< the picture is that of this moment (gateway's clock)
    TimePoint offlineSince{};
    Seq seq = 0;
    int attempt = 0;                ///< reconnects tried since offlineSince
    TimePoint nextTry{};
    QString reason;                 ///< why Offline or Refused, a sentence
};

/// The five visible states of a command of this desk.
enum class CommandState {
    Waiting,   ///< 待发: on disk here, not sent
    Sent,      ///< 待定: sent, no answer yet
    Unknown,   ///< 未知: sent, the link broke before the answer; asked again with the same key
    Confirmed, ///< on the gateway's disk
    Refused    ///< 被拒: rolled back, with the reason; stays until dismissed
};

/// What is asked of a duty. The number is 0 for what the gateway numbers.
struct DutyAsk {
    domain::Subject subject;
    domain::DutyCommand command;

    bool operator==(const DutyAsk&) const = default;
};

struct DeskCommand {
    Uuid id;
    CaseId caseId;
    domain::CaseCommand command;
    std::uint32_t base = 0;
    TimePoint at{};
    CommandState state = CommandState::Waiting;
    std::optional<domain::Rejection> rejection;
    std::uint32_t currentVersion = 0; ///< of a refused one: the case's version at the gateway when it said so
    std::optional<DutyAsk> duty{};    ///< of a command on a duty; then `caseId` is none and `command` says nothing
};

struct SessionConfig {
    QUrl gateway;             ///< https://host:port
    QString caFile;           ///< PEM of the CA that signed the gateway
    QString certificateFile;  ///< this desk's certificate
    QString keyFile;
    QString cacheDir;         ///< cache.db and outbox.db live here
    QString operatorName;     ///< CN of the certificate
    std::optional<domain::Actor> seat{}; ///< what the certificate makes of this desk; none: a dispatcher of the city
    /// What limits are counted with until setCalendar(); null: no year is known.
    std::shared_ptr<const domain::WorkCalendar> calendar{};
};

/// Where a timeline came from: Partial = offline, only what this desk has seen.
enum class TimelineSource { Gateway, Partial };

} // namespace zs::session
