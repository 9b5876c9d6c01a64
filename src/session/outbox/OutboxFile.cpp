#include "session/outbox/OutboxFile.h"

#include "protocol/Messages.h"
#include "protocol/QtJsonValue.h"
#include "session/cache/SetAside.h"

#include <QJsonDocument>

namespace zs::session {

namespace {

constexpr const char* setUp = R"(
pragma journal_mode=wal;
pragma synchronous=full;
pragma secure_delete=on;
create table if not exists commands(
  n integer primary key autoincrement,
  id text not null unique,
  at integer not null,
  base integer not null,
  state integer not null,
  body blob not null,
  refusal blob,
  current_version integer not null default 0);
)";

Unexpected damaged(const std::string& what)
{
    return fail("outbox.damaged", "The outbox kept on this computer can't be read: " + what);
}

/// A rejection with fields(): WireError has them all.
protocol::WireError wireOf(const domain::Rejection& r) { return {r.code, r.sentence.zh, r.sentence.en, r.instead}; }

Result<protocol::QtJsonValue> parse(const std::string& text)
{
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    if (!json.isObject())
        return fail("json.form", "a command isn't whole.");
    return protocol::QtJsonValue(json.object());
}

} // namespace

std::string OutboxFile::bodyOf(const DeskCommand& command)
{
    if (command.duty) {
        protocol::DutyEnvelope duty{command.id, command.duty->subject, std::nullopt, command.duty->command};
        if (domain::needsBase(duty.command) == domain::NeedsBase::Yes)
            duty.base = command.base;
        return protocol::encodeCommand(duty);
    }
    protocol::CommandEnvelope envelope{command.id, command.caseId, std::nullopt, command.command};
    if (domain::needsBase(command.command) == domain::NeedsBase::Yes)
        envelope.base = command.base;
    return protocol::encodeCommand(envelope);
}

Result<OutboxFile> OutboxFile::open(const std::string& path, link::LocalSeal seal)
{
    makePrivate(path);
    auto db = storage::Database::open(path, storage::Database::Mode::ReadWriteCreate);
    if (!db)
        return damaged(db.error().sentence);
    OutboxFile file(seal);
    file.m_db = std::move(*db);
    if (auto ready = file.prepare(); !ready)
        return damaged(ready.error().sentence);
    return file;
}

Result<void> OutboxFile::prepare()
{
    if (auto done = m_db.exec(setUp); !done)
        return done;
    const std::pair<storage::Statement*, const char*> statements[] = {
        {&m_add, "insert into commands(id, at, base, state, body) values(?1, ?2, ?3, ?4, ?5)"},
        {&m_setState, "update commands set state = ?2 where id = ?1"},
        {&m_setRefused, "update commands set state = ?2, refusal = ?3, current_version = ?4 where id = ?1"},
        {&m_remove, "delete from commands where id = ?1"},
    };
    for (const auto& [statement, sql] : statements) {
        auto prepared = m_db.prepare(sql);
        if (!prepared)
            return Unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<std::vector<DeskCommand>> OutboxFile::load()
{
    auto all = m_db.prepare("select id, at, base, state, body, refusal, current_version from commands order by n");
    if (!all)
        return damaged(all.error().sentence);
    std::vector<DeskCommand> commands;
    for (;;) {
        auto stepped = all->step();
        if (!stepped)
            return damaged(stepped.error().sentence);
        if (*stepped == storage::Statement::Step::Done)
            return commands;
        const std::string id(all->text(0));
        auto body = m_seal.open(all->blob(4), id);
        if (!body)
            return fail("outbox.key", "The outbox kept on this computer was sealed with another desk's key.");
        auto json = parse(*body);
        auto envelope = json ? protocol::readAnyCommand(*json) : Result<protocol::AnyEnvelope>(Unexpected(json.error()));
        if (!envelope)
            return damaged(envelope.error().sentence);
        DeskCommand& command = commands.emplace_back();
        if (auto* onCase = std::get_if<protocol::CommandEnvelope>(&*envelope)) {
            command.id = onCase->id;
            command.caseId = onCase->caseId;
            command.command = std::move(onCase->command);
        } else {
            auto& duty = std::get<protocol::DutyEnvelope>(*envelope);
            command.id = duty.id;
            command.duty = DutyAsk{duty.subject, std::move(duty.command)};
        }
        command.at = fromUnixMillis(all->integer(1));
        command.base = static_cast<std::uint32_t>(all->integer(2));
        const auto state = static_cast<CommandState>(all->integer(3));
        command.state = state == CommandState::Sent ? CommandState::Unknown : state;
        command.currentVersion = static_cast<std::uint32_t>(all->integer(6));
        if (all->isNull(5))
            continue;
        const auto refusal = m_seal.open(all->blob(5), id);
        json = refusal ? parse(*refusal) : Result<protocol::QtJsonValue>(Unexpected(refusal.error()));
        const auto error = json ? protocol::readJson<protocol::WireError>(*json, protocol::UnknownMembers::Ignore)
                                : Result<protocol::WireError>(Unexpected(json.error()));
        if (!error)
            return damaged(error.error().sentence);
        command.rejection = domain::Rejection{error->code, {error->zh, error->en}, error->instead};
    }
}

Result<void> OutboxFile::add(const DeskCommand& command)
{
    const std::string id = command.id.toString();
    const auto body = m_seal.seal(bodyOf(command), id);
    if (!body)
        return Unexpected(body.error());
    m_add.bind(1, std::string_view(id));
    m_add.bind(2, toUnixMillis(command.at));
    m_add.bind(3, std::int64_t{command.base});
    m_add.bind(4, static_cast<std::int64_t>(command.state));
    m_add.bindBlob(5, std::string_view(*body));
    return m_add.run();
}

Result<void> OutboxFile::setState(std::span<const Uuid> ids, CommandState state)
{
    if (auto begun = m_db.exec("begin immediate"); !begun)
        return begun;
    for (const Uuid& uuid : ids) {
        const std::string id = uuid.toString();
        m_setState.bind(1, std::string_view(id));
        m_setState.bind(2, static_cast<std::int64_t>(state));
        if (auto done = m_setState.run(); !done) {
            (void)m_db.exec("rollback");
            return done;
        }
    }
    return m_db.exec("commit");
}

Result<void> OutboxFile::setRefused(const Uuid& uuid, const domain::Rejection& rejection, std::uint32_t currentVersion)
{
    const std::string id = uuid.toString();
    std::string text;
    protocol::JsonWriter(text).value(wireOf(rejection));
    const auto refusal = m_seal.seal(text, id);
    if (!refusal)
        return Unexpected(refusal.error());
    m_setRefused.bind(1, std::string_view(id));
    m_setRefused.bind(2, static_cast<std::int64_t>(CommandState::Refused));
    m_setRefused.bindBlob(3, std::string_view(*refusal));
    m_setRefused.bind(4, std::int64_t{currentVersion});
    return m_setRefused.run();
}

Result<void> OutboxFile::remove(std::span<const Uuid> ids)
{
    if (auto begun = m_db.exec("begin immediate"); !begun)
        return begun;
    for (const Uuid& uuid : ids) {
        const std::string id = uuid.toString();
        m_remove.bind(1, std::string_view(id));
        if (auto done = m_remove.run(); !done) {
            (void)m_db.exec("rollback");
            return done;
        }
    }
    return m_db.exec("commit");
}

} // namespace zs::session
