#include "ui/indicators/Counting.h"

#include <utility>

namespace zs::indicators {

namespace ind = domain::indicators;

std::shared_ptr<const Counted> count(const Wish& wish)
{
    ind::ReportBuilder builder(wish.windows);
    for (const auto& chunk : wish.cases) builder.add(*chunk);
    if (wish.zeroReports) builder.addZeroReports(*wish.zeroReports);
    auto result = std::make_shared<Counted>();
    result->report = builder.finish();
    result->city = result->report.city();
    result->dimension = wish.dimension;
    if (wish.dimension != ind::Dimension::City) result->rows = result->report.table(wish.dimension);
    return result;
}

Counting::Counting(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setObjectName(QStringLiteral("indicators"));
}

Counting::~Counting() { m_pool.waitForDone(); }

void Counting::start(Wish wish)
{
    if (m_running) m_next = std::move(wish);
    else run(std::move(wish));
}

void Counting::run(Wish wish)
{
    m_running = true;
    // The destructor waits for the pool, so `this` outlives the call; what is posted to it then is dropped by Qt. The wish goes
    // back with the result: its chunks are let go on this thread alone, where they are written.
    m_pool.start([this, wanted = std::make_shared<const Wish>(std::move(wish))]() mutable {
        auto result = count(*wanted);
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result), done = std::move(wanted)]() mutable {
                done.reset();
                finish(result);
            }, Qt::QueuedConnection);
    });
}

void Counting::finish(const std::shared_ptr<const Counted>& result)
{
    m_running = false;
    // Something newer is wanted, but what is there is still newer than what is shown.
    if (auto next = std::exchange(m_next, std::nullopt)) run(std::move(*next));
    Q_EMIT counted(result);
}

} // namespace zs::indicators
