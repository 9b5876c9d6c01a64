#include "ui/cases/dialogs/CommandDialog.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/Paint.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace zs::cases {

CommandDialog::CommandDialog(const Workplace& place, CaseActions& actions, CaseId id, const QString& name,
                             QWidget* parent)
    : QDialog(parent), m_place(place), m_actions(&actions), m_case(id), m_head(new kit::ElidedLabel(this)),
      m_verdict(new QLabel(this)), m_body(new QVBoxLayout), m_ok(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    const kit::Theme& t = place.themes.theme();
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(t.px(440));
    m_head->setObjectName(QStringLiteral("dialogHead"));
    m_head->setFont(t.font(kit::Type::Body, kit::Weight::Strong));
    m_verdict->setObjectName(QStringLiteral("dialogVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(t.lineHeight(kit::Type::Body) * 2);
    m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_ok->setObjectName(QStringLiteral("dialogOk"));
    m_ok->setDefault(true);
    kit::setButtonRole(*m_ok, kit::ButtonRole::Main);
    m_cancel->setObjectName(QStringLiteral("dialogCancel"));
    m_cancel->setAutoDefault(false);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16));
    all->setSpacing(t.px(12));
    all->addWidget(m_head);
    m_body->setSpacing(t.px(8));
    all->addLayout(m_body, 1);
    all->addWidget(m_verdict);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    all->addLayout(buttons);

    connect(m_ok, &QPushButton::clicked, this, &CommandDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    // The picture may change while the dialog is open: the verdict follows it.
    connect(&place.desk, &Desk::casesChanged, this, [this] { revise(); });
    connect(&place.desk, &Desk::casesReset, this, [this] { revise(); });
}

void CommandDialog::start()
{
    words();
    setWindowTitle(heading());
    setAccessibleName(heading());
    const domain::Case* state = m_place.desk.cases().find(m_case);
    m_head->setText(state ? CaseWords::number(m_case) + QStringLiteral("  ") + QString::fromStdString(state->title)
                          : heading());
    m_ok->setText(verb());
    m_cancel->setText(tr("Cancel"));
    revise();
}

QLabel* CommandDialog::addRow(QWidget* field, const QString& name)
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setLabelAlignment(Qt::AlignLeft);
        m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        m_form->setHorizontalSpacing(m_place.themes.theme().px(12));
        m_form->setVerticalSpacing(m_place.themes.theme().px(8));
        m_body->addLayout(m_form);
    }
    field->setObjectName(name);
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_form->addRow(label, field);
    return label;
}

void CommandDialog::setRowLabel(QLabel* label, QWidget* field, const QString& text)
{
    label->setText(text);
    field->setAccessibleName(text);
}

void CommandDialog::revise()
{
    const auto wanted = command();
    QString sentence = missing();
    bool legal = false;
    kit::Tone tone = kit::Tone::Tertiary;
    if (wanted) {
        const auto answer = m_place.desk.check(target(), *wanted);
        legal = answer.has_value();
        sentence = answer ? legalNote(*answer) : m_place.text(answer.error().sentence);
        tone = answer ? kit::Tone::Secondary : kit::Tone::Alarm;
        if (!answer && !answer.error().instead.isNone())
            sentence += u' ' + tr("Choose %1 instead.").arg(CaseWords::agency(m_place, answer.error().instead));
    }
    setTone(*m_verdict, m_place.themes.theme(), tone);
    m_verdict->setText(sentence);
    m_ok->setEnabled(legal);
}

void CommandDialog::submit()
{
    const auto wanted = command();
    if (!wanted || !m_ok->isEnabled() || !m_actions) return;
    if (send(*wanted)) accept();
    else revise();
}

bool CommandDialog::send(const domain::CaseCommand& command) { return m_actions->submit(target(), command); }

void CommandDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) start();
}

void CommandDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        submit();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace zs::cases
