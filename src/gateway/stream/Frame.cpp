#include "gateway/stream/Frame.h"

#include "protocol/Messages.h"

namespace zs::gateway {

std::vector<FramePtr> framesOf(const std::vector<EncodedEventPtr>& events)
{
    constexpr std::size_t wrapping = 64;
    std::vector<FramePtr> frames;
    std::vector<std::string_view> message;
    std::size_t bytes = wrapping;
    const auto finish = [&] {
        if (!message.empty())
            frames.push_back(textFrame(protocol::encodeEvents(message)));
        message.clear();
        bytes = wrapping;
    };
    for (const EncodedEventPtr& event : events) {
        const std::size_t size = event->json.size() + 1;
        if (message.size() >= protocol::maxEventsPerMessage || bytes + size > protocol::maxServerMessage)
            finish();
        message.push_back(event->json);
        bytes += size;
    }
    finish();
    return frames;
}

} // namespace zs::gateway
