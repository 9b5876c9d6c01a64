// The 40 px under the top bar that are always there, so that an alarm never moves the row under the pointer.
// Says only what it is given; sorting and merging alarms is its feeder's work.
#pragma once

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace zs::kit {
class ElidedLabel;
class ThemeManager;
} // namespace zs::kit

namespace zs::shell {

enum class AlarmState { Quiet, Urgent, Acknowledged, High, Flood, Shelved, Offline };

struct AlarmAction {
    QString id;
    QString label;
    bool operator==(const AlarmAction&) const = default;
};

/// Texts are plain and already in the reader's language.
struct AlarmView {
    AlarmState state = AlarmState::Quiet;
    QString word;     ///< "Urgent"; empty when quiet
    QString headline; ///< bold; when quiet the one grey line
    QString detail;
    QString trailing; ///< before the buttons ("2 more")
    QString chip;     ///< Offline only: the urgent alarm that must not be covered
    QList<AlarmAction> actions;
    bool operator==(const AlarmView&) const = default;
};

class AlarmSlot final : public QFrame {
    Q_OBJECT

public:
    explicit AlarmSlot(kit::ThemeManager& themes, QWidget* parent = nullptr);
    void setView(const AlarmView& view);
    const AlarmView& view() const { return m_view; }

Q_SIGNALS:
    void actionTriggered(const QString& id);
    void chipTriggered();

private:
    void restyle();
    void showMark();

    kit::ThemeManager& m_themes;
    AlarmView m_view;
    QLabel* m_mark;
    QLabel* m_word;
    kit::ElidedLabel* m_headline;
    kit::ElidedLabel* m_detail;
    QPushButton* m_chip;
    QLabel* m_trailing;
    QHBoxLayout* m_buttons;
};

} // namespace zs::shell
