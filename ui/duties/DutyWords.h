// Days, stages and places in words, in the reader's language.
#pragma once

#include "domain/duties/Duties.h"
#include "ui/cases/Workplace.h"
#include "ui/kit/Theme.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace zs::duties {

class DutyWords {
    Q_DECLARE_TR_FUNCTIONS(zs::duties::DutyWords)
public:
    static QDate date(domain::DayNumber day);
    static domain::DayNumber day(QDate date);
    static domain::DayNumber today(const cases::Workplace& place);
    static QString shortDay(domain::DayNumber day); ///< 11-25
    static QString span(domain::DayNumber first, domain::DayNumber last);
    static QString clock(const cases::Workplace& place, TimePoint at); ///< 11-25 18:05 of the city
    static QString minute(int minuteOfDay);
    static QString town(const cases::Workplace& place, TownId id);     ///< none: the whole city
    static QString agency(const cases::Workplace& place, AgencyId id); ///< short
    static QString stage(domain::NightStage stage);
    static QString stage(domain::ConsultationStage stage);
    static QString stage(domain::CampaignStage stage);
    static QString category(domain::PlaceCategory category);
    static QString cases(const std::vector<CaseId>& ids);
    /// Numbers in free text ("C-0412, 415"); none if something else stands there.
    static std::optional<std::vector<CaseId>> casesIn(const QString& text);
};

} // namespace zs::duties
