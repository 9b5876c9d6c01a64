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

bool Tasks::put(Task task)
{
    const std::scoped_lock lock(m_mutex);
    m_tasks.push_back(std::move(task));
    return m_tasks.size() == 1;
}

std::optional<Tasks::Task> Tasks::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_tasks.empty())
        return std::nullopt;
    std::optional<Task> task(std::move(m_tasks.front()));
    m_tasks.pop_front();
    return task;
}

} // namespace zs::session
