#include "ui/shell/StatusBar.h"

#include "ui/kit/DurationText.h"
#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/Translations.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace zs::shell {

namespace {

enum Part { Link, Age, Seq, Outbox };

QPixmap lamp(const QColor& colour, int box, int size, qreal dpr) {
    QPixmap pixmap(QSize(box, box) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter p(&pixmap);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(colour);
    p.drawEllipse(QPointF(box / 2.0, box / 2.0), size / 2.0, size / 2.0);
    return pixmap;
}

} // namespace

StatusBar::StatusBar(kit::ThemeManager& themes, QWidget* parent)
    : QFrame(parent), m_themes(themes), m_language(kit::Language::English),
      m_languageButton(new QToolButton(this)), m_themeButton(new QToolButton(this)) {
    setObjectName(QStringLiteral("statusBar"));
    static constexpr const char* names[] = {"statusLink", "statusAge", "statusSeq", "statusPending"};
    auto* layout = new QHBoxLayout(this);
    const auto rule = [&] {
        auto* r = new QFrame(this);
        r->setObjectName(QStringLiteral("statusRule"));
        m_rules.append(r);
        layout->addWidget(r);
    };
    for (int i = 0; i < 4; ++i) {
        m_icons[i] = new QLabel(this);
        m_texts[i] = new QLabel(this);
        m_texts[i]->setObjectName(QLatin1String(names[i]));
        m_texts[i]->setTextFormat(Qt::PlainText);
        if (i > 0) {
            rule();
        }
        auto* pair = new QHBoxLayout;
        pair->addWidget(m_icons[i]);
        pair->addWidget(m_texts[i]);
        layout->addLayout(pair);
    }
    layout->addStretch(1);
    for (QToolButton* button : {m_themeButton, m_languageButton}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        if (button == m_languageButton) {
            rule();
        }
        layout->addWidget(button);
    }
    m_themeButton->setObjectName(QStringLiteral("statusTheme"));
    m_languageButton->setObjectName(QStringLiteral("statusLanguage"));
    connect(m_languageButton, &QToolButton::clicked, this, [this] {
        Q_EMIT languageRequested(m_language == kit::Language::English ? kit::Language::Chinese
                                                                      : kit::Language::English);
    });
    connect(m_themeButton, &QToolButton::clicked, this, [this] {
        Q_EMIT themeRequested(m_themes.mode() == kit::Mode::Light ? kit::Mode::Dark : kit::Mode::Light);
    });
    connect(&themes, &kit::ThemeManager::changed, this, &StatusBar::restyle);
    restyle();
}

void StatusBar::setLink(const LinkView& view) {
    if (view != m_view) {
        m_view = view;
        refresh();
    }
}

void StatusBar::setLanguage(kit::Language language) {
    m_language = language;
    refresh();
}

void StatusBar::restyle() {
    const kit::Theme& t = m_themes.theme();
    setFixedHeight(t.px(t.bar.status));
    layout()->setContentsMargins(t.px(12), 1, t.px(12), 0);
    layout()->setSpacing(t.px(12));
    for (int i = 0; i < 4; ++i) {
        layout()->itemAt(2 * i)->layout()->setSpacing(t.px(6));
    }
    for (QFrame* r : m_rules) {
        r->setFixedSize(1, t.px(14));
    }
    for (QToolButton* button : {m_themeButton, m_languageButton}) {
        button->setIconSize(QSize(t.px(14), t.px(14)));
    }
    m_languageButton->setIcon(m_themes.icon(QStringLiteral("languages"), 14));
    m_themeButton->setIcon(
        m_themes.icon(t.mode == kit::Mode::Light ? QStringLiteral("sun") : QStringLiteral("moon"), 14));
    refresh();
}

void StatusBar::refresh() {
    using kit::DurationText;
    const kit::Theme& t = m_themes.theme();
    const qreal dpr = devicePixelRatioF();
    const auto icon = [&](const char* name, bool warn) {
        return m_themes.icons().pixmap(QLatin1String(name), t.px(14),
                                       warn ? t.semantic.warn : t.text.secondary, dpr);
    };
    const auto tone = [&](Part part, const char* name) {
        kit::setStyleProperty(*m_texts[part], "tone", QLatin1String(name));
    };
    const bool lost = m_view.state == LinkState::Lost;
    switch (m_view.state) {
    case LinkState::Connected:
        m_texts[Link]->setText(m_view.latency ? tr("Connected %1 ms").arg(m_view.latency->count())
                                              : tr("Connected"));
        m_icons[Link]->setPixmap(lamp(t.semantic.ok, t.px(10), t.px(8), dpr));
        break;
    case LinkState::Connecting:
        m_texts[Link]->setText(tr("Connecting"));
        m_icons[Link]->setPixmap(lamp(t.text.disabled, t.px(10), t.px(8), dpr));
        break;
    case LinkState::Lost:
        m_texts[Link]->setText(m_view.lostFor
                                   ? tr("Disconnected %1").arg(DurationText::minutesSeconds(*m_view.lostFor))
                                   : tr("Disconnected"));
        m_icons[Link]->setPixmap(icon("unplug", true));
        break;
    }
    tone(Link, lost ? "warn" : "normal");
    m_texts[Age]->setText(m_view.dataAge ? tr("data %1").arg(DurationText::age(*m_view.dataAge))
                                         : tr("no data"));
    m_icons[Age]->setPixmap(icon("database", lost));
    tone(Age, lost ? "warn" : "normal");
    m_texts[Seq]->setText(DurationText::grouped(static_cast<qint64>(m_view.seq)));
    m_texts[Seq]->setAccessibleName(tr("last event %1").arg(m_texts[Seq]->text()));
    m_icons[Seq]->setPixmap(icon("hash", false));
    QStringList outbox{tr("pending %1").arg(m_view.pending)};
    if (m_view.unknown > 0) {
        outbox.append(tr("unknown %1").arg(m_view.unknown));
    }
    if (m_view.refused > 0) {
        outbox.append(tr("refused %1").arg(m_view.refused));
    }
    const bool trouble = m_view.unknown > 0 || m_view.refused > 0 || (lost && m_view.pending > 0);
    m_texts[Outbox]->setText(outbox.join(tr(", ")));
    m_icons[Outbox]->setPixmap(icon("send", trouble));
    tone(Outbox, trouble ? "warn" : "normal");
    // The names of the languages in themselves: who can't read the one finds the other.
    m_languageButton->setText(m_language == kit::Language::English
                                  ? QStringLiteral("English")
                                  : QLocale(QLocale::Chinese).nativeLanguageName());
    m_languageButton->setAccessibleName(tr("Language: %1").arg(m_languageButton->text()));
    m_languageButton->setToolTip(tr("Change the language"));
    m_themeButton->setText(t.mode == kit::Mode::Light ? tr("Light") : tr("Dark"));
    m_themeButton->setAccessibleName(tr("Theme: %1").arg(m_themeButton->text()));
    m_themeButton->setToolTip(tr("Change between light and dark"));
}

void StatusBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace zs::shell
