#include "ui/console/Options.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>

namespace zs::console {

namespace {

constexpr auto help = R"(zhongshu: the console of a governance centre

usage: zhongshu --gateway URL --pki DIR --city DIR [options]

  --gateway URL      https://host:port of the gateway
  --pki DIR          folder with ca.crt, NAME.crt and NAME.key
  --name NAME        which certificate of it this desk uses (default console-1)
  --city DIR         the city pack
  --cache DIR        where this desk keeps its cache and outbox (default: the user's data folder)
  --routing-model FILE  what suggests agencies where the catalogue has no rule (zhongshu-admin suggest train)
  --matter-model FILE   what suggests the matter of a case (zhongshu-admin suggest train --learn matter)
  --map SURFACE      auto (default), web or painter
  --theme THEME      light or dark (default: as chosen last)
  --language CODE    zh or en (default: as chosen last)
  --trace            print when the map was live and how long the window ever kept an event waiting
  --trace-panels     the same, and open each panel once to see how long that takes
  --help             this text
)";

Unexpected wrong(const QString& sentence) { return fail("options", sentence.toStdString()); }

constexpr std::array valueFlags{"--gateway", "--pki", "--name", "--city", "--cache", "--map", "--theme", "--language", "--routing-model", "--matter-model"};

/// The index of `value` in `words`, or nothing.
template <std::size_t N>
std::optional<std::size_t> indexOf(const std::array<const char*, N>& words, const QString& value)
{
    for (std::size_t i = 0; i < N; ++i)
        if (value == QLatin1String(words[i]))
            return i;
    return std::nullopt;
}

Result<void> apply(Options& options, const QString& flag, const QString& value)
{
    if (flag == QLatin1String("--gateway")) {
        options.gateway = QUrl(value, QUrl::StrictMode);
        if (!options.gateway.isValid() || options.gateway.scheme() != QLatin1String("https") || options.gateway.host().isEmpty())
            return wrong(QStringLiteral("--gateway must be https://host:port, not \"%1\".").arg(value));
    } else if (flag == QLatin1String("--pki")) {
        options.pkiDir = value;
    } else if (flag == QLatin1String("--name")) {
        options.name = value;
    } else if (flag == QLatin1String("--city")) {
        options.cityDir = value;
    } else if (flag == QLatin1String("--cache")) {
        options.cacheDir = value;
    } else if (flag == QLatin1String("--routing-model")) {
        options.routingModel = value;
    } else if (flag == QLatin1String("--matter-model")) {
        options.matterModel = value;
    } else if (flag == QLatin1String("--map")) {
        const auto i = indexOf(std::array{"auto", "web", "painter"}, value);
        if (!i)
            return wrong(QStringLiteral("--map must be auto, web or painter, not \"%1\".").arg(value));
        options.map = static_cast<map::SurfaceKind>(*i);
    } else if (flag == QLatin1String("--theme")) {
        const auto i = indexOf(std::array{"light", "dark"}, value);
        if (!i)
            return wrong(QStringLiteral("--theme must be light or dark, not \"%1\".").arg(value));
        options.theme = static_cast<kit::Mode>(*i);
    } else if (flag == QLatin1String("--language")) {
        const auto i = indexOf(std::array{"zh", "en"}, value);
        if (!i)
            return wrong(QStringLiteral("--language must be zh or en, not \"%1\".").arg(value));
        options.language = static_cast<domain::Language>(*i);
    }
    return {};
}

Result<void> checkComplete(const Options& options)
{
    if (options.gateway.isEmpty())
        return wrong(QStringLiteral("--gateway is missing; --help lists the options."));
    for (const auto& [flag, dir] : {std::pair("--pki", options.pkiDir), std::pair("--city", options.cityDir)}) {
        if (dir.isEmpty())
            return wrong(QStringLiteral("%1 is missing; --help lists the options.").arg(QLatin1String(flag)));
        if (!QFileInfo(dir).isDir())
            return wrong(QStringLiteral("%1: there is no folder \"%2\".").arg(QLatin1String(flag), dir));
    }
    for (const QString& file : {QStringLiteral("ca.crt"), options.name + QStringLiteral(".crt"), options.name + QStringLiteral(".key")})
        if (!QFileInfo(QDir(options.pkiDir).filePath(file)).isReadable())
            return wrong(QStringLiteral("The folder of --pki has no readable \"%1\".").arg(file));
    return {};
}

} // namespace

Result<Options> parseOptions(const QStringList& arguments)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString flag = arguments[i];
        if (flag == QLatin1String("--help"))
            return fail("help", help);
        if (flag == QLatin1String("--trace") || flag == QLatin1String("--trace-panels")) {
            options.trace = flag == QLatin1String("--trace") ? Trace::On : Trace::Panels;
            continue;
        }
        QString value;
        const QString name = flag.section(QLatin1Char('='), 0, 0);
        if (!indexOf(valueFlags, name))
            return wrong(QStringLiteral("Unknown option \"%1\"; --help lists the options.").arg(name));
        if (const qsizetype equals = flag.indexOf(QLatin1Char('=')); equals > 0) {
            value = flag.mid(equals + 1);
            flag.truncate(equals);
        } else if (++i < arguments.size()) {
            value = arguments[i];
        }
        if (value.isEmpty())
            return wrong(QStringLiteral("%1 needs a value; --help lists the options.").arg(flag));
        if (auto applied = apply(options, flag, value); !applied)
            return Unexpected(applied.error());
    }
    if (auto complete = checkComplete(options); !complete)
        return Unexpected(complete.error());
    if (options.cacheDir.isEmpty())
        options.cacheDir = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return options;
}

} // namespace zs::console
