// What finished cases took, for predicting breaches (domain/sla/Pace.h). Reads the newest finished cases of the desk once and
// each one that finishes later; at most a few ms when the desk's picture is replaced. GUI thread.
#pragma once

#include "domain/sla/Pace.h"
#include "ui/cases/Desk.h"

#include <QObject>

#include <unordered_set>

namespace zs::cases {

class PaceBook final : public QObject {
    Q_OBJECT
public:
    /// `desk` outlives it.
    explicit PaceBook(const Desk& desk, QObject* parent = nullptr);
    const domain::Pace& pace() const { return m_pace; }

private:
    void rebuild();
    void consider(std::uint32_t row);

    static constexpr std::size_t newest = 4000; ///< finished cases that are read at most

    const Desk& m_desk;
    domain::Pace m_pace;
    std::unordered_set<std::uint64_t> m_counted;
};

} // namespace zs::cases
