#include "ui/console/Publishing.h"

#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"

#include <QCryptographicHash>

namespace zs::console {

Result<void> publish(session::Session& session, const cases::Workplace& place, domain::ReferenceKind kind, std::string content,
                     const std::string& note)
{
    const domain::Subject subject = domain::referenceSubject(kind);
    const auto* reference = session.duties().find<domain::Reference>(subject.number);
    const domain::Publication* latest = reference ? reference->latest() : nullptr;
    domain::Publish command;
    command.published.kind = kind;
    command.published.version = (latest ? latest->version : 0) + 1;
    command.published.size = static_cast<std::uint32_t>(content.size());
    command.published.sha256 = QCryptographicHash::hash(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())),
                                                        QCryptographicHash::Sha256).toHex().toStdString();
    command.published.note = note;
    command.content = std::move(content);
    if (const auto sent = session.submit(subject, command); !sent)
        return fail(sent.error().code, place.text(sent.error().sentence).toStdString());
    return {};
}

void followCatalogue(session::Session& session, cases::RoutingAdvice& advice, QObject* context, std::function<void()> replaced)
{
    const auto use = [&session, &advice, replaced = std::move(replaced)](domain::ReferenceKind kind) {
        const session::PublishedContent* published = session.published(kind);
        if (kind != domain::ReferenceKind::Catalogue || !published)
            return;
        // As with the calendar: what this program can't read is newer than the program; it goes on with what it has.
        if (auto catalogue = protocol::readCatalogue(published->content)) {
            advice.setCatalogue(std::move(*catalogue));
            replaced();
        }
    };
    QObject::connect(&session, &session::Session::referencePublished, context, use);
    use(domain::ReferenceKind::Catalogue);
}

void followCalendar(session::Session& session)
{
    const auto use = [&session](domain::ReferenceKind kind) {
        const session::PublishedContent* published = session.published(kind);
        if (kind != domain::ReferenceKind::Calendar || !published)
            return;
        // The gateway reads a calendar before it takes it; one that this program can't read is newer than the program.
        auto data = protocol::readCalendar(published->content, "published");
        if (!data)
            return;
        if (auto calendar = domain::WorkCalendar::make(std::move(*data)))
            session.setCalendar(std::move(*calendar));
    };
    QObject::connect(&session, &session::Session::referencePublished, &session, use);
    use(domain::ReferenceKind::Calendar);
}

} // namespace zs::console
