// A dialog as data: its fields, and how what was typed becomes a command. Most commands need no class of their own.
// A form is made anew after a language change; its fields stay the same.
#pragma once

#include "ui/cases/dialogs/PickList.h"

#include <QCoreApplication>
#include <QStringList>

#include <functional>
#include <optional>

namespace zs::cases {

struct FormField {
    enum class Kind {
        Text,   ///< several lines
        Line,   ///< one line
        Choice, ///< one of `choices`
        Span,   ///< amount and unit
        Until,  ///< an instant, in the city's time
        One,    ///< one of `items`
        Several ///< any of `items`
    };
    enum class Need { Required, Optional };

    Kind kind = Kind::Text;
    const char* id = "";   ///< the widget's objectName
    QString label;         ///< with its mnemonic
    Need need = Need::Required;
    QStringList choices;
    int chosen = 0;               ///< of Choice
    QString text;                 ///< of Text and Line: where it starts
    domain::LimitSpan span;       ///< of Span: where it starts
    std::vector<PickItem> items;  ///< of One and Several
    std::vector<quint64> picked;  ///< of One and Several: where it starts
};

/// What stands in the fields now, by the field's id. An id that isn't there is a mistake in the form.
class FormValues {
public:
    virtual ~FormValues() = default;
    virtual std::string text(const char* id) const = 0; ///< trimmed
    virtual int choice(const char* id) const = 0;
    virtual domain::LimitSpan span(const char* id) const = 0;
    virtual TimePoint until(const char* id) const = 0;
    virtual std::vector<quint64> picked(const char* id) const = 0;
    quint64 one(const char* id) const
    {
        const auto all = picked(id);
        return all.empty() ? 0 : all.front();
    }
};

struct Form {
    const char* name = ""; ///< the dialog's objectName
    QString heading, verb;
    QString missing; ///< said while something required is missing
    std::vector<FormField> fields;
    /// Asked only when every required field has something.
    std::function<std::optional<domain::CaseCommand>(const FormValues&)> build;
    /// What the command will do, once it is legal; may be null.
    std::function<QString(const domain::CaseEvent&)> note;
};

/// The words of all forms.
class Forms {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::Forms)

public:
    static FormField reason(const QString& label = {}); ///< several lines, id "text"
    /// Agencies as a list; `legal` says why one can't be chosen (null: all can).
    static std::vector<PickItem> agencies(const Workplace& place, const std::vector<AgencyId>& ids,
                                          const std::function<QString(AgencyId)>& legal = {});
    static std::vector<AgencyId> agencyIds(const std::vector<quint64>& picked);
    /// Open cases beside `state`, the likeliest first: what may be the same matter, with the reasons; then its grid, its matter, the
    /// newest; at most `limit`.
    static std::vector<PickItem> otherCases(const Workplace& place, const domain::Case& state, std::size_t limit = 300);
};

} // namespace zs::cases
