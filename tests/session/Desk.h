// One console's session in a test, on its own folder; may be closed and opened again.
#pragma once

#include "session/Session.h"
#include "tests/session/SmallCity.h"
#include "tests/testkit/TestPki.h"

#include <QSignalSpy>

#include <optional>

namespace zs::testkit {

class Desk {
public:
    Desk(const TestPki& pki, QUrl gateway, const Clock& clock, const std::string& name = "console-1",
         std::shared_ptr<const domain::City> city = smallCity())
        : m_city(std::move(city)), m_clock(clock)
    {
        const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
        config = {std::move(gateway), text(pki.authority()), text(pki.certificate(name)), text(pki.key(name)),
                  m_dir.filePath(QStringLiteral("desk")), QString::fromStdString(name)};
    }

    session::Session& open()
    {
        m_session.emplace(config, m_city, m_clock);
        errors.clear();
        refused.clear();
        QObject::connect(&*m_session, &session::Session::failed, &*m_session, [this](const Error& e) { errors.push_back(e.code); });
        QObject::connect(&*m_session, &session::Session::commandRefused, &*m_session, [this](const Uuid& id) { refused.push_back(id); });
        QObject::connect(&*m_session, &session::Session::commandConfirmed, &*m_session, [this](const Uuid& id) { confirmed.push_back(id); });
        m_session->start();
        return *m_session;
    }
    void close() { m_session.reset(); }
    session::Session* operator->() { return &*m_session; }
    bool is(session::LinkState state) const { return m_session->link().state == state; }
    bool isOnlineAt(Seq seq) const { return is(session::LinkState::Online) && m_session->link().seq == seq; }
    std::string file(const char* name) const { return (std::filesystem::path(config.cacheDir.toStdString()) / name).string(); }

    session::SessionConfig config;
    std::vector<std::string> errors;
    std::vector<Uuid> refused, confirmed;

private:
    TempDir m_dir;
    std::shared_ptr<const domain::City> m_city;
    const Clock& m_clock;
    std::optional<session::Session> m_session;
};

} // namespace zs::testkit
