// Figures, changes and definitions as the panel writes them. Pure functions of their arguments and of the language.
#pragma once

#include "domain/indicators/Report.h"
#include "ui/cases/Workplace.h"
#include "ui/kit/Theme.h"

#include <QCoreApplication>
#include <QString>

namespace zs::indicators {

class FigureWords {
    Q_DECLARE_TR_FUNCTIONS(zs::indicators::FigureWords)

public:
    /// "12,846", "93.7 %", "0:42"; "no data". A share that isn't 0 or 1 is never shown as 0 % or 100 %.
    static QString value(domain::indicators::IndicatorId id, const domain::indicators::Figure& figure);
    /// "911 / 972"; empty for a plain count.
    static QString parts(domain::indicators::IndicatorId id, const domain::indicators::Figure& figure);
    /// "+3.7 pt", "−6.2 %", "±0"; "—" where there is nothing to compare with.
    static QString change(domain::indicators::IndicatorId id, const domain::indicators::Change& change);
    /// Amber where it got clearly worse (a point, a tenth), else grey.
    static kit::Tone changeTone(domain::indicators::IndicatorId id, const domain::indicators::Change& change);
    static QString verdict(const domain::indicators::Change& change); ///< "worse"; empty for none
    /// Formula, numerator, denominator, what is left out, and which reading: one line each.
    static QString explanation(const cases::Workplace& place, domain::indicators::IndicatorId id);

    static QString period(domain::indicators::Period period);
    static QString dimension(domain::indicators::Dimension dimension);
    /// What a row is called: a town's, an agency's name …; "not routed yet" for none.
    static QString key(const cases::Workplace& place, domain::indicators::Dimension dimension, std::uint32_t key);
    /// "24 Nov 08:00 – 25 Nov 09:30", in the city's time.
    static QString span(const cases::Workplace& place, domain::indicators::Span span);
};

} // namespace zs::indicators
