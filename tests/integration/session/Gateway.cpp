#include "Gateway.h"

#include "protocol/citypack/CityPack.h"
#include "tests/session/SmallCity.h"

#include <QRegularExpression>

namespace zs::testkit {

Gateway::Gateway(const TestPki& pki, QStringList options) : m_pki(pki), m_options(std::move(options))
{
    if (auto written = protocol::writeCityPack(m_dir / "city", *smallCity()); !written)
        qFatal("the city pack: %s", written.error().sentence.c_str());
    start();
}

void Gateway::start()
{
    const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    const QStringList usual{QStringLiteral("--data"), text(data()), QStringLiteral("--city"), text(m_dir / "city"),
                            QStringLiteral("--pki"), text(m_pki.folder()), QStringLiteral("--listen"),
                            QStringLiteral("127.0.0.1:%1").arg(m_port)};
    if (!m_program.start(QStringLiteral(ZHONGSHUD), usual + m_options))
        qFatal("zhongshud can't be started");
    static const QRegularExpression listening(QStringLiteral("listening on https://127\\.0\\.0\\.1:(\\d+)"));
    m_port = m_program.waitForLine(listening, std::chrono::seconds(30)).toUShort();
    if (m_port == 0)
        qFatal("zhongshud doesn't listen: %s", qPrintable(m_program.output()));
}

QUrl Gateway::url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)); }

} // namespace zs::testkit
