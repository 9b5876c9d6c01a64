// Other cases and files: duplicates, links, attachments.
#include "ui/cases/actions/ActionTable.h"

#include "ui/cases/CaseActions.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/dialogs/AttachDialog.h"
#include "ui/cases/dialogs/Fields.h"
#include "ui/cases/dialogs/MergeDialog.h"

namespace zs::cases {

namespace {

using namespace domain;
using Commands = std::vector<domain::CaseCommand>;

constexpr std::array kinds{LinkKind::Related, LinkKind::Cause, LinkKind::Repeat};

/// Any other case that is open, else none: enough to judge whether this one may be merged or linked at all.
CaseId anyOther(const Workplace& place, const Case& state)
{
    const session::CaseStore& store = place.desk.cases();
    for (std::size_t i = 0; i < store.size(); ++i)
        if (const Case& other = store.row(i); other.isOpen() && other.id != state.id) return other.id;
    return {};
}

Form unmergeForm(const Workplace&, const Case& state)
{
    Form form;
    form.name = "unmergeDialog";
    form.heading = Forms::tr("Undo the merge");
    form.verb = Forms::tr("Undo the merge");
    form.missing = Forms::tr("Say why they are two cases after all.");
    form.fields = {Forms::reason()};
    form.build = [](const FormValues& v) { return Unmerge{v.text("text")}; };
    form.note = [into = CaseWords::number(state.mergedInto)](const CaseEvent&) {
        return Forms::tr("It stands again as it stood before, apart from %1, with its own clock.").arg(into);
    };
    return form;
}

Form linkForm(const Workplace& place, const Case& state)
{
    Form form;
    form.name = "linkDialog";
    form.heading = Forms::tr("Link to another case");
    form.verb = Forms::tr("Link");
    form.missing = Forms::tr("Choose the other case.");
    form.fields = {fields::pick(FormField::Kind::One, "other", Forms::tr("Open cases, the likeliest first"),
                                Forms::otherCases(place, state)),
                   fields::choice("kind", Forms::tr("It &is"), kinds, FactWords::link, LinkKind::Related)};
    form.build = [](const FormValues& v) { return Link{CaseId(v.one("other")), fields::chosen(v, "kind", kinds)}; };
    return form;
}

Form unlinkForm(const Workplace& place, const Case& state)
{
    std::vector<PickItem> items;
    for (const CaseLink& link : state.links) {
        const Case* other = place.desk.cases().find(link.other);
        PickItem item;
        item.id = link.other.value;
        item.text = CaseWords::number(link.other) + QStringLiteral("  ") + (other ? QString::fromStdString(other->title) : QString());
        item.detail = FactWords::link(link.kind);
        items.push_back(std::move(item));
    }
    Form form;
    form.name = "unlinkDialog";
    form.heading = Forms::tr("Take a link away");
    form.verb = Forms::tr("Take away");
    form.missing = Forms::tr("Choose the other case.");
    const std::vector<quint64> first = items.empty() ? std::vector<quint64>() : std::vector<quint64>{items.front().id};
    form.fields = {fields::pick(FormField::Kind::One, "other", Forms::tr("Linked cases"), std::move(items), first)};
    form.build = [](const FormValues& v) { return Unlink{CaseId(v.one("other"))}; };
    return form;
}

} // namespace

std::span<const ActionSpec> relationActions()
{
    using G = ActionGroup;
    static const std::string anyDigest(64, '0');
    static const ActionSpec all[] = {
        {Action::Merge, "Merge", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Merge"), "M", "git-merge", G::Relate,
         [](const Workplace& p, const Case& s) -> Commands { return {domain::Merge{anyOther(p, s), typed}}; }, nullptr,
         [](const Workplace& p, CaseActions& a, CaseId id, QWidget* parent) { (new MergeDialog(p, a, id, parent))->open(); }},
        {Action::Unmerge, "Unmerge", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Undo the merge"), "M", "split", G::Relate,
         [](const Workplace&, const Case&) -> Commands { return {domain::Unmerge{typed}}; }, unmergeForm},
        {Action::Link, "Link", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Link"), "Shift+M", "link", G::Relate,
         [](const Workplace& p, const Case& s) -> Commands { return {domain::Link{anyOther(p, s), LinkKind::Related}}; }, linkForm},
        {Action::Unlink, "Unlink", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Unlink"), "Shift+U", "link-2-off", G::Relate,
         [](const Workplace&, const Case& s) -> Commands {
             return {domain::Unlink{s.links.empty() ? CaseId() : s.links.front().other}};
         },
         unlinkForm},
        {Action::Attach, "Attach", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Attach a file"), "Shift+F", "paperclip", G::Relate,
         [](const Workplace&, const Case&) -> Commands {
             return {domain::Attach{"file", "application/octet-stream", 1, anyDigest}};
         },
         nullptr,
         [](const Workplace& p, CaseActions& a, CaseId id, QWidget* parent) { (new AttachDialog(p, a, id, parent))->open(); }},
    };
    return all;
}

} // namespace zs::cases
