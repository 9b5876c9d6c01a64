#include "ui/cases/DetailParts.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"
#include "ui/kit/Chip.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace zs::cases {

using kit::paintText;
using kit::Tone;
using kit::Type;
using kit::Weight;

kit::Symbol personSymbol(const Desk& desk, const domain::Person& person)
{
    kit::Symbol s;
    s.shape = person.role == domain::PersonRole::VolunteerTeam ? kit::Shape::Team : kit::Shape::Person;
    switch (desk.cases().activityOf(person.id)) {
    case session::Activity::Idle: s.fill = kit::Fill::None; break;
    case session::Activity::EnRoute: s.fill = kit::Fill::Half; break;
    case session::Activity::OnScene: s.fill = kit::Fill::Full; break;
    }
    const session::Fix* fix = desk.people().fix(person.id);
    using namespace std::chrono_literals;
    const Millis age = fix ? desk.serverNow() - fix->at : Millis::max();
    s.freshness = age <= 60s ? kit::Freshness::Fresh
        : age <= 5min        ? kit::Freshness::Minutes5
        : age <= 15min       ? kit::Freshness::Minutes15
                             : kit::Freshness::Stale;
    return s;
}

// --- head ---------------------------------------------------------------------------------------------------------

class CaseHead::SymbolView final : public QWidget {
public:
    SymbolView(kit::ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
    {
        setFixedSize(themes.theme().px(28), themes.theme().px(28));
    }
    void setSymbol(const kit::Symbol& symbol)
    {
        m_symbol = symbol;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        paintSymbol(p, QPointF(width() / 2.0, height() / 2.0), m_themes.theme().core.map * m_themes.theme().scale,
                    m_symbol, m_themes.theme());
    }

private:
    kit::ThemeManager& m_themes;
    kit::Symbol m_symbol;
};

CaseHead::CaseHead(const Workplace& place, QWidget* parent)
    : QWidget(parent), m_place(place), m_symbol(new SymbolView(place.themes, this)), m_title(new kit::ElidedLabel(this)),
      m_priority(new kit::Chip(place.themes, this)), m_late(new kit::Chip(place.themes, this)), m_where(new QLabel(this)),
      m_reporter(new QLabel(this))
{
    const kit::Theme& t = place.themes.theme();
    m_symbol->setObjectName(QStringLiteral("detailSymbol"));
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_priority->setObjectName(QStringLiteral("detailPriority"));
    m_late->setObjectName(QStringLiteral("detailLate"));
    m_where->setObjectName(QStringLiteral("detailPlace"));
    m_reporter->setObjectName(QStringLiteral("detailReporter"));
    for (QLabel* label : {m_where, m_reporter}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* top = new QHBoxLayout;
    top->setSpacing(t.px(8));
    top->addWidget(m_symbol);
    top->addWidget(m_title, 1);
    top->addWidget(m_priority);
    top->addWidget(m_late);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(6));
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(m_where);
    all->addWidget(m_reporter);
    connect(&place.themes, &kit::ThemeManager::changed, this, &CaseHead::restyle);
    restyle();
}

void CaseHead::restyle()
{
    const kit::Theme& t = m_place.themes.theme();
    m_title->setFont(t.font(Type::Title, Weight::Strong));
    // The application's sheet sets sizes on every widget; a widget's own sheet is stronger.
    m_title->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: bold;").arg(t.size(Type::Title)));
    m_symbol->setFixedSize(t.px(28), t.px(28));
    for (QLabel* label : {m_where, m_reporter}) setTone(*label, t, Tone::Secondary);
}

void CaseHead::setCase(const domain::Case& state)
{
    m_symbol->setSymbol(CaseWords::symbol(m_place, state));
    m_symbol->setAccessibleName(CaseWords::symbolText(m_place, state));
    m_title->setText(QString::fromStdString(state.title));
    m_title->setToolTip(QString::fromStdString(state.detail.empty() ? state.title : state.detail));
    const bool urgent = state.priority == domain::Priority::Urgent;
    m_priority->setChip(state.priority == domain::Priority::Normal ? QString() : CaseWords::priority(state.priority),
                        urgent ? Tone::Alarm : Tone::Secondary);
    const kit::LimitView limit = CaseWords::nextLimit(m_place.desk, state);
    const bool late = limit.attention == kit::Attention::Alarm;
    m_late->setChip(limit.attention == kit::Attention::Normal ? QString() : kit::DurationText::limit(limit),
                    late ? Tone::Alarm : Tone::Warn, late ? kit::ChipLook::Solid : kit::ChipLook::Outline);
    QString where = CaseWords::place(m_place, state.grid);
    if (!state.firstReceiver.empty())
        where += QStringLiteral("    ") + tr("first receiver %1").arg(QString::fromStdString(state.firstReceiver));
    m_where->setText(where);
    const QString reporter =
        QString::fromStdString(state.reporter.name + (state.reporter.phone.empty() ? "" : " " + state.reporter.phone)).trimmed();
    const QString channel = CaseWords::channel(state.channel);
    m_reporter->setText(reporter.isEmpty() ? channel : tr("Reporter %1").arg(reporter) + QStringLiteral("    ") + channel);
}

// --- limits -------------------------------------------------------------------------------------------------------

LimitRows::LimitRows(const Workplace& place, QWidget* parent) : QWidget(parent), m_place(place)
{
    setObjectName(QStringLiteral("detailLimits"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&place.themes, &kit::ThemeManager::changed, this, [this] { updateGeometry(); });
}

QSize LimitRows::sizeHint() const
{
    const auto rows = static_cast<int>(m_lines.size()) + (m_prediction.isEmpty() ? 0 : 1);
    return {m_place.themes.theme().px(320), m_place.themes.theme().px(std::max(1, rows) * 24)};
}

QString LimitRows::predictionOf(const Workplace& place, const domain::Case& state)
{
    if (!place.pace) return {};
    const TimePoint now = place.desk.serverNow();
    const auto expected = place.pace->pace().predict(state, place.desk.calendar(), now);
    if (!expected || !expected->isBreach) return {};
    const QString finish = CaseWords::clock(place, expected->finish, now);
    return expected->similarity == domain::Pace::Similarity::SameMatter
        ? tr("Will probably be late (%1): half of %2 cases of this matter took longer still").arg(finish).arg(expected->similar)
        : tr("Will probably be late (%1): half of %2 cases of this kind took longer still").arg(finish).arg(expected->similar);
}

void LimitRows::setCase(const domain::Case& state)
{
    const TimePoint now = m_place.desk.serverNow();
    QStringList spoken;
    m_lines.clear();
    const auto add = [&](const domain::Limit& limit) {
        const kit::LimitView view = CaseWords::view(limit, now);
        Line line;
        line.name = CaseWords::limitName(limit.kind);
        if (!limit.agency.isNone()) line.name += u' ' + CaseWords::agency(m_place, limit.agency);
        line.allowed = CaseWords::allowed(limit.span);
        line.words = kit::DurationText::limit(view, kit::LimitForm::Full);
        line.used = limit.share();
        line.hasLimit = limit.state != domain::LimitState::NoLimit;
        line.tone = limit.state == domain::LimitState::MetLate ? Tone::Alarm : kit::DurationText::limitTone(view);
        spoken << line.name + u' ' + line.allowed + u' ' + line.words;
        m_lines.push_back(std::move(line));
    };
    for (const domain::Limit& limit : domain::limitsOf(state, m_place.desk.calendar(), now))
        if (!limit.span.isNone()) add(limit);
    for (const domain::Limit& limit : domain::owedLimits(state, m_place.desk.calendar(), now)) add(limit);
    if (m_lines.empty()) {
        m_lines.push_back({tr("No limit is set yet"), {}, {}});
        spoken << m_lines.front().name;
    }
    m_prediction = predictionOf(m_place, state);
    if (!m_prediction.isEmpty()) spoken << m_prediction;
    setAccessibleName(tr("Limits: %1").arg(spoken.join(QStringLiteral("; "))));
    setToolTip(m_prediction);
    updateGeometry();
    update();
}

void LimitRows::paintEvent(QPaintEvent*)
{
    const kit::Theme& t = m_place.themes.theme();
    QPainter p(this);
    const QFont font = t.font(Type::Body);
    int y = 0;
    for (const Line& line : m_lines) {
        const QRect row(t.px(12), y, width() - t.px(24), t.px(24));
        y += t.px(24);
        if (line.allowed.isEmpty()) {
            paintText(p, row, line.name, font, t.text.tertiary);
            continue;
        }
        paintText(p, QRect(row.left(), row.top(), t.px(92), row.height()), line.name, font, t.text.secondary);
        paintText(p, QRect(row.left() + t.px(94), row.top(), t.px(74), row.height()), line.allowed, font, t.text.secondary);
        if (line.hasLimit)
            kit::paintLimitBar(p, QRect(row.left() + t.px(176), row.top(), t.px(104), row.height()), line.used, t);
        paintText(p, QRect(row.left() + t.px(284), row.top(), row.width() - t.px(284), row.height()), line.words, font,
                  t.tone(line.tone), Qt::AlignRight);
    }
    if (!m_prediction.isEmpty())
        paintText(p, QRect(t.px(12), y, width() - t.px(24), t.px(24)), m_prediction, font, t.tone(Tone::Warn));
}

// --- candidates ---------------------------------------------------------------------------------------------------

CandidateModel::CandidateModel(const Workplace& place, QObject* parent) : QAbstractListModel(parent), m_place(place) {}

void CandidateModel::setCandidates(std::vector<Candidate> candidates)
{
    const auto same = [](const Candidate& a, const Candidate& b) { return a.person == b.person; };
    if (std::ranges::equal(candidates, m_candidates, same)) {
        m_candidates = std::move(candidates);
        if (!m_candidates.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_candidates.size()) - 1));
        return;
    }
    beginResetModel();
    m_candidates = std::move(candidates);
    endResetModel();
}

