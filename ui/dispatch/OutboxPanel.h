// 待发箱: the commands of this desk that aren't confirmed, and for a refused one what happened, what it means, what to do.
#pragma once

#include "ui/cases/CaseActions.h"
#include "zhongshu/Panel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace zs::dispatch {

class OutboxModel;

class OutboxPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel.
    explicit OutboxPanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    QList<QAction*> titleActions() const override { return {m_withdrawAll}; }
    void runAction(const QString& id) override;
    OutboxModel& model() { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeReason();
    void words();
    void restyle();
    void refresh();
    void refreshReason();
    void act(int row); ///< withdraws or dismisses
    const session::DeskCommand* current() const;

    const cases::Workplace& m_place;
    cases::CaseActions* m_actions;
    OutboxModel* m_model;
    QTableView* m_table;
    QLabel* m_note;
    QWidget* m_reason;
    QLabel* m_headIcon;
    QLabel* m_head;
    QLabel* m_names[3];
    QLabel* m_parts[3];
    QPushButton* m_instead;
    QPushButton* m_dismiss;
    QPushButton* m_show;
    QAction* m_withdrawAll;
    bool m_following = true; ///< the reader chose no row: the first refused one is shown
};

std::unique_ptr<sdk::PanelFactory> outboxPanelFactory(const cases::Workplace& place);

} // namespace zs::dispatch
