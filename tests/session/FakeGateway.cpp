#include "tests/session/FakeGateway.h"

#include "base/storage/Compress.h"
#include "protocol/QtJsonValue.h"
#include "tests/session/SmallCity.h"

#include <QJsonDocument>
#include <QWebSocket>

#include <algorithm>

namespace zs::testkit {

using protocol::StreamMessage;

FakeGateway::FakeGateway(const TestPki& pki, std::shared_ptr<const domain::City> city, const Clock& clock,
                         const std::string& certificate)
    : m_peer(pki, certificate), m_city(std::move(city)), m_clock(clock)
{
    m_peer.onRequest = [this](const TestPeer::Request& request) { return onRequest(request); };
    m_peer.onStream = [this](QWebSocket& socket, Seq since) {
        socket.sendTextMessage(QString::fromStdString(protocol::encodeHello(StreamMessage::Type::Hello, hello())));
        if (std::exchange(tellsGap, false)) {
            socket.sendTextMessage(QString::fromStdString(protocol::encodeHello(StreamMessage::Type::Gap, hello())));
            return;
        }
        if (!holdsEvents && since < head())
            sendEvents({m_journal.begin() + since, m_journal.end()});
    };
    connect(&m_heads, &QTimer::timeout, this, &FakeGateway::sendHead);
    m_heads.start(100);
}

protocol::Hello FakeGateway::hello() const
{
    const std::string chain = m_journal.empty() ? "" : m_chainSalt + std::to_string(m_journal.size());
    return {head(), m_clock.now(), cityOnWire.empty() ? m_city->id : cityOnWire, chain};
}

void FakeGateway::sendHead() { m_peer.sendText(protocol::encodeHello(StreamMessage::Type::Head, hello())); }

void FakeGateway::sendEvents(const std::vector<domain::RecordedEvent>& events)
{
    for (std::size_t from = 0; from < events.size(); from += 400) {
        std::vector<std::string> texts;
        for (std::size_t i = from; i < std::min(events.size(), from + 400); ++i)
            protocol::appendEvent(texts.emplace_back(), events[i]);
        m_peer.sendText(protocol::encodeEvents({texts.begin(), texts.end()}));
    }
}

void FakeGateway::sendPositions(const protocol::PositionFrame& frame)
{
    if (QWebSocket* socket = m_peer.stream())
        socket->sendBinaryMessage(QByteArray::fromStdString(protocol::encodePositions(frame)));
}

void FakeGateway::record(domain::RecordedEvent event)
{
    event.seq = head() + 1;
    domain::evolve(m_cases[event.caseId], event);
    m_journal.push_back(event);
    if (!holdsEvents)
        sendEvents({event});
}

Seq FakeGateway::does(CaseId id, const domain::CaseCommand& command)
{
    const domain::Actor actor{"other-desk", domain::Role::Dispatcher};
    const auto event = domain::decide(m_cases[id], command, {m_clock.now(), actor, *m_city, *this});
    if (!event)
        qFatal("the other desk: %s", event.error().sentence.en.c_str());
    record({0, id, m_cases[id].version + 1, m_clock.now(), actor.name, *event});
    return head();
}

CaseId FakeGateway::receives(const std::string& title)
{
    const CaseId id{m_cases.empty() ? 1 : m_cases.rbegin()->first.value + 1};
    does(id, receiveCommand(title));
    return id;
}

void FakeGateway::startOver(std::vector<domain::RecordedEvent> events)
{
    m_journal.clear();
    m_cases.clear();
    m_answers.clear();
    m_chainSalt += "'";
    for (domain::RecordedEvent& event : events) {
        domain::evolve(m_cases[event.caseId], event);
        m_journal.push_back(std::move(event));
    }
}

int FakeGateway::openCasesOf(PersonId person) const
{
    return static_cast<int>(std::ranges::count_if(m_cases, [person](const auto& c) {
        return c.second.isOpen() && c.second.handler == person;
    }));
}

GridId FakeGateway::gridAt(GeoPoint place) const
{
    return place.lon > 113.7 && place.lon < 113.74 ? GridId{std::uint32_t((place.lon - 113.69) / 0.01)} : GridId{};
}

TestPeer::Answer FakeGateway::onRequest(const TestPeer::Request& request)
{
    if (request.path == "/v1/commands")
        return onCommand(request.body);
    if (request.path == "/v1/snapshot") {
        ++m_snapshots;
        auto packed = storage::zstdCompress(wholeSnapshot.empty() ? snapshot() : wholeSnapshot, 1);
        return {200, QByteArray::fromStdString(packed.value_or("")), TestPeer::Delivery::Whole};
    }
    if (request.path.startsWith("/v1/cases/")) {
        const CaseId id{request.path.mid(10).toULongLong()};
        std::string body = R"({"v":1,"case":)";
        protocol::JsonWriter(body).value(m_cases[id]);
        body += R"(,"events":[)";
        bool first = true;
        for (const domain::RecordedEvent& event : m_journal) {
            if (event.caseId != id)
                continue;
            if (!std::exchange(first, false))
                body += ',';
            protocol::appendEvent(body, event);
        }
        return {200, QByteArray::fromStdString(body + "]}"), TestPeer::Delivery::Whole};
    }
    return {404, "{}", TestPeer::Delivery::Whole};
}

std::string FakeGateway::snapshot() const
{
    std::string out = R"({"v":1,"seq":)" + std::to_string(head()) + R"(,"now":)" + std::to_string(toUnixMillis(m_clock.now()))
                      + R"(,"city":")" + (cityOnWire.empty() ? m_city->id : cityOnWire) + R"(","cases":[)";
    bool first = true;
    for (const auto& [id, state] : m_cases) {
        if (!std::exchange(first, false))
            out += ',';
        protocol::JsonWriter(out).value(state);
    }
    return out + "]}";
}

TestPeer::Answer FakeGateway::onCommand(const QByteArray& body)
{
    using Delivery = TestPeer::Delivery;
    switch (commands) {
    case Commands::CutBefore: return {200, "", Delivery::Cut};
    case Commands::Busy: return {503, "{}", Delivery::Whole};
    case Commands::Hold: return {200, "", Delivery::Never};
    default: break;
    }
    const auto envelope = protocol::readCommand(protocol::QtJsonValue(QJsonDocument::fromJson(body).object()));
    if (!envelope)
        return {400, QByteArray::fromStdString(protocol::encodeReply({"", {}, 0, 0, protocol::WireError{"json", "坏", envelope.error().sentence, {}}})),
                Delivery::Whole};
    const Delivery delivery = commands == Commands::ActThenCut ? Delivery::Cut : Delivery::Whole;
    if (const auto known = m_answers.find(envelope->id); known != m_answers.end()) {
        ++m_repeated;
        if (known->second.first != body)
            return {409, QByteArray::fromStdString(protocol::encodeReply({"", {}, 0, 0, protocol::WireError{"command.key_reused", "x", "x", {}}})),
                    Delivery::Whole};
        TestPeer::Answer answer = known->second.second;
        answer.delivery = delivery;
        return answer;
    }
    CaseId id = envelope->caseId;
    if (id.isNone())
        id = CaseId{m_cases.empty() ? 1 : m_cases.rbegin()->first.value + 1};
    const std::uint32_t version = m_cases.contains(id) ? m_cases[id].version : 0;
    protocol::CommandReply reply{envelope->id.toString(), id, version, 0, std::nullopt};
    int status = 200;
    if (envelope->base && *envelope->base != version) {
        status = 409;
        reply.error = protocol::WireError{"case.version", "已变", "It has moved on.", {}};
    } else {
        const domain::Actor actor{"console-1", domain::Role::Dispatcher};
        const domain::Case state = version ? m_cases[id] : domain::Case{};
        const auto event = domain::decide(state, envelope->command, {m_clock.now(), actor, *m_city, *this});
        if (event) {
            record({0, id, version + 1, m_clock.now(), actor.name, *event});
            reply.version = version + 1;
            reply.seq = head();
        } else {
            status = 422;
            reply.error = protocol::WireError{event.error().code, event.error().sentence.zh, event.error().sentence.en, {}};
        }
    }
    const TestPeer::Answer answer{status, QByteArray::fromStdString(protocol::encodeReply(reply)), delivery};
    m_answers[envelope->id] = {body, answer};
    return answer;
}

} // namespace zs::testkit
