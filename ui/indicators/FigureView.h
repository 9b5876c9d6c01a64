// A table of figures. Rows of 28 px; which case lists open is the panel's business.
#pragma once

#include "ui/indicators/FigureModel.h"

#include <QTableView>

namespace zs::indicators {

class FigureView final : public QTableView {
    Q_OBJECT
public:
    FigureView(const cases::Workplace& place, FigureModel& model, QWidget* parent = nullptr);

    void restyle();
    const FigureRow* current() const;
    /// Makes it the current row; none if it isn't there.
    void choose(domain::indicators::IndicatorId id, std::uint32_t key);
    void step(int by);

Q_SIGNALS:
    void chosen();                  ///< another row is the current one
    void opened();                  ///< double click
    void menuWanted(QPoint at);     ///< global

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();

    const cases::Workplace& m_place;
    FigureModel& m_model;
    std::optional<std::pair<domain::indicators::IndicatorId, std::uint32_t>> m_current;
    bool m_resetting = false;
};

} // namespace zs::indicators
