// Looks at all cases of the desk again and again, a slice at a time, so that a panel can keep what time changes by itself
// (late, near, due) without ever holding the GUI thread: at most 3 ms a slice, a changed case at once. Rests while nobody can
// see the panel.
#pragma once

#include "ui/cases/Desk.h"
#include "ui/cases/Sight.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <span>

namespace zs::cases {

class CaseSweep final : public QObject {
    Q_OBJECT
public:
    /// Whether what is kept about the case has changed.
    using Look = std::function<bool(const domain::Case&)>;
    /// Drops everything that is kept; the cases follow.
    using Forget = std::function<void()>;
    /// `desk` outlives it, `panel` is the one it works for. A panel in sight has its first slice before the constructor returns.
    CaseSweep(const Desk& desk, Look look, Forget forget, QWidget& panel, QObject* parent);

    /// False until every case was seen since the last reset.
    bool isWhole() const { return m_whole; }
    /// Everything again from the start (another language, another calendar).
    void restart();

Q_SIGNALS:
    void changed(); ///< at most once a slice or batch

private:
    void slice();
    void lookAt(std::span<const std::uint32_t> rows);

    const Desk& m_desk;
    Look m_look;
    Forget m_forget;
    Sight m_sight;
    QTimer m_timer;
    std::size_t m_next = 0;
    bool m_whole = false;
    bool m_isHurrying = true; ///< until the pass that is under way has ended: all anew, or nobody looked for a while
};

} // namespace zs::cases
