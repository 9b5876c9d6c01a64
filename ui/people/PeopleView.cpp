#include "ui/people/PeopleView.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/DetailParts.h"
#include "ui/cases/CaseDrag.h"
#include "ui/kit/Paint.h"
#include "ui/kit/RowDelegate.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

namespace zs::people {

using kit::paintText;
using kit::Tone;

namespace {

// px at 100 %: symbol, name (flex), role, agency, grid, load, fix
constexpr int widths[] = {36, 0, 80, 60, 80, 52, 56};
constexpr int english[] = {36, 0, 128, 88, 100, 52, 60};
constexpr int nameAtLeast = 64, englishNameAtLeast = 104;

class PeopleDelegate final : public kit::RowDelegate {
public:
    PeopleDelegate(const cases::Workplace& place, const PeopleView& view, QObject* parent)
        : RowDelegate(place.themes, {}, parent), m_place(place), m_view(view)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const PersonId id(index.data(PeopleTableModel::PersonIdRole).toUInt());
        const domain::Person* person = m_place.desk.city().person(id);
        if (!person) return;
        painter->save();
        QPainter& p = *painter;
        const kit::Theme& t = theme();
        const QRect r = option.rect;
        QStyleOptionViewItem plain = option;
        plain.state &= ~QStyle::State_HasFocus;
        paintGround(p, plain, kit::RowLook::Normal);
        const bool drag = !m_view.dragged().isNone();
        const bool legal = drag && m_view.legality(id).legal;
        const bool hover = drag && m_view.hovered() == id;
        const QFont body = t.font(kit::Type::Body);
        const QColor colour = drag && !legal ? t.text.disabled : t.text.primary;
        const QColor quiet = drag && !legal ? t.text.disabled : t.text.secondary;
        if (legal && hover) p.fillRect(r.adjusted(0, 0, 0, -1), t.surface.selected);
        const QRect text = r.adjusted(t.px(4), 0, -t.px(6), 0);
        switch (index.column()) {
        case PeopleTableModel::SymbolColumn: {
            kit::Symbol s = cases::personSymbol(m_place.desk, *person);
            if (legal) s.selection = hover ? kit::Selection::Hover : kit::Selection::Target;
            if (drag && !legal) p.setOpacity(0.5);
            paintSymbol(p, QPointF(r.left() + t.px(18), r.center().y() + 0.5), t.core.table * t.scale, s, t);
            p.setOpacity(1);
            break;
        }
        case PeopleTableModel::NameColumn: paintText(p, text, index.data().toString(), body, colour); break;
        case PeopleTableModel::GridColumn:
            paintText(p, text, kit::elideMiddle(QFontMetrics(body), index.data().toString(), text.width()), body, quiet);
            break;
        case PeopleTableModel::LoadColumn:
        case PeopleTableModel::FixColumn: {
            if (drag && index.column() == PeopleTableModel::FixColumn) {
                // The word that a drag says: it takes the place of the fix's age for as long.
                const QString word = legal ? (hover ? PeopleView::tr("drop") : PeopleView::tr("can go")) : PeopleView::tr("no");
                paintText(p, text.adjusted(0, 0, -t.px(4), 0), word, body, legal ? t.semantic.accent : t.text.tertiary,
                          Qt::AlignRight);
                break;
            }
            const auto state = index.column() == PeopleTableModel::FixColumn
                ? cases::personSymbol(m_place.desk, *person).freshness
                : kit::Freshness::Fresh;
            const bool full = index.column() == PeopleTableModel::LoadColumn
                && m_place.desk.cases().openCasesOf(id) >= person->capacity;
            const QColor shown = full ? t.text.primary : state == kit::Freshness::Stale ? t.text.tertiary : quiet;
            paintText(p, text.adjusted(0, 0, index.column() == PeopleTableModel::FixColumn ? -t.px(4) : 0, 0),
                      index.data().toString(), body, shown, Qt::AlignRight);
            break;
        }
        default: paintText(p, text, index.data().toString(), body, quiet); break;
        }
        if (hover && legal) {
            p.setPen(QPen(t.semantic.accent, 2));
            p.drawLine(r.left(), r.top() + 1, r.right() + 1, r.top() + 1);
            p.drawLine(r.left(), r.bottom(), r.right() + 1, r.bottom());
        } else if (option.state.testFlag(QStyle::State_Selected) && m_view.hasFocus()) {
            p.setPen(QPen(t.line.focus, 2));
            p.drawLine(r.left(), r.top() + 1, r.right() + 1, r.top() + 1);
            p.drawLine(r.left(), r.bottom(), r.right() + 1, r.bottom());
        }
        painter->restore();
    }

private:
    const cases::Workplace& m_place;
    const PeopleView& m_view;
};

} // namespace

