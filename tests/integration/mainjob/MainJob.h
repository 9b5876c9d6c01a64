// The steps of the main job. Each begins when what it needs has happened; nothing waits for a fixed time.
#pragma once

#include "base/Result.h"
#include "link/GatewayClient.h"
#include "tests/integration/mainjob/Mouse.h"
#include "tests/integration/mainjob/Stack.h"
#include "ui/console/Console.h"
#include "ui/map/panel/MapPanel.h"
#include "ui/cases/QueueView.h"
#include "ui/cases/RoutingAdvice.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace zs::mainjob {

class MainJob final : public QObject {
    Q_OBJECT
public:
    /// `dispatcher` shows the map natively, `second` is the other desk. All outlive the job.
    MainJob(Stack& stack, console::Console& dispatcher, console::Console& second, const Folders& folders, QUrl gateway, int cases,
            std::chrono::seconds deadline);

    void start();
    int casesSeen() const { return static_cast<int>(m_second.session().cases().size()); }

Q_SIGNALS:
    void done();
    void failed(const QString& sentence);

private:
    enum class Step { WaitForCity, RouteAll, Choose, Drag, WaitForEnd, AskGateway, Pictures, ShippedConsole, Ended };

    void look();
    void fail(const QString& sentence);
    bool isCityThere() const;
    bool choose();
    void drag();
    void dropWhenOver(int tries);
    void watchSecond();
    /// Routes by rule what the intake desks left; true once every case has its lead, or was decided otherwise.
    bool routeAll();
    /// The gateway's own snapshot must say so too.
    void askGateway();
    void takePictures();
    void watchShippedConsole();
    bool save(const QPixmap& picture, const QString& name);
    QPoint personOnScreen() const;
    QString where() const;

    Stack& m_stack;
    console::Console& m_first;
    console::Console& m_second;
    const Folders& m_folders;
    const QUrl m_gateway;
    const int m_cases;
    cases::RoutingAdvice m_advice;
    std::unique_ptr<link::GatewayClient> m_client;
    std::map<CaseId, std::uint32_t> m_routed; ///< by this job, and at which version
    Mouse m_mouse;
    QTimer m_look;
    QTimer m_deadline;
    Step m_step = Step::WaitForCity;
    bool m_mapReady = false;
    bool m_webReady = false;
    bool m_dragging = false;
    CaseId m_case;
    PersonId m_person;
    std::vector<domain::Phase> m_seen; ///< phases of the case on the second console, in order
};

} // namespace zs::mainjob
