// What finished cases took, for predicting breaches (domain/sla/Pace.h). Reads the newest finished cases of the desk once, some
// ms a turn of the event loop, and each one that finishes later. GUI thread.
#pragma once

#include "domain/sla/Pace.h"
#include "ui/cases/Desk.h"

#include <QObject>
#include <QTimer>

#include <unordered_set>

namespace zs::cases {

class PaceBook final : public QObject {
    Q_OBJECT
public:
    /// `desk` outlives it.
    explicit PaceBook(const Desk& desk, QObject* parent = nullptr);
    /// Of what has been read so far.
    const domain::Pace& pace() const { return m_pace; }

Q_SIGNALS:
    void read(); ///< all of the desk's picture

private:
    void restart();
    void slice();
    bool seek();
    void consider(std::uint32_t row);

    static constexpr std::size_t newest = 4000; ///< finished cases that are read at most

    const Desk& m_desk;
    domain::Pace m_pace;
    std::unordered_set<std::uint64_t> m_counted;
    QTimer m_slice;
    bool m_isSeeking = false;   ///< for the oldest of the newest; then they are read from there on
    std::size_t m_row = 0;      ///< the next one to look at
    std::size_t m_finished = 0; ///< found while seeking
};

} // namespace zs::cases
