#include "ui/cases/LinkStatusText.h"

#include "ui/kit/DurationText.h"

#include <QCoreApplication>

namespace zs::cases {

using sdk::PanelStatus;

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(zs::cases::LinkStatusText)
};
} // namespace

PanelStatus linkPanelStatus(const Workplace& place)
{
    using session::LinkState;
    const session::LinkStatus& link = place.desk.link();
    PanelStatus s;
    const QString reason = link.reason;
    if (!place.desk.isLoaded()) {
        if (link.state == LinkState::Refused) {
            s.state = sdk::PanelState::Error;
            s.tone = sdk::FreshnessTone::Alarm;
            s.freshness = Words::tr("no data");
            s.headline = Words::tr("The gateway isn't trusted");
            s.happened = reason;
            s.effect = Words::tr("No case is lost: they are at the gateway, this desk just can't see them.");
            s.remedy = Words::tr("Have the certificates checked; then connect again.");
            s.code = QStringLiteral("link.refused");
            s.actions.append({QStringLiteral("reconnect"), Words::tr("Connect again")});
        } else {
            s.state = sdk::PanelState::Loading;
            s.freshness = link.state == LinkState::Offline ? Words::tr("gateway away, trying")
                                                           : Words::tr("fetching %1").arg(place.text(place.desk.city().name));
        }
        return s;
    }
    if (link.state == LinkState::Online) {
        s.state = sdk::PanelState::Ready;
        s.freshness = Words::tr("%1 · live").arg(place.text(place.desk.city().name));
        return s;
    }
    s.state = sdk::PanelState::Partial;
    s.tone = sdk::FreshnessTone::Warn;
    const auto age = std::chrono::floor<std::chrono::seconds>(std::max(Millis(0), place.desk.serverNow() - link.dataAt));
    s.freshness = kit::DurationText::dataAge(age);
    s.headline = s.freshness;
    s.sentence = Words::tr("Commands wait here, then go out");
    return s;
}

} // namespace zs::cases
