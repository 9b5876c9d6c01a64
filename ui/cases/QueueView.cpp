#include "ui/cases/QueueView.h"

#include "ui/cases/CaseDelegate.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/CaseDrag.h"
#include "ui/kit/HintCard.h"

#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

namespace zs::cases {

namespace {
// px at 100 %: symbol, number, title (flex), grid, step, limit. English grid names are longer.
constexpr int widths[] = {36, 56, 0, 76, 48, 64};
constexpr int englishGrid = 94, englishStep = 70;
} // namespace

QueueView::QueueView(const Workplace& place, CaseTableModel& model, QWidget* parent)
    : QTableView(parent), m_place(place), m_model(model)
{
    setModel(&model);
    setItemDelegate(new CaseDelegate(place, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(8);
    restyle();
    connect(&model, &CaseTableModel::aboutToRearrange, this, &QueueView::keepAnchor);
    connect(&model, &CaseTableModel::rearranged, this, &QueueView::restoreAnchor);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const CaseId id = m_model.caseAt(index.row()); !id.isNone()) Q_EMIT caseOpened(id);
    });
    setSpans();
}

void QueueView::restyle()
{
    const kit::Theme& t = m_place.themes.theme();
    verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    verticalHeader()->setMinimumSectionSize(t.px(t.row.table));
    horizontalHeader()->setFixedHeight(t.px(t.row.header));
    const bool english = m_place.translations.language() == kit::Language::English;
    for (int c = 0; c < CaseTableModel::ColumnCount; ++c) {
        if (c == CaseTableModel::TitleColumn) {
            horizontalHeader()->setSectionResizeMode(c, QHeaderView::Stretch);
            continue;
        }
        int width = widths[c];
        if (english && c == CaseTableModel::GridColumn) width = englishGrid;
        if (english && c == CaseTableModel::StepColumn) width = englishStep;
        if (c == CaseTableModel::LimitColumn) width += 12; // the margin at the right edge
        horizontalHeader()->setSectionResizeMode(c, QHeaderView::Fixed);
        setColumnWidth(c, t.px(width));
    }
    viewport()->update();
}

CaseId QueueView::currentCase() const
{
    return m_current;
}

void QueueView::showCase(CaseId id)
{
    m_current = id;
    const int row = m_model.rowOf(id);
    if (row < 0) {
        const QSignalBlocker quiet(this);
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(row, CaseTableModel::TitleColumn);
    if (currentIndex().row() != row) setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

QModelIndex QueueView::caseFrom(int row, int direction) const
{
    for (; row >= 0 && row < m_model.rowCount(); row += direction)
        if (!m_model.headAt(row)) return m_model.index(row, CaseTableModel::TitleColumn);
    return {};
}

void QueueView::step(int by)
{
    const int row = m_model.rowOf(m_current);
    const QModelIndex next = row < 0 ? caseFrom(0, 1) : caseFrom(row + by, by);
    if (!next.isValid()) return;
    setCurrentIndex(next);
    scrollTo(next, EnsureVisible);
}

QModelIndex QueueView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex wanted = QTableView::moveCursor(action, modifiers);
    if (!wanted.isValid() || !m_model.headAt(wanted.row())) return wanted;
    const bool up = action == MoveUp || action == MovePageUp || action == MovePrevious || action == MoveHome;
    const QModelIndex there = caseFrom(wanted.row(), up ? -1 : 1);
    return there.isValid() ? there : up ? caseFrom(wanted.row(), 1) : currentIndex();
}

std::pair<int, int> QueueView::visibleRows() const
{
    const int first = rowAt(0);
    if (first < 0) return {-1, -1};
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? m_model.rowCount() - 1 : last};
}

void QueueView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_model.isRearranging()) return;
    const CaseId id = current.isValid() ? m_model.caseAt(current.row()) : CaseId();
    if (id.isNone() || id == m_current) return;
    m_current = id;
    Q_EMIT caseChosen(id);
}

void QueueView::keepAnchor()
{
    m_anchor = {};
    m_anchor.scroll = verticalScrollBar()->value();
    // At the top one wants to see what comes in: only a reader who scrolled away keeps the place.
    if (m_anchor.scroll == 0) return;
    const auto [first, last] = visibleRows();
    if (first < 0) return;
    const int current = m_model.rowOf(m_current);
    const int row = current >= first && current <= last ? current : first;
    for (int r = row; r <= last; ++r) {
        m_anchor.id = m_model.caseAt(r);
        if (!m_anchor.id.isNone()) {
            m_anchor.y = rowViewportPosition(r);
            return;
        }
    }
}

void QueueView::restoreAnchor()
{
    setSpans();
    updateGeometries();
    const int row = m_anchor.id.isNone() ? -1 : m_model.rowOf(m_anchor.id);
    int value = m_anchor.scroll;
    if (row >= 0) value = verticalHeader()->sectionPosition(row) - m_anchor.y;
    verticalScrollBar()->setValue(value);
    const int current = m_model.rowOf(m_current);
    const QSignalBlocker quiet(this);
    if (current < 0) {
        selectionModel()->clear();
    } else if (currentIndex().row() != current || !selectionModel()->isRowSelected(current)) {
        selectionModel()->setCurrentIndex(m_model.index(current, CaseTableModel::TitleColumn),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        // Making it current may have scrolled.
        verticalScrollBar()->setValue(value);
    }
}

void QueueView::setSpans()
{
    const std::vector<int> heads = m_model.headRows();
    clearSpans();
    for (const int row : heads) setSpan(row, 0, 1, CaseTableModel::ColumnCount);
    m_spans = heads;
}

void QueueView::startDrag(Qt::DropActions)
{
    const CaseId id = m_model.caseAt(currentIndex().row());
    if (!id.isNone()) dragCase(m_place, this, id);
}

void QueueView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        if (const auto head = m_model.headAt(index.row())) {
            m_model.setCollapsed(*head, !m_model.isCollapsed(*head));
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void QueueView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && !m_current.isNone()) {
        Q_EMIT caseOpened(m_current);
        return;
    }
    // Letters are the panel's keys, not the view's search by first letter.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void QueueView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool key = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = key ? currentIndex() : indexAt(event->pos());
    const CaseId id = index.isValid() ? m_model.caseAt(index.row()) : CaseId();
    if (id.isNone()) return;
    Q_EMIT menuWanted(id, key ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void dragCase(const Workplace& place, QWidget* source, CaseId id)
{
    const domain::Case* state = place.desk.cases().find(id);
    if (!state) return;
    const kit::LimitView limit = CaseWords::nextLimit(place.desk, *state);
    const QString number = CaseWords::number(id), title = QString::fromStdString(state->title);
    // Owned by the source until the drag ends, then Qt deletes it.
    auto* drag = new QDrag(source);
    drag->setMimeData(cases::encodeCase(id, number + u' ' + title).release());
    drag->setPixmap(kit::dragCard({CaseWords::symbol(place, *state), number, title, kit::DurationText::limit(limit),
                                   kit::DurationText::limitTone(limit)},
                                  place.themes, source->devicePixelRatioF()));
    drag->setHotSpot(QPoint(-place.themes.theme().px(16), place.themes.theme().px(78)));
    cases::Selection* selection = &place.selection;
    QObject::connect(drag, &QObject::destroyed, selection, [selection] { selection->setDraggedCase({}); });
    selection->setDraggedCase(id);
    drag->exec(Qt::MoveAction, Qt::MoveAction);
    selection->setDraggedCase({});
}

} // namespace zs::cases
