// Turns of a case that several events take; used by their evolve(). Pure.
#pragma once

#include "domain/cases/Case.h"

#include <vector>

namespace zs::domain {

/// Keeps when it happened, and how the case stood before; the oldest of too many is forgotten.
void noteTurn(Case& state, TurnKind kind, TimePoint at);
/// With `lead`, waiting to be accepted; whoever had been sent is called off.
void routeTo(Case& state, AgencyId lead, const std::vector<AgencyId>& assisting, TimePoint at);
/// Given back: the centre has to route it anew, or to register it if it never was.
void backToTheCentre(Case& state, TimePoint at);
/// What waits for a decision has become pointless.
void dropRequest(Case& state);
/// The case is over: nothing is decided any more, and who was whistled and didn't come needn't.
void dropWhatWaits(Case& state, TimePoint at);
/// Not finished after all.
void forgetTheEnd(Case& state);
/// A duplicate becomes again what it was; a case of its own stays as it is.
void leaveParent(Case& state);
/// From the start, with a new clock. What happened before stays in the journal; whistles, supervision and mediations also here.
void beginAnew(Case& state, TimePoint at);

} // namespace zs::domain
