// A cell of the zero-report matrix: triangle = missing (red), small dot = waited for, ring = zero, disc = something found
// (accent), and an amber square beside what came late. Each with its word.
#pragma once

#include "ui/kit/RowDelegate.h"

namespace zs::duties {

class ZeroDelegate final : public kit::RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace zs::duties
