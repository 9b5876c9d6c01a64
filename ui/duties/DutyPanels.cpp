#include "ui/duties/DutyPanels.h"

#include "ui/duties/CampaignSource.h"
#include "ui/duties/ConsultationSource.h"
#include "ui/duties/DutyBoard.h"
#include "ui/duties/NightSource.h"
#include "ui/duties/ZeroPanel.h"

namespace zs::duties {

namespace {

template <class Source>
std::unique_ptr<sdk::PanelFactory> board(const cases::Workplace& place)
{
    return sdk::makePanelFactory(&Source::panelInfo, [&place](QWidget* parent) {
        return new DutyBoard(place, std::make_unique<Source>(place), parent);
    });
}

} // namespace

std::vector<std::unique_ptr<sdk::PanelFactory>> dutyPanelFactories(const cases::Workplace& place)
{
    std::vector<std::unique_ptr<sdk::PanelFactory>> all;
    all.push_back(sdk::makePanelFactory(&ZeroPanel::panelInfo, [&place](QWidget* parent) { return new ZeroPanel(place, parent); }));
    all.push_back(board<NightSource>(place));
    all.push_back(board<ConsultationSource>(place));
    all.push_back(board<CampaignSource>(place));
    return all;
}

} // namespace zs::duties
