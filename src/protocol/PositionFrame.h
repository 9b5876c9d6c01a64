// Positions of staff on duty as a binary frame: little-endian, 16 bytes of header, 16 bytes a person.
//
//   offset  header                          offset  a person
//   0  4    "ZSP1"                          0  4    u32  person id
//   4  4    u32  number of people           4  4    i32  longitude, 1e-7 degrees
//   8  8    i64  time of the frame, ms UTC  8  4    i32  latitude, 1e-7 degrees
//                                           12 2    u16  age of the fix at the frame's time, seconds (65535: or older)
//                                           14 1    u8   heading, 360/256 degrees, clockwise from north
//                                           15 1    u8   flags (PositionFlags)
// At most maxPositionsPerFrame people; more go into further frames. The same frame is posted by the field app to
// /v1/positions and sent to consoles on the stream.
#pragma once

#include "base/Clock.h"
#include "base/GeoPoint.h"
#include "base/Result.h"
#include "base/StrongId.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zs::protocol {

inline constexpr std::uint8_t positionOffDuty = 1; ///< the shift ended: the console forgets the person's position at once

struct Position {
    PersonId person;
    std::int32_t lonE7 = 0;
    std::int32_t latE7 = 0;
    std::uint16_t ageSeconds = 0;
    std::uint8_t heading = 0;
    std::uint8_t flags = 0;

    GeoPoint place() const { return {lonE7 * 1e-7, latE7 * 1e-7}; }
    static Position at(PersonId person, GeoPoint place);
    bool operator==(const Position&) const = default;
};

struct PositionFrame {
    TimePoint time{};
    std::vector<Position> positions;
    bool operator==(const PositionFrame&) const = default;
};

/// `frame.positions` must hold at most maxPositionsPerFrame.
std::string encodePositions(const PositionFrame& frame);
/// Refuses other magic, a length that doesn't match the count, too many people, ids of 0 and places off the earth.
Result<PositionFrame> decodePositions(std::string_view bytes);

} // namespace zs::protocol
