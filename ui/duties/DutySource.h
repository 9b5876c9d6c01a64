// What a kind of duty gives the board that shows it (DutyBoard.h). GUI thread; texts are in the reader's language.
#pragma once

#include "domain/duties/Subject.h"
#include "ui/duties/DutyForm.h"
#include "ui/duties/DutyTable.h"
#include "zhongshu/Panel.h"

#include <QKeySequence>

#include <optional>
#include <vector>

namespace zs::duties {

/// A row of the list.
struct DutyItem {
    domain::Subject subject;
    QString text, detail, trailing;
    kit::Tone trailingTone = kit::Tone::Secondary;
    kit::RowLook look = kit::RowLook::Normal;
};

/// One duty at the right. Lines of `facts` are name and value.
struct DutyDetail {
    QString heading;
    QList<QPair<QString, QString>> facts;
    QString warning; ///< what needs a person now; empty: nothing
    TableContent table;
    QString tableName;
};

struct DutyAction {
    QString id;    ///< also the button's objectName
    QString label;
    QString icon;
    QKeySequence key;
    DutyForm::Ask ask; ///< without fields: asked at once, without a form
};

class DutySource {
public:
    virtual ~DutySource() = default;

    virtual sdk::PanelInfo info() const = 0;
    /// Whether a change of such a subject concerns it.
    virtual bool shows(domain::SubjectKind kind) const = 0;
    virtual std::vector<DutyItem> items() const = 0; ///< what needs somebody first
    virtual DutyDetail detail(domain::Subject subject) const = 0;
    /// For the whole board (subject number 0) or for one duty and the row of its table (-1: none).
    virtual std::vector<DutyAction> actions(domain::Subject subject, int row) const = 0;
    /// The case that a row of the table is about; none: no case.
    virtual CaseId caseOfRow(domain::Subject, int) const { return {}; }
    virtual QString emptyHeadline() const = 0;
    virtual QString emptySentence() const = 0;
};

} // namespace zs::duties
