// Lets the page reach its own origin and nothing else, whatever the page or a hole in it asks for.
#pragma once

#include <QWebEngineUrlRequestInterceptor>

namespace zs::map::web {

class RequestGuard final : public QWebEngineUrlRequestInterceptor {
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo& info) override;
    int refused() const { return m_refused; } ///< requests so far

    static bool allows(const QUrl& url);

private:
    int m_refused = 0;
};

} // namespace zs::map::web
