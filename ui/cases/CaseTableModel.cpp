#include "ui/cases/CaseTableModel.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace zs::cases {

namespace {

Group groupOfIndex(std::size_t g) { return static_cast<Group>(g); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), lower);
    return text;
}

/// Bytes of UTF-8: a Chinese needle can't match inside another character.
bool contains(const std::string& text, const std::string& needle)
{
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                       [](char a, char b) { return lower(a) == b; })
        != text.end();
}

} // namespace

CaseTableModel::CaseTableModel(const Workplace& place, QObject* parent) : QAbstractTableModel(parent), m_place(place)
{
    m_rules.operatorName = place.operatorName.toStdString();
    m_rules.isUnsent = [this](CaseId id) { return std::ranges::binary_search(m_unsent, id); };
    unsentChanged();
    rebuild();
    connect(&place.desk, &Desk::casesReset, this, [this] {
        unsentChanged();
        rebuild();
    });
    connect(&place.desk, &Desk::calendarChanged, this, &CaseTableModel::rebuild);
    connect(&place.desk, &Desk::casesAppended, this, [this](int first, int last) {
        std::vector<std::uint32_t> rows(static_cast<std::size_t>(std::max(0, last - first + 1)));
        std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(first));
        apply(rows);
    });
    connect(&place.desk, &Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) { apply(rows); });
    connect(&place.desk, &Desk::outboxChanged, this, &CaseTableModel::unsentChanged);
}

// --- rows ---------------------------------------------------------------------------------------------------------

int CaseTableModel::rowsOf(Group g) const
{
    const auto n = static_cast<int>(m_order.end(g) - m_order.begin(g));
    return n == 0 ? 0 : isCollapsed(g) ? 1 : n + 1;
}

int CaseTableModel::firstRowOf(Group g) const
{
    int row = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(g); ++i) row += rowsOf(groupOfIndex(i));
    return row;
}

int CaseTableModel::rowOfEntry(Group g, std::size_t index) const
{
    return isCollapsed(g) ? -1 : firstRowOf(g) + 1 + static_cast<int>(index - m_order.begin(g));
}

int CaseTableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid()) return 0;
    int rows = 0;
    for (std::size_t g = 0; g < groupCount; ++g) rows += rowsOf(groupOfIndex(g));
    return rows;
}

int CaseTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<Group> CaseTableModel::headAt(int row) const
{
    int first = 0;
    for (std::size_t g = 0; g < groupCount; ++g) {
        const int n = rowsOf(groupOfIndex(g));
        if (n > 0 && row == first) return groupOfIndex(g);
        first += n;
    }
    return std::nullopt;
}

CaseId CaseTableModel::caseAt(int row) const
{
    int first = 0;
    for (std::size_t g = 0; g < groupCount; ++g) {
        const int n = rowsOf(groupOfIndex(g));
        if (row < first + n) {
            const int inside = row - first - 1;
            if (inside < 0) return {};
            const std::size_t index = m_order.begin(groupOfIndex(g)) + static_cast<std::size_t>(inside);
            return m_place.desk.cases().row(m_order.entries()[index].row).id;
        }
        first += n;
    }
    return {};
}

int CaseTableModel::rowOf(CaseId id) const
{
    const auto row = m_place.desk.cases().rowOf(id);
    if (!row) return -1;
    const auto index = m_order.indexOfRow(*row);
    if (!index || *index >= m_order.entries().size()) return -1;
    return rowOfEntry(CaseOrder::groupOf(m_order.entries()[*index]), *index);
}

std::vector<int> CaseTableModel::headRows() const
{
    std::vector<int> rows;
    for (std::size_t g = 0; g < groupCount; ++g)
        if (rowsOf(groupOfIndex(g)) > 0) rows.push_back(firstRowOf(groupOfIndex(g)));
    return rows;
}

// --- rules --------------------------------------------------------------------------------------------------------

