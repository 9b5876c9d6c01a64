// A field that filters and the list below it: type, arrow down, Enter. For people, agencies and matters.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/kit/RowDelegate.h"

#include <QAbstractListModel>
#include <QWidget>

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
    std::optional<kit::Symbol> symbol;
    QString reason;       ///< why it can't be chosen; empty = it can
};

class PickModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PickItem> items);
    void setFilter(const QString& text);
    const PickItem* item(int row) const;
    int rowOf(quint64 id) const; ///< -1 when filtered away

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void filter();
    std::vector<PickItem> m_items;
    std::vector<std::size_t> m_shown;
    QString m_filter;
};

class PickList final : public QWidget {
    Q_OBJECT
public:
    /// Children are `<name>Filter` and `<name>List`.
    PickList(const Workplace& place, const QString& name, QWidget* parent);

    void setItems(std::vector<PickItem> items); ///< keeps the chosen one if it is still there
    void setWords(const QString& filterName, const QString& listName);
    quint64 chosen() const; ///< 0 = none
    void choose(quint64 id);

Q_SIGNALS:
    void chosenChanged();
    void activated(); ///< Enter or double click on one

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PickModel* m_model;
    QLineEdit* m_filter;
    QListView* m_list;
};

} // namespace zs::cases
