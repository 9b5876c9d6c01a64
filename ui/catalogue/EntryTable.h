// One list of a draft as a table, filtered by what is typed; what was edited and what has a fault is marked. GUI thread.
#pragma once

#include "ui/catalogue/CatalogueDraft.h"
#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>

#include <optional>
#include <set>

namespace zs::catalogue {

class EntryTable : public QAbstractTableModel {
    Q_OBJECT
public:
    /// `draft` outlives it; refresh() after it changed, and once after construction.
    EntryTable(const cases::Workplace& place, const CatalogueDraft& draft, domain::ChangeOf of, QObject* parent);

    virtual void refresh();
    void setFilter(const QString& text); ///< part of anything that stands in the table, or of a code
    void setFaulty(std::set<std::string> codes);
    std::optional<std::size_t> entryAt(int row) const;
    int rowOf(std::size_t entry) const; ///< -1 when filtered away
    int editedCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    virtual std::size_t size() const = 0;
    virtual QStringList heads() const = 0; ///< as many on every call
    virtual QString text(std::size_t entry, int column) const = 0;
    virtual std::string code(std::size_t entry) const = 0; ///< the subject of its faults

    const cases::Workplace& m_place;
    const CatalogueDraft& m_draft;

private:
    const domain::ChangeOf m_of;
    QString m_filter;
    std::vector<std::size_t> m_shown;
    std::set<std::string> m_faulty;
};

} // namespace zs::catalogue
