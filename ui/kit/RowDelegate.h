// The row of every list and table: symbol, text, detail, and at the right a limit. 28 px high, no zebra, a
// 1-px line.subtle below. A model may give the roles below, or a subclass may override content().
#pragma once

#include "ui/kit/Symbol.h"
#include "ui/kit/Theme.h"

#include <QStyledItemDelegate>
#include <optional>

namespace zs::kit {

class ThemeManager;

enum class RowLook {
    Normal,
    Dimmed,
    Pending,
    Group
}; ///< Dimmed: not concerned; Pending: dashed; Group: a head
enum class Elide { Right, KeepNumber };

/// What one cell (or the whole row of a list) shows. Empty parts take no room.
struct RowContent {
    std::optional<Symbol> symbol;
    QString icon; ///< lucide name, 14 px, in `iconTone`
    Tone iconTone = Tone::Secondary;
    QString text;
    Tone textTone = Tone::Primary;
    Weight weight = Weight::Normal;
    Type type = Type::Body;
    QString detail;   ///< after the text, in text.tertiary
    QString trailing; ///< right-aligned, never elided
    Tone trailingTone = Tone::Primary;
    QString trailingIcon; ///< before the trailing text, in its tone
    RowLook look = RowLook::Normal;
    Elide elide = Elide::Right;

    bool operator==(const RowContent&) const = default;
};

/// Roles that the default content() reads (Qt::DisplayRole is the text).
enum RowRole {
    SymbolRole = Qt::UserRole + 900, ///< quint32, symbolCode()
    DetailRole,                      ///< QString
    TrailingRole,                    ///< QString
    TrailingToneRole,                ///< int(Tone)
    TextToneRole,                    ///< int(Tone)
    LookRole,                        ///< int(RowLook)
};

/// Measures in px at 100 %. symbolCentre is the symbol's centre from the left.
struct RowMetric {
    int height = 28;
    qreal core = 11;
    int symbolCentre = 18;
    int symbolWidth = 36;
    int padLeft = 12;
    int padRight = 12;
    int gap = 8;
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    RowDelegate(ThemeManager& themes, RowMetric metric = {}, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    virtual RowContent content(const QModelIndex& index) const;
    const Theme& theme() const;
    ThemeManager& themes() const { return m_themes; }
    const RowMetric& metric() const { return m_metric; }

    /// The row's surface, its line below, pending frame and focus: for subclasses that paint their own
    /// content.
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, RowLook look) const;
    void paintContent(QPainter& painter, const QRect& rect, const RowContent& content) const;

private:
    ThemeManager& m_themes;
    RowMetric m_metric;
};

} // namespace zs::kit
