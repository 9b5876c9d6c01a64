#include "ui/dispatch/LaneView.h"

#include "ui/cases/CaseDelegate.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/QueueView.h"
#include "ui/cases/CaseDrag.h"
#include "ui/dispatch/LaneBoard.h"
#include "ui/dispatch/LaneModel.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/Paint.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace zs::dispatch {

using cases::CaseWords;
using kit::paintText;
using kit::Tone;
using kit::Type;
using kit::Weight;

namespace {

constexpr int headHeight = 32;
constexpr int shownAtMost = 200;

class CardDelegate final : public kit::RowDelegate {
public:
    CardDelegate(const cases::Workplace& place, const LaneModel& model, QObject* parent)
        : RowDelegate(place.themes, {.core = 10, .symbolCentre = 16, .symbolWidth = 28, .padLeft = 8, .padRight = 10, .gap = 6},
                      parent),
          m_place(place), m_model(model)
    {
    }
    bool dimmed = false;

protected:
    kit::RowContent content(const QModelIndex& index) const override
    {
        const domain::Case* state = m_place.desk.cases().find(m_model.caseAt(index.row()));
        if (!state) return {};
        kit::RowContent c = cases::CaseDelegate::card(m_place, *state);
        if (dimmed && c.look == kit::RowLook::Normal) c.look = kit::RowLook::Dimmed;
        return c;
    }

private:
    const cases::Workplace& m_place;
    const LaneModel& m_model;
};

} // namespace

class LaneView::List final : public QListView {
public:
    List(const cases::Workplace& place, LaneModel& model, LaneView& lane)
        : QListView(&lane), m_place(place), m_model(model), m_lane(lane), m_cards(new CardDelegate(place, model, this))
    {
        setModel(&model);
        setItemDelegate(m_cards);
        setUniformItemSizes(true);
        setMouseTracking(true);
        setDragEnabled(true);
        setDragDropMode(DragOnly);
        setTabKeyNavigation(false);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QObject::connect(this, &QListView::clicked, this,
                         [this](const QModelIndex& i) { m_place.selection.selectCase(m_model.caseAt(i.row())); });
        QObject::connect(this, &QListView::activated, this,
                         [this](const QModelIndex& i) { m_place.selection.openCase(m_model.caseAt(i.row())); });
    }
    void setDimmed(bool dimmed)
    {
        m_cards->dimmed = dimmed;
        viewport()->update();
    }

protected:
    void startDrag(Qt::DropActions) override
    {
        if (const CaseId id = m_model.caseAt(currentIndex().row()); !id.isNone()) cases::dragCase(m_place, this, id);
    }
    void contextMenuEvent(QContextMenuEvent* event) override
    {
        const bool key = event->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index = key ? currentIndex() : indexAt(event->pos());
        if (const CaseId id = m_model.caseAt(index.row()); !id.isNone())
            Q_EMIT m_lane.menuWanted(id, key ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
    }
    void currentChanged(const QModelIndex& now, const QModelIndex& before) override
    {
        QListView::currentChanged(now, before);
        // By key; a click selects by itself.
        if (hasFocus() && now.isValid()) m_place.selection.selectCase(m_model.caseAt(now.row()));
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (!event->text().isEmpty() && event->text().at(0).isPrint()) event->ignore();
        else QListView::keyPressEvent(event);
    }

private:
    const cases::Workplace& m_place;
    LaneModel& m_model;
    LaneView& m_lane;
    CardDelegate* m_cards;
};

/// Over the list while something is dragged here: where it lands and what follows, or why it can't be.
class LaneView::Overlay final : public QWidget {
public:
    Overlay(const cases::Workplace& place, LaneView& lane) : QWidget(&lane), m_place(place), m_lane(lane)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        if (m_lane.m_state == LaneState::Hover) paintLanding(p);
        else paintReason(p);
    }

private:
    void paintLanding(QPainter& p)
    {
        const kit::Theme& t = m_place.themes.theme();
        const domain::Case* state = m_place.desk.cases().find(m_lane.m_dragged);
        if (!state) return;
        const QRect row(1, 0, width() - 2, t.px(t.row.lane));
        p.fillRect(row, t.surface.selected);
        kit::paintPendingFrame(p, row, t);
        paintSymbol(p, QPointF(t.px(16), row.center().y() + 0.5), t.core.lane * t.scale, CaseWords::symbol(m_place, *state), t);
        const QFont strong = t.font(Type::Body, Weight::Strong), body = t.font(Type::Body);
        const QString word = LaneView::tr("lead");
        const int wordWidth = QFontMetrics(body).horizontalAdvance(word);
        paintText(p, row.adjusted(0, 0, -t.px(10), 0), word, body, t.text.primary, Qt::AlignRight);
        paintText(p, row.adjusted(t.px(28), 0, -wordWidth - t.px(16), 0),
                  CaseWords::number(state->id) + u' ' + QString::fromStdString(state->title), strong, t.text.primary);
        const QRect note(0, height() - t.px(t.row.lane), width(), t.px(t.row.lane));
        p.fillRect(note, t.surface.selected);
        paintText(p, note.adjusted(t.px(8), 0, -t.px(8), 0), LaneView::tr("leads, has to accept it; U takes it back"),
                  t.font(Type::Caption), t.text.primary);
    }

