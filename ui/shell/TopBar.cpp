#include "ui/shell/TopBar.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/SearchField.h"
#include "ui/kit/SegmentBar.h"
#include "ui/kit/ThemeManager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace zs::shell {

TopBar::TopBar(kit::ThemeManager& themes, Now now, QWidget* parent)
    : QFrame(parent), m_themes(themes), m_now(std::move(now)), m_product(new QLabel(this)),
      m_place(new kit::ElidedLabel(this)), m_seats(new kit::SegmentBar(themes, tr("Seats"), this)),
      m_search(
          new kit::SearchField(themes, QString(), QStringLiteral("Ctrl K"), kit::FieldSize::Normal, this)),
      m_layout(new QToolButton(this)), m_shift(new kit::ElidedLabel(this)), m_date(new QLabel(this)),
      m_clock(new QLabel(this)) {
    setObjectName(QStringLiteral("topBar"));
    m_product->setObjectName(QStringLiteral("topBarProduct"));
    m_place->setObjectName(QStringLiteral("topBarPlace"));
    m_seats->setObjectName(QStringLiteral("topBarSeats"));
    m_search->setObjectName(QStringLiteral("topBarSearch"));
    m_layout->setObjectName(QStringLiteral("topBarLayout"));
    m_shift->setObjectName(QStringLiteral("topBarShift"));
    m_date->setObjectName(QStringLiteral("topBarDate"));
    m_clock->setObjectName(QStringLiteral("topBarClock"));
    m_layout->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_layout->setPopupMode(QToolButton::InstantPopup);
    m_layout->setFocusPolicy(Qt::StrongFocus);
    m_layout->hide();
    m_search->hide();

    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_product);
    layout->addWidget(m_place);
    layout->addWidget(rule());
    layout->addWidget(m_seats);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addStretch(1);
    layout->addWidget(m_layout);
    layout->addWidget(rule());
    layout->addWidget(m_shift);
    layout->addWidget(rule());
    layout->addWidget(m_date);
    layout->addWidget(m_clock);

    connect(m_seats, &kit::SegmentBar::currentChanged, this, &TopBar::seatRequested);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = m_search->text().trimmed(); !text.isEmpty()) {
            Q_EMIT searchRequested(text);
        }
    });
    connect(m_search, &kit::SearchField::dismissed, m_search, &QWidget::clearFocus);
    connect(&themes, &kit::ThemeManager::changed, this, &TopBar::restyle);
    connect(&m_timer, &QTimer::timeout, this, &TopBar::refreshClock);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    restyle();
    retranslate();
}

QFrame* TopBar::rule() {
    auto* rule = new QFrame(this);
    rule->setObjectName(QStringLiteral("topBarRule"));
    m_rules.append(rule);
    return rule;
}

void TopBar::setView(const TopBarView& view) {
    m_view = view;
    m_place->setText(view.place);
    QList<kit::Segment> segments;
    for (const Seat& seat : view.seats) {
        segments.append(kit::Segment{seat.id, seat.label, {}, kit::Tone::Secondary});
    }
    m_seats->setSegments(segments);
    m_seats->setCurrent(view.seat);
    m_seats->setVisible(!segments.isEmpty());
    m_rules[0]->setVisible(!segments.isEmpty());
    m_rules[1]->setVisible(!view.shift.isEmpty());
    m_shift->setVisible(!view.shift.isEmpty());
    retranslate();
}

void TopBar::setSearch(SearchOffer offer) {
    m_offer = offer;
    m_search->setVisible(offer == SearchOffer::CaseAndGrid);
}

void TopBar::focusSearch() {
    if (m_search->isVisible()) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    }
}

void TopBar::setLayoutMenu(QMenu* menu) {
    m_layout->setMenu(menu);
    m_layout->setVisible(menu != nullptr);
}

void TopBar::setLayoutName(const QString& name) {
    m_layoutName = name;
    retranslate();
}

void TopBar::refreshClock() {
    const QDateTime now = m_now();
    m_clock->setText(now.toString(QStringLiteral("HH:mm:ss")));
    m_date->setText(locale().toString(now, tr("ddd d MMM", "date in the top bar: QLocale format")));
    // Wakes right after the second changes, so that the clock never skips one.
    m_timer.start(1000 - now.time().msec());
}

void TopBar::restyle() {
    const kit::Theme& t = m_themes.theme();
    setFixedHeight(t.px(t.bar.top));
    layout()->setContentsMargins(t.px(12), 0, t.px(12), 1);
    layout()->setSpacing(t.px(16));
    m_search->setFixedWidth(t.px(360));
    m_layout->setIcon(m_themes.icon(QStringLiteral("layout-dashboard"), 16));
    m_layout->setIconSize(QSize(t.px(16), t.px(16)));
    m_layout->setMinimumHeight(t.px(t.control.height));
    for (QFrame* r : m_rules) {
        r->setFixedSize(1, t.px(16));
    }
}

void TopBar::retranslate() {
    m_product->setText(tr("Zhongshu"));
    m_seats->setAccessibleName(tr("Seats"));
    m_search->setPlaceholderText(tr("Case number or grid"));
    m_search->setAccessibleName(tr("Find a case or a grid"));
    m_layout->setText(tr("Layout %1").arg(m_layoutName.isEmpty() ? tr("default") : m_layoutName));
    m_layout->setAccessibleName(m_layout->text());
    m_shift->setText(tr("Shift %1").arg(m_view.shift));
    refreshClock();
}

void TopBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
    }
}

} // namespace zs::shell
