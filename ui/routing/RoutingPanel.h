// 流程: the way of the selected case: its steps with when and who, who answers for it, its limits, and everything that others
// owe to it. Enter on a line does what the line is about.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/cases/duplicates/DuplicateFinder.h"
#include "ui/routing/RoutingRows.h"
#include "zhongshu/Panel.h"

#include <QTimer>

class QLabel;

namespace zs::cases {
class SheetModel;
class SheetView;
}

namespace zs::routing {

class RoutingPanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives the panel. Follows the selection.
    explicit RoutingPanel(const cases::Workplace& place, QWidget* parent = nullptr);

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override;
    QList<sdk::PanelColumn> columns() const override;
    void runAction(const QString& id) override;
    cases::SheetModel& model() { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void words();
    void showCase(CaseId id);
    void lookAround();
    void refresh();
    void refreshStatus();
    void use(quint64 key);
    void showMenu(QPoint at);
    void say(const QString& sentence, kit::Tone tone);

    const cases::Workplace& m_place;
    cases::CaseActions* m_actions;
    cases::SheetModel* m_model;
    cases::SheetView* m_sheet;
    QLabel* m_footer;
    cases::DuplicateFinder* m_finder = nullptr; ///< made when a case is shown that may be a duplicate
    Around m_around;
    CaseId m_case;
    std::vector<domain::RecordedEvent> m_events;
    session::TimelineSource m_source = session::TimelineSource::Partial;
    QTimer m_second;
    QString m_said;
    kit::Tone m_saidTone = kit::Tone::Tertiary;
};

std::unique_ptr<sdk::PanelFactory> routingPanelFactory(const cases::Workplace& place);

} // namespace zs::routing
