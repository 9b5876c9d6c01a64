// A city of four grids, three agencies and six people, and cases to go with it.
#pragma once

#include "domain/cases/Commands.h"
#include "domain/city/City.h"

#include <memory>
#include <string>
#include <vector>

namespace zs::testkit {

/// Grids 1-4 are squares of 0.01° from 113.70 E, 23.00 N to the east. All are on duty always but person 6, who never is
/// within the next hours of `now`. Agency 1 is the centre.
std::shared_ptr<const domain::City> smallCity(const std::string& id = "small-1");

/// A place inside grid `n`, 1-4.
GeoPoint placeInGrid(int n);
domain::Receive receiveCommand(const std::string& title = "井盖缺失", int grid = 1);

/// Events of a believable history, seq from 1 on, versions without gaps: `count` events on about count / 5 cases.
std::vector<domain::RecordedEvent> history(const domain::City& city, std::size_t count, unsigned seed);
/// `count` cases with ids 1…count, as after one or more events each.
std::vector<domain::Case> manyCases(std::size_t count);
/// Folds events from nothing.
std::vector<domain::Case> folded(const std::vector<domain::RecordedEvent>& events);

} // namespace zs::testkit
