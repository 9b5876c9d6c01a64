#include "ui/cases/dialogs/FormDialog.h"

#include "ui/cases/dialogs/SpanField.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace zs::cases {

namespace {

const domain::Case& caseOf(const Workplace& place, CaseId id)
{
    static const domain::Case none;
    const domain::Case* state = place.desk.cases().find(id);
    return state ? *state : none;
}

int offsetOf(const Workplace& place)
{
    return static_cast<int>(place.desk.city().utcOffset.count()) * 60;
}

} // namespace

FormDialog::FormDialog(const Workplace& place, CaseActions& actions, CaseId id, Maker make, QWidget* parent)
    : CommandDialog(place, actions, id, QLatin1String(make(place, caseOf(place, id)).name), parent), m_make(std::move(make)),
      m_form(made())
{
    for (const FormField& field : m_form.fields) m_rows.push_back(add(field));
    start();
    if (!m_rows.empty()) m_rows.front().widget->setFocus();
}

Form FormDialog::made() const
{
    return m_make(m_place, caseOf(m_place, caseId()));
}

FormDialog::Row FormDialog::add(const FormField& field)
{
    const QString id = QLatin1String(field.id);
    const auto changed = [this] { revise(); };
    switch (field.kind) {
    case FormField::Kind::Text: {
        auto* text = new QPlainTextEdit(this);
        text->setTabChangesFocus(true);
        text->setFixedHeight(m_place.themes.theme().px(84));
        text->setPlainText(field.text);
        connect(text, &QPlainTextEdit::textChanged, this, changed);
        return {text, addRow(text, id)};
    }
    case FormField::Kind::Line: {
        auto* line = new QLineEdit(field.text, this);
        connect(line, &QLineEdit::textChanged, this, changed);
        return {line, addRow(line, id)};
    }
    case FormField::Kind::Choice: {
        auto* box = new QComboBox(this);
        box->addItems(field.choices);
        box->setCurrentIndex(field.chosen);
        connect(box, &QComboBox::currentIndexChanged, this, changed);
        return {box, addRow(box, id)};
    }
    case FormField::Kind::Span: {
        auto* span = new SpanField(id, this);
        span->setSpan(field.span);
        connect(span, &SpanField::changed, this, changed);
        return {span, addRow(span, id)};
    }
    case FormField::Kind::Until: {
        auto* edit = new QDateTimeEdit(this);
        // The numbers are the city's clock, whatever this machine's zone: the field itself knows no zone.
        edit->setTimeSpec(Qt::UTC);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons); // arrow keys do it
        const qint64 day = toUnixMillis(m_place.desk.serverNow() + std::chrono::hours(24));
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(day, Qt::OffsetFromUTC, offsetOf(m_place));
        edit->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, changed);
        return {edit, addRow(edit, id)};
    }
    case FormField::Kind::One:
    case FormField::Kind::Several: {
        auto* list = new PickList(m_place, id, this,
                                  field.kind == FormField::Kind::Several ? PickList::Mode::Several : PickList::Mode::One);
        list->setItems(field.items);
        for (const quint64 one : field.picked) list->choose(one);
        connect(list, &PickList::chosenChanged, this, changed);
        if (field.kind == FormField::Kind::One) connect(list, &PickList::activated, this, [this] { submit(); });
        body()->addWidget(list, 1);
        return {list, nullptr};
    }
    }
    return {};
}

void FormDialog::words()
{
    m_form = made();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const FormField& field = m_form.fields[i];
        const Row& row = m_rows[i];
        if (row.label) setRowLabel(row.label, row.widget, field.label);
        if (auto* box = qobject_cast<QComboBox*>(row.widget))
            for (int n = 0; n < box->count(); ++n) box->setItemText(n, field.choices.value(n));
        if (auto* span = qobject_cast<SpanField*>(row.widget)) span->setWords(field.label);
        if (auto* list = qobject_cast<PickList*>(row.widget)) {
            list->setItems(field.items);
            list->setWords(field.label, field.label);
        }
    }
}

bool FormDialog::isFilled(const FormField& field) const
{
    switch (field.kind) {
    case FormField::Kind::Text:
    case FormField::Kind::Line: return !text(field.id).empty();
    case FormField::Kind::One:
    case FormField::Kind::Several: return !picked(field.id).empty();
    default: return true;
    }
}

std::optional<domain::CaseCommand> FormDialog::command() const
{
    // The first judging comes while the fields are still being made.
    if (m_rows.size() < m_form.fields.size()) return std::nullopt;
    for (const FormField& field : m_form.fields)
        if (field.need == FormField::Need::Required && !isFilled(field)) return std::nullopt;
    return m_form.build(*this);
}

QString FormDialog::legalNote(const domain::CaseEvent& event) const
{
    return m_form.note ? m_form.note(event) : QString();
}

// --- what stands in the fields ------------------------------------------------------------------------------------

QWidget* FormDialog::widget(const char* id) const
{
    for (std::size_t i = 0; i < m_form.fields.size() && i < m_rows.size(); ++i)
        if (qstrcmp(m_form.fields[i].id, id) == 0) return m_rows[i].widget;
    Q_ASSERT_X(false, "FormDialog", id);
    return nullptr;
}

std::string FormDialog::text(const char* id) const
{
    if (const auto* edit = qobject_cast<QPlainTextEdit*>(widget(id))) return edit->toPlainText().trimmed().toStdString();
    const auto* line = qobject_cast<QLineEdit*>(widget(id));
    return line ? line->text().trimmed().toStdString() : std::string();
}

int FormDialog::choice(const char* id) const
{
    const auto* box = qobject_cast<QComboBox*>(widget(id));
    return box ? qMax(0, box->currentIndex()) : 0;
}

domain::LimitSpan FormDialog::span(const char* id) const
{
    const auto* field = qobject_cast<SpanField*>(widget(id));
    return field ? field->span() : domain::LimitSpan{};
}

TimePoint FormDialog::until(const char* id) const
{
    const auto* edit = qobject_cast<QDateTimeEdit*>(widget(id));
    if (!edit) return {};
    const QDateTime local(edit->date(), edit->time(), Qt::OffsetFromUTC, offsetOf(m_place));
    return fromUnixMillis(local.toMSecsSinceEpoch());
}

std::vector<quint64> FormDialog::picked(const char* id) const
{
    const auto* list = qobject_cast<PickList*>(widget(id));
    return list ? list->picked() : std::vector<quint64>();
}

} // namespace zs::cases
