// The page is ours, but it decodes tiles and draws texts that others made: whoever takes it over must find no way out.
// Every attempt runs inside the real page; a server and a UDP socket of this test see whether anything came through.
#include "tests/ui/map/web/WebFixture.h"
#include "ui/map/web/MapPage.h"
#include "ui/map/web/RequestGuard.h"
#include "ui/map/web/SchemeHandler.h"

#include <QClipboard>
#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>
#include <QWebEngineProfile>
#include <QWebEngineScript>

using namespace zs;
using namespace zs::map;
using namespace zs::map::webtest;

namespace {

constexpr int kPatience = 20'000;

// Each answers "denied …" or what it got. $ is http://127.0.0.1:PORT of the listening server, % its ws:// twin.
const char* const kAttempts = R"js(
const event = (thing, good, bad) => new Promise((ok, no) => {
  thing[good] = () => ok('OPEN');
  thing[bad] = () => no(new Error('error event'));
});
const xhr = (url) => { const x = new XMLHttpRequest(); x.open('GET', url); const r = event(x, 'onload', 'onerror'); x.send(); return r; };
const tag = (name, attribute, url, good = 'onload') => {
  const e = document.createElement(name);
  const r = event(e, good, 'onerror');
  e[attribute] = url;
  document.body.append(e);
  return r;
};
const workerFrom = (url) => new Promise((ok, no) => {
  const w = new Worker(url);
  w.onmessage = (m) => ok('OPEN ' + m.data);
  w.onerror = () => no(new Error('worker error'));
});
const attempts = {
  'fetch': () => fetch('$/fetch').then((r) => 'OPEN ' + r.status),
  'fetch no-cors': () => fetch('$/nocors', { mode: 'no-cors' }).then((r) => 'OPEN ' + r.type),
  'fetch post': () => fetch('$/post', { method: 'POST', mode: 'no-cors', body: 'x' }).then(() => 'OPEN'),
  'xhr http': () => xhr('$/xhr'),
  'xhr file': () => xhr('file:///etc/hostname'),
  'xhr qrc': () => xhr('qrc:/mappage/page.html'),
  'xhr other host of the scheme': () => xhr('map://other/page.html'),
  'xhr unknown path': () => xhr('map://app/../etc/hostname'),
  'xhr encoded path': () => xhr('map://app/%2e%2e/%2e%2e/etc/hostname'),
  'xhr tile outside': () => xhr('map://app/tile/1/3/9/0'),
  'image http': () => tag('img', 'src', '$/image.png'),
  'image file': () => tag('img', 'src', 'file:///usr/share/pixmaps/debian-logo.png'),
  'script http': () => tag('script', 'src', '$/script.js'),
  'script data': () => tag('script', 'src', 'data:text/javascript,1'),
  'style http': () => { const l = document.createElement('link'); l.rel = 'stylesheet'; const r = event(l, 'onload', 'onerror'); l.href = '$/style.css'; document.head.append(l); return r; },
  'video http': () => tag('video', 'src', '$/video.mp4', 'onloadeddata'),
  'websocket': () => event(new WebSocket('%/socket'), 'onopen', 'onerror'),
  'eventsource': () => event(new EventSource('$/events'), 'onopen', 'onerror'),
  'worker http': () => workerFrom('$/worker.js'),
  'worker blob': () => workerFrom(URL.createObjectURL(new Blob(["fetch('$/inworker').then(() => postMessage('fetched'), () => postMessage('ran'))"]))),
  'worker data': () => workerFrom("data:text/javascript,postMessage('ran')"),
  'service worker': () => navigator.serviceWorker.register('map://app/worker.js').then(() => 'OPEN'),
  'window.open': async () => (window.open('$/window') ? 'OPEN' : 'denied no window'),
  'eval': async () => 'OPEN ' + eval('1+1'),
  'Function': async () => 'OPEN ' + new Function('return 2')(),
  'inline script': async () => { window.inlineRan = false; const s = document.createElement('script'); s.textContent = 'window.inlineRan = true'; document.body.append(s); return window.inlineRan ? 'OPEN' : 'denied not run'; },
  'webrtc': async () => (typeof RTCPeerConnection === 'undefined' && typeof webkitRTCPeerConnection === 'undefined' ? 'denied gone' : 'OPEN'),
  'geolocation': () => new Promise((ok, no) => navigator.geolocation.getCurrentPosition(() => ok('OPEN'), (e) => no(e), { timeout: 3000 })),
  'microphone': () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'OPEN'),
  'screen': () => navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'OPEN'),
  'clipboard read': () => navigator.clipboard.readText().then((t) => 'OPEN ' + t),
  'notification': () => Notification.requestPermission().then((p) => (p === 'granted' ? 'OPEN' : 'denied ' + p)),
  'cookie': async () => { document.cookie = 'a=b'; return document.cookie === '' ? 'denied empty' : 'OPEN ' + document.cookie; },
  'localStorage': async () => { localStorage.setItem('a', 'b'); return 'OPEN'; },
  'sessionStorage': async () => { sessionStorage.setItem('a', 'b'); return 'OPEN'; },
  'indexedDB': () => event(indexedDB.open('x'), 'onsuccess', 'onerror'),
  'caches': () => caches.open('x').then(() => 'OPEN'),
  'fullscreen': () => document.documentElement.requestFullscreen().then(() => 'OPEN'),
  'database file': async () => { window.openDatabase('x', '', 'x', 1); return 'OPEN'; },
};
// These say nothing to the page: the server tells.
const silent = async () => {
  navigator.sendBeacon('$/beacon', 'x');
  for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'preload', 'modulepreload']) {
    const l = document.createElement('link'); l.rel = rel; l.href = '$/' + rel; l.as = 'script'; document.head.append(l);
  }
  const s = document.createElement('style');
  s.textContent = "@import url($/import.css); @font-face { font-family: zz; src: url($/font.woff) } body { font-family: zz; background: url($/back.png) }";
  document.head.append(s);
  const ping = document.createElement('a'); ping.href = '$/pinged'; ping.ping = '$/ping'; document.body.append(ping); ping.click();
  for (const url of ['$/frame', 'file:///etc/hostname', 'data:text/html,<script>parent.frameRan=1</' + 'script>']) {
    const f = document.createElement('iframe'); f.src = url; document.body.append(f);
  }
  const o = document.createElement('object'); o.data = '$/object'; document.body.append(o);
  const d = document.createElement('a'); d.href = URL.createObjectURL(new Blob(['x'])); d.download = 'zhongshu-lockdown.txt'; document.body.append(d); d.click();
  const form = document.createElement('form'); form.action = '$/form'; form.method = 'post'; document.body.append(form); form.submit();
  location.href = '$/navigate';
  location.href = 'file:///etc/hostname';
  location.href = 'zhongshu-unknown:go';
};
(async () => {
  window.lock = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      const late = new Promise((ok) => setTimeout(() => ok('denied no effect'), 1500));
      window.lock[name] = String(await Promise.race([attempt(), late]));
    } catch (e) { window.lock[name] = 'denied ' + e; }
  }
  await silent();
  await new Promise((ok) => setTimeout(ok, 500));
  window.lockDone = true;
})();
)js";

} // namespace

