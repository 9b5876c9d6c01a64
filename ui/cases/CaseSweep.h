// Looks at all cases of the desk again and again, a slice at a time, so that a panel can keep what time changes by itself
// (late, near, due) without ever holding the GUI thread: at most 3 ms a slice, a changed case at once.
#pragma once

#include "ui/cases/Desk.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace zs::cases {

class CaseSweep final : public QObject {
    Q_OBJECT
public:
    /// Whether what is kept about the case has changed.
    using Look = std::function<bool(const domain::Case&)>;
    /// Drops everything that is kept; the cases follow.
    using Forget = std::function<void()>;
    /// `desk` outlives it. The first slice is looked at before the constructor returns.
    CaseSweep(const Desk& desk, Look look, Forget forget, QObject* parent);

    /// False until every case was seen since the last reset.
    bool isWhole() const { return m_whole; }
    /// Everything again from the start (another language, another calendar).
    void restart();

Q_SIGNALS:
    void changed(); ///< at most once a slice or batch

private:
    void slice();

    const Desk& m_desk;
    Look m_look;
    Forget m_forget;
    QTimer m_timer;
    std::size_t m_next = 0;
    bool m_whole = false;
};

} // namespace zs::cases