PeopleView::PeopleView(const cases::Workplace& place, cases::CaseActions& actions, PeopleTableModel& model, QWidget* parent)
    : QTableView(parent), m_place(place), m_actions(actions), m_model(model)
{
    setModel(&model);
    setItemDelegate(new PeopleDelegate(place, *this, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragDropMode(DropOnly);
    setAcceptDrops(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(8);
    restyle();
    connect(&place.selection, &cases::Selection::dragChanged, this, &PeopleView::setDragged);
    connect(&model, &PeopleTableModel::aboutToRearrange, this, [this] {
        m_rearranging = true;
        m_scroll = verticalScrollBar()->value();
    });
    connect(&model, &PeopleTableModel::rearranged, this, [this] {
        const bool moved = m_rearranging;
        m_rearranging = false;
        m_judged.clear();
        if (!moved) return;
        const int row = m_model.rowOf(m_current);
        const QSignalBlocker quiet(this);
        if (row >= 0 && currentIndex().row() != row) setCurrentIndex(m_model.index(row, PeopleTableModel::NameColumn));
        updateGeometries();
        verticalScrollBar()->setValue(m_scroll);
    });
}

void PeopleView::restyle()
{
    const kit::Theme& t = m_place.themes.theme();
    verticalHeader()->setMinimumSectionSize(t.px(t.row.table));
    verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    horizontalHeader()->setFixedHeight(t.px(t.row.header));
    const bool en = m_place.translations.language() == kit::Language::English;
    for (int c = 0; c < PeopleTableModel::ColumnCount; ++c) {
        const bool flex = c == PeopleTableModel::NameColumn;
        horizontalHeader()->setSectionResizeMode(c, flex ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!flex) setColumnWidth(c, t.px(en ? english[c] : widths[c]));
    }
    fitColumns();
    viewport()->update();
}

void PeopleView::fitColumns()
{
    // A name is never cut: in a narrow dock the role goes first, then the agency (both stand in the tool tip).
    const kit::Theme& t = m_place.themes.theme();
    const bool en = m_place.translations.language() == kit::Language::English;
    int room = viewport()->width() - t.px(en ? englishNameAtLeast : nameAtLeast);
    for (int c = 0; c < PeopleTableModel::ColumnCount; ++c) room -= t.px(en ? english[c] : widths[c]);
    const int role = t.px(en ? english[PeopleTableModel::RoleColumn] : widths[PeopleTableModel::RoleColumn]);
    setColumnHidden(PeopleTableModel::RoleColumn, room < 0);
    setColumnHidden(PeopleTableModel::AgencyColumn, room + role < 0);
}

void PeopleView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

const cases::Legality& PeopleView::legality(PersonId id) const
{
    auto it = m_judged.find(id);
    if (it == m_judged.end()) it = m_judged.emplace(id, m_actions.canDispatch(m_dragged, id)).first;
    return it->second;
}

void PeopleView::setDragged(CaseId id)
{
    m_dragged = id;
    m_hovered = {};
    m_judged.clear();
    viewport()->update();
}

void PeopleView::showPerson(PersonId id)
{
    m_current = id;
    const int row = m_model.rowOf(id);
    if (row < 0) {
        const QSignalBlocker quiet(this);
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_model.index(row, PeopleTableModel::NameColumn);
    if (currentIndex().row() != row) setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
}

void PeopleView::step(int by)
{
    const int row = m_model.rowOf(m_current);
    const int next = row < 0 ? 0 : row + by;
    if (next < 0 || next >= m_model.rowCount()) return;
    setCurrentIndex(m_model.index(next, PeopleTableModel::NameColumn));
    scrollTo(currentIndex(), EnsureVisible);
}

void PeopleView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_rearranging || !current.isValid()) return;
    const PersonId id = m_model.personAt(current.row());
    if (id == m_current) return;
    m_current = id;
    Q_EMIT personChosen(id);
}

void PeopleView::keyPressEvent(QKeyEvent* event)
{
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) event->ignore();
    else QTableView::keyPressEvent(event);
}

void PeopleView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool key = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = key ? currentIndex() : indexAt(event->pos());
    const PersonId id = m_model.personAt(index.row());
    if (!id.isNone()) Q_EMIT menuWanted(id, key ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void PeopleView::dragEnterEvent(QDragEnterEvent* event)
{
    const auto id = cases::decodeCase(*event->mimeData());
    if (!id) return;
    if (m_dragged != *id) setDragged(*id);
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void PeopleView::dragMoveEvent(QDragMoveEvent* event)
{
    const PersonId id = m_model.personAt(rowAt(event->position().toPoint().y()));
    if (id != m_hovered) {
        m_hovered = id;
        viewport()->update();
    }
    event->setDropAction(Qt::MoveAction);
    const bool legal = !id.isNone() && !m_dragged.isNone() && legality(id).legal;
    setToolTip(id.isNone() || legal ? QString() : legality(id).reason);
    if (legal) event->accept();
    else event->ignore();
}

void PeopleView::dragLeaveEvent(QDragLeaveEvent*)
{
    setDragged(m_place.selection.draggedCase());
    setToolTip({});
}

void PeopleView::dropEvent(QDropEvent* event)
{
    const auto id = cases::decodeCase(*event->mimeData());
    const PersonId person = m_model.personAt(rowAt(event->position().toPoint().y()));
    setDragged({});
    setToolTip({});
    if (!id || person.isNone() || !m_actions.canDispatch(*id, person).legal) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_actions.dispatchTo(*id, person);
}

} // namespace zs::people
