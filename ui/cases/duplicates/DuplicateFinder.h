// Looks among the desk's cases for the same matter as one that is being taken in. Reads the cases in slices, so that opening the
// form costs nothing; a search is far below a frame. GUI thread only.
#pragma once

#include "domain/duplicates/DuplicateIndex.h"
#include "ui/cases/Workplace.h"

#include <QObject>
#include <QTimer>

namespace zs::cases {

/// A case that is there, as what others are compared with.
domain::duplicates::Probe probeOf(const domain::Case& state);

class DuplicateFinder final : public QObject {
    Q_OBJECT
public:
    /// `place` outlives it.
    explicit DuplicateFinder(const Workplace& place, QObject* parent = nullptr);

    /// The best first. Until isComplete() only among the cases read so far.
    std::vector<domain::duplicates::Candidate> find(const domain::duplicates::Probe& probe) const;
    bool isComplete() const { return m_read >= m_place.desk.cases().size(); }

Q_SIGNALS:
    void completed(); ///< all cases have been read, or more have come: ask again

private:
    void restart();
    void readSlice();

    const Workplace& m_place;
    domain::duplicates::DuplicateIndex m_index;
    std::size_t m_read = 0;
    QTimer m_slice;
};

} // namespace zs::cases
