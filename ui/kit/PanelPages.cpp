#include "ui/kit/PanelPages.h"

#include "ui/kit/KeyCap.h"
#include "ui/kit/Paint.h"
#include "ui/kit/Symbol.h"
#include "ui/kit/ThemeManager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace zs::kit {

namespace {

/// Plain text always: what people or a plugin wrote never becomes HTML.
QLabel* label(const char* name, QWidget* parent) {
    auto* l = new QLabel(parent);
    l->setObjectName(QLatin1String(name));
    l->setTextFormat(Qt::PlainText);
    return l;
}

/// Where the panel's columns stand in `width` px.
struct Column {
    sdk::PanelColumn column;
    int left;
    int width;
};

QList<Column> place(const QList<sdk::PanelColumn>& columns, int width, const Theme& t) {
    int fixed = 0;
    int flexible = 0;
    for (const sdk::PanelColumn& c : columns) {
        fixed += t.px(c.width);
        flexible += c.width == 0 ? 1 : 0;
    }
    const int rest = flexible > 0 ? qMax(0, width - fixed) / flexible : 0;
    QList<Column> out;
    int left = 0;
    for (const sdk::PanelColumn& c : columns) {
        const int w = c.width == 0 ? rest : t.px(c.width);
        out.append({c, left, w});
        left += w;
    }
    return out;
}

QList<sdk::PanelColumn> columnsOf(const sdk::Panel& panel) {
    const QList<sdk::PanelColumn> own = panel.columns();
    if (!own.isEmpty()) {
        return own;
    }
    return {{{}, 36, Qt::AlignLeft},
            {{}, 56, Qt::AlignLeft},
            {{}, 0, Qt::AlignLeft},
            {{}, 76, Qt::AlignRight},
            {{}, 64, Qt::AlignRight}};
}

constexpr int kColumnPad = 12; // the last column's right padding, px at 100 %

void paintHeads(QPainter& p, const QList<Column>& columns, int width, const QColor& colour, const Theme& t) {
    const int height = t.px(t.row.header);
    for (const Column& c : columns) {
        const bool last = c.left + c.width >= width;
        const QRect box(c.left, 0, c.width - (last ? t.px(kColumnPad) : 0), height);
        paintText(p, box, c.column.title, t.font(Type::Caption), colour, c.column.align);
    }
    p.fillRect(QRect(0, height - 1, width, 1), t.line.strong);
}

} // namespace

// ---- ActionRow ----

ActionRow::ActionRow(ThemeManager&, sdk::Panel& panel, Emphasis emphasis, QWidget* parent)
    : QWidget(parent), m_panel(panel), m_emphasis(emphasis), m_layout(new QHBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    if (emphasis == Emphasis::First) {
        m_layout->addStretch(1);
    }
}

void ActionRow::setActions(const QList<sdk::PanelAction>& actions) {
    setVisible(!actions.isEmpty());
    if (actions == m_actions) {
        return;
    }
    m_actions = actions;
    qDeleteAll(findChildren<QPushButton*>(QString(), Qt::FindDirectChildrenOnly));
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const QString id = actions[i].id;
        auto* button = new QPushButton(actions[i].label, this);
        button->setObjectName(QStringLiteral("stateAction_") + id);
        button->setAccessibleName(actions[i].label);
        setButtonRole(*button,
                      i == 0 && m_emphasis == Emphasis::First ? ButtonRole::Main : ButtonRole::Plain);
        connect(button, &QPushButton::clicked, this, [this, id] { m_panel.runAction(id); });
        m_layout->insertWidget(static_cast<int>(i), button);
    }
}

// ---- StripView ----

StripView::StripView(ThemeManager& themes, Kind kind, QWidget* parent)
    : QFrame(parent), m_themes(themes), m_kind(kind), m_icon(new QLabel(this)),
      m_headline(label("partialHeadline", this)), m_sentence(label("partialSentence", this)) {
    setObjectName(kind == Kind::Strip ? QStringLiteral("partialStrip") : QStringLiteral("partialFooter"));
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addWidget(m_headline);
    layout->addWidget(m_sentence, 1);
    m_sentence->setMinimumWidth(1);
    restyle();
    connect(&themes, &ThemeManager::changed, this, &StripView::restyle);
}

void StripView::restyle() {
    const Theme& t = m_themes.theme();
    const bool strip = m_kind == Kind::Strip;
    setFixedHeight(t.px(strip ? 36 : t.row.table));
    layout()->setContentsMargins(t.px(12), 0, t.px(12), 0);
    layout()->setSpacing(t.px(8));
    m_icon->setPixmap(m_themes.icons().pixmap(
        strip ? QStringLiteral("clock-alert") : QStringLiteral("cloud-off"), t.px(strip ? 16 : 14),
        strip ? t.semantic.warn : t.text.tertiary, devicePixelRatioF()));
}

