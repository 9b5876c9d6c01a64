#include "tests/ui/panels/Everything.h"

#include "tests/ui/catalogue/SampleCatalogue.h"
#include "tests/ui/duties/SampleDuties.h"
#include "ui/approvals/ApprovalPanel.h"
#include "ui/calendar/CalendarPanel.h"
#include "ui/cases/DetailPanel.h"
#include "ui/cases/QueuePanel.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/dispatch/LanesPanel.h"
#include "ui/dispatch/OutboxPanel.h"
#include "ui/duties/DutyPanels.h"
#include "ui/indicators/IndicatorsPanel.h"
#include "ui/people/PeoplePanel.h"
#include "ui/routing/RoutingPanel.h"
#include "ui/supervision/SupervisionPanel.h"

namespace zs::testkit {

namespace {

/// Stands where the map does, so that the others have the room that they have beside it.
class NoMap final : public sdk::Panel {
public:
    explicit NoMap(QWidget* parent) : Panel(parent)
    {
        sdk::PanelStatus ready;
        ready.state = sdk::PanelState::Ready;
        setStatus(ready);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(QStringLiteral("map"));
    }
    static sdk::PanelInfo panelInfo()
    {
        return {QStringLiteral("map.none"), QStringLiteral("GIS"), {}, sdk::PanelArea::Centre, {1030, 738}, sdk::PanelVisibility::Shown};
    }
    sdk::PanelInfo info() const override { return panelInfo(); }
};

} // namespace

Everything::Everything(Look look) : m_book(m_dir.filePath(QStringLiteral("layouts.json")))
{
    bench.themes.setMode(look.mode);
    bench.themes.setScale(look.scale);
    bench.themes.applyTo(*qApp);
    bench.translations.setLanguage(look.language);
    m_advice.emplace(bench.desk.city(), sampleCatalogue(bench.desk.city()), nullptr);
    bench.place.advice = &*m_advice;
    fillLife(bench.desk);
    fillDuties(bench.desk);
    bench.desk.setLink(session::LinkState::Offline); // so that something waits in the outbox
    if (!bench.desk.submit(CaseId(401), domain::Note{"已电话联系"})) qFatal("no note");
    bench.desk.setLink(session::LinkState::Online);
    const auto now = [this] {
        return QDateTime::fromMSecsSinceEpoch(toUnixMillis(bench.desk.clock.now()), Qt::OffsetFromUTC, 8 * 3600);
    };
    m_window = std::make_unique<shell::MainWindow>(bench.themes, bench.translations, m_book, now);
    shell::PanelHost& host = m_window->panels();
    const auto add = [&host](std::unique_ptr<sdk::PanelFactory> factory) {
        if (auto added = host.add(std::move(factory)); !added) qFatal("%s", added.error().sentence.c_str());
    };
    add(cases::queuePanelFactory(bench.place));
    add(sdk::makePanelFactory(&NoMap::panelInfo, [](QWidget* parent) { return new NoMap(parent); }));
    add(cases::detailPanelFactory(bench.place));
    add(dispatch::lanesPanelFactory(bench.place));
    add(people::peoplePanelFactory(bench.place));
    add(routing::routingPanelFactory(bench.place));
    add(supervision::supervisionPanelFactory(bench.place));
    add(approvals::approvalPanelFactory(bench.place));
    add(indicators::indicatorsPanelFactory(bench.place));
    add(dispatch::outboxPanelFactory(bench.place));
    for (auto& duty : duties::dutyPanelFactories(bench.place)) add(std::move(duty));
    add(calendar::calendarPanelFactory(bench.place, [this](const domain::CalendarData& data, const std::string&) -> Result<void> {
        published.push_back(data.version);
        return {};
    }));
    add(catalogue::cataloguePanelFactory(bench.place, [this](const domain::Catalogue& edited, const std::string&) -> Result<void> {
        published.push_back(edited.version);
        return {};
    }));
    host.resetLayout();
    m_window->resize(QSize(1920, 1080) * look.scale);
    m_window->show();
    bench.selection.selectCase(CaseId(398));
}

Everything::~Everything()
{
    m_window.reset();
    bench.translations.setLanguage(kit::Language::English);
}

sdk::Panel& Everything::show(const QString& id)
{
    m_window->panels().focusPanel(id);
    sdk::Panel* panel = m_window->panels().panel(id);
    if (!panel) qFatal("no panel %s", qPrintable(id));
    return *panel;
}

} // namespace zs::testkit
