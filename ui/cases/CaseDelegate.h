// Paints a cell of the queue: group heads over the whole width, cases by column. Bold, dashes, icons and tones follow
// from the case (CaseWords), never from the view.
#pragma once

#include "ui/cases/Workplace.h"
#include "ui/kit/RowDelegate.h"

namespace zs::cases {

class CaseDelegate final : public kit::RowDelegate {
    Q_OBJECT
public:
    explicit CaseDelegate(const Workplace& place, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The card of a lane and of a list: symbol, title, limit. Lanes use it through RowDelegate::content().
    static kit::RowContent card(const Workplace& place, const domain::Case& state);

private:
    void paintHead(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintCell(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const domain::Case& state) const;

    const Workplace& m_place;
};

} // namespace zs::cases
