// The commands that are measured: 64 producers, each taking case after case through its life.
#pragma once

#include "gateway/decide/Submission.h"
#include "gateway/journal/Journal.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace zs::bench {

/// One producer: knows the next command of its present case. Deterministic but for the idempotency keys.
class Producer {
public:
    explicit Producer(std::uint32_t number) : m_number(number) {}

    gateway::Submission next();
    /// The case that the first command of a life was given.
    void received(CaseId id) { m_case = id; }
    bool waitsForNumber() const { return m_step == 1; }

private:
    domain::CaseCommand command() const;

    std::uint32_t m_number;
    std::uint32_t m_step = 0; ///< commands sent for this case = its version
    std::uint32_t m_lives = 0;
    CaseId m_case;
    gateway::Sha256 m_sha;
};

/// Everything that one command puts into the tables.
struct Row {
    Uuid key;
    gateway::Hash body{};
    gateway::StoredEvent event;
    std::string reply, state;
    std::int64_t phase = 0, handler = 0;
    std::string reporterName, reporterPhone;
};

/// The rows of `count` commands in order, as the product's own code decides them; for the peers to write.
std::vector<Row> makeRows(const std::filesystem::path& scratch, std::size_t count);

} // namespace zs::bench
