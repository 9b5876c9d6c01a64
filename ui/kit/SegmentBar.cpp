#include "ui/kit/SegmentBar.h"

#include "ui/kit/DurationText.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/ThemeStyle.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace zs::kit {

class SegmentButton final : public QAbstractButton {
public:
    SegmentButton(ThemeManager& themes, QWidget* parent) : QAbstractButton(parent), m_themes(themes) {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    const Segment& segment() const { return m_segment; }

    void setSegment(const Segment& segment) {
        m_segment = segment;
        m_count = segment.count ? DurationText::grouped(*segment.count) : QString();
        setObjectName(QStringLiteral("segment_") + segment.id);
        setText(segment.label);
        setAccessibleName(m_count.isEmpty() ? segment.label : segment.label + QLatin1Char(' ') + m_count);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override {
        // Measured in bold, so that choosing a segment moves nothing.
        const Theme& t = m_themes.theme();
        const QFontMetrics metrics(t.font(Type::Body, Weight::Strong));
        int width = metrics.horizontalAdvance(text()) + 2 * t.px(8) + 1;
        if (!m_count.isEmpty()) {
            width += metrics.horizontalAdvance(m_count) + t.px(4);
        }
        return {width, t.px(t.control.segment)};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& t = m_themes.theme();
        QPainter p(this);
        p.fillRect(rect(), isChecked()    ? t.surface.control
                           : underMouse() ? t.surface.hover
                                          : t.surface.inset);
        p.setPen(t.line.control);
        // Neighbours share their border: only the first one draws its left side.
        p.drawRect(rect().adjusted(x() == 0 ? 0 : -1, 0, -1, -1));
        if (isChecked()) {
            p.fillRect(QRect(1, height() - t.px(2) - 1, width() - 2, t.px(2)), t.semantic.accent);
        }
        const bool alarm = m_segment.countTone == Tone::Alarm && m_segment.count.value_or(0) > 0;
        const QFont font = t.font(Type::Body, isChecked() ? Weight::Strong : Weight::Normal);
        const QFont countFont = t.font(Type::Body, isChecked() || alarm ? Weight::Strong : Weight::Normal);
        const int labelWidth = QFontMetrics(font).horizontalAdvance(text());
        const int countWidth = QFontMetrics(countFont).horizontalAdvance(m_count);
        const int gap = m_count.isEmpty() ? 0 : t.px(4);
        int x = (width() - labelWidth - gap - countWidth) / 2;
        p.setPen(isChecked() ? t.text.primary : t.text.secondary);
        p.setFont(font);
        p.drawText(QRect(x, 0, labelWidth + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
        x += labelWidth + gap;
        if (alarm) {
            p.setPen(t.semantic.alarm);
        }
        p.setFont(countFont);
        p.drawText(QRect(x, 0, countWidth + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, m_count);
        if (hasFocus()) {
            paintFocus(p, rect(), t);
        }
    }

private:
    ThemeManager& m_themes;
    Segment m_segment;
    QString m_count;
};

SegmentBar::SegmentBar(ThemeManager& themes, const QString& name, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this)) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool on) {
        const QString id = static_cast<SegmentButton*>(button)->segment().id;
        if (on && id != m_current) {
            m_current = id;
            Q_EMIT currentChanged(id);
        }
    });
    connect(&themes, &ThemeManager::changed, this, [this] {
        for (SegmentButton* button : m_buttons) {
            button->updateGeometry();
        }
        update();
    });
}

void SegmentBar::setSegments(const QList<Segment>& segments) {
    while (m_buttons.size() > segments.size()) {
        delete m_buttons.takeLast();
    }
    while (m_buttons.size() < segments.size()) {
        auto* button = new SegmentButton(m_themes, this);
        m_group->addButton(button);
        m_layout->addWidget(button);
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        m_buttons[i]->setSegment(segments[i]);
    }
    const bool known =
        std::any_of(segments.begin(), segments.end(), [this](const Segment& s) { return s.id == m_current; });
    setCurrent(known || segments.isEmpty() ? m_current : segments.first().id);
}

void SegmentBar::setCurrent(const QString& id) {
    for (SegmentButton* button : m_buttons) {
        if (button->segment().id == id) {
            m_current = id;
            button->setChecked(true);
        }
    }
}

} // namespace zs::kit
