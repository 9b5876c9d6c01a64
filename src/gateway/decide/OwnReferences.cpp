#include "gateway/decide/OwnReferences.h"

#include "gateway/journal/Chain.h"
#include "protocol/vocab/Published.h"

namespace zs::gateway {

namespace {

/// A publication asks nothing of the other duties.
class NoDuties final : public domain::DutySurroundings {
    bool isCase(CaseId) const override { return false; }
    const domain::SensitivePeriod* period(std::uint64_t) const override { return nullptr; }
    const domain::Campaign* campaign(std::uint64_t) const override { return nullptr; }
};

Result<domain::Reference> referenceIn(JournalWriter& writer, domain::ReferenceKind kind)
{
    auto loaded = writer.loadDuty(domain::referenceSubject(kind));
    if (!loaded)
        return Unexpected(loaded.error());
    const domain::DutyState state = *loaded ? std::move(**loaded) : domain::blankDuty(domain::referenceSubject(kind));
    return std::get<domain::Reference>(state);
}

domain::Publish publishing(const OwnReference& own, std::uint32_t version)
{
    Sha256 sha;
    sha.start();
    sha.add(own.content);
    const auto size = static_cast<std::uint32_t>(own.content.size());
    return {{own.kind, version, toHex(sha.finish()), size, "随程序提供 / as shipped with the gateway"}, own.content};
}

Result<void> append(JournalWriter& writer, const domain::Reference& before, const domain::Publish& publish,
                    const domain::City& city, TimePoint now)
{
    const domain::Actor self{std::string(gatewayName), domain::Role::Leader};
    const NoDuties none;
    auto decided = domain::decide(before, publish, domain::DutyContext{now, self, city, none});
    if (!decided)
        return fail(decided.error().code, decided.error().sentence.en);
    DutyEntry entry;
    entry.event = {0, domain::referenceSubject(publish.published.kind), before.version + 1, now, self.name, std::move(*decided)};
    domain::DutyState after = before;
    if (auto folded = domain::evolve(after, entry.event); !folded)
        return folded;
    entry.after = &after;
    entry.content = &publish.content;
    StoredEvent stored;
    return writer.append(entry, stored);
}

} // namespace

Result<std::vector<domain::ReferenceKind>> publishOwn(JournalWriter& writer, const domain::City& city, TimePoint now,
                                                      std::span<const OwnReference> own)
{
    std::vector<domain::ReferenceKind> overruled;
    for (const OwnReference& brought : own) {
        auto before = referenceIn(writer, brought.kind);
        if (!before)
            return Unexpected(before.error());
        const domain::Publication* latest = before->latest();
        const domain::Publish publish = publishing(brought, latest ? latest->version + 1 : 1);
        if (latest && latest->sha256 == publish.published.sha256)
            continue;
        if (latest && latest->by != gatewayName) {
            overruled.push_back(brought.kind);
            continue;
        }
        if (auto begun = writer.begin(); !begun)
            return Unexpected(begun.error());
        if (auto done = append(writer, *before, publish, city, now); !done) {
            writer.rollback();
            return Unexpected(done.error());
        }
        if (auto done = writer.commit(); !done)
            return Unexpected(done.error());
    }
    return overruled;
}

Result<domain::InForce> inForceOf(Journal& journal, const domain::City& city, domain::InForce otherwise)
{
    auto reader = journal.openReader();
    if (!reader)
        return Unexpected(reader.error());
    for (std::size_t i = 0; i < enumNames(domain::ReferenceKind{}).size(); ++i) {
        const auto kind = static_cast<domain::ReferenceKind>(i);
        auto reference = referenceIn(journal.writer(), kind);
        if (!reference)
            return Unexpected(reference.error());
        const domain::Publication* latest = reference->latest();
        if (!latest)
            continue;
        auto content = (*reader)->reference(kind, latest->version);
        if (!content)
            return Unexpected(content.error());
        auto taken = *content ? protocol::takeIntoForce(otherwise, kind, latest->version, **content, city)
                              : fail("reference.missing", "it isn't there");
        if (!taken)
            return fail("reference.unreadable", "Version " + std::to_string(latest->version) + " of the published "
                                                    + std::string(enumNames(kind)[i]) + " can't be used: " + taken.error().sentence);
    }
    return otherwise;
}

} // namespace zs::gateway
