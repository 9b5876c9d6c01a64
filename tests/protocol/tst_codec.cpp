// Every message through both ends: what one writes the other reads, what one refuses the other refuses.
#include "tests/protocol/BothEnds.h"
#include "tests/protocol/NastyCommands.h"
#include "tests/testkit/TestCase.h"

#include <QFile>

using namespace zs;
using namespace zs::protocol;
using namespace zs::protocol::test;

namespace {

CommandEnvelope envelope(domain::CaseCommand command)
{
    return {Uuid::random(), CaseId(1'000'000'007), 4'000'000'000u, std::move(command)};
}

domain::RecordedEvent recorded(domain::CaseEvent event)
{
    return {9'007'199'254'740'991, CaseId(412), 8, fromUnixMillis(1'772'440'860'123), "duty-01", std::move(event)};
}

} // namespace

class CodecTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandGoesRound()
    {
        std::size_t n = 0;
        eachAlternative<domain::CaseCommand>([&]<class C>() {
            for (const C& command : {filled<C>(), C{}}) {
                const CommandEnvelope sent = envelope(command);
                const std::string text = encodeCommand(sent);
                const auto console = atConsole<CommandEnvelope>(text, asCommand);
                const auto gateway = atGateway<CommandEnvelope>(text, asCommand);
                QVERIFY2(console, console ? "" : (text + console.error().sentence).c_str());
                QVERIFY2(gateway, gateway ? "" : (text + gateway.error().sentence).c_str());
                QCOMPARE(*console, sent);
                QCOMPARE(*gateway, sent);
                ++n;
            }
        });
        QCOMPARE(n, 2 * std::variant_size_v<domain::CaseCommand>);
    }

    void everyEventGoesRound()
    {
        eachAlternative<domain::CaseEvent>([&]<class E>() {
            std::string text;
            for (const auto& sent : {recorded(E{}), recorded(filled<E>())}) {
                text.clear();
                appendEvent(text, sent);
                QCOMPARE(atConsole<domain::RecordedEvent>(text, asEvent).value(), sent);
                QCOMPARE(atGateway<domain::RecordedEvent>(text, asEvent).value(), sent);
            }
            const auto sent = recorded(filled<E>());
            // A newer gateway may add members.
            text.insert(text.find("\"data\":{") + 8, R"("later":{"x":[1,2]},)");
            const bool empty = text.find(",}") != std::string::npos;
            if (empty)
                text.erase(text.find(",}"), 1);
            QCOMPARE(atConsole<domain::RecordedEvent>(text, asEvent).value(), sent);
            QCOMPARE(atGateway<domain::RecordedEvent>(text, asEvent).value(), sent);
        });
    }

    /// What is left out because it is empty reads as what it was.
    void aBlankCaseGoesRound()
    {
        const auto read = [](const auto& v) { return readJson<domain::Case>(v, UnknownMembers::Refuse); };
        const domain::Case sent;
        std::string text;
        JsonWriter(text).value(sent);
        QCOMPARE(atConsole<domain::Case>(text, read).value(), sent);
        QCOMPARE(atGateway<domain::Case>(text, read).value(), sent);
    }

    /// The writer looks at eight bytes at a time: each byte on each place of such a step.
    void everyByteOfATextGoesRound()
    {
        for (int c = 0; c < 0x80; ++c)
            for (std::size_t length = 1; length < 20; ++length)
                for (std::size_t place = 0; place < length; ++place) {
                    domain::Noted noted;
                    noted.text = std::string(length, 'a');
                    noted.text[place] = static_cast<char>(c);
                    noted.text += "障\U0001F6A7";
                    std::string text;
                    appendEventData(text, domain::CaseEvent(noted));
                    const auto read = [](const auto& v) { return readJson<domain::Noted>(v, UnknownMembers::Refuse); };
                    QCOMPARE(atGateway<domain::Noted>(text, read).value(), noted);
                    if (place % 8 == 3)
                        QCOMPARE(atConsole<domain::Noted>(text, read).value(), noted);
                }
    }

    void everyLimitOfACommandHolds()
    {
        eachAlternative<domain::CaseCommand>([&]<class C>() {
            for (std::size_t over = 0; over < limitedFields<C>(); ++over) {
                const std::string text = encodeCommand(envelope(filled<C>(over)));
                for (const auto& read : {atConsole<CommandEnvelope>(text, asCommand), atGateway<CommandEnvelope>(text, asCommand)}) {
                    QVERIFY2(!read, text.c_str());
                    QCOMPARE(read.error().code, std::string("json.field"));
                }
            }
        });
    }

    void everyLimitOfAnEventHolds()
    {
        eachAlternative<domain::CaseEvent>([&]<class E>() {
            for (std::size_t over = 0; over < limitedFields<E>(); ++over) {
                std::string text;
                appendEvent(text, recorded(filled<E>(over)));
                QVERIFY(!atConsole<domain::RecordedEvent>(text, asEvent));
                QVERIFY(!atGateway<domain::RecordedEvent>(text, asEvent));
            }
        });
    }

    void everyLimitOfACaseHolds()
    {
        const auto read = [](const auto& v) { return readJson<domain::Case>(v, UnknownMembers::Refuse); };
        for (std::size_t over = 0; over <= limitedFields<domain::Case>(); ++over) {
            const auto sent = filled<domain::Case>(over);
            std::string text;
            JsonWriter(text).value(sent);
            const auto console = atConsole<domain::Case>(text, read), gateway = atGateway<domain::Case>(text, read);
            const bool within = over == limitedFields<domain::Case>();
            QCOMPARE(console.has_value(), within);
            QCOMPARE(gateway.has_value(), within);
            if (within) {
                QCOMPARE(*console, sent);
                QCOMPARE(*gateway, sent);
            }
        }
    }

    /// docs/api/openapi.yaml has the form of every command, and an example of each command and event that reads as one.
    void everyCommandAndEventStandsInTheInterface()
    {
        QFile file(QStringLiteral(ZS_OPENAPI));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const auto has = [&](const std::string& wanted) { return text.contains(QByteArray::fromStdString(wanted)); };
        eachAlternative<domain::CaseCommand>([&]<class C>() {
            const std::string name(C::name);
            QVERIFY2(has("{command: {const: " + name + "}"), name.c_str());
            QVERIFY2(has("command: " + name + ", data: {") || has("command: " + name + "\n"), name.c_str());
        });
        eachAlternative<domain::CaseEvent>([&]<class E>() {
            const std::string name(E::name);
            QVERIFY2(has("kind: " + name + ", data: {"), name.c_str());
        });
    }

    void repliesGoRound()
    {
        CommandReply done{Uuid::random().toString(), CaseId(3), 4, 5, {}};
        CommandReply refused = done;
        refused.error = filled<WireError>();
        for (const CommandReply& sent : {done, refused}) {
            const std::string text = encodeReply(sent);
            QCOMPARE(atConsole<CommandReply>(text, asReply).value(), sent);
            QCOMPARE(atGateway<CommandReply>(text, asReply).value(), sent);
        }
        refused.error = filled<WireError>(1);
        QVERIFY(!atConsole<CommandReply>(encodeReply(refused), asReply));
        QVERIFY(!atGateway<CommandReply>(encodeReply(refused), asReply));
    }

    void streamMessagesGoRound()
    {
        using Type = StreamMessage::Type;
        const Hello hello = filled<Hello>();
        for (const Type type : {Type::Hello, Type::Head, Type::Gap}) {
            const std::string text = encodeHello(type, hello);
            for (const auto& read : {atConsole<StreamMessage>(text, asStream), atGateway<StreamMessage>(text, asStream)}) {
                QVERIFY(read);
                QVERIFY(read->type == type);
                QCOMPARE(read->hello, hello);
            }
        }
        std::string event;
        appendEvent(event, recorded(domain::Accepted{}));
        const std::string full = encodeEvents(std::vector<std::string_view>(maxEventsPerMessage, event));
        QCOMPARE(atConsole<StreamMessage>(full, asStream)->events.size(), maxEventsPerMessage);
        QCOMPARE(atGateway<StreamMessage>(full, asStream)->events.size(), maxEventsPerMessage);
        const std::string over = encodeEvents(std::vector<std::string_view>(maxEventsPerMessage + 1, event));
        QCOMPARE(atConsole<StreamMessage>(over, asStream).error().code, std::string("stream.many"));
        QCOMPARE(atGateway<StreamMessage>(over, asStream).error().code, std::string("stream.many"));
        for (const char* bad : {R"({"v":1,"type":"party"})", R"({"v":1,"type":7})", R"({"v":1})", R"({"type":"head","head":1})",
                                R"({"v":1,"type":"events"})", R"({"v":1,"type":"events","events":{}})",
                                R"({"v":1,"type":"events","events":[{}]})", R"({"v":1,"type":"events","events":[1]})",
                                R"({"v":1,"type":"hello"})", R"({"v":1,"type":"hello","head":-1.5,"now":0,"city":"x"})"}) {
            QVERIFY2(!atConsole<StreamMessage>(bad, asStream), bad);
            QVERIFY2(!atGateway<StreamMessage>(bad, asStream), bad);
        }
    }

    void whatComesFromOutside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<bool>("onlyGateway");
        for (const NastyCommand& n : nastyCommands())
            QTest::newRow(n.name) << QByteArray::fromStdString(n.text) << (n.verdict == Verdict::Good)
                                  << (n.verdict == Verdict::GatewayRefuses);
    }
    /// The gateway judges what comes from outside; where Qt's parser is more lenient, that is written down.
    void whatComesFromOutside()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(bool, onlyGateway);
        const auto console = atConsole<CommandEnvelope>(text.toStdString(), asCommand);
        const auto gateway = atGateway<CommandEnvelope>(text.toStdString(), asCommand);
        QCOMPARE(gateway.has_value(), good);
        QCOMPARE(console.has_value(), good || onlyGateway);
        if (good)
            QCOMPARE(*console, *gateway);
        else
            QVERIFY(!gateway.error().sentence.empty() && gateway.error().sentence.size() < 300);
    }

    void everyTruncationIsRefused()
    {
        const std::string whole = encodeCommand(envelope(domain::Receive{}));
        for (std::size_t n = 0; n < whole.size(); ++n) {
            QVERIFY(!atConsole<CommandEnvelope>(whole.substr(0, n), asCommand));
            QVERIFY(!atGateway<CommandEnvelope>(whole.substr(0, n), asCommand));
        }
    }

    void anySingleByteChangedAgreesOrIsRefused()
    {
        const std::string whole = nastyBase();
        const std::string_view bytes("\0\x01\x1f\"\\{}[],:0e-.\x7f\x80\xbf\xc0\xed\xf4\xff ", 22);
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const char c : bytes) {
                std::string text = whole;
                text[at] = c;
                const auto console = atConsole<CommandEnvelope>(text, asCommand);
                const auto gateway = atGateway<CommandEnvelope>(text, asCommand);
                if (console && gateway)
                    QCOMPARE(*console, *gateway);
            }
    }
};

ZS_TEST_MAIN(CodecTest)
#include "tst_codec.moc"