void CaseTableModel::readCity()
{
    const std::vector<domain::Grid>& grids = m_place.desk.city().grids;
    std::vector<std::uint32_t> byName(grids.size());
    std::iota(byName.begin(), byName.end(), 0u);
    QCollator collator(m_place.translations.locale());
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(grids.size());
    for (const domain::Grid& grid : grids) keys.push_back(collator.sortKey(m_place.text(grid.name)));
    std::ranges::stable_sort(byName, [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    m_rules.gridRank.assign(grids.size() + 1, 0);
    for (std::uint32_t rank = 0; rank < byName.size(); ++rank) {
        const GridId id = grids[byName[rank]].id;
        if (id.value < m_rules.gridRank.size()) m_rules.gridRank[id.value] = rank + 1;
    }
}

std::optional<std::vector<GridId>> CaseTableModel::filteredGrids() const
{
    if (m_rules.segment == Segment::All && m_search.isEmpty() && m_listTitle.isEmpty()) return std::nullopt;
    std::vector<bool> holds(m_place.desk.city().grids.size() + 1, false);
    for (const CaseOrder::Entry& entry : m_order.entries()) {
        const std::uint32_t grid = m_place.desk.cases().row(entry.row).grid.value;
        if (grid < holds.size()) holds[grid] = true;
    }
    std::vector<GridId> grids;
    for (std::uint32_t id = 1; id < holds.size(); ++id)
        if (holds[id]) grids.emplace_back(id);
    return grids;
}

void CaseTableModel::setSegment(Segment segment)
{
    if (segment == m_rules.segment) return;
    m_rules.segment = segment;
    rebuild();
}

bool CaseTableModel::matches(const domain::Case& state) const
{
    if (state.grid.value < m_gridMatches.size() && m_gridMatches[state.grid.value]) return true;
    if (contains(state.title, m_needle)) return true;
    return contains(domain::displayNumber(state.id), m_needle);
}

void CaseTableModel::setSearch(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_search) return;
    m_search = trimmed;
    m_needle = lowered(trimmed.toStdString());
    m_gridMatches.clear();
    if (trimmed.isEmpty()) {
        m_rules.matches = nullptr;
    } else {
        const std::vector<domain::Grid>& grids = m_place.desk.city().grids;
        m_gridMatches.assign(grids.size() + 1, false);
        for (const domain::Grid& grid : grids)
            if (grid.id.value < m_gridMatches.size())
                m_gridMatches[grid.id.value] = contains(grid.name.zh, m_needle) || contains(grid.name.en, m_needle);
        m_rules.matches = [this](const domain::Case& state) { return matches(state); };
    }
    rebuild();
}

void CaseTableModel::setList(const CaseList& list)
{
    if (list.title.isEmpty() && m_listTitle.isEmpty()) return;
    m_listTitle = list.title;
    m_list = list.title.isEmpty() ? std::vector<CaseId>() : list.ids;
    std::ranges::sort(m_list);
    m_list.erase(std::ranges::unique(m_list).begin(), m_list.end());
    if (m_listTitle.isEmpty()) m_rules.isListed = nullptr;
    else m_rules.isListed = [this](CaseId id) { return std::ranges::binary_search(m_list, id); };
    rebuild();
}

void CaseTableModel::setSort(SortBy by, SortWay way)
{
    if (by == m_rules.sortBy && way == m_rules.way) return;
    m_rules.sortBy = by;
    m_rules.way = way;
    rebuild();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void CaseTableModel::setCollapsed(Group group, bool collapsed)
{
    if (isCollapsed(group) == collapsed) return;
    m_rearranging = true;
    Q_EMIT aboutToRearrange();
    const int n = static_cast<int>(m_order.end(group) - m_order.begin(group));
    const int first = firstRowOf(group) + 1;
    bool& flag = m_collapsed[static_cast<std::size_t>(group)];
    if (n > 0 && collapsed) {
        beginRemoveRows({}, first, first + n - 1);
        flag = true;
        endRemoveRows();
    } else if (n > 0) {
        beginInsertRows({}, first, first + n - 1);
        flag = false;
        endInsertRows();
    } else {
        flag = collapsed;
    }
    m_rearranging = false;
    Q_EMIT rearranged();
    if (n > 0) Q_EMIT dataChanged(index(first - 1, 0), index(first - 1, ColumnCount - 1));
}

void CaseTableModel::languageChanged()
{
    m_rules.gridRank.clear(); // another alphabet
    if (m_rules.sortBy == SortBy::Grid) rebuild();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (const int rows = rowCount(); rows > 0) Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

// --- changes ------------------------------------------------------------------------------------------------------

void CaseTableModel::rebuild()
{
    m_rearranging = true;
    Q_EMIT aboutToRearrange();
    beginResetModel();
    const session::CaseStore& store = m_place.desk.cases();
    if (m_rules.sortBy == SortBy::Grid && m_rules.gridRank.empty()) readCity();
    m_order.rebuild(store, m_rules, m_place.desk.serverNow());
    endResetModel();
    m_rearranging = false;
    Q_EMIT rearranged();
}

void CaseTableModel::apply(std::span<const std::uint32_t> rows)
{
    if (rows.empty()) return;
    if (rows.size() > bulkFrom) {
        rebuild();
        return;
    }
    m_rearranging = true;
    Q_EMIT aboutToRearrange();
    const session::CaseStore& store = m_place.desk.cases();
    const TimePoint now = m_place.desk.serverNow();
    for (const std::uint32_t row : rows)
        if (row < store.size()) applyOne(m_order.plan(row, store, m_rules, now));
    m_rearranging = false;
    Q_EMIT rearranged();
    for (const int head : headRows()) Q_EMIT dataChanged(index(head, 0), index(head, 0));
}

void CaseTableModel::applyOne(const CaseOrder::Move& move)
{
    const Group from = CaseOrder::groupOf(move.from), to = CaseOrder::groupOf(move.to);
    const auto changed = [&] {
        if (const auto i = m_order.indexOfRow(move.row); i && !isCollapsed(to)) {
            const int r = rowOfEntry(to, *i);
            Q_EMIT dataChanged(index(r, 0), index(r, ColumnCount - 1));
        }
    };
    if (move.stays() || (!move.wasShown && !move.isShown)) {
        m_order.put(move);
        changed();
        return;
    }
    if (move.wasShown && move.isShown && from == to && !isCollapsed(from)) {
        const std::size_t a = m_order.indexOf(move.from), b = m_order.indexOf(move.to);
        const int source = rowOfEntry(from, a), target = rowOfEntry(from, b);
        // `b` counts the row itself when it stands before its new place.
        const bool moves = b != a && b != a + 1;
        if (moves) beginMoveRows({}, source, source, {}, target);
        m_order.take(move);
        m_order.put(move);
        if (moves) endMoveRows();
        changed();
        return;
    }
    if (move.wasShown) {
        const bool last = m_order.end(from) - m_order.begin(from) == 1;
        const int head = firstRowOf(from);
        const int row = isCollapsed(from) ? head : rowOfEntry(from, m_order.indexOf(move.from));
        const bool visible = last || !isCollapsed(from);
        if (visible) beginRemoveRows({}, last ? head : row, row);
        m_order.take(move);
        if (visible) endRemoveRows();
    }
    if (move.isShown) {
        const bool first = m_order.end(to) == m_order.begin(to);
        const int head = firstRowOf(to);
        const int row = head + (isCollapsed(to) ? 0 : 1 + static_cast<int>(m_order.indexOf(move.to) - m_order.begin(to)));
        const bool visible = first || !isCollapsed(to);
        if (visible) beginInsertRows({}, first ? head : row, row);
        m_order.put(move);
        if (visible) endInsertRows();
    } else {
        m_order.put(move);
    }
}

void CaseTableModel::unsentChanged()
{
    std::vector<CaseId> now;
    for (const session::DeskCommand& c : m_place.desk.outbox())
        if (c.state != session::CommandState::Confirmed) now.push_back(c.caseId);
    std::ranges::sort(now);
    now.erase(std::ranges::unique(now).begin(), now.end());
    std::vector<CaseId> changed;
    std::ranges::set_symmetric_difference(now, m_unsent, std::back_inserter(changed));
    // Those that stay may have another state: waiting, sent, unknown.
    std::ranges::set_intersection(now, m_unsent, std::back_inserter(changed));
    m_unsent = std::move(now);
    std::vector<std::uint32_t> rows;
    for (const CaseId id : changed)
        if (const auto row = m_place.desk.cases().rowOf(id)) rows.push_back(*row);
    apply(rows);
}

void CaseTableModel::tick()
{
    apply(m_order.due(m_place.desk.serverNow()));
}

} // namespace zs::cases