void StripView::setTexts(const QString& headline, const QString& sentence) {
    m_headline->setText(headline);
    m_headline->setVisible(!headline.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setToolTip(sentence);
    setAccessibleName((headline + QLatin1Char(' ') + sentence).trimmed());
    setVisible(!headline.isEmpty() || !sentence.isEmpty());
}

// ---- LoadingPage ----

LoadingPage::LoadingPage(ThemeManager& themes, sdk::Panel& panel, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_panel(panel) {
    setObjectName(QStringLiteral("panelLoading"));
    setAccessibleName(tr("Loading"));
}

void LoadingPage::paintEvent(QPaintEvent*) {
    const Theme& t = m_themes.theme();
    QPainter p(this);
    p.fillRect(rect(), t.surface.panel);
    const QList<Column> columns = place(columnsOf(m_panel), width(), t);
    paintHeads(p, columns, width(), t.text.disabled, t);
    // Widths of the flexible bar, so that rows look like rows; the same at every visit.
    static constexpr int kBars[] = {150, 104, 132, 88, 140, 120, 96, 146};
    const int rowHeight = t.px(t.row.table);
    const int bar = t.px(8);
    const int box = t.px(12);
    int n = 0;
    for (int y = t.px(t.row.header); y + rowHeight <= height(); y += rowHeight, ++n) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Column& c = columns[i];
            const bool last = i + 1 == columns.size();
            if (i == 0 && c.column.title.isEmpty()) {
                p.fillRect(QRect(c.left + t.px(12), y + (rowHeight - box) / 2, box, box), t.line.subtle);
                continue;
            }
            const int room = c.width - t.px(last ? kColumnPad : 16);
            const int w = c.column.width == 0 ? qMin(room, t.px(kBars[n % 8])) : qMax(0, room);
            const bool right = c.column.align.testFlag(Qt::AlignRight);
            const int x = right ? c.left + c.width - t.px(last ? kColumnPad : 16) - w : c.left;
            p.fillRect(QRect(x, y + (rowHeight - bar) / 2, w, bar), t.line.subtle);
        }
        p.fillRect(QRect(0, y + rowHeight - 1, width(), 1), t.line.subtle);
    }
}

// ---- EmptyPage ----

