#include "ui/kit/Theme.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

// Q_INIT_RESOURCE must stand outside any namespace.
static void registerResources() {
    Q_INIT_RESOURCE(zs_themes);
    Q_INIT_RESOURCE(zs_icons);
    Q_INIT_RESOURCE(zs_i18n);
}

namespace zs::kit {

namespace {

/// Walks the token tree and remembers the first thing that was wrong, so that the reading code stays a plain
/// list.
class Reader {
public:
    explicit Reader(QJsonObject root) : m_root(std::move(root)) {}

    const QString& problem() const { return m_problem; }

    QJsonValue at(const QString& path) {
        QJsonValue v = m_root;
        for (const QString& key : path.split(u'/')) {
            v = v.toObject().value(key);
        }
        if (v.isUndefined()) {
            note(path, QStringLiteral("is missing"));
        }
        return v;
    }

    qreal number(const QString& path) {
        const QJsonValue v = at(path);
        if (!v.isUndefined() && (!v.isDouble() || v.toDouble() < 0)) {
            note(path, QStringLiteral("is not a number"));
        }
        return v.toDouble();
    }

    int integer(const QString& path) { return qRound(number(path)); }

    QColor colour(const QString& path) { return toColour(path, at(path)); }

    QVector<QColor> colours(const QString& path) {
        QVector<QColor> list;
        const QJsonArray array = at(path).toArray();
        for (const QJsonValue& v : array) {
            list.append(toColour(path, v));
        }
        if (list.isEmpty()) {
            note(path, QStringLiteral("is not a list of colours"));
        }
        return list;
    }

private:
    QColor toColour(const QString& path, const QJsonValue& v) {
        const QString text = v.toString();
        const QColor c = QColor::isValidColor(text) ? QColor(text) : QColor();
        if (!v.isUndefined() && (!c.isValid() || !text.startsWith(u'#'))) {
            note(path, QStringLiteral("is not a colour"));
        }
        return c;
    }

    void note(const QString& path, const QString& what) {
        if (m_problem.isEmpty()) {
            m_problem = QStringLiteral("The theme token %1 %2.").arg(path, what);
        }
    }

