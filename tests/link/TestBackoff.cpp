#include "TestBackoff.h"

#include "link/Backoff.h"

#include <algorithm>
#include <vector>

using zs::Millis;
using zs::link::Backoff;

void TestBackoff::pausesStayInTheirBounds_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    const int most[] = {1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000};
    for (int attempt = 0; attempt < 8; ++attempt)
        QTest::addRow("attempt %d", attempt) << attempt << most[attempt] / 2 << most[attempt];
    QTest::addRow("attempt 1000") << 1000 << 15000 << 30000;
}

void TestBackoff::pausesStayInTheirBounds()
{
    QFETCH(int, attempt);
    QFETCH(int, least);
    QFETCH(int, most);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Backoff backoff(seed);
        for (int i = 0; i < attempt; ++i)
            (void)backoff.next();
        QCOMPARE(backoff.attempt(), attempt);
        const Millis pause = backoff.next();
        QVERIFY2(pause >= Millis(least) && pause <= Millis(most), qPrintable(QString::number(pause.count())));
        backoff.reset();
        QVERIFY(backoff.next() <= Millis(1000));
    }
}

void TestBackoff::theSameSeedGivesTheSamePauses()
{
    Backoff one(7), other(7);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(one.next().count(), other.next().count());
}

void TestBackoff::manyDesksDontComeBackTogether()
{
    // 240 desks lose the gateway at once; in no 50 ms do more than a fifth of them knock.
    std::vector<Millis> first;
    for (std::uint64_t seed = 0; seed < 240; ++seed)
        first.push_back(Backoff(seed).next());
    for (Millis from{0}; from < Millis(1000); from += Millis(50))
        QVERIFY(std::ranges::count_if(first, [from](Millis t) { return t >= from && t < from + Millis(50); }) < 48);
}
