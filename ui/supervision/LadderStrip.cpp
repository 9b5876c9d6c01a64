#include "ui/supervision/LadderStrip.h"

#include "ui/cases/Capital.h"
#include "ui/cases/FactWords.h"
#include "ui/kit/Paint.h"

#include <QPainter>

namespace zs::supervision {

LadderStrip::LadderStrip(kit::ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setObjectName(QStringLiteral("ladderStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &kit::ThemeManager::changed, this, [this] { updateGeometry(); });
}

QSize LadderStrip::sizeHint() const
{
    return {m_themes.theme().px(360), m_themes.theme().px(48)};
}

void LadderStrip::setCounts(const std::array<int, 6>& counts)
{
    m_counts = counts;
    words();
}

void LadderStrip::words()
{
    QStringList parts;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        parts << cases::capital(cases::FactWords::rung(static_cast<domain::SupervisionRung>(i))) + u' ' + QString::number(m_counts[i]);
    setAccessibleName(tr("Ladder of supervision: %1").arg(parts.join(QStringLiteral("; "))));
    update();
}

void LadderStrip::paintEvent(QPaintEvent*)
{
    const kit::Theme& t = m_themes.theme();
    QPainter p(this);
    p.fillRect(QRect(0, height() - 1, width(), 1), t.line.subtle);
    const int left = t.px(12), step = (width() - 2 * left) / static_cast<int>(m_counts.size());
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const QRect cell(left + static_cast<int>(i) * step, t.px(4), step, height() - t.px(8));
        p.fillRect(QRect(cell.left(), cell.top(), 1, cell.height()), t.line.strong);
        const QRect inside = cell.adjusted(t.px(8), 0, -t.px(4), 0);
        const QString name = QString::number(i + 1) + u' ' + cases::capital(cases::FactWords::rung(static_cast<domain::SupervisionRung>(i)));
        const QRect top(inside.left(), inside.top(), inside.width(), t.lineHeight(kit::Type::Caption));
        kit::paintText(p, top, name, t.font(kit::Type::Caption), t.text.tertiary);
        kit::paintText(p, QRect(inside.left(), top.bottom(), inside.width(), t.lineHeight(kit::Type::Title)),
                       QString::number(m_counts[i]), t.font(kit::Type::Title, kit::Weight::Strong),
                       m_counts[i] > 0 ? t.text.primary : t.text.disabled);
    }
}

} // namespace zs::supervision
