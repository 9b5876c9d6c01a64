// A small form for one command on a duty: keyboard first, and while one types it says whether the gateway would take it,
// in the gateway's own sentence. Opened, never waited for.
#pragma once

#include "ui/cases/Workplace.h"

#include <QDialog>
#include <QHash>
#include <QList>
#include <QPair>
#include <QVariant>

#include <functional>
#include <optional>
#include <set>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace zs::duties {

enum class FieldKind { Text, LongText, Lines, Number, Day, Minute, Choice, Many };

struct Field {
    QString key;   ///< also its objectName
    QString label;
    FieldKind kind = FieldKind::Text; ///< Lines answers a QStringList, without empty ones
    QVariant value{}; ///< Day: QDate; Minute: minutes after midnight; Choice: an option's; Many: QVariantList of options'
    QList<QPair<QString, QVariant>> options{}; ///< of Choice and Many
    int maximum = 999;                         ///< of Number
};

/// Some of many: a search field above a list with boxes. Shows what is chosen, then what matches, at most 200.
class ManyPicker final : public QWidget {
    Q_OBJECT
public:
    ManyPicker(QList<QPair<QString, QVariant>> options, const QVariantList& chosen, QWidget* parent);
    QVariantList chosen() const;
    QListWidget& list() { return *m_list; }

Q_SIGNALS:
    void changed();

private:
    void fill();

    QList<QPair<QString, QVariant>> m_options;
    std::set<int> m_chosen; ///< indexes of m_options
    QLineEdit* m_search;
    QListWidget* m_list;
};

using FormValues = QHash<QString, QVariant>;

class DutyForm final : public QDialog {
    Q_OBJECT
public:
    /// None while something can't be understood, e.g. a number of a case.
    using Build = std::function<std::optional<domain::DutyCommand>(const FormValues&)>;
    struct Ask {
        QString name; ///< objectName
        QString heading, verb;
        std::vector<Field> fields;
        domain::Subject subject;
        Build build;
        /// The subject when it follows from what is filled in; none: `subject`.
        std::function<domain::Subject(const FormValues&)> subjectOf{};
    };

    /// `place` outlives it. Deletes itself when closed.
    DutyForm(const cases::Workplace& place, Ask ask, QWidget* parent);

    FormValues values() const;
    void submit();

Q_SIGNALS:
    void submitted(const QString& verb);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* make(const Field& field);
    void revise();
    domain::Subject subject(const FormValues& values) const;

    const cases::Workplace& m_place;
    Ask m_ask;
    QFormLayout* m_form;
    QLabel* m_verdict;
    QPushButton* m_ok;
    QHash<QString, std::function<QVariant()>> m_read;
};

template <class Id>
std::vector<Id> idsOf(const QVariant& chosen)
{
    std::vector<Id> ids;
    for (const QVariant& v : chosen.toList()) ids.push_back(Id(static_cast<typename Id::rep>(v.toULongLong())));
    return ids;
}

} // namespace zs::duties
