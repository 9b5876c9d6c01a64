#include "ui/kit/PhaseRail.h"

#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QPainter>

namespace zs::kit {

namespace {

constexpr char kRailClass[] = "zsPhaseRail";
constexpr char kNodeClass[] = "zsPhaseNode";

/// Roles for the rail and its nodes: a plain widget would only be "client" to a screen reader.
QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget && widget->property(kRailClass).toBool()) {
        return new QAccessibleWidget(widget, QAccessible::List);
    }
    if (widget && widget->property(kNodeClass).toBool()) {
        return new QAccessibleWidget(widget, QAccessible::ListItem);
    }
    return nullptr;
}

} // namespace

class PhaseNodeView final : public QWidget {
public:
    PhaseNodeView(ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
        setProperty(kNodeClass, true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }

    void setNode(const PhaseNode& node, bool first, bool last, PhaseProgress next) {
        m_node = node;
        m_first = first;
        m_last = last;
        m_next = next;
        update();
    }

    QSize sizeHint() const override { return {m_themes.theme().px(58), m_themes.theme().px(64)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& t = m_themes.theme();
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const QPointF centre(width() / 2.0, t.px(14));
        const qreal r = t.px(6);
        paintLines(p, centre, r, t);
        paintNode(p, centre, r, t);
        const bool current = m_node.progress == PhaseProgress::Current;
        const QColor name = current                                  ? t.text.primary
                            : m_node.progress == PhaseProgress::Done ? t.text.secondary
                                                                     : t.text.tertiary;
        const int line = t.lineHeight(Type::Caption);
        const QRect nameRect(0, t.px(26), width(), line);
        paintText(p, nameRect, m_node.name, t.font(Type::Caption, current ? Weight::Strong : Weight::Normal),
                  name, Qt::AlignHCenter);
        paintText(p, nameRect.translated(0, line), m_node.note, t.font(Type::Caption),
                  current && m_node.tone != Tone::Primary ? t.tone(m_node.tone) : t.text.tertiary,
                  Qt::AlignHCenter);
    }

private:
    void paintLines(QPainter& p, QPointF centre, qreal r, const Theme& t) {
        const auto colour = [&](bool passed) { return passed ? t.text.secondary : t.line.strong; };
        const qreal gap = r + t.px(3);
        const bool into = m_node.progress != PhaseProgress::Future;
        const bool outOf = m_node.progress == PhaseProgress::Done && m_next != PhaseProgress::Future;
        if (!m_first) {
            p.setPen(QPen(colour(into), t.px(2), Qt::SolidLine, Qt::FlatCap));
            p.drawLine(QPointF(0, centre.y()), QPointF(centre.x() - gap, centre.y()));
        }
        if (!m_last) {
            p.setPen(QPen(colour(outOf), t.px(2), Qt::SolidLine, Qt::FlatCap));
            p.drawLine(QPointF(centre.x() + gap, centre.y()), QPointF(width(), centre.y()));
        }
    }

    void paintNode(QPainter& p, QPointF centre, qreal r, const Theme& t) {
        switch (m_node.progress) {
        case PhaseProgress::Done:
            p.setPen(Qt::NoPen);
            p.setBrush(t.text.secondary);
            p.drawEllipse(centre, r + 1, r + 1);
            p.setPen(QPen(t.surface.panel, t.px(2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            p.setBrush(Qt::NoBrush);
            p.drawPolyline(QPolygonF({centre + QPointF(-0.45, 0.05) * r, centre + QPointF(-0.1, 0.4) * r,
                                      centre + QPointF(0.5, -0.4) * r}));
            break;
        case PhaseProgress::Current: {
            const QColor c = m_node.tone == Tone::Primary ? t.text.primary : t.tone(m_node.tone);
            p.setPen(QPen(c, t.px(2)));
            p.setBrush(t.surface.panel);
            p.drawEllipse(centre, r, r);
            p.setPen(Qt::NoPen);
            p.setBrush(c);
            p.drawEllipse(centre, r * 0.45, r * 0.45);
            break;
        }
        case PhaseProgress::Future:
            p.setPen(QPen(t.line.control, qMax(1.0, 1.5 * t.scale)));
            p.setBrush(t.surface.panel);
            p.drawEllipse(centre, r, r);
            break;
        }
    }

    ThemeManager& m_themes;
    PhaseNode m_node;
    bool m_first = false;
    bool m_last = false;
    PhaseProgress m_next = PhaseProgress::Future;
};

PhaseRail::PhaseRail(ThemeManager& themes, const QString& name, QWidget* parent)
    : QWidget(parent), m_themes(themes) {
    // Installing the same factory again is harmless: Qt keeps one.
    QAccessible::installFactory(&makeInterface);
    setProperty(kRailClass, true);
    setAccessibleName(name);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &ThemeManager::changed, this, [this] { updateGeometry(); });
}

QSize PhaseRail::sizeHint() const {
    const Theme& t = m_themes.theme();
    return {t.px(58) * static_cast<int>(qMax<qsizetype>(1, m_views.size())), t.px(64)};
}

void PhaseRail::setNodes(const QList<PhaseNode>& nodes) {
    while (m_views.size() > nodes.size()) {
        delete m_views.takeLast();
    }
    while (m_views.size() < nodes.size()) {
        auto* view = new PhaseNodeView(m_themes, this);
        layout()->addWidget(view);
        m_views.append(view);
    }
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const PhaseNode& node = nodes[i];
        const bool last = i + 1 == nodes.size();
        m_views[i]->setNode(node, i == 0, last, last ? PhaseProgress::Future : nodes[i + 1].progress);
        m_views[i]->setObjectName(QStringLiteral("phase_%1").arg(i));
        const QString state = node.progress == PhaseProgress::Done      ? tr("done")
                              : node.progress == PhaseProgress::Current ? tr("current")
                                                                        : tr("to come");
        m_views[i]->setAccessibleName(
            QStringList{node.name, state, node.note}.join(QLatin1Char(' ')).trimmed());
    }
    updateGeometry();
}

} // namespace zs::kit
