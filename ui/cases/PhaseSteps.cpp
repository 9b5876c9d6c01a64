#include "ui/cases/PhaseSteps.h"

#include "ui/cases/CaseWords.h"

namespace zs::cases {

QList<kit::PhaseNode> PhaseSteps::of(const Workplace& place, const domain::Case& state,
                                       std::span<const domain::RecordedEvent> events)
{
    using domain::Phase;
    struct Node {
        QString name;
        Phase phase; ///< is done when this was reached
        TimePoint at{};
    };
    std::vector<Node> nodes = {{tr("Intake"), Phase::Received},      {tr("Register"), Phase::Classified},
                               {tr("Route"), Phase::Routed},         {tr("Accept"), Phase::Accepted},
                               {tr("Dispatch"), Phase::Dispatched},  {tr("On scene"), Phase::OnScene},
                               {tr("Report"), Phase::Finished}};
    for (const domain::RecordedEvent& e : events) {
        const auto mark = [&](Phase phase) {
            for (Node& node : nodes)
                if (node.phase == phase) node.at = e.at;
        };
        if (std::holds_alternative<domain::Received>(e.event)) mark(Phase::Received);
        else if (std::holds_alternative<domain::Classified>(e.event)) mark(Phase::Classified);
        else if (std::holds_alternative<domain::Routed>(e.event)) mark(Phase::Routed);
        else if (std::holds_alternative<domain::Accepted>(e.event)) mark(Phase::Accepted);
        else if (std::holds_alternative<domain::Dispatched>(e.event)) mark(Phase::Dispatched);
        else if (std::holds_alternative<domain::Arrived>(e.event)) mark(Phase::OnScene);
        else if (std::holds_alternative<domain::Finished>(e.event)) mark(Phase::Finished);
        else if (std::holds_alternative<domain::Returned>(e.event))
            for (Node& node : nodes)
                if (node.phase == Phase::Routed || node.phase == Phase::Accepted) node.at = {};
    }
    nodes.front().at = state.receivedAt;
    nodes[5].at = state.arrivedAt;
    nodes[6].at = state.finishedAt;
    // What this desk has asked for has no event yet.
    for (Node& node : nodes)
        if (node.phase == state.phase && node.at == TimePoint{}) node.at = state.phaseAt;
    // The next step is the current one: "Route, to do".
    const Phase reached = state.phase == Phase::Acknowledged ? Phase::Dispatched : state.phase;
    const TimePoint now = place.desk.serverNow();
    const kit::Attention attention = CaseWords::nextLimit(place.desk, state).attention;
    QList<kit::PhaseNode> shown;
    bool currentGiven = false;
    for (const Node& node : nodes) {
        kit::PhaseNode n;
        n.name = node.name;
        if (node.phase <= reached) {
            n.progress = kit::PhaseProgress::Done;
            n.note = node.at == TimePoint{} ? QStringLiteral("—") : CaseWords::clock(place, node.at, now).right(5);
        } else if (!currentGiven) {
            currentGiven = true;
            n.progress = kit::PhaseProgress::Current;
            n.note = reached == Phase::Dispatched ? (state.phase == Phase::Acknowledged ? tr("en route") : tr("sent"))
                                                  : tr("to do");
            n.tone = attention == kit::Attention::Alarm ? kit::Tone::Alarm
                : attention == kit::Attention::Warn     ? kit::Tone::Warn
                                                        : kit::Tone::Primary;
        }
        shown.append(n);
    }
    return shown;
}

} // namespace zs::cases