    void paintReason(QPainter& p)
    {
        const kit::Theme& t = m_place.themes.theme();
        p.fillRect(rect(), t.surface.panel);
        kit::paintHatch(p, rect(), t);
        const QFont strong = t.font(Type::Body, Weight::Strong), body = t.font(Type::Body);
        const QString head = LaneView::tr("Not to %1").arg(CaseWords::agency(m_place, m_lane.agency()));
        QString instead;
        const AgencyId other = m_lane.m_legality.instead;
        if (!other.isNone() && other != m_lane.agency())
            instead = LaneView::tr("Drop on %1 instead").arg(CaseWords::agency(m_place, other));
        const QRect box(t.px(8), t.px(8), width() - t.px(16), 0);
        const QRect inner = box.adjusted(t.px(8), t.px(6), -t.px(8), 0);
        const auto heightOf = [&](const QString& text) {
            return text.isEmpty() ? 0
                                  : QFontMetrics(body).boundingRect(QRect(0, 0, inner.width(), 1000), Qt::TextWordWrap, text).height();
        };
        const int line = t.lineHeight(Type::Body);
        const int reason = heightOf(m_lane.m_legality.reason), other_ = heightOf(instead);
        const QRect frame(box.left(), box.top(), box.width(), qMin(height() - t.px(12), line + reason + other_ + t.px(14)));
        p.setPen(t.line.strong);
        p.setBrush(t.surface.panel);
        p.drawRect(frame.adjusted(0, 0, -1, -1));
        p.setClipRect(frame);
        const int size = t.px(14);
        p.drawPixmap(QPointF(inner.left(), inner.top() + (line - size) / 2),
                     m_place.themes.icons().pixmap(QStringLiteral("ban"), size, t.semantic.alarm, p.device()->devicePixelRatioF()));
        paintText(p, QRect(inner.left() + size + t.px(6), inner.top(), inner.width() - size - t.px(6), line), head, strong,
                  t.text.primary);
        p.setFont(body);
        p.setPen(t.text.secondary);
        p.drawText(QRect(inner.left(), inner.top() + line, inner.width(), reason), Qt::TextWordWrap, m_lane.m_legality.reason);
        p.setPen(t.semantic.accent);
        p.drawText(QRect(inner.left(), inner.top() + line + reason, inner.width(), other_), Qt::TextWordWrap, instead);
    }

    const cases::Workplace& m_place;
    LaneView& m_lane;
};

