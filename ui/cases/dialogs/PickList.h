// A field that filters and the list below it: type, arrow down, Enter. For people, agencies, matters and cases. Where
// several may be picked, Space (in the list) or a click ticks one.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/kit/RowDelegate.h"

#include <QAbstractListModel>
#include <QWidget>

#include <algorithm>
#include <vector>

class QLineEdit;
class QListView;

namespace zs::cases {

struct PickItem {
    quint64 id = 0;
    QString text;
    QString detail;       ///< after the text, grey
    QString trailing;     ///< right-aligned
    QString search;       ///< what the filter looks in, beside text and detail
    int rank = 0;         ///< for whoever puts the items in order
    std::optional<kit::Symbol> symbol;
    QString reason;       ///< why it can't be chosen; empty = it can
};

class PickModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PickItem> items);
    void setFilter(const QString& text);
    /// Ticks stand beside the items from now on.
    void setTicks();
    bool isTicked(quint64 id) const { return std::ranges::find(m_ticked, id) != m_ticked.end(); }
    void toggle(quint64 id);
    void setTicked(std::vector<quint64> ids);
    const std::vector<quint64>& ticked() const { return m_ticked; }
    const PickItem* item(int row) const;
    int rowOf(quint64 id) const; ///< -1 when filtered away

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void filter();
    std::vector<PickItem> m_items;
    std::vector<std::size_t> m_shown;
    QString m_filter;
    bool m_ticks = false;
    std::vector<quint64> m_ticked; ///< in the order of ticking
};

class PickList final : public QWidget {
    Q_OBJECT
public:
    enum class Mode { One, Several };
    /// Children are `<name>Filter` and `<name>List`.
    PickList(const Workplace& place, const QString& name, QWidget* parent, Mode mode = Mode::One);

    void setItems(std::vector<PickItem> items); ///< keeps the chosen one if it is still there
    void setWords(const QString& filterName, const QString& listName);
    quint64 chosen() const; ///< the current one; 0 = none
    void choose(quint64 id); ///< makes it the current one; of several, ticks it
    void setPicked(std::vector<quint64> ids); ///< of several: exactly these are ticked
    std::vector<quint64> picked() const; ///< the current one, or all that are ticked

Q_SIGNALS:
    void chosenChanged();
    void activated(); ///< Enter or double click on one

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setCurrent(quint64 id);
    void toggleCurrent();

    Mode m_mode;
    PickModel* m_model;
    QLineEdit* m_filter;
    QListView* m_list;
};

} // namespace zs::cases
