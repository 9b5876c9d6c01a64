#include "ui/map/web/RequestGuard.h"

#include "base/Log.h"

namespace zs::map::web {

bool RequestGuard::allows(const QUrl& url)
{
    // blob: and data: never leave the renderer; the page's policy decides about them.
    const QString scheme = url.scheme();
    return (scheme == u"map" && url.host() == u"app" && url.port() == -1) || scheme == u"blob" || scheme == u"data";
}

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    if (allows(info.requestUrl()) && info.requestMethod() == "GET")
        return;
    ++m_refused;
    // The host only: a path could carry what the page knows.
    qCInfo(logMap) << "refused a request of the map page to" << info.requestUrl().scheme() << info.requestUrl().host();
    info.block(true);
}

} // namespace zs::map::web
