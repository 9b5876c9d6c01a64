// What zhongshu is started with. A wrong flag ends the start with a sentence and status 2.
#pragma once

#include "base/Result.h"
#include "domain/LocalText.h"
#include "ui/kit/Theme.h"
#include "ui/map/MapSurface.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace zs::console {

enum class Trace { Off, On, Panels };

struct Options {
    QUrl gateway;
    QString pkiDir;    ///< ca.crt, NAME.crt, NAME.key
    QString name = QStringLiteral("console-1"); ///< which certificate of the folder; also the operator's name
    QString cityDir;
    QString cacheDir;
    map::SurfaceKind map = map::SurfaceKind::Auto;
    std::optional<kit::Mode> theme;              ///< else what was chosen last
    std::optional<domain::Language> language;    ///< the same
    QString routingModel; ///< which agency; made by zhongshu-admin suggest train; empty: only rules speak
    QString matterModel;  ///< which matter; the same with --learn matter; empty: only the catalogue's keywords speak
    Trace trace = Trace::Off; ///< print start times and the longest wait of the GUI thread; Panels: open each panel once, too
};

/// `arguments` without the program's name. --help and --version answer an error with code "help": its sentence is the text.
Result<Options> parseOptions(const QStringList& arguments);

} // namespace zs::console
