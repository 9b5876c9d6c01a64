#include "sim/live/Desk.h"

namespace zs::sim {

namespace {
constexpr std::size_t kInFlight = 32;
constexpr int kFramesInFlight = 8;
constexpr std::chrono::milliseconds kRetry{500};
} // namespace

bool isHopeless(const link::LinkError& error) {
    return error.kind == link::FaultKind::Refused || error.kind == link::FaultKind::Protocol ||
           error.kind == link::FaultKind::Rejected;
}

Desk::Desk(QUrl gateway, const link::TlsIdentity& identity, QObject* parent)
    : QObject(parent), m_client(std::move(gateway), identity) {
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetry);
    connect(&m_retry, &QTimer::timeout, this, &Desk::pump);
}

void Desk::post(CaseId caseId, std::optional<std::uint32_t> base, domain::CaseCommand command,
                Decided decided) {
    post(protocol::encodeCommand(protocol::CommandEnvelope{Uuid::random(), caseId, base, std::move(command)}),
         std::move(decided));
}

void Desk::post(domain::Subject subject, std::optional<std::uint32_t> base, domain::DutyCommand command,
                Decided decided) {
    post(protocol::encodeCommand(protocol::DutyEnvelope{Uuid::random(), subject, base, std::move(command)}),
         std::move(decided));
}

void Desk::post(std::string body, Decided decided) {
    m_waiting.push_back({QByteArray::fromStdString(body), std::move(decided)});
    if (!m_retry.isActive())
        pump();
}

void Desk::pump() {
    while (m_inFlight < kInFlight && !m_waiting.empty()) {
        Letter letter = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_inFlight;
        const QByteArray body = letter.body;
        m_client.postCommand(
            body, [this, letter = std::move(letter)](link::LinkResult<link::CommandAnswer> answer) mutable {
                answered(std::move(letter), std::move(answer));
            });
    }
}

void Desk::answered(Letter letter, link::LinkResult<link::CommandAnswer> answer) {
    --m_inFlight;
    if (answer) {
        letter.decided(answer->reply);
        if (!m_retry.isActive())
            pump();
        return;
    }
    if (isHopeless(answer.error())) {
        Q_EMIT hopeless(answer.error().error);
        return;
    }
    m_waiting.push_front(
        std::move(letter)); // away or busy: the same bytes again, the gateway knows them if they arrived
    m_retry.start();
}

void Desk::postPositions(std::vector<QByteArray> frames) {
    if (m_framesInFlight > 0 && m_framesInFlight + static_cast<int>(frames.size()) > kFramesInFlight)
        return;
    for (const QByteArray& frame : frames) {
        ++m_framesInFlight;
        m_client.postPositions(frame, [this](link::LinkResult<void> done) {
            --m_framesInFlight;
            if (!done && isHopeless(done.error()))
                Q_EMIT hopeless(done.error().error);
        });
    }
}

} // namespace zs::sim
