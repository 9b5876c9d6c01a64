// The cache's half that isn't about cases: duties, and reference data that was published.
#include "session/cache/CaseCache.h"

#include "protocol/Binary.h"
#include "session/cache/Damaged.h"

namespace zs::session {

namespace {

domain::SubjectKind kindAt(std::int64_t number)
{
    const auto kinds = static_cast<std::int64_t>(enumNames(domain::SubjectKind{}).size());
    return number > 0 && number < kinds ? static_cast<domain::SubjectKind>(number) : domain::SubjectKind::Case;
}

/// `out` is a blank duty of the kind that the bytes are of.
bool decode(std::string_view bytes, domain::DutyState& out)
{
    protocol::BinaryReader reader(bytes);
    std::visit([&](auto& state) { reader.value(state); }, out);
    return reader.ok() && reader.atEnd();
}

} // namespace

Result<DutyStore::Contents> CaseCache::loadDuties()
{
    DutyStore::Contents duties;
    auto all = m_db.prepare("select kind, number, body from duties");
    if (!all)
        return damaged(all.error().sentence);
    for (;;) {
        auto stepped = all->step();
        if (!stepped)
            return damaged(stepped.error().sentence);
        if (*stepped == storage::Statement::Step::Done)
            return duties;
        const domain::Subject subject{kindAt(all->integer(0)), static_cast<std::uint64_t>(all->integer(1))};
        domain::DutyState state = domain::blankDuty(subject);
        if (subject.kind == domain::SubjectKind::Case || !decode(all->blob(2), state) || domain::subjectOf(state) != subject)
            return damaged("a duty isn't whole.");
        duties.emplace(subject, std::move(state));
    }
}

Result<void> CaseCache::readDuty(domain::Subject subject, domain::DutyState& out)
{
    out = domain::blankDuty(subject);
    m_readDuty.bind(1, static_cast<std::int64_t>(subject.kind));
    m_readDuty.bind(2, static_cast<std::int64_t>(subject.number));
    auto stepped = m_readDuty.step();
    if (!stepped)
        return Unexpected(stepped.error());
    const bool whole = *stepped != storage::Statement::Step::Row || decode(m_readDuty.blob(0), out);
    m_readDuty.reset();
    if (!whole)
        return damaged("a duty isn't whole.");
    return {};
}

Result<void> CaseCache::writeDuty(const domain::DutyState& state)
{
    m_buffer.clear();
    std::visit([&](const auto& s) { protocol::BinaryWriter(m_buffer).value(s); }, state);
    const domain::Subject subject = domain::subjectOf(state);
    m_writeDuty.bind(1, static_cast<std::int64_t>(subject.kind));
    m_writeDuty.bind(2, static_cast<std::int64_t>(subject.number));
    m_writeDuty.bindBlob(3, m_buffer);
    return m_writeDuty.run();
}

Result<std::optional<std::string>> CaseCache::reference(domain::ReferenceKind kind, std::uint32_t version)
{
    auto query = m_db.prepare("select content from reference where kind = ?1 and version = ?2");
    if (!query)
        return damaged(query.error().sentence);
    query->bind(1, static_cast<std::int64_t>(kind));
    query->bind(2, static_cast<std::int64_t>(version));
    auto stepped = query->step();
    if (!stepped)
        return damaged(stepped.error().sentence);
    return *stepped == storage::Statement::Step::Row ? std::optional(std::string(query->text(0))) : std::nullopt;
}

Result<void> CaseCache::keepReference(domain::ReferenceKind kind, std::uint32_t version, const std::string& content)
{
    auto put = m_db.prepare("insert into reference values(?1, ?2, ?3)"
                            " on conflict(kind) do update set version = excluded.version, content = excluded.content");
    if (!put)
        return Unexpected(put.error());
    put->bind(1, static_cast<std::int64_t>(kind));
    put->bind(2, static_cast<std::int64_t>(version));
    put->bind(3, std::string_view(content));
    return put->run();
}

} // namespace zs::session