    QJsonObject m_root;
    QString m_problem;
};

void readColours(Reader& r, const QString& base, Theme& t) {
    const auto take = [&](const char* group, const char* key, QColor& to) {
        to = r.colour(base + QLatin1String(group) + u'/' + QLatin1String(key));
        t.colours.insert(QLatin1String(group) + u'.' + QLatin1String(key), to);
    };
    take("surface", "window", t.surface.window);
    take("surface", "panel", t.surface.panel);
    take("surface", "raised", t.surface.raised);
    take("surface", "control", t.surface.control);
    take("surface", "hover", t.surface.hover);
    take("surface", "inset", t.surface.inset);
    take("surface", "selected", t.surface.selected);
    take("text", "primary", t.text.primary);
    take("text", "secondary", t.text.secondary);
    take("text", "tertiary", t.text.tertiary);
    take("text", "disabled", t.text.disabled);
    take("text", "onAccent", t.text.onAccent);
    take("text", "onAlarm", t.text.onAlarm);
    take("line", "subtle", t.line.subtle);
    take("line", "strong", t.line.strong);
    take("line", "control", t.line.control);
    take("line", "focus", t.line.focus);
    take("semantic", "accent", t.semantic.accent);
    take("semantic", "alarm", t.semantic.alarm);
    take("semantic", "alarmFill", t.semantic.alarmFill);
    take("semantic", "alarmTint", t.semantic.alarmTint);
    take("semantic", "warn", t.semantic.warn);
    take("semantic", "warnFill", t.semantic.warnFill);
    take("semantic", "warnTint", t.semantic.warnTint);
    take("semantic", "ok", t.semantic.ok);
    take("semantic", "okTint", t.semantic.okTint);
    take("semantic", "neutral", t.semantic.neutral);
    take("map", "outside", t.map.outside);
    take("map", "land", t.map.land);
    take("map", "landAlt", t.map.landAlt);
    take("map", "grid", t.map.grid);
    take("map", "village", t.map.village);
    take("map", "town", t.map.town);
    take("map", "city", t.map.city);
    take("map", "label", t.map.label);
    take("map", "labelStrong", t.map.labelStrong);
    take("map", "halo", t.map.halo);
    take("map", "person", t.map.person);
    take("map", "case", t.map.event);
    t.sequential = r.colours(base + QStringLiteral("sequential/stops"));
    t.categorical = r.colours(QStringLiteral("categorical"));
}

void readMeasures(Reader& r, Theme& t) {
    t.map.gridWidth = r.number(QStringLiteral("map/widths/grid"));
    t.map.villageWidth = r.number(QStringLiteral("map/widths/village"));
    t.map.townWidth = r.number(QStringLiteral("map/widths/town"));
    t.map.cityWidth = r.number(QStringLiteral("map/widths/city"));
    t.row.table = r.integer(QStringLiteral("row/table"));
    t.row.lane = r.integer(QStringLiteral("row/lane"));
    t.row.timeline = r.integer(QStringLiteral("row/timeline"));
    t.row.recommendation = r.integer(QStringLiteral("row/recommendation"));
    t.row.header = r.integer(QStringLiteral("row/header"));
    t.row.palette = r.integer(QStringLiteral("row/palette"));
    t.bar.top = r.integer(QStringLiteral("bar/top"));
    t.bar.alarmSlot = r.integer(QStringLiteral("bar/alarmSlot"));
    t.bar.dockTitle = r.integer(QStringLiteral("bar/dockTitle"));
    t.bar.status = r.integer(QStringLiteral("bar/status"));
    t.bar.lanes = r.integer(QStringLiteral("bar/lanes"));
    t.bar.actions = r.integer(QStringLiteral("bar/actions"));
    t.control.height = r.integer(QStringLiteral("control/height"));
    t.control.small = r.integer(QStringLiteral("control/small"));
    t.control.segment = r.integer(QStringLiteral("control/segment"));
    t.control.radius = r.integer(QStringLiteral("radius/control"));
    t.control.popupRadius = r.integer(QStringLiteral("radius/popup"));
    t.core.lane = r.number(QStringLiteral("map/symbol/coreLane"));
    t.core.table = r.number(QStringLiteral("map/symbol/coreTable"));
    t.core.map = r.number(QStringLiteral("map/symbol/coreMap"));
    t.core.wall = r.number(QStringLiteral("map/symbol/coreWall3840"));
    t.iconStroke = r.number(QStringLiteral("icon/stroke"));
    t.explainMs = r.integer(QStringLiteral("motion/explainMs"));
    for (const QJsonValue& v : r.at(QStringLiteral("font/family")).toArray()) {
        t.families.append(v.toString());
    }
    for (int step = 1; step <= 8; ++step) {
        t.spaces.append(r.integer(QStringLiteral("space/%1").arg(step)));
    }
    for (const char* type : {"caption", "body", "title", "headline", "figure"}) {
        t.sizes.append(r.integer(QStringLiteral("type/%1/size").arg(QLatin1String(type))));
        t.lines.append(r.integer(QStringLiteral("type/%1/line").arg(QLatin1String(type))));
    }
}

qreal luminance(const QColor& c) {
    const auto linear = [](qreal v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

QFont Theme::font(Type type, Weight weight) const {
    QFont f;
    f.setFamilies(families);
    f.setPixelSize(qMax(1, size(type)));
    f.setWeight(weight == Weight::Strong ? QFont::Bold : QFont::Normal);
    return f;
}

QColor Theme::tone(Tone tone) const {
    switch (tone) {
    case Tone::Primary:
        return text.primary;
    case Tone::Secondary:
        return text.secondary;
    case Tone::Tertiary:
        return text.tertiary;
    case Tone::Disabled:
        return text.disabled;
    case Tone::Accent:
        return semantic.accent;
    case Tone::Warn:
        return semantic.warn;
    case Tone::Alarm:
        return semantic.alarm;
    case Tone::Ok:
        return semantic.ok;
    case Tone::OnAccent:
        return text.onAccent;
    case Tone::OnAlarm:
        return text.onAlarm;
    }
    return text.primary;
}

Result<ThemeSet> parseThemes(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument doc = QJsonDocument::fromJson(json, &error);
    if (!doc.isObject()) {
        return fail("theme.json", "The theme file is not JSON: " + error.errorString().toStdString() + ".");
    }
    Reader r(doc.object());
    ThemeSet set;
    set.light.mode = Mode::Light;
    set.dark.mode = Mode::Dark;
    readColours(r, QStringLiteral("themes/light/"), set.light);
    readColours(r, QStringLiteral("themes/dark/"), set.dark);
    readMeasures(r, set.light);
    readMeasures(r, set.dark);
    if (!r.problem().isEmpty()) {
        return fail("theme.token", r.problem().toStdString());
    }
    return set;
}

Result<ThemeSet> builtinThemes() {
    initResources();
    QFile file(QStringLiteral(":/themes/zhongshu.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("theme.file", "The theme tokens are not built into this program.");
    }
    return parseThemes(file.readAll());
}

qreal contrast(const QColor& a, const QColor& b) {
    const qreal la = luminance(a);
    const qreal lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

void initResources() {
    registerResources();
}

} // namespace zs::kit
