#include "tests/bench/journal/Ours.h"

#include "tests/bench/kit/ProcessTree.h"

#include "gateway/decide/Committer.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"
#include "tests/bench/journal/Work.h"
#include "tests/gateway/kit/TinyCity.h"

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <mutex>
#include <thread>

namespace zs::bench {

using namespace gateway;

namespace {

constexpr std::uint32_t producers = 64;

/// A thread that carries some of the producers: takes answers as they come and sends the next command of each.
class Feeder {
public:
    Feeder(Committer& committer, std::atomic<std::int64_t>& left) : m_committer(committer), m_left(left) {}

    void add(std::uint32_t number) { m_producers.push_back(std::make_unique<Producer>(number)); }
    void run()
    {
        for (auto& producer : m_producers)
            send(*producer);
        std::vector<Answered> taken;
        while (m_open > 0) {
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return !m_answers.empty(); });
                taken.swap(m_answers);
            }
            for (Answered& answered : taken) {
                --m_open;
                take(answered);
                send(*answered.producer);
            }
            taken.clear();
        }
    }

private:
    struct Answered {
        Producer* producer;
        Answer answer;
    };

    void send(Producer& producer)
    {
        if (m_left.fetch_sub(1) <= 0)
            return;
        ++m_open;
        m_committer.submit(producer.next(), [this, &producer](Answer answer) {
            bool wake = false;
            {
                const std::lock_guard lock(m_mutex);
                wake = m_answers.empty();
                m_answers.push_back({&producer, std::move(answer)});
            }
            if (wake)
                m_wake.notify_one();
        });
    }
    void take(const Answered& answered)
    {
        if (answered.answer.status != 200) {
            std::fprintf(stderr, "refused: %s\n", answered.answer.body.c_str());
            std::exit(1);
        }
        if (!answered.producer->waitsForNumber())
            return;
        auto json = m_parser.parse(answered.answer.body);
        answered.producer->received(protocol::readReply(*json)->caseId);
    }

    Committer& m_committer;
    std::atomic<std::int64_t>& m_left;
    std::vector<std::unique_ptr<Producer>> m_producers;
    JsonParser m_parser;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Answered> m_answers;
    std::size_t m_open = 0;
};

} // namespace

Measured runOurs(const std::filesystem::path& folder, std::size_t commands, unsigned feeders)
{
    const auto city = gateway::test::tinyCity(8, 1'000'000);
    const SystemClock clock;
    auto journal = SqliteJournal::open(folder, city->id);
    auto committer = journal ? Committer::make(**journal, *city, clock) : Unexpected(journal.error());
    if (!committer) {
        std::fprintf(stderr, "%s\n", committer.error().sentence.c_str());
        std::exit(1);
    }
    std::atomic<std::int64_t> left{static_cast<std::int64_t>(commands)};
    std::vector<std::unique_ptr<Feeder>> all;
    for (unsigned i = 0; i < feeders; ++i)
        all.push_back(std::make_unique<Feeder>(**committer, left));
    for (std::uint32_t i = 0; i < producers; ++i)
        all[i % feeders]->add(i);
    std::size_t batches = 0;
    (*committer)->start([&batches](const std::vector<StoredEvent>&) { ++batches; });
    const double cpu = cpuSecondsOfThisProcess();
    const auto from = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (auto& feeder : all)
        threads.emplace_back([&feeder] { feeder->run(); });
    for (std::thread& thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    const double used = cpuSecondsOfThisProcess() - cpu;
    (*committer)->stop();
    const auto n = static_cast<double>(commands);
    return {n / seconds, used / n * 1e6, n / static_cast<double>(batches)};
}

} // namespace zs::bench
