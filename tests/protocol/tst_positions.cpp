// The binary frame of positions, byte by byte.
#include "protocol/Limits.h"
#include "protocol/PositionFrame.h"
#include "tests/testkit/TestCase.h"

using namespace zs;
using namespace zs::protocol;

namespace {

PositionFrame someFrame(std::size_t people)
{
    PositionFrame frame;
    frame.time = fromUnixMillis(1'772'440'860'123);
    for (std::size_t i = 1; i <= people; ++i) {
        Position p = Position::at(PersonId(static_cast<std::uint32_t>(i)), {113.7512345, -22.9});
        p.ageSeconds = static_cast<std::uint16_t>(i);
        p.heading = 64;
        p.flags = positionOffDuty;
        frame.positions.push_back(p);
    }
    return frame;
}

std::string with(std::string bytes, std::size_t at, std::string_view what)
{
    bytes.replace(at, what.size(), what);
    return bytes;
}

} // namespace

class PositionsTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bytesAreAsDocumented()
    {
        PositionFrame frame = someFrame(1);
        frame.positions[0] = Position::at(PersonId(0x01020304), {1e-7, -2e-7});
        frame.positions[0].ageSeconds = 0x0506;
        frame.positions[0].heading = 7;
        frame.positions[0].flags = 1;
        frame.time = fromUnixMillis(0x0102030405060708);
        QCOMPARE(QByteArray::fromStdString(encodePositions(frame)).toHex(),
                 QByteArray("5a535031" "01000000" "0807060504030201" "04030201" "01000000" "feffffff" "0605" "07" "01"));
    }

    void goRound_data()
    {
        QTest::addColumn<int>("people");
        for (const int n : {0, 1, 2, 3999, 4000})
            QTest::addRow("%d", n) << n;
    }
    void goRound()
    {
        QFETCH(int, people);
        const PositionFrame sent = someFrame(static_cast<std::size_t>(people));
        const std::string bytes = encodePositions(sent);
        QCOMPARE(bytes.size(), 16u + 16u * static_cast<unsigned>(people));
        QCOMPARE(decodePositions(bytes).value(), sent);
    }

    void wrongOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const std::string good = encodePositions(someFrame(2));
        const auto row = [](const char* name, const std::string& bytes, const char* code) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << code;
        };
        row("empty", "", "positions.magic");
        row("half a header", good.substr(0, 15), "positions.magic");
        row("other magic", with(good, 0, "ZSP2"), "positions.magic");
        row("json", R"({"v":1,"positions":[]})", "positions.magic");
        row("one byte short", good.substr(0, good.size() - 1), "positions.length");
        row("one byte long", good + "x", "positions.length");
        row("count too small", with(good, 4, std::string("\1\0\0\0", 4)), "positions.length");
        row("count too large", with(good, 4, std::string("\3\0\0\0", 4)), "positions.length");
        row("count that overflows", with(good, 4, "\xFF\xFF\xFF\xFF"), "positions.many");
        row("count times 16 overflows", with(good, 4, std::string("\2\0\0\x10", 4)), "positions.many");
        row("one too many", encodePositions(someFrame(maxPositionsPerFrame + 1)), "positions.many");
        row("nobody", with(good, 16, std::string(4, '\0')), "positions.entry");
        row("too far east", with(good, 20, std::string("\x01\xd2\x49\x6b", 4)), "positions.entry");
        row("too far west", with(good, 20, std::string("\0\0\0\x80", 4)), "positions.entry");
        row("too far north", with(good, 24, std::string("\x01\xe9\xa4\x35", 4)), "positions.entry");
        row("too far south", with(good, 24, std::string("\0\0\0\x80", 4)), "positions.entry");
    }
    void wrongOnesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const auto read = decodePositions(bytes.toStdString());
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error().code), code);
    }

    void theEdgesOfTheEarthAreOnIt()
    {
        PositionFrame frame;
        frame.positions = {Position::at(PersonId(1), {180, 90}), Position::at(PersonId(2), {-180, -90})};
        QCOMPARE(decodePositions(encodePositions(frame))->positions[0].place().lon, 180.0);
    }
};

ZS_TEST_MAIN(PositionsTest)
#include "tst_positions.moc"
