#include "ui/map/panel/MapOverlays.h"

#include "ui/kit/KeyCap.h"
#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace zs::map {

namespace {

constexpr int kButton = 32, kToolIcon = 16;
constexpr int kBannerLead = 36;   ///< px for the banner's symbol
constexpr int kScaleWidth = 128;

QString css(const QColor& colour) { return colour.name(); }

/// "background, 1-px frame": what all overlays have.
QString frameSheet(const QString& type, const kit::Theme& t)
{
    return QStringLiteral("%1 { background: %2; border: 1px solid %3; border-radius: %4px; }")
        .arg(type, css(t.surface.panel), css(t.line.strong)).arg(t.px(t.control.radius));
}

} // namespace

ToolStrip::ToolStrip(kit::ThemeManager& themes, QWidget* parent) : QFrame(parent), m_themes(themes)
{
    setObjectName(QStringLiteral("mapTools"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    restyle();
}

QToolButton* ToolStrip::add(const QString& icon, Press press)
{
    auto* button = new QToolButton(this);
    button->setProperty("iconName", icon);
    button->setCheckable(press == Press::Stays);
    button->setAutoRaise(true);
    m_column->addWidget(button);
    return button;
}

void ToolStrip::addLine()
{
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("mapToolsLine"));
    line->setFixedHeight(1);
    m_column->addWidget(line);
}

void ToolStrip::setWords(QToolButton& button, const QString& words)
{
    button.setToolTip(words);
    button.setAccessibleName(words);
}

void ToolStrip::restyle()
{
    const kit::Theme& t = m_themes.theme();
    const QString sheet =
        frameSheet(QStringLiteral("#mapTools"), t)
        + QStringLiteral("#mapToolsLine { background: %1; border: none; }"
                         "#mapTools QToolButton { border: none; border-left: %2px solid transparent; background: transparent; }"
                         "#mapTools QToolButton:hover { background: %3; }"
                         "#mapTools QToolButton:checked { background: %4; border-left: %2px solid %5; }"
                         "#mapTools QToolButton:focus { outline: none; border: %2px solid %6; }")
              .arg(css(t.line.strong)).arg(t.px(2)).arg(css(t.surface.hover), css(t.surface.selected),
                                                        css(t.semantic.accent), css(t.line.focus));
    setStyleSheet(sheet);
    const auto buttons = findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        button->setFixedSize(t.px(kButton), t.px(kButton));
        button->setIconSize(QSize(t.px(kToolIcon), t.px(kToolIcon)));
        button->setIcon(m_themes.icon(button->property("iconName").toString(), t.px(kToolIcon)));
    }
    adjustSize();
}

ModeBanner::ModeBanner(kit::ThemeManager& themes, QWidget* parent)
    : QFrame(parent), m_themes(themes), m_headline(new QLabel(this)), m_detail(new QLabel(this)),
      m_cancel(new QLabel(this)), m_key(new kit::KeyCap(themes, QStringLiteral("Esc"), this))
{
    setObjectName(QStringLiteral("mapMode"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_headline);
    row->addWidget(m_detail);
    row->addWidget(m_key);
    row->addWidget(m_cancel);
    restyle();
    hide();
}

void ModeBanner::say(const QString& headline, const QString& detail, const QString& cancel)
{
    m_headline->setText(headline);
    m_detail->setText(detail);
    m_cancel->setText(cancel);
    setAccessibleName(headline + QLatin1Char(' ') + detail);
    adjustSize();
    show();
    raise();
}

void ModeBanner::restyle()
{
    const kit::Theme& t = m_themes.theme();
    layout()->setContentsMargins(t.px(kBannerLead), t.space(1), t.space(3), t.space(1));
    static_cast<QHBoxLayout*>(layout())->setSpacing(t.space(2));
    m_headline->setFont(t.font(kit::Type::Body, kit::Weight::Strong));
    m_detail->setFont(t.font(kit::Type::Body));
    m_cancel->setFont(t.font(kit::Type::Body));
    setStyleSheet(QStringLiteral("#mapMode { background: %1; border: %2px solid %3; }"
                                 "#mapMode QLabel { color: %4; border: none; background: transparent; }")
                      .arg(css(t.surface.panel)).arg(t.px(1)).arg(css(t.line.focus), css(t.text.primary)));
    adjustSize();
}

void ModeBanner::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const kit::Theme& t = m_themes.theme();
    QPainter p(this);
    kit::Symbol symbol;
    symbol.shape = kit::Shape::Person;
    symbol.selection = kit::Selection::Target;
    kit::paintSymbol(p, QPointF(t.px(kBannerLead) / 2.0 + 1, height() / 2.0), t.px(9), symbol, t);
}

