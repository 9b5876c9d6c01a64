// Durations, ages and limits as the console writes them: 0:42, late 0:42, left 2 d 6:17, 2 wd, 3:12 old.
// Pure functions of their arguments and of the installed language (see Translations).
#pragma once

#include "ui/kit/Symbol.h"

#include <QCoreApplication>
#include <QString>
#include <chrono>
#include <optional>

namespace zs::kit {

enum class LimitState { Running, Met, Suspended, None };

enum class LimitBasis { AsSet, NaturalFallback }; ///< NaturalFallback: in a year without a work calendar, so in natural days

/// A limit as a panel sees it. Late when `left` is negative.
struct LimitView {
    LimitState state = LimitState::Running;
    std::chrono::seconds left{0};   ///< until it runs out; for Met: how long it took
    std::optional<int> workingDays; ///< whole working days left, where the limit counts those
    Attention attention = Attention::Normal;
    LimitBasis basis = LimitBasis::AsSet;

    bool operator==(const LimitView&) const = default;
};

enum class LimitForm { Short, Full }; ///< Short: one unit ("late 1 d"); Full: "late 1 d 6:17"

class DurationText {
    Q_DECLARE_TR_FUNCTIONS(zs::kit::DurationText)

public:
    /// Hours and minutes, "0:42", "26:05"; a minute that has begun doesn't count. Negative values lose their
    /// sign.
    static QString hoursMinutes(std::chrono::seconds value);
    /// Minutes and seconds under an hour ("3:12"), hours and minutes with words above ("1 h 02").
    static QString minutesSeconds(std::chrono::seconds value);
    /// "2 s", "3:12", "1 h 02": how old something is.
    static QString age(std::chrono::seconds value);
    /// "data 3:12 old".
    static QString dataAge(std::chrono::seconds value);
    /// What stands in a limit column: "late 0:42", "left 0:11" (at 80 %), "3:52", "2 wd", "0:09 met", "paused", "—".
    /// A NaturalFallback is marked: "≈2 d", and in the full form "left 2 d 6:17 (natural days)".
    static QString limit(const LimitView& limit, LimitForm form = LimitForm::Short);
    static Tone limitTone(const LimitView& limit);
    /// 1204 → "1,204".
    static QString grouped(qint64 value);
};

} // namespace zs::kit