namespace {

/// The mark of an empty panel: the symbol language's "done".
class EmptyMark final : public QWidget {
public:
    EmptyMark(ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {}
    QSize sizeHint() const override { return {m_themes.theme().px(44), m_themes.theme().px(44)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        Theme t = m_themes.theme();
        t.map.event = t.text.tertiary;
        Symbol symbol;
        symbol.shape = Shape::Dispute;
        symbol.fill = Fill::Check;
        QPainter p(this);
        paintSymbol(p, QRectF(rect()).center(), t.px(38), symbol, t);
    }

private:
    ThemeManager& m_themes;
};

} // namespace

EmptyPage::EmptyPage(ThemeManager& themes, sdk::Panel& panel, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_panel(panel), m_layout(new QVBoxLayout(this)),
      m_mark(new EmptyMark(themes, this)), m_headline(label("stateHeadline", this)),
      m_sentence(label("stateSentence", this)), m_hint(label("stateHint", this)),
      m_actions(new ActionRow(themes, panel, ActionRow::Emphasis::None, this)) {
    setObjectName(QStringLiteral("panelEmpty"));
    for (QLabel* l : {m_headline, m_sentence, m_hint}) {
        l->setAlignment(Qt::AlignCenter);
        l->setWordWrap(true);
    }
    restyle();
    connect(&themes, &ThemeManager::changed, this, &EmptyPage::restyle);
}

void EmptyPage::restyle() {
    const Theme& t = m_themes.theme();
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item; // the widgets stay, they belong to the page
    }
    m_layout->setSpacing(0);
    m_layout->setContentsMargins(t.px(24), t.px(t.row.header), t.px(24), 0);
    m_mark->setFixedSize(m_mark->sizeHint());
    m_layout->addStretch(1);
    m_layout->addWidget(m_mark, 0, Qt::AlignHCenter);
    m_layout->addSpacing(t.px(20));
    m_layout->addWidget(m_headline);
    m_layout->addWidget(m_sentence);
    m_layout->addWidget(m_hint);
    m_layout->addSpacing(t.px(16));
    m_layout->addWidget(m_actions, 0, Qt::AlignHCenter);
    m_layout->addStretch(1);
}

void EmptyPage::setStatus(const sdk::PanelStatus& status) {
    m_headline->setText(status.headline);
    m_sentence->setText(status.sentence);
    m_sentence->setVisible(!status.sentence.isEmpty());
    m_hint->setText(status.hint);
    m_hint->setVisible(!status.hint.isEmpty());
    m_actions->setActions(status.actions);
    setAccessibleName(status.headline);
    setAccessibleDescription(status.sentence);
}

void EmptyPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // In a low dock the words matter more than the mark.
    m_mark->setVisible(height() >= m_themes.theme().px(230));
}

void EmptyPage::paintEvent(QPaintEvent*) {
    const Theme& t = m_themes.theme();
    QPainter p(this);
    p.fillRect(rect(), t.surface.panel);
    const QList<sdk::PanelColumn> columns = m_panel.columns();
    if (!columns.isEmpty()) {
        paintHeads(p, place(columns, width(), t), width(), t.text.tertiary, t);
    }
}

// ---- ErrorPage ----

ErrorPage::ErrorPage(ThemeManager& themes, sdk::Panel& panel, QWidget* parent)
    : QScrollArea(parent), m_themes(themes), m_page(new QWidget), m_layout(new QVBoxLayout(m_page)),
      m_parts(new QGridLayout), m_icon(new QLabel(m_page)), m_headline(label("stateHeadline", m_page)),
      m_code(label("errorCode", m_page)),
      m_actions(new ActionRow(themes, panel, ActionRow::Emphasis::First, m_page)) {
    setObjectName(QStringLiteral("panelError"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(m_page);
    auto* head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(m_headline, 1);
    m_headline->setWordWrap(true);
    static constexpr const char* names[] = {"errorHappened", "errorEffect", "errorRemedy"};
    for (int i = 0; i < 3; ++i) {
        m_labels[i] = label("errorLabel", m_page);
        m_texts[i] = label(names[i], m_page);
        m_texts[i]->setWordWrap(true);
        m_texts[i]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_parts->addWidget(m_labels[i], i, 0, Qt::AlignTop);
        m_parts->addWidget(m_texts[i], i, 1, Qt::AlignTop);
    }
    m_parts->setColumnStretch(1, 1);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addLayout(head);
    m_layout->addLayout(m_parts);
    m_layout->addWidget(m_actions);
    m_layout->addWidget(m_code);
    m_layout->addStretch(1);
    retranslate();
    restyle();
    connect(&themes, &ThemeManager::changed, this, &ErrorPage::restyle);
}

void ErrorPage::restyle() {
    const Theme& t = m_themes.theme();
    fit();
    m_layout->setSpacing(0);
    m_layout->itemAt(0)->layout()->setSpacing(t.px(8));
    m_parts->setHorizontalSpacing(t.px(8));
    m_parts->setColumnMinimumWidth(0, t.px(56));
    m_icon->setPixmap(m_themes.icons().pixmap(QStringLiteral("circle-alert"), t.px(20), t.semantic.alarm,
                                              devicePixelRatioF()));
}

void ErrorPage::fit() {
    // In a low dock (the lanes' 232 px) the margins give way before anything has to be scrolled.
    const Theme& t = m_themes.theme();
    const bool low = height() < t.px(248);
    m_layout->setContentsMargins(t.px(24), t.px(low ? 8 : 24), t.px(24), t.px(low ? 4 : 16));
    m_parts->setContentsMargins(0, t.px(low ? 8 : 12), 0, t.px(low ? 10 : 20));
    m_parts->setVerticalSpacing(t.px(low ? 4 : 8));
    m_actions->layout()->setContentsMargins(0, 0, 0, t.px(low ? 8 : 18));
}

void ErrorPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void ErrorPage::setStatus(const sdk::PanelStatus& status) {
    m_headline->setText(status.headline);
    const QString parts[] = {status.happened, status.effect, status.remedy};
    for (int i = 0; i < 3; ++i) {
        m_texts[i]->setText(parts[i]);
        m_texts[i]->setVisible(!parts[i].isEmpty());
        m_labels[i]->setVisible(!parts[i].isEmpty());
    }
    m_code->setText(status.code);
    m_code->setVisible(!status.code.isEmpty());
    m_actions->setActions(status.actions);
    setAccessibleName(status.headline);
    setAccessibleDescription(
        QStringList{status.happened, status.effect, status.remedy}.join(QLatin1Char(' ')));
}

void ErrorPage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ErrorPage::retranslate() {
    m_labels[0]->setText(tr("Happened"));
    m_labels[1]->setText(tr("Cases"));
    m_labels[2]->setText(tr("Now"));
}

} // namespace zs::kit
