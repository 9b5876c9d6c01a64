// What a decision would change, in words: the deadline before and after.
#pragma once

#include "ui/approvals/ApprovalBook.h"

#include <QCoreApplication>

namespace zs::approvals {

class Change {
    Q_DECLARE_TR_FUNCTIONS(zs::approvals::Change)

public:
    /// "Extension, 3 working days": what is asked, or what has to be done.
    static QString what(const cases::Workplace& place, const Waiting& waiting);
    /// One or two sentences: "Report back by 24 Nov 09:12 instead of 19 Nov 09:12."
    static QString effect(const cases::Workplace& place, const domain::Case& state, const Waiting& waiting);
    static QString kind(Kind kind);
    static QString icon(const Waiting& waiting);
};

} // namespace zs::approvals
