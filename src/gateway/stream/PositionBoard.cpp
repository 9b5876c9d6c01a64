#include "gateway/stream/PositionBoard.h"

#include "protocol/Limits.h"

#include <algorithm>

namespace zs::gateway {

using protocol::Position;
using protocol::PositionFrame;

namespace {
/// An older fix may be from another shift.
constexpr std::chrono::hours oldestFix{1};

/// Shifts begin and end on a minute; looking once a second is soon enough.
constexpr Millis dutyInterval{1000};

Position aged(Position position, TimePoint fixTime, TimePoint now)
{
    const std::int64_t seconds = std::max<std::int64_t>(0, (now - fixTime).count() / 1000);
    position.ageSeconds = static_cast<std::uint16_t>(std::min<std::int64_t>(seconds, 65535));
    return position;
}

std::vector<std::string> encode(const std::vector<Position>& positions, TimePoint now)
{
    std::vector<std::string> frames;
    for (std::size_t from = 0; from < positions.size(); from += protocol::maxPositionsPerFrame) {
        const std::size_t n = std::min(protocol::maxPositionsPerFrame, positions.size() - from);
        PositionFrame frame;
        frame.time = now;
        const auto begin = positions.begin() + static_cast<std::ptrdiff_t>(from);
        frame.positions.assign(begin, begin + static_cast<std::ptrdiff_t>(n));
        frames.push_back(protocol::encodePositions(frame));
    }
    return frames;
}

} // namespace

PositionBoard::PositionBoard(const domain::City& city) : m_city(city), m_fixes(city.people.size()) {}

bool PositionBoard::isOnDuty(std::size_t index, TimePoint now) const
{
    return domain::isOnDuty(m_city.people[index].shift, now, m_city.utcOffset);
}

Result<PositionBoard::Taken> PositionBoard::take(const PositionFrame& frame, TimePoint now)
{
    if (frame.time > now + maxAhead)
        return fail("positions.future", "The positions frame is from the future: check the sender's clock.");
    Taken result;
    const std::lock_guard lock(m_mutex);
    for (const Position& position : frame.positions) {
        const std::size_t index = position.person.value - 1;
        if (index >= m_fixes.size()) {
            ++result.unknown;
            continue;
        }
        // Never ahead of our own clock, or a sender that runs fast would shut out everyone after it.
        const TimePoint time = std::min(now, frame.time) - std::chrono::seconds(position.ageSeconds);
        // On duty now, and then: a fix that was kept back from before the shift is nobody's business (PRIVACY.md, "Staff").
        if (!isOnDuty(index, now) || !isOnDuty(index, time) || now - time > oldestFix) {
            ++result.offDuty;
            continue;
        }
        ++result.taken;
        Fix& fix = m_fixes[index];
        if (time < fix.time)
            continue;
        fix.position = position;
        fix.position.flags = 0;
        fix.time = time;
        if (!fix.isChanged) {
            fix.isChanged = true;
            m_changed.push_back(index);
        }
    }
    return result;
}

std::vector<std::string> PositionBoard::all(TimePoint now) const
{
    std::vector<Position> positions;
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < m_fixes.size(); ++i)
            if (m_fixes[i].time != TimePoint{} && isOnDuty(i, now))
                positions.push_back(aged(m_fixes[i].position, m_fixes[i].time, now));
    }
    return encode(positions, now);
}

std::vector<std::string> PositionBoard::changed(TimePoint now)
{
    std::vector<Position> positions;
    {
        const std::lock_guard lock(m_mutex);
        // A clock that was set back must not stop the check.
        if (now >= m_dutyChecked + dutyInterval || now < m_dutyChecked) {
            m_dutyChecked = now;
            for (std::size_t i = 0; i < m_fixes.size(); ++i) {
                if (m_fixes[i].time == TimePoint{} || isOnDuty(i, now))
                    continue;
                Position ended; // who went off duty, but no place any more
                ended.person = m_fixes[i].position.person;
                ended.flags = protocol::positionOffDuty;
                positions.push_back(ended);
                m_fixes[i] = {};
            }
        }
        for (const std::size_t i : m_changed) {
            if (!m_fixes[i].isChanged)
                continue;
            m_fixes[i].isChanged = false;
            positions.push_back(aged(m_fixes[i].position, m_fixes[i].time, now));
        }
        m_changed.clear();
    }
    return encode(positions, now);
}

} // namespace zs::gateway
