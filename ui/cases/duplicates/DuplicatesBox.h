// Cases that may be the same matter as the one being taken in: a short list with reasons, the chosen one side by side with what
// was typed, and what to do about it. A person decides; it starts with "a new matter". Hidden while there is none. GUI thread.
#pragma once

#include "domain/duplicates/Candidate.h"
#include "ui/cases/duplicates/CompareGrid.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListView;
class QRadioButton;

namespace zs::cases {

class DuplicateModel;

class DuplicatesBox final : public QWidget {
    Q_OBJECT
public:
    enum class Choice {
        NewMatter,    ///< file it
        NoteInstead,  ///< don't file it: add what was typed to the chosen case
        FileAndMerge  ///< file it, then merge it into the chosen case
    };

    /// `place` outlives it.
    explicit DuplicatesBox(const Workplace& place, QWidget* parent = nullptr);

    /// The choice stays while the chosen case is among them, else it is a new matter again.
    void setCandidates(std::vector<domain::duplicates::Candidate> candidates, const CompareSide& typed);
    const std::vector<domain::duplicates::Candidate>& candidates() const;
    Choice choice() const;
    void setChoice(Choice choice);
    CaseId chosen() const; ///< none without candidates
    void languageChanged();

Q_SIGNALS:
    void changed(); ///< the choice, or the chosen case

private:
    void refresh();
    const domain::duplicates::Candidate* current() const;

    const Workplace& m_place;
    DuplicateModel* m_model;
    QLabel* m_head;
    QListView* m_list;
    QLabel* m_reasons;
    CompareGrid* m_compare;
    QRadioButton* m_new;
    QRadioButton* m_note;
    QRadioButton* m_merge;
    CompareSide m_typed;
    bool m_settling = false;
};

} // namespace zs::cases