LaneView::LaneView(const cases::Workplace& place, cases::CaseActions& actions, const LaneBoard& board, std::size_t lane,
                   int number, QWidget* parent)
    : QFrame(parent), m_place(place), m_actions(actions), m_board(board), m_lane(lane), m_number(number),
      m_model(new LaneModel(place, board, lane, this)), m_list(new List(place, *m_model, *this)),
      m_overlay(new Overlay(place, *this)), m_more(new QPushButton(this))
{
    const domain::Agency* a = place.desk.city().agency(agency());
    const QString code = a ? QString::fromStdString(a->code) : QString::number(agency().value);
    setObjectName(QStringLiteral("lane_") + code);
    m_list->setObjectName(QStringLiteral("laneList_") + code);
    m_more->setObjectName(QStringLiteral("laneMore_") + code);
    kit::setButtonRole(*m_more, kit::ButtonRole::Link);
    setAcceptDrops(true);
    setFocusProxy(m_list);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fit();
        refresh();
    });
    words();
    refresh();
}

AgencyId LaneView::agency() const
{
    return m_board.agency(m_lane);
}

void LaneView::words()
{
    setAccessibleName(CaseWords::agencyFull(m_place, agency()));
    m_list->setAccessibleName(tr("Cases with %1").arg(CaseWords::agencyFull(m_place, agency())));
    if (!m_dragged.isNone()) m_legality = m_actions.canRoute(m_dragged, agency());
    refresh();
}

