// The real zhongshud on a folder of the test: started, killed, started again at the same port.
#pragma once

#include "tests/testkit/Program.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestPki.h"

#include <QStringList>
#include <QUrl>

namespace zs::testkit {

class Gateway {
public:
    /// Serves smallCity(), with further options of zhongshud.
    explicit Gateway(const TestPki& pki, QStringList options = {});

    void start();
    void killHard() { m_program.killHard(); }
    QUrl url() const;
    QString output() { return m_program.output(); }
    std::filesystem::path data() const { return m_dir / "data"; }

private:
    const TestPki& m_pki;
    const QStringList m_options;
    TempDir m_dir;
    Program m_program;
    quint16 m_port = 0;
};

} // namespace zs::testkit
