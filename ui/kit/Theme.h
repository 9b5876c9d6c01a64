// Typed access to the design tokens of resources/themes/zhongshu.json. Nothing else in the product names a
// colour.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>
#include <QtMath>

namespace zs::kit {

enum class Mode { Light, Dark };

/// The colour of a word. Red and amber always come with a word or a shape.
enum class Tone { Primary, Secondary, Tertiary, Disabled, Accent, Warn, Alarm, Ok, OnAccent, OnAlarm };

/// Type sizes in words: caption 12/16, body 13/20, title 16/24, headline 24/32, figure 40/48 (size/line px).
enum class Type { Caption, Body, Title, Headline, Figure };
enum class Weight { Normal, Strong };

/// One theme at one user scale: a value, cheap enough to copy, safe to read from any thread.
/// All lengths in the structs are px at 100 %; px() and the helpers below give whole px at the user's scale.
struct Theme {
    Mode mode = Mode::Light;
    qreal scale = 1.0;

    struct {
        QColor window, panel, raised, control, hover, inset, selected;
    } surface;
    struct {
        QColor primary, secondary, tertiary, disabled, onAccent, onAlarm;
    } text;
    struct {
        QColor subtle, strong, control, focus;
    } line;
    struct {
        QColor accent, alarm, alarmFill, alarmTint, warn, warnFill, warnTint, ok, okTint, neutral;
    } semantic;
    struct {
        QColor outside, land, landAlt, grid, village, town, city, label, labelStrong, halo, person, event;
        qreal gridWidth = 1, villageWidth = 1, townWidth = 1.5, cityWidth = 2;
    } map;
    /// Low to high; on the light theme reversed, so that more ink is more.
    QVector<QColor> sequential;
    QVector<QColor> categorical;

    struct {
        int table = 28, lane = 28, timeline = 28, recommendation = 64, header = 28, palette = 36;
    } row;
    struct {
        int top = 40, alarmSlot = 40, dockTitle = 32, status = 28, lanes = 232, actions = 44;
    } bar;
    struct {
        int height = 28, small = 24, segment = 24, radius = 2, popupRadius = 4;
    } control;
    struct {
        qreal lane = 10, table = 11, map = 14, wall = 44;
    } core;
    qreal iconStroke = 1.75;
    int explainMs = 160; ///< motion that explains something; never longer than 200

    QStringList families;
    QVector<int> spaces; ///< steps 1…8
    QVector<int> sizes;  ///< by Type
    QVector<int> lines;  ///< by Type
    /// Every colour by its token path ("surface.panel"), for the style sheet and the map style.
    QHash<QString, QColor> colours;

    /// `base` px at 100 % in whole px at the user's scale.
    int px(qreal base) const { return qRound(base * scale); }
    /// Step 1…8 of the 4-8-12-16-24-32-48-64 ladder.
    int space(int step) const { return px(spaces.value(step - 1)); }
    int size(Type type) const { return px(sizes.value(static_cast<int>(type))); }
    int lineHeight(Type type) const { return px(lines.value(static_cast<int>(type))); }
    QFont font(Type type, Weight weight = Weight::Normal) const;
    QColor tone(Tone tone) const;
};

/// Both themes as read from the token file.
struct ThemeSet {
    Theme light;
    Theme dark;

    const Theme& of(Mode mode) const { return mode == Mode::Light ? light : dark; }
};

/// Reads a token file. Fails with "theme.json" (not JSON) or "theme.token" (names the token that is missing
/// or isn't a colour or a number).
Result<ThemeSet> parseThemes(const QByteArray& json);
/// The tokens built into the program.
Result<ThemeSet> builtinThemes();

/// WCAG 2 contrast ratio of two opaque colours, 1…21.
qreal contrast(const QColor& a, const QColor& b);

/// Registers the resources (:/themes, :/icons, :/i18n) of the static library. May be called more than once.
void initResources();

} // namespace zs::kit
