#include "protocol/PositionFrame.h"

#include "protocol/Limits.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace zs::protocol {

static_assert(std::endian::native == std::endian::little, "the frame is little-endian and copied as it is");

namespace {
constexpr std::size_t headerSize = 16;
constexpr std::size_t entrySize = 16;
constexpr char magic[4] = {'Z', 'S', 'P', '1'};

template <class T>
void put(char* at, T value) { std::memcpy(at, &value, sizeof value); }

template <class T>
T get(const char* at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}
} // namespace

Position Position::at(PersonId person, GeoPoint place)
{
    Position p;
    p.person = person;
    p.lonE7 = static_cast<std::int32_t>(std::lround(place.lon * 1e7));
    p.latE7 = static_cast<std::int32_t>(std::lround(place.lat * 1e7));
    return p;
}

std::string encodePositions(const PositionFrame& frame)
{
    std::string out(headerSize + entrySize * frame.positions.size(), '\0');
    char* p = out.data();
    std::memcpy(p, magic, 4);
    put(p + 4, static_cast<std::uint32_t>(frame.positions.size()));
    put(p + 8, toUnixMillis(frame.time));
    p += headerSize;
    for (const Position& position : frame.positions) {
        put(p, position.person.value);
        put(p + 4, position.lonE7);
        put(p + 8, position.latE7);
        put(p + 12, position.ageSeconds);
        put(p + 14, position.heading);
        put(p + 15, position.flags);
        p += entrySize;
    }
    return out;
}

Result<PositionFrame> decodePositions(std::string_view bytes)
{
    if (bytes.size() < headerSize || std::memcmp(bytes.data(), magic, 4) != 0)
        return fail("positions.magic", "This isn't a positions frame.");
    const auto count = get<std::uint32_t>(bytes.data() + 4);
    if (count > maxPositionsPerFrame)
        return fail("positions.many", "A positions frame may hold at most 4000 people.");
    if (bytes.size() != headerSize + entrySize * count)
        return fail("positions.length", "The positions frame's length doesn't match its count.");
    PositionFrame frame;
    frame.time = fromUnixMillis(get<std::int64_t>(bytes.data() + 8));
    frame.positions.resize(count);
    const char* p = bytes.data() + headerSize;
    for (Position& position : frame.positions) {
        position.person = PersonId(get<std::uint32_t>(p));
        position.lonE7 = get<std::int32_t>(p + 4);
        position.latE7 = get<std::int32_t>(p + 8);
        position.ageSeconds = get<std::uint16_t>(p + 12);
        position.heading = get<std::uint8_t>(p + 14);
        position.flags = get<std::uint8_t>(p + 15);
        if (position.person.isNone() || position.lonE7 > 1'800'000'000 || position.lonE7 < -1'800'000'000
            || position.latE7 > 900'000'000 || position.latE7 < -900'000'000)
            return fail("positions.entry", "A positions frame holds a place off the earth or nobody's position.");
        p += entrySize;
    }
    return frame;
}

} // namespace zs::protocol
