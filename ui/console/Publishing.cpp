#include "ui/console/Publishing.h"

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
    const auto use = [&session, &advice, replaced = std::move(replaced)] {
        const auto& router = session.inForce().router;
        if (!router || router->catalogue() == advice.catalogue())
            return; // the one that is built in was published as it is
        advice.setCatalogue(router->sharedCatalogue());
        replaced();
    };
    QObject::connect(&session, &session::Session::inForceChanged, context, use);
    use();
}

void followCalendar(session::Session& session)
{
    const auto use = [&session] {
        const auto& calendar = session.inForce().calendar;
        if (calendar->data() != session.cases().calendar()->data())
            session.setCalendar(calendar);
    };
    // Before the first of these nothing is in force, and the session counts with the calendar that it was given.
    QObject::connect(&session, &session::Session::inForceChanged, &session, use);
}

} // namespace zs::console
