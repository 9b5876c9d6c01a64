#include "ui/cases/dialogs/IntakeDialog.h"

#include "domain/cases/Masking.h"
#include "ui/cases/CaseWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace zs::cases {

namespace {

constexpr std::chrono::milliseconds typingPause{150};

template <class Enum>
constexpr int countOf()
{
    return static_cast<int>(enumNames(Enum{}).size());
}

} // namespace

IntakeDialog::IntakeDialog(const Workplace& place, CaseActions& actions, QWidget* parent)
    : CommandDialog(place, actions, {}, QStringLiteral("intakeDialog"), parent), m_kind(new QComboBox(this)),
      m_channel(new QComboBox(this)), m_priority(new QComboBox(this)), m_title(new QLineEdit(this)),
      m_detail(new QPlainTextEdit(this)), m_where(new QLineEdit(this)), m_reporterName(new QLineEdit(this)),
      m_reporterPhone(new QLineEdit(this)), m_finder(new DuplicateFinder(place, this)), m_duplicates(new DuplicatesBox(place, this))
{
    setMinimumWidth(place.themes.theme().px(520));
    const auto fill = [](QComboBox* box, int n) {
        for (int i = 0; i < n; ++i) box->addItem(QString());
    };
    fill(m_kind, countOf<domain::CaseKind>());
    fill(m_channel, countOf<domain::Channel>());
    fill(m_priority, countOf<domain::Priority>());
    m_kind->setCurrentIndex(static_cast<int>(domain::CaseKind::Dispute));
    m_channel->setCurrentIndex(static_cast<int>(domain::Channel::WalkIn));
    m_detail->setTabChangesFocus(true);
    m_detail->setFixedHeight(place.themes.theme().px(84));
    m_reporterPhone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    const auto row = [this](QWidget* field, const char* name, const char* text) {
        m_rows.append({field, addRow(field, QLatin1String(name)), text});
    };
    row(m_title, "intakeTitle", QT_TR_NOOP("&Title"));
    row(m_kind, "intakeKind", QT_TR_NOOP("&Kind"));
    row(m_channel, "intakeChannel", QT_TR_NOOP("&Channel"));
    row(m_priority, "intakePriority", QT_TR_NOOP("&Priority"));
    row(m_where, "intakePlace", QT_TR_NOOP("&Longitude, latitude"));
    row(m_detail, "intakeDetail", QT_TR_NOOP("&Detail"));
    row(m_reporterName, "intakeReporter", QT_TR_NOOP("&Reporter"));
    row(m_reporterPhone, "intakePhone", QT_TR_NOOP("P&hone"));
    for (QLineEdit* edit : {m_title, m_where, m_reporterName, m_reporterPhone})
        connect(edit, &QLineEdit::textChanged, this, &IntakeDialog::typed);
    for (QComboBox* box : {m_kind, m_channel, m_priority})
        connect(box, &QComboBox::currentIndexChanged, this, &IntakeDialog::typed);
    connect(m_detail, &QPlainTextEdit::textChanged, this, &IntakeDialog::typed);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &IntakeDialog::search);
    connect(m_finder, &DuplicateFinder::completed, this, &IntakeDialog::search);
    connect(&place.desk, &Desk::casesChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_duplicates, &DuplicatesBox::changed, this, [this] { start(); });
    // The form keeps its place; what is found stands to its right.
    auto* columns = new QHBoxLayout;
    columns->setSpacing(place.themes.theme().px(24));
    QLayoutItem* form = body()->takeAt(0);
    form->layout()->setParent(nullptr);
    columns->addLayout(form->layout(), 1);
    columns->addWidget(m_duplicates, 1);
    body()->addLayout(columns);
    start();
    m_title->setFocus();
}

void IntakeDialog::setPlace(GeoPoint at)
{
    m_where->setText(QStringLiteral("%1, %2").arg(at.lon, 0, 'f', 6).arg(at.lat, 0, 'f', 6));
}

std::optional<GeoPoint> IntakeDialog::place() const
{
    static const QRegularExpression form(QStringLiteral("^\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,，\\s]\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*$"));
    const QRegularExpressionMatch match = form.match(m_where->text());
    if (!match.hasMatch()) return std::nullopt;
    const GeoPoint p{match.captured(1).toDouble(), match.captured(2).toDouble()};
    if (qAbs(p.lon) > 180 || qAbs(p.lat) > 90) return std::nullopt;
    return p;
}

void IntakeDialog::words()
{
    for (const Row& row : m_rows) setRowLabel(row.label, row.field, tr(row.text));
    for (int i = 0; i < m_kind->count(); ++i) m_kind->setItemText(i, CaseWords::kind(static_cast<domain::CaseKind>(i)));
    for (int i = 0; i < m_channel->count(); ++i)
        m_channel->setItemText(i, CaseWords::channel(static_cast<domain::Channel>(i)));
    for (int i = 0; i < m_priority->count(); ++i)
        m_priority->setItemText(i, CaseWords::priority(static_cast<domain::Priority>(i)));
    m_where->setPlaceholderText(tr("113.750000, 23.020000, or point on the map"));
    m_reporterName->setPlaceholderText(tr("kept apart; shown masked"));
    m_reporterPhone->setPlaceholderText(tr("kept apart; shown masked"));
    m_duplicates->languageChanged();
}

