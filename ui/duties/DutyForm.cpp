#include "ui/duties/DutyForm.h"

#include "ui/cases/LabelTone.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace zs::duties {

namespace {
constexpr int shownOptions = 200;
}

ManyPicker::ManyPicker(QList<QPair<QString, QVariant>> options, const QVariantList& chosen, QWidget* parent)
    : QWidget(parent), m_options(std::move(options)), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    for (int i = 0; i < m_options.size(); ++i)
        if (chosen.contains(m_options.at(i).second)) m_chosen.insert(i);
    m_search->setObjectName(QStringLiteral("manySearch"));
    m_search->setPlaceholderText(tr("Find"));
    m_search->setAccessibleName(tr("Find"));
    m_search->setVisible(m_options.size() > 8);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    all->addWidget(m_search);
    all->addWidget(m_list);
    setFocusProxy(m_search->isVisibleTo(this) ? static_cast<QWidget*>(m_search) : m_list);
    connect(m_search, &QLineEdit::textChanged, this, &ManyPicker::fill);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const int i = item->data(Qt::UserRole).toInt();
        if (item->checkState() == Qt::Checked) m_chosen.insert(i);
        else m_chosen.erase(i);
        Q_EMIT changed();
    });
    fill();
}

void ManyPicker::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QString wanted = m_search->text().trimmed();
    const auto add = [this](int i) {
        auto* item = new QListWidgetItem(m_options.at(i).first, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_chosen.contains(i) ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, i);
    };
    for (const int i : m_chosen) add(i);
    for (int i = 0; i < m_options.size() && m_list->count() < shownOptions; ++i)
        if (!m_chosen.contains(i) && (wanted.isEmpty() || m_options.at(i).first.contains(wanted, Qt::CaseInsensitive))) add(i);
}

QVariantList ManyPicker::chosen() const
{
    QVariantList values;
    for (const int i : m_chosen) values.append(m_options.at(i).second);
    return values;
}

