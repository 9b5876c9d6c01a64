#include "ui/map/web/MapPage.h"

#include "base/Log.h"
#include "ui/map/web/RequestGuard.h"
#include "ui/map/web/SchemeHandler.h"

#include <QWebEngineCertificateError>
#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineProfile>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

namespace zs::map::web {

namespace {

// WebRTC opens sockets that no interceptor sees; it must be gone before the first line of any script runs.
const char* const kTakeAway = R"js(
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'])
  delete window[name];
// The page keeps nothing, so it gets nothing to keep it in.
for (const name of ['indexedDB', 'caches', 'cookieStore', 'localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { value: undefined });
)js";

} // namespace

const char* const MapPage::address = "map://app/page.html";

std::unique_ptr<QWebEngineProfile> MapPage::makeProfile(SchemeHandler& handler)
{
    // Without a storage name the profile is off the record: nothing reaches the disk.
    auto profile = std::make_unique<QWebEngineProfile>();
    profile->setHttpCacheType(QWebEngineProfile::NoCache);
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile->setSpellCheckEnabled(false);
    profile->cookieStore()->setCookieFilter([](const QWebEngineCookieStore::FilterRequest&) { return false; });
    profile->setUrlRequestInterceptor(new RequestGuard(profile.get()));
    profile->installUrlSchemeHandler(QByteArrayLiteral("map"), &handler);
    QWebEngineScript script;
    script.setName(QStringLiteral("take-away"));
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::MainWorld);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(QString::fromLatin1(kTakeAway));
    profile->scripts()->insert(script);
    connect(profile.get(), &QWebEngineProfile::downloadRequested, profile.get(),
            [](QWebEngineDownloadRequest* download) { download->cancel(); });
    return profile;
}

MapPage::MapPage(QWebEngineProfile& profile) : QWebEnginePage(&profile)
{
    lockSettings();
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl& origin, Feature feature) {
        setFeaturePermission(origin, feature, PermissionDeniedByUser);
    });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::quotaRequested, this, [](QWebEngineQuotaRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::certificateError, this,
            [](QWebEngineCertificateError error) { error.rejectCertificate(); });
}

void MapPage::open()
{
    load(QUrl(QString::fromLatin1(address)));
}

void MapPage::lockSettings()
{
    using S = QWebEngineSettings;
    auto* s = settings();
    for (const auto off :
         {S::PluginsEnabled, S::LocalStorageEnabled, S::JavascriptCanOpenWindows, S::JavascriptCanAccessClipboard,
          S::JavascriptCanPaste, S::LocalContentCanAccessRemoteUrls, S::LocalContentCanAccessFileUrls,
          S::FullScreenSupportEnabled, S::ScreenCaptureEnabled, S::PdfViewerEnabled, S::AutoLoadIconsForPage,
          S::HyperlinkAuditingEnabled, S::DnsPrefetchEnabled, S::AllowRunningInsecureContent, S::NavigateOnDropEnabled,
          S::ErrorPageEnabled, S::AllowGeolocationOnInsecureOrigins, S::AllowWindowActivationFromJavaScript,
          S::ShowScrollBars, S::TouchIconsEnabled})
        s->setAttribute(off, false);
    s->setAttribute(S::WebGLEnabled, true);
    s->setAttribute(S::WebRTCPublicInterfacesOnly, true);
    s->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
}

bool MapPage::acceptNavigationRequest(const QUrl& url, NavigationType, bool isMainFrame)
{
    return isMainFrame && url == QUrl(QString::fromLatin1(address));
}

QWebEnginePage* MapPage::createWindow(WebWindowType)
{
    return nullptr;
}

void MapPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message, int line,
                                       const QString& source)
{
    if (level == ErrorMessageLevel || level == WarningMessageLevel)
        qCWarning(logMap).noquote() << "map page:" << message << QUrl(source).fileName() << line;
    else
        qCDebug(logMap).noquote() << "map page:" << message;
}

void MapPage::javaScriptAlert(const QUrl&, const QString&) {}
bool MapPage::javaScriptConfirm(const QUrl&, const QString&) { return false; }
bool MapPage::javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*) { return false; }
QStringList MapPage::chooseFiles(FileSelectionMode, const QStringList&, const QStringList&) { return {}; }

} // namespace zs::map::web
