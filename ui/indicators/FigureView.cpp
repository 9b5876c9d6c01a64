#include "ui/indicators/FigureView.h"

#include "ui/kit/RowDelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace zs::indicators {

namespace {

// px at 100 %: name (flex), figure, cases, change, on year
constexpr int widths[] = {0, 80, 100, 68, 68};
constexpr int nameAtLeast = 132, englishNameAtLeast = 176;

class FigureDelegate final : public kit::RowDelegate {
public:
    FigureDelegate(const cases::Workplace& place, const FigureView& view, QObject* parent)
        : RowDelegate(place.themes, {.padLeft = 12, .padRight = 8}, parent), m_view(view)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        row.state &= ~QStyle::State_HasFocus; // the row has it, not the cell
        RowDelegate::paint(painter, row, index);
        if (!option.state.testFlag(QStyle::State_Selected) || !m_view.hasFocus()) return;
        painter->save();
        painter->setPen(QPen(theme().line.focus, 2));
        const QRect r = option.rect;
        painter->drawLine(r.left(), r.top() + 1, r.right() + 1, r.top() + 1);
        painter->drawLine(r.left(), r.bottom(), r.right() + 1, r.bottom());
        painter->restore();
    }

protected:
    kit::RowContent content(const QModelIndex& index) const override
    {
        kit::RowContent c;
        const auto tone = static_cast<kit::Tone>(index.data(FigureModel::ToneRole).toInt());
        if (index.column() == FigureModel::NameColumn) {
            c.text = index.data().toString();
            c.textTone = tone;
            c.elide = !c.text.isEmpty() && c.text.back().isDigit() ? kit::Elide::KeepNumber : kit::Elide::Right;
        } else {
            c.trailing = index.data().toString();
            c.trailingTone = tone;
        }
        return c;
    }

private:
    const FigureView& m_view;
};

} // namespace

FigureView::FigureView(const cases::Workplace& place, FigureModel& model, QWidget* parent)
    : QTableView(parent), m_place(place), m_model(model)
{
    setModel(&model);
    setItemDelegate(new FigureDelegate(place, *this, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(8);
    restyle();
    connect(this, &QTableView::doubleClicked, this, &FigureView::opened);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, &model, &FigureModel::sortBy);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_resetting = false;
        const int row = m_current ? m_model.rowOf(m_current->first, m_current->second) : -1;
        if (row >= 0) setCurrentIndex(m_model.index(row, FigureModel::NameColumn));
        else if (m_model.rowCount() > 0) setCurrentIndex(m_model.index(0, FigureModel::NameColumn));
    });
}

void FigureView::restyle()
{
    const kit::Theme& t = m_place.themes.theme();
    verticalHeader()->setMinimumSectionSize(t.px(t.row.table));
    verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    horizontalHeader()->setFixedHeight(t.px(t.row.header));
    for (int c = 0; c < FigureModel::ColumnCount; ++c) {
        const bool flex = c == FigureModel::NameColumn;
        horizontalHeader()->setSectionResizeMode(c, flex ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!flex) setColumnWidth(c, t.px(widths[c]));
    }
    fitColumns();
    viewport()->update();
}

void FigureView::fitColumns()
{
    // In a narrow dock last year goes first, then the parts; both stand in the tool tip.
    const kit::Theme& t = m_place.themes.theme();
    const bool en = m_place.translations.language() == kit::Language::English;
    int room = viewport()->width() - t.px(en ? englishNameAtLeast : nameAtLeast);
    for (const int width : widths) room -= t.px(width);
    setColumnHidden(FigureModel::YearColumn, room < 0);
    setColumnHidden(FigureModel::PartsColumn, room + t.px(widths[FigureModel::YearColumn]) < 0);
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

const FigureRow* FigureView::current() const { return m_model.at(currentIndex().row()); }

void FigureView::choose(domain::indicators::IndicatorId id, std::uint32_t key)
{
    const int row = m_model.rowOf(id, key);
    if (row < 0) return;
    setCurrentIndex(m_model.index(row, FigureModel::NameColumn));
    scrollTo(currentIndex(), EnsureVisible);
}

void FigureView::step(int by)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    if (row < 0 || row >= m_model.rowCount()) return;
    setCurrentIndex(m_model.index(row, FigureModel::NameColumn));
    scrollTo(currentIndex(), EnsureVisible);
}

void FigureView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    const FigureRow* row = m_model.at(current.row());
    if (m_resetting || !row) return;
    const auto thing = std::make_pair(row->id, row->key);
    if (m_current == thing) return;
    m_current = thing;
    Q_EMIT chosen();
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    // Letters and Enter are the panel's.
    const bool mine = event->text().isEmpty() || !event->text().at(0).isPrint();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (mine && !enter) QTableView::keyPressEvent(event);
    else event->ignore();
}

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool key = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = key ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) return;
    setCurrentIndex(index);
    Q_EMIT menuWanted(key ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace zs::indicators
