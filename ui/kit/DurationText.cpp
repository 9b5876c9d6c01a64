#include "ui/kit/DurationText.h"

#include <QLocale>

namespace zs::kit {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

QString twoDigits(qint64 value) {
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString DurationText::hoursMinutes(seconds value) {
    const seconds v = std::chrono::abs(value);
    const qint64 h = std::chrono::duration_cast<hours>(v).count();
    const qint64 m = std::chrono::duration_cast<minutes>(v).count() % 60;
    return QStringLiteral("%1:%2").arg(h).arg(twoDigits(m));
}

QString DurationText::minutesSeconds(seconds value) {
    const seconds v = std::chrono::abs(value);
    if (v >= hours(1)) {
        const qint64 h = std::chrono::duration_cast<hours>(v).count();
        const qint64 m = std::chrono::duration_cast<minutes>(v).count() % 60;
        return tr("%1 h %2", "hours and minutes").arg(h).arg(twoDigits(m));
    }
    const qint64 m = std::chrono::duration_cast<minutes>(v).count();
    return QStringLiteral("%1:%2").arg(m).arg(twoDigits(v.count() % 60));
}

QString DurationText::age(seconds value) {
    const seconds v = std::chrono::abs(value);
    return v < minutes(1) ? tr("%1 s").arg(v.count()) : minutesSeconds(v);
}

QString DurationText::dataAge(seconds value) {
    // Two sentences: Chinese sets a space after figures and none after a word.
    const seconds v = std::chrono::abs(value);
    return v < minutes(1) ? tr("data %1 s old").arg(v.count()) : tr("data %1 old").arg(minutesSeconds(v));
}

QString DurationText::limit(const LimitView& view, LimitForm form) {
    if (view.state == LimitState::None) {
        return QStringLiteral("—");
    }
    if (view.state == LimitState::Suspended) {
        return tr("paused");
    }
    if (view.state == LimitState::Met) {
        return tr("%1 met").arg(hoursMinutes(view.left));
    }
    const bool late = view.left < seconds(0);
    const seconds v = std::chrono::abs(view.left);
    const qint64 d = std::chrono::duration_cast<days>(v).count();
    QString amount;
    const bool fallback = view.basis == LimitBasis::NaturalFallback;
    if (!late && !fallback && view.workingDays && *view.workingDays > 0 && form == LimitForm::Short) {
        amount = tr("%1 wd", "working days").arg(*view.workingDays);
    } else if (d > 0) {
        amount = tr("%1 d", "days").arg(d);
        if (form == LimitForm::Full) {
            amount += QLatin1Char(' ') + hoursMinutes(v - days(d));
        }
    } else {
        amount = hoursMinutes(v);
    }
    if (fallback) {
        amount = form == LimitForm::Short ? QStringLiteral("≈") + amount : tr("%1 (natural days)").arg(amount);
    }
    if (late) {
        return tr("late %1").arg(amount);
    }
    const bool word = view.attention != Attention::Normal || form == LimitForm::Full;
    return word ? tr("left %1").arg(amount) : amount;
}

Tone DurationText::limitTone(const LimitView& view) {
    if (view.state == LimitState::None || view.state == LimitState::Suspended) {
        return Tone::Tertiary;
    }
    if (view.state == LimitState::Met) {
        return Tone::Primary;
    }
    if (view.left < seconds(0) || view.attention == Attention::Alarm) {
        return Tone::Alarm;
    }
    return view.attention == Attention::Warn ? Tone::Warn : Tone::Primary;
}

QString DurationText::grouped(qint64 value) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(value);
}

} // namespace zs::kit
