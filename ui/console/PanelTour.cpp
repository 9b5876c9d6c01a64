#include "ui/console/PanelTour.h"

#include <cstdio>

namespace zs::console {

namespace {
constexpr std::chrono::milliseconds stay{1500}, between{300};
} // namespace

PanelTour::PanelTour(shell::PanelHost& panels, LoopWatch& watch, QObject* parent) : QObject(parent), m_panels(panels), m_watch(watch)
{
    m_stay.setSingleShot(true);
    connect(&m_stay, &QTimer::timeout, this, &PanelTour::step);
}

void PanelTour::start()
{
    m_left = m_panels.panelIds();
    m_stay.start(between);
}

void PanelTour::step()
{
    if (m_left.isEmpty()) {
        std::puts("trace panels done");
        std::fflush(stdout);
        return;
    }
    m_isOpen = !m_isOpen;
    if (m_isOpen) {
        (void)m_watch.takeLap();
        m_wasShown = m_panels.isShown(m_left.first());
        m_panels.focusPanel(m_left.first());
        m_stay.start(stay);
        return;
    }
    std::printf("trace panel id=%s worst_ms=%.1f\n", qPrintable(m_left.first()), double(m_watch.takeLap().count()) / 1000);
    std::fflush(stdout);
    if (!m_wasShown)
        m_panels.showPanel(m_left.first(), false);
    m_left.removeFirst();
    m_stay.start(between);
}

} // namespace zs::console
