#include "ui/duties/ZeroModel.h"

#include "ui/duties/DutyWords.h"

#include <algorithm>
#include <tuple>

namespace zs::duties {

ZeroModel::ZeroModel(const cases::Workplace& place, QObject* parent) : QAbstractTableModel(parent), m_place(place)
{
    std::size_t most = 0;
    for (const domain::Town& town : place.desk.city().towns) most = std::max<std::size_t>(most, town.id.value);
    m_gridsOf.resize(most + 1);
    for (const domain::Grid& grid : place.desk.city().grids)
        if (grid.town.value < m_gridsOf.size()) m_gridsOf[grid.town.value].push_back(&grid);
}

const domain::SensitivePeriod* ZeroModel::state() const { return m_place.desk.duties().find<domain::SensitivePeriod>(m_period); }

void ZeroModel::setPeriod(std::uint64_t number)
{
    m_period = number;
    refresh();
}

void ZeroModel::setTown(TownId town)
{
    m_town = town;
    refresh();
}

void ZeroModel::setFilter(ZeroFilter filter)
{
    m_filter = filter;
    refresh();
}

ZeroCell ZeroModel::cellOf(const domain::SensitivePeriod& period, const std::vector<const domain::Grid*>& grids, TownId town,
                           domain::DayNumber day) const
{
    const TimePoint now = m_place.desk.serverNow();
    const auto offset = m_place.desk.city().utcOffset;
    const auto* sheet = m_place.desk.duties().find<domain::DaySheet>(domain::sheetOf(period, day, town));
    ZeroCell cell;
    cell.sum = domain::townDay(period, sheet, grids, day, now, offset);
    cell.mark = cell.sum.asked == 0 ? ZeroMark::None
        : cell.sum.missing > 0      ? ZeroMark::Missing
        : cell.sum.waiting > 0      ? ZeroMark::Waiting
        : cell.sum.found > 0        ? ZeroMark::Found
                                    : ZeroMark::Zero;
    if (sheet) {
        cell.isReminded = std::ranges::any_of(grids, [&](const domain::Grid* g) {
            return !sheet->find(g->id) && sheet->remindedAt(g->id) != TimePoint{};
        });
        if (grids.size() == 1)
            if (const domain::GridReport* report = sheet->find(grids.front()->id)) cell.isCorrected = !report->earlier.empty();
    }
    return cell;
}

bool ZeroModel::passes(const Row& row, ZeroFilter filter) const
{
    switch (filter) {
    case ZeroFilter::All: return true;
    case ZeroFilter::Owing: return row.missing > 0 || (!row.days.empty() && row.days.back().sum.waiting > 0);
    case ZeroFilter::Late: return row.late > 0;
    }
    return true;
}

void ZeroModel::refresh()
{
    beginResetModel();
    m_all.clear();
    m_rows.clear();
    m_today = {};
    m_last = -1;
    m_first = 0;
    if (const domain::SensitivePeriod* period = state()) {
        m_last = std::min(period->last, std::max(period->first, DutyWords::today(m_place)));
        m_first = std::max(period->first, m_last - shownDays + 1);
        const auto add = [&](TownId town, GridId grid, const QString& name, const std::vector<const domain::Grid*>& grids) {
            Row row{town, grid, name, 0, 0, {}};
            for (domain::DayNumber day = m_first; day <= m_last; ++day) {
                row.days.push_back(cellOf(*period, grids, town, day));
                row.missing += row.days.back().sum.missing;
                row.late += row.days.back().sum.late;
            }
            m_today.add(row.days.back().sum);
            m_all.push_back(std::move(row));
        };
        for (const domain::Town& town : m_place.desk.city().towns) {
            if (!period->coversTown(town.id) || (m_town && m_town != town.id)) continue;
            const auto& grids = m_gridsOf[town.id.value];
            if (!m_town) {
                add(town.id, {}, m_place.text(town.name), grids);
                continue;
            }
            for (const domain::Grid* grid : grids) add(town.id, grid->id, m_place.text(grid->name), {grid});
        }
        std::ranges::stable_sort(m_all, [](const Row& a, const Row& b) {
            const auto rank = [](const Row& r) { return std::tuple(-r.missing, -r.days.back().sum.waiting, -r.late); };
            return rank(a) < rank(b);
        });
        for (const Row& row : m_all)
            if (passes(row, m_filter)) m_rows.push_back(row);
    }
    endResetModel();
}

int ZeroModel::rowsWith(ZeroFilter filter) const
{
    return static_cast<int>(std::ranges::count_if(m_all, [&](const Row& row) { return passes(row, filter); }));
}

TownId ZeroModel::townAt(int i) const { return i >= 0 && i < rowCount() ? row(i).town : TownId{}; }
GridId ZeroModel::gridAt(int i) const { return i >= 0 && i < rowCount() ? row(i).grid : GridId{}; }

std::vector<std::pair<TownId, std::vector<GridId>>> ZeroModel::debtors(domain::DayNumber day) const
{
    std::vector<std::pair<TownId, std::vector<GridId>>> all;
    const domain::SensitivePeriod* period = state();
    if (!period) return all;
    for (const Row& r : m_rows) {
        const auto* sheet = m_place.desk.duties().find<domain::DaySheet>(domain::sheetOf(*period, day, r.town));
        std::vector<const domain::Grid*> grids = m_gridsOf[r.town.value];
        if (r.grid) std::erase_if(grids, [&](const domain::Grid* g) { return g->id != r.grid; });
        auto owing = domain::debtors(*period, sheet, grids, day, m_place.desk.serverNow(), m_place.desk.city().utcOffset);
        if (owing.empty()) continue;
        if (!all.empty() && all.back().first == r.town) all.back().second.insert(all.back().second.end(), owing.begin(), owing.end());
        else all.emplace_back(r.town, std::move(owing));
    }
    return all;
}

void ZeroModel::languageChanged() { refresh(); }

int ZeroModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int ZeroModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_last < m_first ? 0 : FirstDayColumn + m_last - m_first + 1;
}

