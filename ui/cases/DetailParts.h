// The painted parts of the case detail: its head, its three limits, its candidates. Each is told its content and paints it.
#pragma once

#include "ui/cases/Candidates.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/RowDelegate.h"

#include <QAbstractListModel>
#include <QWidget>

class QLabel;

namespace zs::kit {
class Chip;
class ElidedLabel;
}

namespace zs::cases {

/// Symbol, title, tags, place and first receiver, masked reporter.
class CaseHead final : public QWidget {
    Q_OBJECT
public:
    explicit CaseHead(const Workplace& place, QWidget* parent = nullptr);
    void setCase(const domain::Case& state);

private:
    class SymbolView;
    void restyle();

    const Workplace& m_place;
    SymbolView* m_symbol;
    kit::ElidedLabel* m_title;
    kit::Chip* m_priority;
    kit::Chip* m_late;
    QLabel* m_where;
    QLabel* m_reporter;
};

/// "Response  15 min  [bar]  0:09 met", once for each limit that the case has; below, whether it will probably be late.
class LimitRows final : public QWidget {
    Q_OBJECT
public:
    explicit LimitRows(const Workplace& place, QWidget* parent = nullptr);
    void setCase(const domain::Case& state);
    QSize sizeHint() const override;
    /// "Will probably be late: …", with the rule; empty when nothing is predicted. Also what a screen reader says.
    QString prediction() const { return m_prediction; }
    /// The same sentence for any panel.
    static QString predictionOf(const Workplace& place, const domain::Case& state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString name, allowed, words;
        qreal used = 0;
        kit::Tone tone = kit::Tone::Primary;
        bool hasLimit = false;
    };
    const Workplace& m_place;
    std::vector<Line> m_lines;
    QString m_prediction;
};

class CandidateModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit CandidateModel(const Workplace& place, QObject* parent = nullptr);
    void setCandidates(std::vector<Candidate> candidates);
    const Candidate* at(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const Workplace& m_place;
    std::vector<Candidate> m_candidates;
};

/// 56 px: rank, symbol, name and role, distance, load; below the reasons.
class CandidateDelegate final : public kit::RowDelegate {
    Q_OBJECT
public:
    CandidateDelegate(const Workplace& place, const CandidateModel& model, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Workplace& m_place;
    const CandidateModel& m_model;
};

/// The symbol of a member of staff: shape by team, fill by activity, fade by the fix's age.
kit::Symbol personSymbol(const Desk& desk, const domain::Person& person);

} // namespace zs::cases
