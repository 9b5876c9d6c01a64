// A message as it goes to consoles: made once, shared by all of them.
#pragma once

#include "gateway/journal/Chain.h"

#include <memory>
#include <string>
#include <vector>

namespace zs::gateway {

enum class FrameKind { Text, Binary };

struct Frame {
    FrameKind kind = FrameKind::Text;
    std::string bytes;
};
using FramePtr = std::shared_ptr<const Frame>;

inline FramePtr textFrame(std::string bytes)
{
    return std::make_shared<const Frame>(Frame{FrameKind::Text, std::move(bytes)});
}
inline FramePtr binaryFrame(std::string bytes)
{
    return std::make_shared<const Frame>(Frame{FrameKind::Binary, std::move(bytes)});
}

/// An event as the stream says it.
struct EncodedEvent {
    Seq seq = 0;
    Hash hash{};
    std::string json;
};
using EncodedEventPtr = std::shared_ptr<const EncodedEvent>;

/// Wraps events into messages of at most maxEventsPerMessage and about maxServerMessage bytes.
std::vector<FramePtr> framesOf(const std::vector<EncodedEventPtr>& events);

} // namespace zs::gateway