QString ZeroModel::text(const ZeroCell& cell) const
{
    const bool isGrid = static_cast<bool>(m_town);
    QStringList parts;
    switch (cell.mark) {
    case ZeroMark::None: return QStringLiteral("—");
    case ZeroMark::Missing: parts.append(isGrid ? tr("missing") : tr("%1 missing").arg(cell.sum.missing)); break;
    case ZeroMark::Waiting: parts.append(isGrid ? tr("waiting") : tr("%1 waiting").arg(cell.sum.waiting)); break;
    case ZeroMark::Zero: parts.append(isGrid ? tr("zero") : tr("all zero")); break;
    case ZeroMark::Found: break;
    }
    if (cell.sum.findings > 0) parts.append(tr("%1 found").arg(cell.sum.findings));
    if (cell.sum.late > 0) parts.append(isGrid ? tr("late") : tr("%1 late").arg(cell.sum.late));
    if (cell.isReminded) parts.append(tr("reminded"));
    if (cell.isCorrected) parts.append(tr("corrected"));
    return parts.join(QStringLiteral(" · "));
}

QVariant ZeroModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const Row& r = row(index.row());
    if (index.column() == NameColumn) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) return r.name;
        return {};
    }
    if (index.column() == DebtColumn) {
        if (role == Qt::DisplayRole) return r.missing;
        if (role == Qt::AccessibleTextRole) return tr("%1 missing in all").arg(r.missing);
        if (role == ToneRole) return static_cast<int>(r.missing > 0 ? kit::Tone::Alarm : kit::Tone::Tertiary);
        return {};
    }
    const ZeroCell& cell = r.days[static_cast<std::size_t>(index.column() - FirstDayColumn)];
    switch (role) {
    case Qt::DisplayRole: return text(cell);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(r.name + u' ' + DutyWords::shortDay(dayOf(index.column())) + QStringLiteral(": ") + text(cell)
                       + (m_town ? QString() : tr(" (%1 of %2 reported)").arg(cell.sum.reported()).arg(cell.sum.asked)));
    case MarkRole: return static_cast<int>(cell.mark);
    case LateRole: return cell.sum.late > 0;
    default: return {};
    }
}

QVariant ZeroModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    if (section == NameColumn) return m_town ? tr("Grid") : tr("Town");
    if (section == DebtColumn) return tr("Missing");
    const QString day = DutyWords::shortDay(dayOf(section));
    return dayOf(section) == DutyWords::today(m_place) ? tr("%1 today").arg(day) : day;
}

} // namespace zs::duties
