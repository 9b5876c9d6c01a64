// A list of duties at the left, one of them with its table and what can be done at the right.
#pragma once

#include "ui/duties/DutySource.h"

#include <QStandardItemModel>
#include <QTimer>

#include <memory>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class QTableView;

namespace zs::duties {

class DutyBoard final : public sdk::Panel {
    Q_OBJECT
public:
    /// `place` outlives it.
    DutyBoard(const cases::Workplace& place, std::unique_ptr<DutySource> source, QWidget* parent = nullptr);

    sdk::PanelInfo info() const override { return m_source->info(); }
    void runAction(const QString& id) override;

    domain::Subject current() const { return m_current; }
    void choose(domain::Subject subject);
    QListView& list() { return *m_list; }
    QTableView& table() { return *m_table; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void refresh();       ///< all of it
    void changed();       ///< refreshes what is seen
    void refreshDetail();
    void refreshStatus(bool isEmpty);
    struct Bar {
        QHBoxLayout* row = nullptr;
        std::vector<QPushButton*> buttons;
    };
    void showActions(Bar& bar, const std::vector<DutyAction>& actions);
    std::vector<DutyAction> allActions() const; ///< of the board and of the duty chosen
    void orderTabs();
    void start(const DutyAction& action);
    void say(const QString& sentence, kit::Tone tone);

    const cases::Workplace& m_place;
    std::unique_ptr<DutySource> m_source;
    QStandardItemModel m_items;
    DutyTable m_rows;
    domain::Subject m_current;
    QListView* m_list;
    QTableView* m_table;
    QLabel *m_heading, *m_facts, *m_warning, *m_tableName, *m_said;
    Bar m_boardBar, m_dutyBar;
    bool m_isRefreshing = false, m_isStale = false; ///< stale: it changed while nobody saw it
    QTimer m_minute;
};

} // namespace zs::duties
