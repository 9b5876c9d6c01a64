#include "ui/cases/dialogs/TextDialog.h"

#include "ui/cases/CaseWords.h"

#include <QComboBox>
#include <QPlainTextEdit>

namespace zs::cases {

namespace {

QString nameOf(TextDialog::What what)
{
    switch (what) {
    case TextDialog::What::Return: return QStringLiteral("returnDialog");
    case TextDialog::What::Note: return QStringLiteral("noteDialog");
    case TextDialog::What::Finish: return QStringLiteral("finishDialog");
    }
    return {};
}

constexpr domain::Outcome outcomes[] = {domain::Outcome::Resolved, domain::Outcome::Settled, domain::Outcome::NotFound,
                                        domain::Outcome::Referred};

} // namespace

TextDialog::TextDialog(const Workplace& place, CaseActions& actions, CaseId id, What what, QWidget* parent)
    : CommandDialog(place, actions, id, nameOf(what), parent), m_what(what), m_text(new QPlainTextEdit(this))
{
    if (what == What::Finish) {
        m_outcome = new QComboBox(this);
        for (std::size_t i = 0; i < std::size(outcomes); ++i) m_outcome->addItem(QString());
        m_outcomeLabel = addRow(m_outcome, QStringLiteral("outcome"));
        connect(m_outcome, &QComboBox::currentIndexChanged, this, [this] { revise(); });
    }
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(place.themes.theme().px(84));
    m_textLabel = addRow(m_text, QStringLiteral("text"));
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { revise(); });
    start();
    (m_outcome ? static_cast<QWidget*>(m_outcome) : m_text)->setFocus();
}

void TextDialog::words()
{
    setRowLabel(m_textLabel, m_text,
                m_what == What::Return ? tr("&Reason") : m_what == What::Note ? tr("&Note") : tr("&Summary"));
    if (!m_outcome) return;
    setRowLabel(m_outcomeLabel, m_outcome, tr("&Outcome"));
    for (int i = 0; i < m_outcome->count(); ++i) m_outcome->setItemText(i, CaseWords::outcome(outcomes[i]));
}

std::optional<domain::CaseCommand> TextDialog::command() const
{
    const std::string text = m_text->toPlainText().trimmed().toStdString();
    if (text.empty()) return std::nullopt;
    switch (m_what) {
    case What::Return: return domain::Return{text};
    case What::Note: return domain::Note{text};
    case What::Finish: {
        const domain::Case* state = m_place.desk.cases().find(caseId());
        return domain::Finish{state ? state->handler : PersonId(), outcomes[qMax(0, m_outcome->currentIndex())], text};
    }
    }
    return std::nullopt;
}

QString TextDialog::heading() const
{
    return m_what == What::Return ? tr("Return to the centre") : m_what == What::Note ? tr("Add a note") : tr("Close the case");
}

QString TextDialog::verb() const
{
    return m_what == What::Return ? tr("Return") : m_what == What::Note ? tr("Add") : tr("Close");
}

QString TextDialog::missing() const
{
    return m_what == What::Return ? tr("Say why: the centre routes it anew by this.")
        : m_what == What::Note    ? tr("Write what the next one should know; no full names of citizens.")
                                  : tr("Say what was done, as reported by the person on scene.");
}

} // namespace zs::cases
