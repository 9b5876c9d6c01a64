#include "geo/Distance.h"
#include "sim/tracks/TrackFiles.h"
#include "sim/tracks/TrackPlayer.h"
#include "tests/sim/SmallCity.h"

#include <QTest>
#include <set>

using namespace zs;
using namespace zs::sim;

class TestTracks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void gpx() {
        const auto file = parseTracks(
            "<?xml version='1.0'?><gpx xmlns='http://www.topografix.com/GPX/1/1'><wpt lat='1' lon='1'/>\n"
            "<trk><trkseg><trkpt lat='45.1' lon='14.1'><time>2010-10-02T09:00:00Z</time></trkpt>\n"
            "<trkpt lat='45.101' lon='14.1'><time>2010-10-02T09:01:00Z</time></trkpt>\n"
            "<trkpt lat='nowhere' lon='14.1'/>\n"
            "<trkpt lat='45.102' lon='14.1'><time>2010-10-02T10:00:00Z</time></trkpt>\n"
            "<trkpt lat='45.103' lon='14.1'><time>2010-10-02T10:00:30Z</time></trkpt></trkseg>\n"
            "<trkseg><trkpt lat='45.2' lon='14.1'/><trkpt lat='45.201' "
            "lon='14.1'><time>1901-12-13T20:45:52Z</time></trkpt></trkseg></trk></gpx>",
            "x.gpx");
        QVERIFY2(file, file ? "" : file.error().sentence.c_str());
        QCOMPARE(file->tracks.size(), 3u); // a pause of an hour, and a segment without times
        QCOMPARE(file->tracks[0].points[1].seconds, 60.0);
        QVERIFY(std::abs(file->tracks[2].points[1].seconds - 111.2 / 1.4) < 1);
        QCOMPARE(file->bad.size(), 1u);
        QCOMPARE(file->bad[0].first, 4u);
    }

    void aHeadThatNamesAColumnTwice() {
        const auto file = parseTracks("uid,uid,lat,lng,datetime\n1,1,31.2,121.4\n1,1,31.2,121.4,2018-04-12 11:11:26\n"
                                      "1,1,31.21,121.41,2018-04-12 11:12:26\n",
                                      "x.csv");
        QVERIFY(file);
        QCOMPARE(file->bad.size(), 1u);
        QCOMPARE(file->tracks.size(), 1u);
    }

    void gpxThatIsAnAttack() {
        QVERIFY(!parseTracks("<!DOCTYPE gpx [<!ENTITY a \"aaaa\">]><gpx/>", "x"));
        QVERIFY(!parseTracks("<gpx><trk>", "x"));
    }

    void nmea() {
        const auto file =
            parseTracks("$GPRMC,225652.01,V,,,,,,,100316,,,N*7D\r\n"
                        "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n"
                        "$GPRMC,123520,A,4807.048,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n"
                        "$GPGGA,,,,,,,,,,M,,M,,*56\r\n",
                        "n.txt");
        QVERIFY(file);
        QCOMPARE(file->tracks.size(), 0u); // one good fix is no track
        QCOMPARE(file->bad.size(), 2u);    // no fix, and a checksum of another line
        QCOMPARE(file->bad[1].first, 3u);
    }

    void cabsRunInAnyOrder() {
        const auto file = parseTracks(
            "37.75 -122.39 0 1211069512\n37.74 -122.39 0 1211069452\nx y z\n37.70 -122.39 1 1211079512\n",
            "cab");
        QVERIFY(file);
        QCOMPARE(file->tracks.size(), 1u);
        QCOMPARE(file->tracks[0].points[0].at.lat, 37.74);
        QCOMPARE(file->tracks[0].points[1].seconds, 60.0);
        QCOMPARE(file->bad.size(), 1u);
    }

    void tablesByUser() {
        const auto file = parseTracks("lat,lng,datetime,uid\n39.98,116.31,2008-10-23 "
                                      "05:53:05,001\n39.99,116.32,2008-10-23 05:53:05,002\n"
                                      "39.981,116.31,2008-10-23 05:53:15,001\n39.991,116.32,2008-10-23 "
                                      "05:53:25,002\nx,1,2008-10-23 05:53:25,002\n",
                                      "g");
        QVERIFY(file);
        QCOMPARE(file->tracks.size(), 2u);
        QCOMPARE(file->bad.size(), 1u);
        QVERIFY(!parseTracks("a,b\n1,2\n", "g"));
    }

    void peopleWalkThemInTheirCity() {
        const auto city = smallCity();
        Track track{"far", {}};
        for (int i = 0; i < 100; ++i)
            track.points.push_back({{116.3 + i * 0.0001, 39.9}, double(i) * 10});
        track.points[50].at = {-20, -30}; // a stray fix
        TrackPlayer player(city, {track, track, track}, 2, 10, morning());
        QCOMPARE(player.people(), 2u);
        std::set<std::uint32_t> seen;
        for (int s = 0; s < 200; s += 3) {
            const auto frame = player.at(morning() + std::chrono::seconds(s));
            QCOMPARE(frame.positions.size(), 2u);
            for (const auto& p : frame.positions) {
                QVERIFY(city->bounds.contains(p.place()));
                QVERIFY(domain::isOnDuty(city->person(p.person)->shift, morning(), city->utcOffset));
                seen.insert(p.person.value);
            }
        }
        QCOMPARE(seen.size(), 2u);
        const auto a = player.at(morning()).positions[0].place(),
                   b = player.at(morning() + std::chrono::seconds(1)).positions[0].place();
        QVERIFY(std::abs(geo::distanceMetres(a, b) - geo::distanceMetres({116.3, 39.9}, {116.3001, 39.9})) <
                1);
    }

    void nobodyIsShownAfterTheShift() {
        const auto city = smallCity();
        const Track track{"t", {{{116.3, 39.9}, 0}, {{116.31, 39.9}, 900}}};
        TrackPlayer player(city, {track}, 1, 1, morning());
        QCOMPARE(player.at(morning()).positions[0].flags, std::uint8_t(0));
        const auto last = player.at(morning() + std::chrono::hours(12));
        QCOMPARE(last.positions.size(), 1u);
        QCOMPARE(last.positions[0].flags, protocol::positionOffDuty);
        QVERIFY(player.at(morning() + std::chrono::hours(13)).positions.empty());
    }
};

QTEST_APPLESS_MAIN(TestTracks)
#include "TestTracks.moc"
