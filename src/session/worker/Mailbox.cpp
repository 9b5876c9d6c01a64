#include "session/worker/Mailbox.h"

namespace zs::session {

void Mailbox::put(Letter letter)
{
    bool wasEmpty = false;
    {
        const std::scoped_lock lock(m_mutex);
        wasEmpty = m_letters.empty();
        m_letters.push_back(std::move(letter));
    }
    if (wasEmpty)
        m_wake();
}

std::optional<Letter> Mailbox::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_letters.empty())
        return std::nullopt;
    std::optional<Letter> letter(std::move(m_letters.front()));
    m_letters.pop_front();
    return letter;
}

bool Mailbox::isEmpty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_letters.empty();
}

} // namespace zs::session
