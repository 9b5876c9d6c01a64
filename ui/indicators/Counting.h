// Counts on a thread of its own. One count at a time; while it runs the newest wish waits, older ones are dropped.
#pragma once

#include <QObject> // first: moc 6.4 can't read <concepts> before libstdc++'s configuration

#include "domain/indicators/Report.h"
#include "ui/indicators/CaseMeasures.h"

#include <QThreadPool>

#include <memory>
#include <optional>

namespace zs::indicators {

/// What to count. Values and immutable things only: it travels to another thread.
struct Wish {
    MeasureSnapshot cases;
    domain::indicators::Windows windows;
    std::optional<std::vector<domain::indicators::ZeroReportMeasure>> zeroReports; ///< none: nobody told
    domain::indicators::Dimension dimension = domain::indicators::Dimension::City;
};

/// Immutable.
struct Counted {
    domain::indicators::Report report;
    domain::indicators::DimensionRow city;
    domain::indicators::Dimension dimension = domain::indicators::Dimension::City;
    std::vector<domain::indicators::DimensionRow> rows; ///< of `dimension`; empty for City
};
std::shared_ptr<const Counted> count(const Wish& wish); ///< pure; any thread

/// GUI thread.
class Counting final : public QObject {
    Q_OBJECT
public:
    explicit Counting(QObject* parent = nullptr);
    ~Counting() override; ///< waits for the count that runs (tens of milliseconds)

    void start(Wish wish);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void counted(const std::shared_ptr<const zs::indicators::Counted>& result);

private:
    void run(Wish wish);
    void finish(const std::shared_ptr<const Counted>& result);

    QThreadPool m_pool;
    std::optional<Wish> m_next;
    bool m_running = false;
};

} // namespace zs::indicators
