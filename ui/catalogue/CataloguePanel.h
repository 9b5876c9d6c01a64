// 分流目录: every rule of the routing catalogue, an edit of one, what is wrong with the draft, and which open cases would have
// gone elsewhere. Nothing is published before that was looked at whole.
#pragma once

#include "ui/catalogue/CatalogueDraft.h"
#include "ui/cases/Workplace.h"
#include "zhongshu/Panel.h"

#include <functional>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace zs::catalogue {

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

    const CatalogueDraft& draft() const { return m_draft; }
    MoveTable& moves() { return *m_moves; }
    RuleTable& rules() { return *m_rules; }

    /// Another version came into force (place.advice has it already). What was being edited here rested on the old one.
    void catalogueReplaced();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void words();
    void showRule();
    void showEffect();
    void edit(domain::RoutingRule to);
    void addException();
    void removeRule();
    void draftEdited();
    void publish();
    void say(const QString& sentence, kit::Tone tone);
    std::optional<std::size_t> current() const;
    void select(std::size_t rule);

    const cases::Workplace& m_place;
    Publish m_publish;
    CatalogueDraft m_draft;
    RuleTable* m_rules;
    RuleForm* m_form;
    MoveTable* m_moves;
    std::vector<domain::Fault> m_faults;
    QLineEdit *m_filter, *m_note;
    QTableView *m_ruleView, *m_moveView;
    QLabel *m_version, *m_fault, *m_effectTitle, *m_effect, *m_changes, *m_said;
    QPushButton *m_revert, *m_publishButton;
};

std::unique_ptr<sdk::PanelFactory> cataloguePanelFactory(const cases::Workplace& place, CataloguePanel::Publish publish);

} // namespace zs::catalogue
