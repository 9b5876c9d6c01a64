// 分流目录: rules, matters and departments of the routing catalogue, an edit of one, what is wrong with the draft, and which open
// cases would have gone elsewhere. Nothing is published before that was looked at whole.
#pragma once

#include "ui/catalogue/CatalogueDraft.h"
#include "ui/cases/Workplace.h"
#include "zhongshu/Panel.h"

#include <array>
#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace zs::kit {
class SegmentBar;
}

namespace zs::catalogue {

class DepartmentForm;
class EffectBox;
class EntryTable;
class FieldGrid;
class MatterForm;
class MoveTable;
class RuleForm;
class RuleTable;

class CataloguePanel final : public sdk::Panel {
    Q_OBJECT
public:
    /// Sends an edited catalogue on its way to be published, with what changed and why. A sentence if that can't be.
    /// None: this desk can look and try out, but not publish.
    using Publish = std::function<Result<void>(const domain::Catalogue& catalogue, const std::string& note)>;

    /// `place` outlives the panel and has its advice.
    CataloguePanel(const cases::Workplace& place, Publish publish, QWidget* parent = nullptr);
    ~CataloguePanel() override;

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }

    /// In the order of the bar.
    enum class View { Rules, Matters, Departments };
    void setView(View view);

    const CatalogueDraft& draft() const { return m_draft; }
    MoveTable& moves();
    EntryTable& table(View view) { return *m_pages[static_cast<std::size_t>(view)].table; }
    EntryTable& rules() { return table(View::Rules); }

    /// Another version came into force (place.advice has it already). What was being edited here rested on the old one.
    void catalogueReplaced();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Page {
        EntryTable* table = nullptr;
        QTableView* view = nullptr;
        FieldGrid* form = nullptr;
    };

    void build();
    void connectForms();
    void words();
    void showEntry();
    void showTools();
    void draftEdited();
    void addException();
    void add();
    void duplicate();
    void remove();
    void showFault();
    void publish(const QString& note);
    void say(const QString& sentence, kit::Tone tone);
    Page& page() { return m_pages[static_cast<std::size_t>(m_view)]; }
    std::optional<std::size_t> current();
    void select(std::size_t entry);
    std::string freeCode(const std::string& department) const;

    const cases::Workplace& m_place;
    Publish m_publish;
    CatalogueDraft m_draft;
    std::array<Page, 3> m_pages;
    View m_view = View::Rules;
    RuleForm* m_rule;
    MatterForm* m_matter;
    DepartmentForm* m_department;
    EffectBox* m_effect;
    std::vector<domain::Fault> m_faults;
    kit::SegmentBar* m_views;
    QLineEdit* m_filter;
    QStackedWidget *m_tables, *m_forms;
    QLabel* m_version;
    QPushButton *m_add, *m_duplicate, *m_remove, *m_undo, *m_redo;
};

std::unique_ptr<sdk::PanelFactory> cataloguePanelFactory(const cases::Workplace& place, CataloguePanel::Publish publish);

} // namespace zs::catalogue
