#include "ui/cases/sheet/SheetView.h"

#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace zs::cases {

namespace {

class SheetDelegate final : public kit::RowDelegate {
public:
    SheetDelegate(kit::ThemeManager& themes, const SheetModel& model, QObject* parent)
        : RowDelegate(themes, {.padRight = 8}, parent), m_model(model)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const SheetRow* row = m_model.at(index.row());
        if (!row) return;
        const auto column = static_cast<std::size_t>(index.column());
        const kit::RowContent cell = column < row->cells.size() ? row->cells[column] : kit::RowContent();
        const kit::Theme& t = theme();
        QStyleOptionViewItem plain = option;
        plain.state &= ~QStyle::State_HasFocus;
        painter->save();
        paintGround(*painter, plain, row->kind == SheetRow::Kind::Head ? kit::RowLook::Group : kit::RowLook::Normal);
        // The first cell keeps the panel's margin; the others stand close to their neighbours.
        paintContent(*painter, column == 0 ? option.rect : option.rect.adjusted(-t.px(8), 0, 0, 0), cell);
        const bool focus = option.widget && option.widget->hasFocus();
        if (focus && option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(t.line.focus, 2));
            painter->drawLine(option.rect.left(), option.rect.top() + 1, option.rect.right() + 1, option.rect.top() + 1);
            painter->drawLine(option.rect.left(), option.rect.bottom(), option.rect.right() + 1, option.rect.bottom());
        }
        painter->restore();
    }

private:
    const SheetModel& m_model;
};

} // namespace

SheetView::SheetView(kit::ThemeManager& themes, SheetModel& model, QWidget* parent)
    : QTableView(parent), m_themes(themes), m_model(model)
{
    setModel(&model);
    setItemDelegate(new SheetDelegate(themes, model, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(&model, &SheetModel::rearranged, this, [this] {
        span();
        keepCurrent();
    });
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &SheetView::restyle);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!m_model.isHead(index.row())) Q_EMIT keyActivated(m_model.at(index.row())->key);
    });
    span();
    restyle();
}

void SheetView::span()
{
    clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.isHead(row) && m_model.columnCount() > 1) setSpan(row, 0, 1, m_model.columnCount());
}

/// The line that was current is current again; if it is gone, the one that took its place.
void SheetView::keepCurrent()
{
    int row = m_model.rowOf(m_key);
    if (row < 0 && m_key != 0) {
        row = qMin(m_row, m_model.rowCount() - 1);
        while (row >= 0 && m_model.isHead(row)) ++row;
        if (row >= m_model.rowCount()) row = -1;
    }
    const bool same = row >= 0 && m_model.at(row)->key == m_key;
    m_keeping = same;
    if (row >= 0) setCurrentIndex(m_model.index(row, 0));
    m_keeping = false;
    if (row < 0 && m_key != 0) {
        m_key = 0;
        Q_EMIT currentKeyChanged(0);
    }
}

void SheetView::restyle()
{
    const kit::Theme& t = m_themes.theme();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(t.px(t.row.table));
    verticalHeader()->setDefaultSectionSize(t.px(t.row.table));
    horizontalHeader()->setFixedHeight(t.px(t.row.header));
    horizontalHeader()->setMinimumSectionSize(t.px(16));
    // The first title stands over what is below it.
    horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section:first { padding-left: %1px; }").arg(t.px(12)));
    for (int c = 0; c < m_model.columnCount(); ++c) {
        const int width = m_model.columns()[static_cast<std::size_t>(c)].width;
        horizontalHeader()->setSectionResizeMode(c, width == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (width > 0) setColumnWidth(c, t.px(width));
    }
}

quint64 SheetView::currentKey() const { return m_key; }

CaseId SheetView::currentCase() const
{
    const SheetRow* row = m_model.at(m_model.rowOf(m_key));
    return row ? row->caseId : CaseId();
}

void SheetView::setCurrentKey(quint64 key)
{
    const int row = m_model.rowOf(key);
    if (row < 0 || key == m_key) return;
    setCurrentIndex(m_model.index(row, 0));
    scrollTo(m_model.index(row, 0));
}

void SheetView::step(int by)
{
    int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    while (row >= 0 && row < m_model.rowCount() && m_model.isHead(row)) row += by < 0 ? -1 : 1;
    if (row >= 0 && row < m_model.rowCount()) setCurrentIndex(m_model.index(row, 0));
}

void SheetView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    const SheetRow* row = m_model.at(current.row());
    if (!row || row->kind == SheetRow::Kind::Head) return;
    m_row = current.row();
    if (row->key == m_key || m_keeping) return;
    m_key = row->key;
    Q_EMIT currentKeyChanged(m_key);
}

void SheetView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_Down)) return step(1);
    if (plain && (event->key() == Qt::Key_K || event->key() == Qt::Key_Up)) return step(-1);
    if (plain && enter) {
        if (m_key != 0) Q_EMIT keyActivated(m_key);
        return;
    }
    // Letters are the panel's keys; a table would search for a row that begins with them.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void SheetView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    const SheetRow* row = m_model.at(index.row());
    if (!row || row->kind == SheetRow::Kind::Head) return;
    setCurrentIndex(index);
    Q_EMIT menuWanted(row->key, event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                                            : viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

} // namespace zs::cases