Legend::Legend(kit::ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setObjectName(QStringLiteral("mapLegend"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Legend::setEntries(QList<Entry> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const Entry& e : std::as_const(m_entries))
        words << e.word;
    setAccessibleName(words.join(QStringLiteral(", ")));
    adjustSize();
    update();
}

QSize Legend::sizeHint() const
{
    const kit::Theme& t = m_themes.theme();
    const QFontMetrics metrics(t.font(kit::Type::Caption));
    int width = t.space(3);
    for (const Entry& e : m_entries)
        width += t.px(16) + metrics.horizontalAdvance(e.word) + t.space(3);
    return {width, t.px(28)};
}

void Legend::paintEvent(QPaintEvent*)
{
    const kit::Theme& t = m_themes.theme();
    QPainter p(this);
    p.fillRect(rect(), t.surface.panel);
    p.setPen(t.line.strong);
    p.drawRect(rect().adjusted(0, 0, -1, -1));
    const QFont font = t.font(kit::Type::Caption);
    const QFontMetrics metrics(font);
    int x = t.space(3);
    for (const Entry& e : m_entries) {
        kit::paintSymbol(p, QPointF(x + t.px(5), height() / 2.0), t.px(t.core.lane), e.symbol, t);
        x += t.px(16);
        const int w = metrics.horizontalAdvance(e.word);
        kit::paintText(p, QRect(x, 0, w + 1, height()), e.word, font, t.text.secondary);
        x += w + t.space(3);
    }
}

ScaleBar::ScaleBar(kit::ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setObjectName(QStringLiteral("mapScale"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ScaleBar::setMetresPerPixel(double metres)
{
    if (metres == m_metresPerPixel || !(metres > 0))
        return;
    m_metresPerPixel = metres;
    update();
}

QSize ScaleBar::sizeHint() const
{
    const kit::Theme& t = m_themes.theme();
    return {t.px(kScaleWidth), t.px(28)};
}

double ScaleBar::roundLength(double most)
{
    if (!(most > 0))
        return 0;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 3.0, 2.0, 1.5})
        if (step * power <= most)
            return step * power;
    return power;
}

void ScaleBar::paintEvent(QPaintEvent*)
{
    const kit::Theme& t = m_themes.theme();
    const double metres = roundLength((width() - t.px(4)) * m_metresPerPixel);
    const double length = metres / m_metresPerPixel;
    const QString text = metres >= 1000 ? tr("%1 km").arg(metres / 1000) : tr("%1 m").arg(metres);
    QPainter p(this);
    const double right = width() - t.px(2) - 0.5, left = std::round(right - length), y = height() - t.px(6) - 0.5;
    const QPolygonF bracket{QPointF(left, y - t.px(4)), QPointF(left, y), QPointF(right, y), QPointF(right, y - t.px(4))};
    p.setPen(QPen(t.map.halo, t.px(4)));
    p.drawPolyline(bracket);
    p.setPen(QPen(t.text.secondary, t.px(1)));
    p.drawPolyline(bracket);
    const QFont font = t.font(kit::Type::Caption);
    const QFontMetrics metrics(font);
    const int w = metrics.horizontalAdvance(text);
    const QRect box(static_cast<int>((left + right - w) / 2), 0, w + 1, height() - t.px(8));
    QColor back = t.map.halo;
    p.fillRect(box.adjusted(-2, 2, 2, 0), back);
    kit::paintText(p, box, text, font, t.text.secondary);
}

} // namespace zs::map
