// Commands and events on subjects other than cases: the same messages as a case's, with "subject" where a case has "case".
//   command {"v":1,"id":"uuid","subject":{"kind":"night_visit","number":12},"base":3,"command":"close_night","data":{…}}
//   event   {"seq":9,"subject":{"kind":"night_visit","number":12},"version":4,"at":…,"by":"duty-01","kind":"night_closed","data":{…}}
//   state   {"kind":"night_visit","state":{…}}, in the snapshot's list "duties"
#pragma once

#include "base/Uuid.h"
#include "domain/duties/Duties.h"
#include "protocol/JsonReader.h"
#include "protocol/JsonWriter.h"

#include <optional>
#include <string>

namespace zs::protocol {

/// POST /v1/commands. The number is 0 for what the gateway numbers.
struct DutyEnvelope {
    Uuid id;
    domain::Subject subject;
    std::optional<std::uint32_t> base;
    domain::DutyCommand command;

    bool operator==(const DutyEnvelope&) const = default;
};

std::string encodeCommand(const DutyEnvelope& envelope);
void appendEvent(std::string& out, const domain::RecordedDutyEvent& event);
/// The "data" object alone: what the journal stores and chains.
void appendEventData(std::string& out, const domain::DutyEvent& event);
/// The state's own object: what the journal keeps.
void appendDutyState(std::string& out, const domain::DutyState& state);

template <class Value>
Result<DutyEnvelope> readDutyCommand(const Value& json);
template <class Value>
Result<domain::RecordedDutyEvent> readDutyEvent(const Value& json);
/// `json`: the state's own object. "duty.state" when it is of no number or version.
template <class Value>
Result<domain::DutyState> readDutyState(domain::SubjectKind kind, const Value& json);

} // namespace zs::protocol
