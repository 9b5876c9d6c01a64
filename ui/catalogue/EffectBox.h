// What a draft would change, before it is published: its first fault, the open cases that would go elsewhere, every difference to
// the version in force; and what publishing asks for. GUI thread.
#pragma once

#include "ui/catalogue/CatalogueDraft.h"
#include "ui/cases/Workplace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace zs::kit {
class SegmentBar;
}

namespace zs::catalogue {

class MoveTable;

enum class MayPublish { No, Yes };

class EffectBox final : public QWidget {
    Q_OBJECT
public:
    EffectBox(const cases::Workplace& place, MayPublish may, QWidget* parent = nullptr);

    MoveTable& moves() { return *m_moves; }
    /// The draft changed: begins to simulate it. `draft` is read at once.
    void setDraft(const CatalogueDraft& draft, const std::vector<domain::Fault>& faults);
    void say(const QString& sentence, kit::Tone tone);
    void published(); ///< the note was used
    void words();

Q_SIGNALS:
    void revertAsked();
    void publishAsked(const QString& note);
    void faultChosen();

private:
    void build();
    void refresh();

    const cases::Workplace& m_place;
    const MayPublish m_may;
    MoveTable* m_moves;
    QLabel *m_title, *m_effect, *m_said;
    kit::SegmentBar* m_segments;
    QStackedWidget* m_pages;
    QTableView* m_moveView;
    QListWidget* m_changes;
    QLineEdit* m_note;
    QPushButton *m_fault, *m_revert, *m_publish;
    QString m_version;
    bool m_isChanged = false;
    std::size_t m_faultCount = 0;
};

} // namespace zs::catalogue
