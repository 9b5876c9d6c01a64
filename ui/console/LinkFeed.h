// Tells the shell how this desk stands with the gateway: status line, alarm slot, top bar.
#pragma once

#include "session/Session.h"
#include "ui/cases/CaseTableModel.h"
#include "ui/cases/Workplace.h"
#include "ui/shell/MainWindow.h"

#include <QObject>
#include <QTimer>

namespace zs::console {

class LinkFeed final : public QObject {
    Q_OBJECT
public:
    /// All outlive the feed.
    LinkFeed(const session::Session& session, const cases::Workplace& place, const cases::CaseTableModel& queue,
             shell::MainWindow& window, QObject* parent = nullptr);

    /// Reads everything again; done by itself each second and whenever something changes.
    void refresh();
    /// One sentence that a person should read; stays in the slot until it is understood. Empty takes it away.
    void say(const QString& sentence);

private:
    shell::LinkView linkView() const;
    shell::AlarmView alarmView() const;
    void refreshTopBar();

    const session::Session& m_session;
    const cases::Workplace& m_place;
    const cases::CaseTableModel& m_queue;
    shell::MainWindow& m_window;
    QString m_said;
    QTimer m_second;
};

} // namespace zs::console
