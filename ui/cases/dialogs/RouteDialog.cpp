#include "ui/cases/dialogs/RouteDialog.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/cases/dialogs/PickList.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::cases {

RouteDialog::RouteDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("routeDialog"), parent),
      m_advice(new QLabel(this)), m_agencies(new PickList(place, QStringLiteral("agencies"), this)),
      m_assisting(new PickList(place, QStringLiteral("assisting"), this, PickList::Mode::Several)), m_reason(new QLineEdit(this))
{
    setMinimumWidth(place.themes.theme().px(640));
    m_advice->setObjectName(QStringLiteral("routeAdvice"));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    body()->addWidget(m_advice);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(place.themes.theme().px(16));
    lists->addWidget(m_agencies, 3);
    lists->addWidget(m_assisting, 2);
    body()->addLayout(lists, 1);
    m_reasonLabel = addRow(m_reason, QStringLiteral("routeReason"));
    connect(m_agencies, &PickList::chosenChanged, this, [this] {
        proposeAssisting();
        revise();
    });
    connect(m_assisting, &PickList::chosenChanged, this, [this] { revise(); });
    connect(m_agencies, &PickList::activated, this, [this] { submit(); });
    connect(m_reason, &QLineEdit::textChanged, this, [this] { revise(); });
    start();
    m_agencies->setFocus();
}

void RouteDialog::words()
{
    setRowLabel(m_reasonLabel, m_reason, tr("&Reason"));
    m_agencies->setWords(tr("Agency"), tr("Agencies that can lead, then the others"));
    const domain::Case* state = m_place.desk.cases().find(caseId());
    const domain::Matter* matter = state ? m_place.desk.city().matter(state->matter) : nullptr;
    m_assisting->setWords(tr("Assisting agency"), tr("Agencies that assist; Space ticks one"));
    AgencyId byRule = matter ? matter->lead : AgencyId();
    std::vector<suggest::Suggestion> offered;
    if (state && m_place.advice) {
        const domain::Routing routing = m_place.advice->rule(*state);
        if (const domain::Agency* lead = routing ? m_place.desk.city().agencyByCode(routing.rule->lead) : nullptr) byRule = lead->id;
        if (!routing) offered = m_place.advice->agencies(*state); // rules first; the model only where they are silent
        sayAdvice(*state, routing, !offered.empty());
    }
    m_advice->setVisible(!m_advice->text().isEmpty());
    std::vector<PickItem> can, cannot, helpers;
    int number = 0;
    for (const AgencyId id : CaseActions::laneAgencies(m_place.desk.city())) {
        PickItem item;
        item.id = id.value;
        item.text = CaseWords::agency(m_place, id);
        item.detail = CaseWords::agencyFull(m_place, id);
        helpers.push_back(item);
        const QString likely = suggestion(offered, id);
        if (!likely.isEmpty()) item.detail += QStringLiteral(" · ") + likely;
        else if (byRule == id) item.detail += QStringLiteral(" · ") + tr("leads this matter by the catalogue");
        item.rank = byRule == id ? 0 : 10;
        for (std::size_t i = 0; i < offered.size(); ++i) {
            if (m_place.desk.city().agencyByCode(offered[i].label)->id == id) item.rank = 1 + static_cast<int>(i);
        }
        if (++number <= 9) item.trailing = QString::number(number);
        const Legality now = m_actions->canRoute(caseId(), id);
        item.reason = now.reason;
        (now.legal ? can : cannot).push_back(std::move(item));
    }
    std::ranges::stable_sort(can, {}, &PickItem::rank);
    can.insert(can.end(), std::make_move_iterator(cannot.begin()), std::make_move_iterator(cannot.end()));
    const quint64 first = can.empty() ? 0 : can.front().id;
    const quint64 before = m_agencies->chosen();
    m_assisting->setItems(std::move(helpers));
    m_agencies->setItems(std::move(can));
    m_agencies->choose(before ? before : first);
    proposeAssisting();
}