class LockdownTest final : public zs::testkit::TestCase {
    Q_OBJECT

    QVariant run(web::MapPage& page, const QString& script)
    {
        QVariant answer;
        bool done = false;
        page.runJavaScript(script, QWebEngineScript::MainWorld, [&](const QVariant& v) {
            answer = v;
            done = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, kPatience); }();
        return answer;
    }

private Q_SLOTS:
    void init()
    {
        // The page says on its console what it was refused, and that is all right here.
    }

    void nothingGetsOut()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QSignalSpy connections(&server, &QTcpServer::newConnection);
        const QString port = QString::number(server.serverPort());
        QApplication::clipboard()->setText(QStringLiteral("secret"));

        WebSurface surface;
        surface.resize(640, 480);
        QSignalSpy ready(&surface, &MapSurface::ready);
        surface.setGround(squareCity());
        surface.show();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, kPatience);
        web::MapPage& page = surface.page();
        QSignalSpy navigated(&page, &QWebEnginePage::urlChanged);

        QString script = QString::fromLatin1(kAttempts);
        script.replace(QStringLiteral("$/"), QStringLiteral("http://127.0.0.1:") + port + u'/');
        script.replace(QStringLiteral("%/socket"), QStringLiteral("ws://127.0.0.1:") + port + QStringLiteral("/socket"));
        run(page, script);
        QTRY_VERIFY_WITH_TIMEOUT(run(page, QStringLiteral("window.lockDone === true")).toBool(), 90'000);

        const QVariantMap answers = run(page, QStringLiteral("window.lock")).toMap();
        QVERIFY(answers.size() > 35);
        QStringList open;
        for (auto it = answers.begin(); it != answers.end(); ++it) {
            if (!it.value().toString().startsWith(QStringLiteral("denied")))
                open.append(it.key() + QStringLiteral(": ") + it.value().toString());
        }
        QVERIFY2(open.isEmpty(), qPrintable(open.join(QStringLiteral("; "))));
        QCOMPARE(connections.count(), 0);
        QCOMPARE(navigated.count(), 0);
        QVERIFY(!run(page, QStringLiteral("window.frameRan === 1")).toBool());
        for (const auto place : {QStandardPaths::DownloadLocation, QStandardPaths::HomeLocation})
            QVERIFY(!QDir(QStandardPaths::writableLocation(place)).exists(QStringLiteral("zhongshu-lockdown.txt")));
        // And it is still the map.
        QCOMPARE(page.url(), QUrl(QString::fromLatin1(web::MapPage::address)));
        QVERIFY(page.profile()->isOffTheRecord());
    }

    void theProgramItselfCantLoadOtherPages()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QSignalSpy connections(&server, &QTcpServer::newConnection);
        WebSurface surface;
        QSignalSpy ready(&surface, &MapSurface::ready);
        surface.resize(320, 240);
        surface.show();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, kPatience);
        surface.page().load(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
        surface.page().load(QUrl(QStringLiteral("file:///etc/hostname")));
        QVERIFY(run(surface.page(), QStringLiteral("location.href")).toString().startsWith(QStringLiteral("map://app/")));
        QCOMPARE(connections.count(), 0);
    }

    void guardAllowsOnlyItsOwn_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* url, bool allowed) { QTest::newRow(url) << QString::fromLatin1(url) << allowed; };
        row("map://app/page.html", true);
        row("blob:map://app/1", true);
        row("data:image/png;base64,AA", true);
        row("map://other/page.html", false);
        row("map://app:80/page.html", false);
        row("http://app/page.html", false);
        row("https://127.0.0.1/", false);
        row("file:///etc/passwd", false);
        row("qrc:/mappage/page.html", false);
        row("chrome://gpu", false);
        row("ws://127.0.0.1/", false);
        row("ftp://127.0.0.1/", false);
        row("about:blank", false);
    }
    void guardAllowsOnlyItsOwn()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        QCOMPARE(web::RequestGuard::allows(QUrl(url)), allowed);
    }

    void tileAddressesAreNumbersOnly_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isTile");
        const auto row = [](const char* path, bool is) { QTest::newRow(path) << QString::fromLatin1(path) << is; };
        row("/tile/5/0/0/0", true);
        row("/tile/5/14/13341/7112", true);
        row("/tile/4/0/0/0", false);   // of another ground
        row("/tile/5/3/8/0", false);   // outside of the world
        row("/tile/5/3/0/8", false);
        row("/tile/5/25/0/0", false);
        row("/tile/5/-1/0/0", false);
        row("/tile/5/1/0x0/0", false);
        row("/tile/5/../0/0", false);
        row("/tile/5/1/0", false);
        row("/tile/5/1/0/0/0", false);
        row("/tile/5/1/0/0.pbf", false);
        row("/tile/5/1/99999999999/0", false);
        row("/ground/5/1/0/0", false); // of another kind
    }
    void tileAddressesAreNumbersOnly()
    {
        QFETCH(QString, path);
        QFETCH(bool, isTile);
        QCOMPARE(web::SchemeHandler::tileOf(path, u"tile", 5).has_value(), isTile);
    }

    void theSandboxStaysOn()
    {
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-web-security --remote-debugging-port=9 --keep");
        prepareWebEnvironment(Graphics::Gpu);
        QVERIFY(!qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"));
        QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS"), QByteArray("--keep"));
        prepareWebEnvironment(Graphics::Software);
        prepareWebEnvironment(Graphics::Software);
        QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS"), QByteArray("--keep --ignore-gpu-blocklist"));
    }

    void softwareRenderersAreKnown()
    {
        for (const char* name : {"llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Google SwiftShader", "", "Software Rasterizer"})
            QCOMPARE(graphicsOf(name), Graphics::Software);
        for (const char* name : {"Mesa Intel(R) UHD Graphics 630", "NVIDIA GeForce GTX 1050/PCIe/SSE2", "AMD Radeon RX 550", "MTT S80"})
            QCOMPARE(graphicsOf(name), Graphics::Gpu);
    }
};

ZS_WEB_TEST_MAIN(LockdownTest)
#include "tst_lockdown.moc"
