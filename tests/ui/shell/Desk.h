// A window with the dispatcher's four panels, for the tests of this folder.
#pragma once

#include "tests/ui/kit/TestPanel.h"
#include "ui/shell/PanelHost.h"

namespace zs::test {

inline sdk::PanelInfo info(const char* id, const char* title, sdk::PanelArea area, QSize size,
                           sdk::PanelVisibility visibility = sdk::PanelVisibility::Shown) {
    return {QLatin1String(id), QLatin1String(title), QStringLiteral("list"), area, size, visibility};
}

inline std::unique_ptr<sdk::PanelFactory> factory(const sdk::PanelInfo& panel) {
    return sdk::makePanelFactory([panel] { return panel; },
                                 [panel](QWidget* parent) { return new TestPanel(panel, parent); });
}

inline QList<sdk::PanelInfo> deskPanels() {
    using sdk::PanelArea;
    return {info("queue", "Queue", PanelArea::Left, {456, 738}),
            info("map", "Map", PanelArea::Centre, {1030, 738}),
            info("case", "Case", PanelArea::Right, {432, 738}),
            info("lanes", "Agencies", PanelArea::Bottom, {1920, 232}),
            info("outbox", "Outbox", PanelArea::Bottom, {855, 232}, sdk::PanelVisibility::Hidden)};
}

inline TestPanel* panelOf(shell::PanelHost& host, const char* id) {
    return static_cast<TestPanel*>(host.panel(QLatin1String(id)));
}

} // namespace zs::test
