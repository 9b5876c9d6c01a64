#include "ui/console/Console.h"

#include "link/TlsIdentity.h"
#include "protocol/citypack/CityPack.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"
#include "suggest/ModelFile.h"
#include "ui/calendar/CalendarPanel.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/approvals/ApprovalPanel.h"
#include "ui/cases/DetailPanel.h"
#include "ui/console/Find.h"
#include "ui/console/LinkFeed.h"
#include "ui/console/Publishing.h"
#include "ui/dispatch/LanesPanel.h"
#include "ui/dispatch/OutboxPanel.h"
#include "ui/duties/DutyPanels.h"
#include "ui/indicators/IndicatorsPanel.h"
#include "ui/map/CityGround.h"
#include "ui/map/painter/PainterSurface.h"
#include "ui/map/panel/MapPanel.h"
#ifdef ZS_WITH_WEB
#include "ui/map/standin/StandInSurface.h"
#include "ui/map/web/WebEnvironment.h"
#include "ui/map/web/WebSurface.h"
#endif
#include "ui/people/PeoplePanel.h"
#include "ui/routing/RoutingPanel.h"
#include "ui/supervision/SupervisionPanel.h"

#include <QDir>

#include <future>

namespace zs::console {

namespace {

session::SessionConfig sessionConfig(const Options& options, const domain::City& city)
{
    const QDir pki(options.pkiDir);
    session::SessionConfig config;
    config.gateway = options.gateway;
    config.caFile = pki.filePath(QStringLiteral("ca.crt"));
    config.certificateFile = pki.filePath(options.name + QStringLiteral(".crt"));
    config.keyFile = pki.filePath(options.name + QStringLiteral(".key"));
    config.cacheDir = options.cacheDir;
    config.operatorName = options.name;
    // Built in, so it can only fail in a broken build; then every working day counts as a natural one, and is marked.
    if (auto calendar = protocol::shippedCalendar())
        config.calendar = std::move(*calendar);
    // Read once, before there is anything to keep waiting. What is wrong with the files, the session says when it connects.
    if (const auto identity = link::TlsIdentity::load(config.caFile, config.certificateFile, config.keyFile))
        if (auto seat = identity->seat(city))
            config.seat = std::move(*seat);
    return config;
}

/// The city's local time, whatever the workstation's time zone.
shell::Now cityTime(const session::Session& session)
{
    return [&session] {
        const auto offset = std::chrono::duration_cast<std::chrono::seconds>(session.city().utcOffset);
        return QDateTime::fromMSecsSinceEpoch(toUnixMillis(session.serverNow()), Qt::OffsetFromUTC, static_cast<int>(offset.count()));
    };
}

/// Null without a file. Any thread.
Result<std::shared_ptr<const suggest::Model>> readModel(const QString& file)
{
    if (file.isEmpty())
        return nullptr;
    return suggest::readModelFile(file.toStdString());
}

map::SurfaceFactories surfaces()
{
    map::SurfaceFactories factories;
    factories.painter = [](QWidget* parent) -> map::MapSurface* { return new map::PainterSurface(parent); };
#ifdef ZS_WITH_WEB
    // A machine on which the engine can't run (as root, say) gets the native map, whatever was asked.
    factories.resolve = map::resolveSurface;
    if (map::webSurfaceObstacle().isEmpty())
        factories.web = [native = factories.painter](QWidget* parent) -> map::MapSurface* {
            map::prepareWebEnvironment(map::detectGraphics());
            map::startWebEngine();
            // The native map works at once; the page comes up behind it.
            return new map::StandInSurface(native, [](QWidget* p) -> map::MapSurface* { return new map::WebSurface(p); }, parent);
        };
#endif
    return factories;
}

} // namespace

Console::Console(const Options& options, std::shared_ptr<const domain::City> city, kit::ThemeManager& themes,
                 kit::Translations& translations, const Clock& clock, QObject* parent)
    : QObject(parent), m_city(std::move(city)), m_themes(themes), m_translations(translations),
      m_book(QDir(options.cacheDir).filePath(QStringLiteral("layouts.json")))
{
    QDir().mkpath(options.cacheDir);
    m_session = std::make_unique<session::Session>(sessionConfig(options, *m_city), m_city, clock);
    // Its worker reads the cache and calls the gateway while the window is built; what it finds waits for the event loop.
    m_session->start();
    m_desk = std::make_unique<cases::SessionDesk>(*m_session);
    m_pace = std::make_unique<cases::PaceBook>(*m_desk);
    // Megabytes from the disk are read while the window is built.
    auto reading = std::async(std::launch::async, &readModel, options.routingModel);
    auto readingMatters = std::async(std::launch::async, &readModel, options.matterModel);
    m_advice = std::make_unique<cases::RoutingAdvice>(*m_city, std::async(std::launch::async, &protocol::shippedCatalogue), nullptr);
    m_place = std::make_unique<cases::Workplace>(
        cases::Workplace{*m_desk, m_themes, m_translations, m_selection, options.name, m_pace.get(), m_advice.get()});
    const auto book = m_book.load();
    m_window = std::make_unique<shell::MainWindow>(m_themes, m_translations, m_book, cityTime(*m_session));
    addPanels(options);
    connectShell();
    m_feed = std::make_unique<LinkFeed>(*m_session, *m_place, m_queue->model(), *m_window);
    const auto model = reading.get(), matters = readingMatters.get();
    m_advice->setModel(model ? *model : nullptr);
    m_advice->setMatterModel(matters ? *matters : nullptr);
    if (!book)
        m_feed->say(QString::fromStdString(book.error().sentence));
    if (!model)
        m_feed->say(QString::fromStdString(model.error().sentence));
    if (!matters)
        m_feed->say(QString::fromStdString(matters.error().sentence));
}

Console::~Console() = default;

void Console::addPanels(const Options& options)
{
    shell::PanelHost& host = m_window->panels();
    const auto add = [&host](std::unique_ptr<sdk::PanelFactory> factory) {
        [[maybe_unused]] const auto added = host.add(std::move(factory));
        Q_ASSERT(added); // ids of built-in panels differ
    };
    const QString tiles = QDir(options.cityDir).filePath(QLatin1String(protocol::kBasemapFile));
    add(cases::queuePanelFactory(*m_place));
    m_queue = static_cast<cases::QueuePanel*>(host.panel(cases::QueuePanel::panelInfo().id));
    add(sdk::makePanelFactory(&map::MapPanel::panelInfo,
                              [this, kind = options.map, ground = map::makeGround(*m_city, tiles)](QWidget* parent) {
                                  return new map::MapPanel(*m_place, ground, surfaces(), kind, parent);
                              }));
    m_map = static_cast<map::MapPanel*>(host.panel(map::MapPanel::panelInfo().id));
    add(cases::detailPanelFactory(*m_place));
    add(dispatch::lanesPanelFactory(*m_place));
    add(people::peoplePanelFactory(*m_place));
    add(routing::routingPanelFactory(*m_place));
    add(supervision::supervisionPanelFactory(*m_place));
    add(approvals::approvalPanelFactory(*m_place));
    add(indicators::indicatorsPanelFactory(*m_place));
    add(dispatch::outboxPanelFactory(*m_place));
    for (auto& duty : duties::dutyPanelFactories(*m_place))
        add(std::move(duty));
    add(calendar::calendarPanelFactory(*m_place, [this](const domain::CalendarData& data, const std::string& note) {
        return publish(*m_session, *m_place, domain::ReferenceKind::Calendar, protocol::writeCalendar(data), note);
    }));
    followCalendar(*m_session);
    add(catalogue::cataloguePanelFactory(*m_place, [this](const domain::Catalogue& edited, const std::string& note) {
        return publish(*m_session, *m_place, domain::ReferenceKind::Catalogue, protocol::writeCatalogue(edited), note);
    }));
    followCatalogue(*m_session, *m_advice, &host, [&host] {
        if (sdk::Panel* made = host.madePanel(catalogue::CataloguePanel::panelInfo().id)) // else it will read what is in force
            static_cast<catalogue::CataloguePanel*>(made)->catalogueReplaced();
    });
}

void Console::connectShell()
{
    connect(m_window.get(), &shell::MainWindow::themeRequested, &m_themes, &kit::ThemeManager::setMode);
    connect(m_window.get(), &shell::MainWindow::languageRequested, &m_translations, &kit::Translations::setLanguage);
    connect(m_window.get(), &shell::MainWindow::notice, this, [this](const QString& sentence) { m_feed->say(sentence); });
    connect(m_window.get(), &shell::MainWindow::searchRequested, this, &Console::search);
    connect(m_session.get(), &session::Session::failed, this,
            [this](const Error& error) { m_feed->say(QString::fromStdString(error.sentence)); });
    connect(&m_window->alarmSlot(), &shell::AlarmSlot::actionTriggered, this, [this](const QString& id) {
        if (id == QLatin1String("reconnect"))
            m_session->reconnectNow();
        else if (id == QLatin1String("outbox"))
            m_window->panels().focusPanel(dispatch::OutboxPanel::panelInfo().id);
        else if (id == QLatin1String("understood"))
            m_feed->say({});
    });
    connect(&m_selection, &cases::Selection::casesShown, this,
            [this] { m_window->panels().focusPanel(cases::QueuePanel::panelInfo().id); });
    m_window->topBar().setSearch(shell::SearchOffer::CaseAndGrid);
}

void Console::search(const QString& text)
{
    const Found found = find(*m_place, text);
    if (found.caseId) {
        m_selection.openCase(found.caseId);
        if (const domain::Case* c = m_session->cases().find(found.caseId))
            m_map->surface().setCamera({c->place, 15});
    } else if (found.grid) {
        if (const domain::Grid* grid = m_city->grid(found.grid))
            m_map->surface().setCamera({grid->label, 15});
        m_window->panels().focusPanel(map::MapPanel::panelInfo().id);
    } else {
        m_feed->say(tr("No case and no grid is called \"%1\".").arg(text));
    }
}

void Console::show()
{
    if (auto restored = m_window->restoreLast(); !restored)
        m_feed->say(QString::fromStdString(restored.error().sentence));
    m_window->show();
}

} // namespace zs::console
