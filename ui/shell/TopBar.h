// The 40-px bar: what and where, the seats there are, search, layout, shift, date and clock.
#pragma once

#include <QDateTime>
#include <QFrame>
#include <QList>
#include <QTimer>
#include <functional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace zs::kit {
class ElidedLabel;
class SearchField;
class SegmentBar;
class ThemeManager;
} // namespace zs::kit

namespace zs::shell {

/// Local time, from whoever keeps it; a test gives its own.
using Now = std::function<QDateTime()>;

struct Seat {
    QString id;
    QString label;
};

struct TopBarView {
    QString place;     ///< "Dongguan, Dongcheng centre"
    QList<Seat> seats; ///< only those that exist
    QString seat;      ///< id of the current one
    QString shift;     ///< "08–16 Zhou …": shift and the person on duty
};

enum class SearchOffer { None, CaseAndGrid };

class TopBar final : public QFrame {
    Q_OBJECT

public:
    TopBar(kit::ThemeManager& themes, Now now, QWidget* parent = nullptr);

    void setView(const TopBarView& view);
    /// The search field is there only when somebody answers searchRequested().
    void setSearch(SearchOffer offer);
    bool offersSearch() const { return m_offer == SearchOffer::CaseAndGrid; }
    void focusSearch();
    /// The menu stays its owner's. `name` is the current layout's, empty for the default.
    void setLayoutMenu(QMenu* menu);
    void setLayoutName(const QString& name);
    /// Reads the clock again; done by itself every second.
    void refreshClock();

Q_SIGNALS:
    void searchRequested(const QString& text);
    void seatRequested(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    QFrame* rule();
    void restyle();
    void retranslate();

    kit::ThemeManager& m_themes;
    Now m_now;
    TopBarView m_view;
    SearchOffer m_offer = SearchOffer::None;
    QString m_layoutName;
    QLabel* m_product;
    kit::ElidedLabel* m_place;
    kit::SegmentBar* m_seats;
    kit::SearchField* m_search;
    QToolButton* m_layout;
    kit::ElidedLabel* m_shift;
    QLabel* m_date;
    QLabel* m_clock;
    QList<QFrame*> m_rules;
    QTimer m_timer;
};

} // namespace zs::shell
