#include "tests/integration/console/Stand.h"

#include "maps/basemap/Tiler.h"
#include "protocol/citypack/CityPack.h"
#include "sim/city/DemoCity.h"
#include "ui/kit/Theme.h"

#include <QApplication>
#include <QRegularExpression>

#include <fcntl.h>

namespace zs::testkit {

Stand::Stand(Runs runs) : themes(kit::builtinThemes().value()), m_city(std::make_shared<const domain::City>(sim::makeDemoCity(7).city))
{
    themes.applyTo(*qApp);
    translations.setLanguage(kit::Language::Chinese);
    m_pki.issue({pki::Role::Supervisor, "supervisor-1"});
    m_pki.issue({pki::Role::Leader, "leader-1"});
    m_pki.issue({pki::Role::DutyOfficer, "duty-1"});
    m_pki.issue({.role = pki::Role::Agency, .name = "urban-1", .agency = "urban"});
    const domain::Town& town = *m_city->town(m_city->grids.front().town);
    m_pki.issue({.role = pki::Role::Dispatcher, .name = "town-1", .level = "town:" + town.code});
    if (auto written = protocol::writeCityPack(m_dir / "city", *m_city); !written)
        qFatal("the city pack: %s", written.error().sentence.c_str());
    // A map of one plain piece of land: nothing here looks at it.
    basemap::TileSet tiles;
    tiles.name = "empty";
    tiles.bounds = m_city->bounds;
    tiles.centre = m_city->grids.front().label;
    tiles.zooms = {6, 7};
    const GeoBounds& b = tiles.bounds;
    const GeoRing land{{b.west, b.south}, {b.east, b.south}, {b.east, b.north}, {b.west, b.north}};
    tiles.layers = {{"land", "", tiles.zooms, {{GeoShape{{land}}, {}, tiles.zooms}}}};
    if (auto written = basemap::writeMbtiles(m_dir / "city" / protocol::kBasemapFile, tiles); !written)
        qFatal("the base map: %s", written.error().sentence.c_str());
    if (runs == Runs::AsProgram) {
        const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
        static const QRegularExpression listening(QStringLiteral("listening on https://127\\.0\\.0\\.1:(\\d+)"));
        if (m_program.start(QStringLiteral(ZHONGSHUD),
                            {QStringLiteral("--data"), text(m_dir / "data"), QStringLiteral("--city"), text(m_dir / "city"),
                             QStringLiteral("--pki"), text(m_pki.folder()), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}))
            m_port = m_program.waitForLine(listening, std::chrono::seconds(30)).toUShort();
        if (m_port == 0) qFatal("zhongshud doesn't listen: %s", qPrintable(m_program.output()));
        return;
    }
    gateway::Config config;
    config.data = m_dir / "data";
    config.pki = m_pki.folder();
    config.city = m_dir / "city";
    config.port = 0;
    const int log = ::open((m_dir / "log").c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    m_log = std::make_unique<gateway::Logger>(log);
    auto made = gateway::Gateway::make(config, m_city, clock, *m_log);
    if (!made) qFatal("the gateway: %s", made.error().sentence.c_str());
    m_gateway = std::move(*made);
    m_gateway->start();
    m_port = m_gateway->port();
}

Stand::~Stand() = default;

const Clock& Stand::time() const { return m_gateway ? static_cast<const Clock&>(clock) : m_wallClock; }

QUrl Stand::url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)); }

QString Stand::cityFolder() const { return QString::fromStdString((m_dir / "city").string()); }

QString Stand::deskFolder(const QString& name) const { return QString::fromStdString((m_dir / ("desk-" + name.toStdString())).string()); }

} // namespace zs::testkit