std::optional<domain::Receive> IntakeDialog::received() const
{
    const auto at = place();
    const QString title = m_title->text().trimmed();
    if (!at || title.isEmpty()) return std::nullopt;
    domain::Receive c;
    c.kind = static_cast<domain::CaseKind>(m_kind->currentIndex());
    c.channel = static_cast<domain::Channel>(m_channel->currentIndex());
    c.priority = static_cast<domain::Priority>(m_priority->currentIndex());
    c.title = title.toStdString();
    c.detail = m_detail->toPlainText().trimmed().toStdString();
    c.place = *at;
    c.reporterName = m_reporterName->text().trimmed().toStdString();
    c.reporterPhone = m_reporterPhone->text().trimmed().toStdString();
    return c;
}

void IntakeDialog::typed()
{
    m_typing.start();
    revise();
}

void IntakeDialog::search()
{
    const auto asked = received();
    if (!asked) {
        m_duplicates->setCandidates({}, {});
        return;
    }
    domain::duplicates::Probe probe;
    probe.place = asked->place;
    probe.at = m_place.desk.serverNow();
    probe.kind = asked->kind;
    probe.title = asked->title;
    probe.detail = asked->detail;
    probe.reporter = {domain::maskName(asked->reporterName), domain::maskPhone(asked->reporterPhone)};
    // As it would look as a case, so that both sides are written alike and nobody is shown unmasked.
    domain::Case typed;
    typed.kind = probe.kind;
    typed.channel = asked->channel;
    typed.title = probe.title;
    typed.detail = probe.detail;
    typed.reporter = probe.reporter;
    typed.receivedAt = probe.at;
    if (const auto event = m_place.desk.check({}, *asked))
        if (const auto* e = std::get_if<domain::Received>(&*event)) typed.grid = e->grid;
    // Nobody has registered it yet: the matter that its words speak of.
    if (const auto offers = m_place.advice ? m_place.advice->matters(typed) : std::vector<suggest::MatterOffer>(); !offers.empty()) {
        const auto& matters = m_place.desk.city().matters;
        const auto matter = std::ranges::find(matters, offers.front().matter->code, &domain::Matter::code);
        if (matter != matters.end() && matter->kind == typed.kind) probe.matter = typed.matter = matter->id;
    }
    CompareSide side = CompareSide::of(m_place, typed);
    side.texts[0] = tr("Being taken in");
    m_duplicates->setCandidates(m_finder->find(probe), side);
}

CaseId IntakeDialog::target() const
{
    return m_duplicates->choice() == DuplicatesBox::Choice::NoteInstead ? m_duplicates->chosen() : CommandDialog::target();
}

std::optional<domain::CaseCommand> IntakeDialog::command() const
{
    const auto asked = received();
    if (!asked) return std::nullopt;
    if (m_duplicates->choice() == DuplicatesBox::Choice::FileAndMerge) {
        domain::Receive merged = *asked;
        merged.duplicateOf = m_duplicates->chosen();
        return merged;
    }
    if (m_duplicates->choice() != DuplicatesBox::Choice::NoteInstead) return *asked;
    // Who said it again stays out of it: a note is read by everyone.
    const QString text = tr("Reported again, %1: %2").arg(CaseWords::channel(asked->channel), m_title->text().trimmed())
        + u'\n' + m_detail->toPlainText().trimmed();
    return domain::Note{text.trimmed().left(1000).toStdString()};
}

QString IntakeDialog::heading() const { return tr("Receive a case"); }

QString IntakeDialog::verb() const
{
    switch (m_duplicates->choice()) {
    case DuplicatesBox::Choice::NoteInstead: return tr("Add to %1").arg(CaseWords::number(m_duplicates->chosen()));
    case DuplicatesBox::Choice::FileAndMerge: return tr("Receive and merge");
    case DuplicatesBox::Choice::NewMatter: break;
    }
    return tr("Receive");
}

QString IntakeDialog::missing() const
{
    if (m_title->text().trimmed().isEmpty()) return tr("A title is needed: what is it, in a few words.");
    if (m_where->text().trimmed().isEmpty()) return tr("A place is needed: point on the map, or type longitude and latitude.");
    return tr("The place isn't two numbers: longitude, then latitude, in degrees.");
}

QString IntakeDialog::legalNote(const domain::CaseEvent& event) const
{
    if (std::holds_alternative<domain::Noted>(event))
        return tr("Nothing is filed: what was typed is added to %1 as a note, without the reporter.")
            .arg(CaseWords::number(m_duplicates->chosen()));
    const auto* e = std::get_if<domain::Received>(&event);
    if (!e) return {};
    QString text = tr("In %1.").arg(CaseWords::place(m_place, e->grid));
    if (!e->reporter.name.empty() || !e->reporter.phone.empty())
        text += u' ' + tr("The reporter will be shown as %1.")
                           .arg((QString::fromStdString(e->reporter.name) + u' ' + QString::fromStdString(e->reporter.phone)).trimmed());
    if (e->mergedInto)
        text += u' ' + tr("It is merged into %1 at once; that can be undone.").arg(CaseWords::number(e->mergedInto));
    if (e->repeats)
        text += u' ' + tr("%1 is over by now: the new case is linked to it.").arg(CaseWords::number(e->repeats));
    return text;
}

} // namespace zs::cases
