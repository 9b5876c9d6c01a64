// Events as they came from the journal, cases and duties in lists of their own, each in order of seq.
#pragma once

#include "domain/cases/Commands.h"
#include "domain/duties/Duties.h"

#include <cstddef>
#include <span>
#include <vector>

namespace zs::session {

struct Batch {
    std::vector<domain::RecordedEvent> cases;
    std::vector<domain::RecordedDutyEvent> duties;

    bool isEmpty() const { return cases.empty() && duties.empty(); }
    std::size_t size() const { return cases.size() + duties.size(); }
    void add(const Batch& later)
    {
        cases.insert(cases.end(), later.cases.begin(), later.cases.end());
        duties.insert(duties.end(), later.duties.begin(), later.duties.end());
    }
};

/// Calls `one` with each event of both lists in order of seq, until it answers false.
template <class One>
void inOrder(std::span<const domain::RecordedEvent> cases, std::span<const domain::RecordedDutyEvent> duties, One&& one)
{
    auto c = cases.begin();
    auto d = duties.begin();
    while (c != cases.end() || d != duties.end()) {
        const bool takesCase = d == duties.end() || (c != cases.end() && c->seq < d->seq);
        if (!(takesCase ? one(*c++) : one(*d++)))
            return;
    }
}

} // namespace zs::session
