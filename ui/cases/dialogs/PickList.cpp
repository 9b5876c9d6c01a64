#include "ui/cases/dialogs/PickList.h"

#include "ui/kit/SearchField.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace zs::cases {

namespace {

class PickDelegate final : public kit::RowDelegate {
public:
    PickDelegate(kit::ThemeManager& themes, const PickModel& model, QObject* parent)
        : RowDelegate(themes, {}, parent), m_model(model)
    {
    }

protected:
    kit::RowContent content(const QModelIndex& index) const override
    {
        kit::RowContent c;
        const PickItem* item = m_model.item(index.row());
        if (!item) return c;
        c.symbol = item->symbol;
        if (const QVariant tick = index.data(Qt::CheckStateRole); tick.isValid()) {
            const bool on = tick.toInt() == Qt::Checked;
            c.icon = on ? QStringLiteral("square-check") : QStringLiteral("square");
            c.iconTone = on ? kit::Tone::Accent : kit::Tone::Tertiary;
        }
        c.text = item->text;
        c.detail = item->reason.isEmpty() ? item->detail : item->reason;
        c.trailing = item->trailing;
        if (!item->reason.isEmpty()) c.look = kit::RowLook::Dimmed;
        return c;
    }

private:
    const PickModel& m_model;
};

} // namespace

void PickModel::setItems(std::vector<PickItem> items)
{
    beginResetModel();
    m_items = std::move(items);
    filter();
    endResetModel();
}

void PickModel::setFilter(const QString& text)
{
    if (text.trimmed() == m_filter) return;
    beginResetModel();
    m_filter = text.trimmed();
    filter();
    endResetModel();
}

void PickModel::filter()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const PickItem& item = m_items[i];
        const auto has = [&](const QString& s) { return s.contains(m_filter, Qt::CaseInsensitive); };
        if (m_filter.isEmpty() || has(item.text) || has(item.detail) || has(item.search)) m_shown.push_back(i);
    }
}

const PickItem* PickModel::item(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_shown.size() ? &m_items[m_shown[static_cast<std::size_t>(row)]]
                                                                      : nullptr;
}

void PickModel::setTicks()
{
    m_ticks = true;
}

void PickModel::toggle(quint64 id)
{
    const auto all = std::ranges::find(m_items, id, &PickItem::id);
    if (all == m_items.end() || !all->reason.isEmpty()) return;
    if (isTicked(id)) std::erase(m_ticked, id);
    else m_ticked.push_back(id);
    if (const int row = rowOf(id); row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

void PickModel::setTicked(std::vector<quint64> ids)
{
    m_ticked = std::move(ids);
    if (!m_shown.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int PickModel::rowOf(quint64 id) const
{
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        if (m_items[m_shown[i]].id == id) return static_cast<int>(i);
    return -1;
}

int PickModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PickModel::data(const QModelIndex& index, int role) const
{
    const PickItem* found = index.isValid() ? item(index.row()) : nullptr;
    if (!found) return {};
    switch (role) {
    case Qt::DisplayRole: return found->text;
    case Qt::CheckStateRole: return m_ticks ? QVariant(isTicked(found->id) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole: return found->reason.isEmpty() ? found->detail : found->reason;
    case Qt::AccessibleTextRole:
        return QStringList{found->text, found->reason.isEmpty() ? found->detail : found->reason, found->trailing}
            .join(u' ')
            .trimmed();
    default: return {};
    }
}

PickList::PickList(const Workplace& place, const QString& name, QWidget* parent, Mode mode)
    : QWidget(parent), m_mode(mode), m_model(new PickModel(this)),
      m_filter(new kit::SearchField(place.themes, {}, {}, kit::FieldSize::Normal, this)), m_list(new QListView(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(name);
    m_filter->setObjectName(name + QStringLiteral("Filter"));
    m_list->setObjectName(name + QStringLiteral("List"));
    if (mode == Mode::Several) m_model->setTicks();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(place.themes, *m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(t.px(28 * 7));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(t.px(4));
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_filter);
    m_filter->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        const quint64 before = chosen();
        m_model->setFilter(text);
        setCurrent(m_model->rowOf(before) >= 0 || !m_model->item(0) ? before : m_model->item(0)->id);
        Q_EMIT chosenChanged();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PickList::chosenChanged);
    if (mode == Mode::Several) connect(m_list, &QListView::clicked, this, &PickList::toggleCurrent);
    else connect(m_list, &QListView::doubleClicked, this, &PickList::activated);
}

void PickList::setWords(const QString& filterName, const QString& listName)
{
    m_filter->setAccessibleName(filterName);
    m_filter->setPlaceholderText(filterName);
    m_list->setAccessibleName(listName);
}

void PickList::setItems(std::vector<PickItem> items)
{
    const quint64 before = chosen();
    m_model->setItems(std::move(items));
    setCurrent(before);
}

quint64 PickList::chosen() const
{
    const PickItem* item = m_model->item(m_list->currentIndex().row());
    return item ? item->id : 0;
}

std::vector<quint64> PickList::picked() const
{
    if (m_mode == Mode::Several) return m_model->ticked();
    return chosen() != 0 ? std::vector<quint64>{chosen()} : std::vector<quint64>();
}

void PickList::choose(quint64 id)
{
    setCurrent(id);
    if (m_mode == Mode::Several && !m_model->isTicked(id)) m_model->toggle(id);
}

void PickList::setPicked(std::vector<quint64> ids) { m_model->setTicked(std::move(ids)); }

void PickList::toggleCurrent()
{
    if (chosen() == 0) return;
    m_model->toggle(chosen());
    Q_EMIT chosenChanged();
}

void PickList::setCurrent(quint64 id)
{
    const int row = m_model->rowOf(id);
    if (row < 0) return;
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(row));
}

bool PickList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() == Qt::Key_Down || key->key() == Qt::Key_Up;
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_filter && arrow) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            const int row = qBound(0, m_list->currentIndex().row() + step, m_model->rowCount() - 1);
            if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(row));
            return true;
        }
        const bool space = key->key() == Qt::Key_Space;
        if (m_mode == Mode::Several && !key->modifiers() && (enter || (space && watched == m_list))) {
            toggleCurrent();
            return true;
        }
        if (enter && !key->modifiers().testFlag(Qt::ControlModifier)) {
            if (chosen() != 0) Q_EMIT activated();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace zs::cases