void RouteDialog::sayAdvice(const domain::Case& state, const domain::Routing& routing, bool hasOffers)
{
    QString said = m_place.text(routing.why);
    if (routing) {
        const domain::TimeLimits& limits = routing.rule->limits;
        said = tr("Catalogue %1: %2").arg(QString::fromStdString(m_place.advice->catalogue().version), said) + QLatin1Char(' ')
            + tr("Limits: response %1, on scene %2, report back %3.")
                  .arg(CaseWords::allowed(limits.response), CaseWords::allowed(limits.onScene), CaseWords::allowed(limits.report));
        if (limits != state.limits) said += QLatin1Char(' ') + tr("The case keeps the limits it was registered with.");
    } else if (hasOffers) {
        said += QLatin1Char(' ') + tr("The first of the list are suggestions.");
    }
    m_advice->setText(said);
    setTone(*m_advice, m_place.themes.theme(), routing ? kit::Tone::Secondary : kit::Tone::Warn);
}

void RouteDialog::proposeAssisting()
{
    if (m_assisting->picked() != m_proposed) return;
    const domain::Case* state = m_place.desk.cases().find(caseId());
    const AgencyId lead(static_cast<AgencyId::rep>(m_agencies->chosen()));
    std::vector<AgencyId> helpers;
    if (state && m_place.advice) helpers = m_place.advice->assistants(*state, lead);
    if (state && helpers.empty() && changes()) helpers = state->assisting;
    std::vector<quint64> proposed;
    for (const AgencyId id : helpers)
        if (id != lead) proposed.push_back(id.value);
    m_proposed = proposed;
    m_assisting->setPicked(std::move(proposed));
}

std::vector<AgencyId> RouteDialog::assisting() const
{
    std::vector<AgencyId> all;
    for (const quint64 id : m_assisting->picked())
        if (id != m_agencies->chosen()) all.emplace_back(static_cast<AgencyId::rep>(id));
    return all;
}

void RouteDialog::choose(AgencyId lead)
{
    m_agencies->choose(lead.value);
    if (changes()) m_reason->setFocus();
    revise();
}

QString RouteDialog::suggestion(const std::vector<suggest::Suggestion>& offered, AgencyId id) const
{
    for (const suggest::Suggestion& s : offered) {
        if (m_place.desk.city().agencyByCode(s.label)->id != id) continue;
        QStringList words;
        for (const std::string& word : s.words) words << QString::fromStdString(word);
        for (const suggest::Ground ground : s.grounds) words << (ground == suggest::Ground::Channel ? tr("its channel") : tr("its place"));
        QString out = tr("suggested, %1 %").arg(qRound(100 * s.confidence));
        if (!words.isEmpty()) out += tr(": %1").arg(words.join(tr(", ")));
        if (!s.precedents.zh.empty()) out += QLatin1Char(' ') + m_place.text(s.precedents);
        return out;
    }
    return {};
}

std::optional<domain::CaseCommand> RouteDialog::command() const
{
    if (m_agencies->chosen() == 0) return std::nullopt;
    const AgencyId lead(static_cast<std::uint16_t>(m_agencies->chosen()));
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (!changes()) return domain::Route{lead, assisting(), reason};
    if (reason.empty()) return std::nullopt;
    return domain::Reroute{lead, assisting(), reason};
}

QString RouteDialog::heading() const { return changes() ? tr("Re-route to another agency") : tr("Route to an agency"); }
QString RouteDialog::verb() const { return changes() ? tr("Re-route") : tr("Route"); }

QString RouteDialog::missing() const
{
    return m_agencies->chosen() == 0 ? tr("Choose the agency that shall lead.")
                                     : tr("Say why it goes to another agency: both read this.");
}

QString RouteDialog::legalNote(const domain::CaseEvent& event) const
{
    const auto leads = [this](AgencyId id, const std::vector<AgencyId>& assisting) {
        QString text = tr("%1 leads and has to accept it.").arg(CaseWords::agencyFull(m_place, id));
        QStringList names;
        for (const AgencyId helper : assisting) names << CaseWords::agency(m_place, helper);
        return names.isEmpty() ? text : text + QLatin1Char(' ') + tr("Assisting: %1.").arg(names.join(tr(", ")));
    };
    if (const auto* routed = std::get_if<domain::Routed>(&event)) return leads(routed->lead, routed->assisting);
    const auto* again = std::get_if<domain::Rerouted>(&event);
    return again ? leads(again->lead, again->assisting) : QString();
}

} // namespace zs::cases
