#include "ui/people/PeopleTableModel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/DetailParts.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace zs::people {

using cases::CaseWords;
using session::Activity;

namespace {

/// Ranks of `texts` in the reader's alphabet, equal texts alike.
std::vector<std::uint32_t> ranksOf(const std::vector<QString>& texts, const QLocale& locale)
{
    QCollator collator(locale);
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(texts.size());
    for (const QString& text : texts) keys.push_back(collator.sortKey(text));
    std::vector<std::uint32_t> order(texts.size()), rank(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    for (std::uint32_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i > 0 && keys[order[i]].compare(keys[order[i - 1]]) == 0 ? rank[order[i - 1]] : i;
    return rank;
}

} // namespace

PeopleTableModel::PeopleTableModel(const cases::Workplace& place, Millis pause, QObject* parent, Begin begin)
    : QAbstractTableModel(parent), m_place(place), m_begin(begin)
{
    if (isAwake())
        m_rows = wanted();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PeopleTableModel::refresh);
    const auto soon = [this] {
        if (!m_pause.isActive()) m_pause.start();
    };
    connect(&place.desk, &cases::Desk::casesReset, this, &PeopleTableModel::refresh);
    connect(&place.desk, &cases::Desk::casesAppended, this, soon);
    connect(&place.desk, &cases::Desk::casesChanged, this, soon);
    connect(&place.desk, &cases::Desk::peopleMoved, this, &PeopleTableModel::positionsChanged);
}

void PeopleTableModel::wake()
{
    if (std::exchange(m_begin, Begin::Awake) == Begin::Asleep)
        refresh();
}

void PeopleTableModel::readNames()
{
    const domain::City& city = m_place.desk.city();
    std::vector<QString> names, agencies, grids;
    for (const domain::Person& p : city.people) {
        names.push_back(m_place.text(p.name));
        agencies.push_back(CaseWords::agency(m_place, p.agency));
        grids.push_back(CaseWords::grid(m_place, p.homeGrid));
    }
    const QLocale locale = m_place.translations.locale();
    m_nameRank = ranksOf(names, locale);
    m_agencyRank = ranksOf(agencies, locale);
    m_gridRank = ranksOf(grids, locale);
}

bool PeopleTableModel::passes(const domain::Person& person, Filter filter) const
{
    switch (filter) {
    case Filter::All: return true;
    case Filter::Idle: return m_place.desk.cases().activityOf(person.id) == Activity::Idle;
    case Filter::EnRoute: return m_place.desk.cases().activityOf(person.id) == Activity::EnRoute;
    case Filter::OnScene: return m_place.desk.cases().activityOf(person.id) == Activity::OnScene;
    case Filter::Full: return openOf(person.id) >= person.capacity;
    }
    return false;
}

std::vector<PersonId> PeopleTableModel::wanted()
{
    if (m_nameRank.empty())
        readNames();
    const domain::City& city = m_place.desk.city();
    const TimePoint now = m_place.desk.serverNow();
    m_minute = toUnixMillis(now) / 60000;
    m_onDuty = 0;
    m_counts.fill(0);
    std::vector<PersonId> rows;
    const auto has = [&](const std::string& text) {
        return QString::fromStdString(text).contains(m_search, Qt::CaseInsensitive);
    };
    for (const domain::Person& p : city.people) {
        if (!domain::isOnDuty(p.shift, now, city.utcOffset)) continue;
        ++m_onDuty;
        for (std::size_t f = 0; f < m_counts.size(); ++f) m_counts[f] += passes(p, static_cast<Filter>(f));
        if (!passes(p, m_filter)) continue;
        if (!m_search.isEmpty()) {
            const domain::Agency* agency = city.agency(p.agency);
            const domain::Grid* grid = city.grid(p.homeGrid);
            const bool found = has(p.name.zh) || has(p.name.en) || CaseWords::role(p.role).contains(m_search, Qt::CaseInsensitive)
                || (agency && (has(agency->shortName.zh) || has(agency->shortName.en)))
                || (grid && (has(grid->name.zh) || has(grid->name.en)));
            if (!found) continue;
        }
        rows.push_back(p.id);
    }
    const auto key = [&](PersonId id) -> std::pair<std::int64_t, std::uint32_t> {
        const std::size_t i = id.value - 1;
        switch (m_order) {
        case Order::Name: break;
        case Order::Agency: return {m_agencyRank[i], m_nameRank[i]};
        case Order::Grid: return {m_gridRank[i], m_nameRank[i]};
        case Order::Load: return {openOf(id), m_nameRank[i]};
        case Order::FixAge: {
            const auto age = fixAge(id);
            return {age ? age->count() / 60000 : std::numeric_limits<std::int64_t>::max(), m_nameRank[i]};
        }
        }
        return {0, m_nameRank[i]};
    };
    std::vector<std::pair<std::pair<std::int64_t, std::uint32_t>, PersonId>> keyed;
    keyed.reserve(rows.size());
    for (const PersonId id : rows) keyed.push_back({key(id), id});
    std::ranges::sort(keyed);
    if (m_way == Qt::DescendingOrder) std::ranges::reverse(keyed);
    for (std::size_t i = 0; i < keyed.size(); ++i) rows[i] = keyed[i].second;
    return rows;
}

void PeopleTableModel::refresh()
{
    if (!isAwake())
        return;
    std::vector<PersonId> rows = wanted();
    if (rows == m_rows) {
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        Q_EMIT rearranged();
        return;
    }
    Q_EMIT aboutToRearrange();
    // Most often one person's load changed: a row goes or comes; otherwise all is laid out anew.
    std::vector<PersonId> before = m_rows, after = rows;
    std::ranges::sort(before);
    std::ranges::sort(after);
    std::vector<PersonId> gone, come;
    std::ranges::set_difference(before, after, std::back_inserter(gone));
    std::ranges::set_difference(after, before, std::back_inserter(come));
    if (gone.size() + come.size() > 16) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else {
        for (const PersonId id : gone) {
            const int row = static_cast<int>(std::ranges::find(m_rows, id) - m_rows.begin());
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
        for (const PersonId id : come) {
            const int row = std::min(rowCount(), static_cast<int>(std::ranges::find(rows, id) - rows.begin()));
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, id);
            endInsertRows();
        }
        if (m_rows != rows) {
            Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
            const QModelIndexList old = persistentIndexList();
            QModelIndexList now;
            std::vector<int> rowOfPerson(m_nameRank.size() + 1, -1);
            for (std::size_t i = 0; i < rows.size(); ++i) rowOfPerson[rows[i].value] = static_cast<int>(i);
            for (const QModelIndex& i : old) now << index(rowOfPerson[m_rows[static_cast<std::size_t>(i.row())].value], i.column());
            m_rows = std::move(rows);
            changePersistentIndexList(old, now);
            Q_EMIT layoutChanged({}, VerticalSortHint);
        }
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT rearranged();
}

void PeopleTableModel::tick()
{
    if (toUnixMillis(m_place.desk.serverNow()) / 60000 != m_minute) refresh();
}

void PeopleTableModel::positionsChanged()
{
    if (m_rows.empty()) return;
    Q_EMIT dataChanged(index(0, SymbolColumn), index(rowCount() - 1, SymbolColumn));
    Q_EMIT dataChanged(index(0, FixColumn), index(rowCount() - 1, FixColumn));
}

void PeopleTableModel::languageChanged()
{
    m_nameRank.clear(); // another alphabet
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void PeopleTableModel::setFilter(Filter filter)
{
    if (filter == m_filter) return;
    m_filter = filter;
    refresh();
}

void PeopleTableModel::setSearch(const QString& text)
{
    if (text.trimmed() == m_search) return;
    m_search = text.trimmed();
    refresh();
}

void PeopleTableModel::setOrder(Order order, Qt::SortOrder way)
{
    if (order == m_order && way == m_way) return;
    m_order = order;
    m_way = way;
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

PersonId PeopleTableModel::personAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : PersonId();
}

int PeopleTableModel::rowOf(PersonId id) const
{
    const auto it = std::ranges::find(m_rows, id);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

std::optional<Millis> PeopleTableModel::fixAge(PersonId id) const
{
    const session::Fix* fix = m_place.desk.people().fix(id);
    if (!fix) return std::nullopt;
    return std::max(Millis(0), m_place.desk.serverNow() - fix->at);
}

int PeopleTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags PeopleTableModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QVariant PeopleTableModel::data(const QModelIndex& index, int role) const
{
    const domain::Person* p = index.isValid() ? m_place.desk.city().person(personAt(index.row())) : nullptr;
    if (!p) return {};
    if (role == PersonIdRole) return p->id.value;
    const bool number = index.column() == LoadColumn || index.column() == FixColumn;
    if (role == Qt::TextAlignmentRole)
        return number ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == SymbolColumn) {
        switch (m_place.desk.cases().activityOf(p->id)) {
        case Activity::Idle: return tr("idle");
        case Activity::EnRoute: return tr("en route");
        case Activity::OnScene: return tr("on scene");
        }
    }
    if (role == Qt::ToolTipRole && index.column() == NameColumn)
        return m_place.text(p->name) + QStringLiteral(", ") + CaseWords::role(p->role) + QStringLiteral(", ")
            + CaseWords::agencyFull(m_place, p->agency);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case NameColumn: return m_place.text(p->name);
    case RoleColumn: return CaseWords::role(p->role);
    case AgencyColumn: return CaseWords::agency(m_place, p->agency);
    case GridColumn: return CaseWords::grid(m_place, p->homeGrid);
    case LoadColumn: return QStringLiteral("%1/%2").arg(openOf(p->id)).arg(p->capacity);
    case FixColumn: {
        const auto age = fixAge(p->id);
        return age ? kit::DurationText::age(std::chrono::floor<std::chrono::seconds>(*age)) : QStringLiteral("—");
    }
    default: return QString();
    }
}

QVariant PeopleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole)
        return section >= LoadColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {{}, tr("Name"), tr("Role"), tr("Agency"), tr("Grid"), tr("Load"), tr("Fix")};
    static constexpr int sorted[] = {NameColumn, AgencyColumn, GridColumn, LoadColumn, FixColumn};
    if (sorted[static_cast<std::size_t>(m_order)] != section) return names[section];
    return names[section] + QLatin1Char(' ') + QChar(m_way == Qt::AscendingOrder ? 0x2191 : 0x2193);
}

} // namespace zs::people