void LaneView::fit()
{
    const kit::Theme& t = m_place.themes.theme();
    const int head = t.px(headHeight), row = t.px(t.row.lane);
    const int room = qMax(1, (height() - head - 1) / row);
    const int all = static_cast<int>(m_board.cases(m_lane).size());
    const bool more = all > room;
    m_model->setRoom(m_all ? shownAtMost : more ? qMax(1, room - 1) : room);
    m_list->setVerticalScrollBarPolicy(m_all && more ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int foot = more ? row : 0;
    m_list->setGeometry(1, head, width() - 2, height() - head - foot - 1);
    m_overlay->setGeometry(1, head, width() - 2, height() - head - 1);
    m_more->setVisible(more);
    m_more->setGeometry(t.px(8), height() - foot, width() - t.px(16), row - 2);
    m_more->setText(m_all ? tr("fewer") : tr("%1 more").arg(kit::DurationText::grouped(all - m_model->rowCount())));
    m_more->setStyleSheet(QStringLiteral("QPushButton { text-align: left; color: %1; }").arg(t.text.tertiary.name()));
}

void LaneView::refresh()
{
    m_model->refresh();
    fit();
    m_model->refresh();
    update();
}

void LaneView::refreshTimes()
{
    m_list->viewport()->update();
    update(0, 0, width(), m_place.themes.theme().px(headHeight));
}

void LaneView::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void LaneView::setDragged(CaseId id)
{
    m_dragged = id;
    if (id.isNone()) {
        m_legality = {};
        setState(LaneState::Rest);
        return;
    }
    m_legality = m_actions.canRoute(id, agency());
    // A lane with a way out says it at once: the reader needn't try it to learn where to go.
    const bool wayOut = !m_legality.legal && !m_legality.instead.isNone() && m_legality.instead != agency();
    const domain::Agency* a = m_place.desk.city().agency(agency());
    const bool takesKind = a && std::ranges::find(a->takes, m_place.desk.cases().find(id) ? m_place.desk.cases().find(id)->kind
                                                                                         : domain::CaseKind::Request)
            != a->takes.end();
    setState(m_legality.legal ? LaneState::Legal : wayOut && takesKind ? LaneState::IllegalHover : LaneState::Illegal);
}

void LaneView::setState(LaneState state)
{
    m_state = state;
    m_list->setDimmed(state == LaneState::Illegal || state == LaneState::IllegalHover);
    m_overlay->setVisible(state == LaneState::Hover || state == LaneState::IllegalHover);
    m_overlay->raise();
    m_overlay->update();
    setAccessibleDescription(state == LaneState::Rest ? QString() : m_legality.legal ? tr("can lead") : m_legality.reason);
    update();
}

CaseId LaneView::accepted(const QDropEvent& event)
{
    return cases::decodeCase(*event.mimeData()).value_or(CaseId());
}

void LaneView::dragEnterEvent(QDragEnterEvent* event)
{
    const CaseId id = accepted(*event);
    if (id.isNone()) return;
    // A drag that began elsewhere (another window) hasn't been announced.
    if (m_dragged != id) setDragged(id);
    setState(m_legality.legal ? LaneState::Hover : LaneState::IllegalHover);
    event->setDropAction(Qt::MoveAction);
    // Taken either way, so that the reason shows; the drop itself is refused.
    event->accept();
}

void LaneView::dragMoveEvent(QDragMoveEvent* event)
{
    event->setDropAction(Qt::MoveAction);
    if (m_legality.legal && !accepted(*event).isNone()) event->accept();
    else event->ignore();
}

void LaneView::dragLeaveEvent(QDragLeaveEvent*)
{
    setDragged(m_place.selection.draggedCase());
}

void LaneView::dropEvent(QDropEvent* event)
{
    const CaseId id = accepted(*event);
    setDragged({});
    if (id.isNone() || !m_actions.canRoute(id, agency()).legal) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_actions.routeTo(id, agency(), this);
}

void LaneView::paintEvent(QPaintEvent*)
{
    const kit::Theme& t = m_place.themes.theme();
    QPainter p(this);
    p.fillRect(rect(), t.surface.panel);
    paintHead(p);
    p.fillRect(QRect(width() - 1, 0, 1, height()), t.line.strong);
    const bool hover = m_state == LaneState::Hover;
    if (hover || m_state == LaneState::Legal) {
        const int w = hover ? 2 : 1;
        p.setPen(QPen(t.semantic.accent, w, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(rect()).adjusted(w / 2.0, w / 2.0, -w / 2.0, -w / 2.0));
    }
}

void LaneView::paintHead(QPainter& p)
{
    const kit::Theme& t = m_place.themes.theme();
    const QRect head(0, 0, width(), t.px(headHeight));
    const bool legal = m_state == LaneState::Legal || m_state == LaneState::Hover;
    const bool illegal = m_state == LaneState::Illegal || m_state == LaneState::IllegalHover;
    p.fillRect(head, legal ? t.surface.selected : t.surface.raised);
    p.fillRect(QRect(0, head.bottom(), width(), 1), t.line.subtle);
    int x = t.px(8);
    if (m_number > 0) {
        const int h = t.px(18);
        x += kit::paintKeyCap(p, QRect(x, (head.height() - h) / 2, 0, h), QString::number(m_number), t.text.tertiary, t) + t.px(8);
    }
    const QFont strong = t.font(Type::Body, Weight::Strong), body = t.font(Type::Body), caption = t.font(Type::Caption);
    int right = width() - t.px(8);
    if (m_state != LaneState::Rest) {
        const QString word = m_state == LaneState::Hover ? tr("drop to route") : legal ? tr("lead") : tr("no");
        const int w = QFontMetrics(caption).horizontalAdvance(word);
        const QColor colour = legal ? t.semantic.accent : t.text.tertiary;
        paintText(p, QRect(right - w, 0, w + 1, head.height()), word, caption, colour);
        const int size = t.px(12);
        right -= w + size + t.px(3);
        p.drawPixmap(QPointF(right, (head.height() - size) / 2.0),
                     m_place.themes.icons().pixmap(legal ? QStringLiteral("arrow-down-to-line") : QStringLiteral("ban"), size,
                                                   colour, p.device()->devicePixelRatioF()));
        right -= t.px(6);
    }
    const auto put = [&](const QString& text, const QFont& font, const QColor& colour) {
        const int w = QFontMetrics(font).horizontalAdvance(text);
        paintText(p, QRect(x, 0, qMin(w + 1, right - x), head.height()), text, font, colour);
        x += w + t.px(6);
    };
    put(CaseWords::agency(m_place, agency()), strong, illegal ? t.text.tertiary : t.text.primary);
    const qint64 n = static_cast<qint64>(m_board.cases(m_lane).size());
    put(m_state == LaneState::Hover ? tr("%1 → %2").arg(n).arg(n + 1) : kit::DurationText::grouped(n), body, t.text.secondary);
    const qint64 late = static_cast<qint64>(m_board.late(m_lane, m_place.desk.serverNow()));
    if (late > 0) put(tr("late %1").arg(late), body, t.semantic.alarm);
}

} // namespace zs::dispatch
