#include "ui/supervision/SupervisionRows.h"

#include "ui/cases/Capital.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"

namespace zs::supervision {

using cases::CaseWords;
using cases::FactWords;
using cases::SheetRow;
using kit::RowContent;
using kit::Tone;

namespace {

constexpr std::size_t historyAtMost = 500;
constexpr quint64 headBit = quint64(1) << 63;

RowContent cell(const QString& text, Tone tone = Tone::Primary)
{
    RowContent c;
    c.text = text;
    c.textTone = tone;
    return c;
}

QString rungWord(domain::SupervisionRung rung) { return cases::capital(FactWords::rung(rung)); }

RowContent right(const QString& text, Tone tone = Tone::Primary)
{
    RowContent c;
    c.trailing = text;
    c.trailingTone = tone;
    return c;
}

SheetRow headRow(const cases::Workplace& place, const AgencyGroup& group)
{
    SheetRow head;
    head.kind = SheetRow::Kind::Head;
    head.key = headBit | group.agency.value;
    RowContent c = cell(CaseWords::agency(place, group.agency));
    c.weight = kit::Weight::Strong;
    QStringList parts;
    if (group.late) parts << SupervisionRows::tr("late %1").arg(group.late);
    if (group.near) parts << SupervisionRows::tr("near %1").arg(group.near);
    if (group.due) parts << SupervisionRows::tr("rung due %1").arg(group.due);
    const int hidden = group.late + group.near - static_cast<int>(group.lines.size());
    if (hidden > 0) parts << SupervisionRows::tr("%1 aren't shown").arg(hidden);
    c.detail = parts.join(QStringLiteral(" · "));
    head.cells = {c};
    return head;
}

std::optional<SheetRow> owingRow(const cases::Workplace& place, const Owing& o)
{
    const TimePoint now = place.desk.serverNow();
    const domain::Case* state = place.desk.cases().find(o.caseId);
    if (!state) return std::nullopt;
    const kit::LimitView limit = CaseWords::view(o.limit, now);
    SheetRow row;
    row.key = o.key();
    row.caseId = o.caseId;
    RowContent number = cell(CaseWords::number(o.caseId), Tone::Secondary);
    number.symbol = CaseWords::symbol(place, *state);
    RowContent title = cell(QString::fromStdString(state->title));
    title.detail = CaseWords::grid(place, state->grid);
    const QString last = o.last ? rungWord(o.last->rung) : QStringLiteral("—");
    RowContent next = cell(QString(), Tone::Tertiary);
    if (o.due) {
        next = cell(rungWord(*o.due), Tone::Accent);
        next.icon = QStringLiteral("bell");
        next.iconTone = Tone::Accent;
    } else if (o.isLate() && o.last) {
        next.text = o.last->rung == domain::SupervisionRung::Listed ? SupervisionRows::tr("top rung") : SupervisionRows::tr("in its time");
    }
    row.cells = {number,
                 title,
                 cell(CaseWords::limitName(o.limit.kind), Tone::Secondary),
                 right(kit::DurationText::limit(limit), kit::DurationText::limitTone(limit)),
                 cell(last, o.last ? Tone::Secondary : Tone::Tertiary),
                 next};
    row.spoken = QStringList{number.text, title.text, CaseWords::agency(place, o.agency),
                             CaseWords::limitName(o.limit.kind) + u' ' + kit::DurationText::limit(limit),
                             SupervisionRows::tr("last rung %1").arg(last), o.due ? SupervisionRows::tr("due: %1").arg(next.text) : next.text}
                     .join(QStringLiteral(", "));
    return row;
}

} // namespace

std::vector<SheetRow> SupervisionRows::owing(const cases::Workplace& place, const Digest& digest)
{
    std::vector<SheetRow> rows;
    for (const AgencyGroup& group : digest.groups) {
        rows.push_back(headRow(place, group));
        for (const Owing* o : group.lines)
            if (auto row = owingRow(place, *o)) rows.push_back(std::move(*row));
    }
    return rows;
}

std::vector<SheetRow> SupervisionRows::history(const cases::Workplace& place, const SupervisionBook& book, const View& view)
{
    std::vector<SheetRow> rows;
    const TimePoint now = place.desk.serverNow();
    for (const IssuedStep* s : book.history(view, historyAtMost)) {
        const domain::Case* state = place.desk.cases().find(s->caseId);
        if (!state) continue;
        const bool answered = s->step.answeredAt != TimePoint{};
        SheetRow row;
        row.key = s->key();
        row.caseId = s->caseId;
        RowContent number = cell(CaseWords::number(s->caseId), Tone::Secondary);
        number.symbol = CaseWords::symbol(place, *state);
        RowContent title = cell(QString::fromStdString(state->title));
        title.detail = QString::fromStdString(s->step.reason);
        row.cells = {number,
                     title,
                     cell(CaseWords::agency(place, s->step.agency), Tone::Secondary),
                     right(CaseWords::clock(place, s->step.at, now), Tone::Secondary),
                     cell(rungWord(s->step.rung)),
                     cell(answered ? tr("answered %1").arg(CaseWords::clock(place, s->step.answeredAt, now)) : tr("not answered"),
                          answered ? Tone::Tertiary : Tone::Secondary)};
        row.tip = tr("%1, by %2: %3").arg(rungWord(s->step.rung), QString::fromStdString(s->step.by),
                                          QString::fromStdString(s->step.reason));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace zs::supervision