const Candidate* CandidateModel::at(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_candidates.size() ? &m_candidates[static_cast<std::size_t>(row)]
                                                                           : nullptr;
}

int CandidateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const
{
    const Candidate* c = index.isValid() ? at(index.row()) : nullptr;
    const domain::Person* person = c ? m_place.desk.city().person(c->person) : nullptr;
    if (!person) return {};
    switch (role) {
    case Qt::DisplayRole: return m_place.text(person->name);
    case Qt::ToolTipRole: return reasonsOf(m_place, *c);
    case Qt::AccessibleTextRole:
        return QStringList{m_place.text(person->name), CaseWords::role(person->role),
                           c->metres ? CaseWords::distance(*c->metres) : QString(), loadText(c->load, c->capacity),
                           reasonsOf(m_place, *c)}
            .join(QStringLiteral(", "));
    default: return {};
    }
}

CandidateDelegate::CandidateDelegate(const Workplace& place, const CandidateModel& model, QObject* parent)
    : RowDelegate(place.themes, {.height = 56}, parent), m_place(place), m_model(model)
{
}

void CandidateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Candidate* c = m_model.at(index.row());
    const domain::Person* person = c ? m_place.desk.city().person(c->person) : nullptr;
    if (!person) return;
    const kit::Theme& t = theme();
    painter->save();
    QPainter& p = *painter;
    paintGround(p, option, kit::RowLook::Normal);
    if (option.state.testFlag(QStyle::State_Selected))
        p.fillRect(QRect(option.rect.left(), option.rect.top(), t.px(2), option.rect.height()), t.semantic.accent);
    const QFont body = t.font(Type::Body), strong = t.font(Type::Body, Weight::Strong);
    const int line = t.lineHeight(Type::Body) + 2;
    QRect r = option.rect.adjusted(t.px(8), t.px(6), -t.px(12), 0);
    r.setHeight(line);
    paintText(p, QRect(r.left(), r.top(), t.px(14), line), QString::number(index.row() + 1), body, t.text.tertiary);
    paintSymbol(p, QPointF(r.left() + t.px(27), r.top() + line / 2.0), t.core.table * t.scale,
                personSymbol(m_place.desk, *person), t);
    // From the right: load, distance; the name takes what is left.
    const auto right = [&](const QString& text, int width) {
        const int w = qMax(t.px(width), QFontMetrics(body).horizontalAdvance(text) + t.px(8));
        paintText(p, QRect(r.right() - w, r.top(), w + 1, line), text, body, t.text.secondary, Qt::AlignRight);
        r.setRight(r.right() - w);
    };
    right(loadText(c->load, c->capacity), 56);
    right(c->metres ? CaseWords::distance(*c->metres) : QStringLiteral("—"), 56);
    r.setLeft(r.left() + t.px(42));
    const QString name = m_place.text(person->name);
    const int nameWidth = qMin(QFontMetrics(strong).horizontalAdvance(name), r.width());
    paintText(p, QRect(r.left(), r.top(), nameWidth + 1, line), name, strong, t.text.primary);
    const QString role = CaseWords::grid(m_place, person->homeGrid) + u' ' + CaseWords::role(person->role);
    paintText(p, r.adjusted(nameWidth + t.px(6), 0, 0, 0), role, body, t.text.secondary);
    const QRect below(r.left(), option.rect.top() + t.px(6) + line, option.rect.right() - t.px(12) - r.left(),
                      t.lineHeight(Type::Body));
    paintText(p, below, reasonsOf(m_place, *c), body, t.text.tertiary);
    painter->restore();
}

} // namespace zs::cases
