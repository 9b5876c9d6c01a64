// Shows a SheetModel: 28-px rows, heads over the whole width, one current line that stays the same line while rows come and
// go around it. J and K go on and back; other keys are the panel's.
#pragma once

#include "ui/cases/sheet/SheetModel.h"

#include <QTableView>

namespace zs::kit {
class ThemeManager;
}

namespace zs::cases {

class SheetView final : public QTableView {
    Q_OBJECT
public:
    /// Both outlive the view.
    SheetView(kit::ThemeManager& themes, SheetModel& model, QWidget* parent);

    quint64 currentKey() const; ///< 0: none
    CaseId currentCase() const;
    void setCurrentKey(quint64 key);
    void step(int by);  ///< to the next or previous line
    void restyle();     ///< theme, scale or column widths changed

Q_SIGNALS:
    /// A line became current, by whatever way; 0: none.
    void currentKeyChanged(quint64 key);
    /// Enter or double click.
    void keyActivated(quint64 key);
    void menuWanted(quint64 key, QPoint at);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void span();
    void keepCurrent();

    kit::ThemeManager& m_themes;
    SheetModel& m_model;
    quint64 m_key = 0;
    int m_row = 0; ///< where the current line stood
    bool m_keeping = false;
};

} // namespace zs::cases