DutyForm::DutyForm(const cases::Workplace& place, Ask ask, QWidget* parent)
    : QDialog(parent), m_place(place), m_ask(std::move(ask)), m_form(new QFormLayout), m_verdict(new QLabel(this)),
      m_ok(new QPushButton(m_ask.verb, this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(m_ask.name);
    setWindowTitle(m_ask.heading);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(t.px(440));
    auto* head = new QLabel(m_ask.heading, this);
    head->setTextFormat(Qt::PlainText);
    cases::setTone(*head, t, kit::Tone::Primary, kit::Weight::Strong);
    m_form->setSpacing(t.px(8));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const Field& field : m_ask.fields) {
        QWidget* widget = make(field);
        widget->setObjectName(field.key);
        widget->setAccessibleName(field.label);
        auto* label = new QLabel(field.label, this);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(widget);
        m_form->addRow(label, widget);
    }
    m_verdict->setObjectName(QStringLiteral("formVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_ok->setObjectName(QStringLiteral("formOk"));
    m_ok->setProperty("role", "main");
    m_ok->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("formCancel"));
    cancel->setAutoDefault(false);
    auto* end = new QHBoxLayout;
    end->addWidget(m_verdict, 1);
    end->addWidget(cancel);
    end->addWidget(m_ok);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    all->setSpacing(t.px(12));
    all->addWidget(head);
    all->addLayout(m_form);
    all->addLayout(end);
    connect(m_ok, &QPushButton::clicked, this, &DutyForm::submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this); // before a field keeps the key to itself
    connect(send, &QShortcut::activated, this, &DutyForm::submit);
    connect(&place.desk, &cases::Desk::dutiesChanged, this, &DutyForm::revise);
    revise();
}

QWidget* DutyForm::make(const Field& field)
{
    const auto& t = m_place.themes.theme();
    switch (field.kind) {
    case FieldKind::Text: {
        auto* line = new QLineEdit(field.value.toString(), this);
        m_read[field.key] = [line] { return QVariant(line->text().trimmed()); };
        connect(line, &QLineEdit::textChanged, this, &DutyForm::revise);
        return line;
    }
    case FieldKind::LongText:
    case FieldKind::Lines: {
        auto* text = new QPlainTextEdit(field.value.toString(), this);
        text->setTabChangesFocus(true);
        text->setFixedHeight(t.px(72));
        m_read[field.key] = [text, lines = field.kind == FieldKind::Lines]() -> QVariant {
            if (!lines) return text->toPlainText().simplified();
            QStringList all;
            for (const QString& line : text->toPlainText().split(u'\n')) all << line.simplified();
            all.removeAll(QString());
            return all;
        };
        connect(text, &QPlainTextEdit::textChanged, this, &DutyForm::revise);
        return text;
    }
    case FieldKind::Number: {
        auto* number = new QSpinBox(this);
        number->setRange(0, field.maximum);
        number->setButtonSymbols(QAbstractSpinBox::NoButtons); // arrow keys do it
        number->setValue(field.value.toInt());
        m_read[field.key] = [number] { return QVariant(number->value()); };
        connect(number, &QSpinBox::valueChanged, this, &DutyForm::revise);
        return number;
    }
    case FieldKind::Day: {
        auto* day = new QDateEdit(field.value.toDate(), this);
        day->setButtonSymbols(QAbstractSpinBox::NoButtons);
        day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        m_read[field.key] = [day] { return QVariant(day->date()); };
        connect(day, &QDateEdit::dateChanged, this, &DutyForm::revise);
        return day;
    }
    case FieldKind::Minute: {
        auto* time = new QTimeEdit(QTime(0, 0).addSecs(field.value.toInt() * 60), this);
        time->setButtonSymbols(QAbstractSpinBox::NoButtons);
        time->setDisplayFormat(QStringLiteral("HH:mm"));
        m_read[field.key] = [time] { return QVariant(QTime(0, 0).secsTo(time->time()) / 60); };
        connect(time, &QTimeEdit::timeChanged, this, &DutyForm::revise);
        return time;
    }
    case FieldKind::Choice: {
        auto* choice = new QComboBox(this);
        for (const auto& [name, value] : field.options) choice->addItem(name, value);
        if (const int at = choice->findData(field.value); at >= 0) choice->setCurrentIndex(at);
        m_read[field.key] = [choice] { return choice->currentData(); };
        connect(choice, &QComboBox::currentIndexChanged, this, &DutyForm::revise);
        return choice;
    }
    case FieldKind::Many: {
        auto* many = new ManyPicker(field.options, field.value.toList(), this);
        many->list().setFixedHeight(t.px(116));
        many->list().setAccessibleName(field.label);
        m_read[field.key] = [many] { return QVariant(many->chosen()); };
        connect(many, &ManyPicker::changed, this, &DutyForm::revise);
        return many;
    }
    }
    return new QWidget(this);
}

FormValues DutyForm::values() const
{
    FormValues values;
    for (auto it = m_read.cbegin(); it != m_read.cend(); ++it) values.insert(it.key(), it.value()());
    return values;
}

domain::Subject DutyForm::subject(const FormValues& values) const { return m_ask.subjectOf ? m_ask.subjectOf(values) : m_ask.subject; }

void DutyForm::revise()
{
    const FormValues now = values();
    const auto command = m_ask.build(now);
    QString why = tr("Something here can't be understood.");
    bool legal = false;
    if (command) {
        const auto checked = m_place.desk.check(subject(now), *command);
        legal = checked.has_value();
        why = legal ? QString() : m_place.text(checked.error().sentence);
    }
    m_ok->setEnabled(legal);
    m_verdict->setText(why);
    cases::setTone(*m_verdict, m_place.themes.theme(), kit::Tone::Warn);
}

void DutyForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) return submit();
    QDialog::keyPressEvent(event);
}

void DutyForm::submit()
{
    const FormValues now = values();
    const auto command = m_ask.build(now);
    if (!command) return;
    if (const auto sent = m_place.desk.submit(subject(now), *command); !sent) {
        m_verdict->setText(m_place.text(sent.error().sentence));
        return;
    }
    Q_EMIT submitted(m_ask.verb);
    accept();
}

} // namespace zs::duties
