// The web page of the map, locked: its own profile off the record, no way out, no permission, no window, no download.
#pragma once

#include <QWebEnginePage>

#include <memory>

class QWebEngineProfile;

namespace zs::map::web {

class SchemeHandler;

class MapPage final : public QWebEnginePage {
    Q_OBJECT
public:
    /// An off-the-record profile for one page. `handler` answers map://; it must outlive the profile.
    static std::unique_ptr<QWebEngineProfile> makeProfile(SchemeHandler& handler);
    /// `profile` must outlive the page.
    explicit MapPage(QWebEngineProfile& profile);

    void open(); ///< (re)loads the page

    static const char* const address; ///< map://app/page.html

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage* createWindow(WebWindowType type) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message, int line,
                                  const QString& source) override;
    void javaScriptAlert(const QUrl& origin, const QString& text) override;
    bool javaScriptConfirm(const QUrl& origin, const QString& text) override;
    bool javaScriptPrompt(const QUrl& origin, const QString& text, const QString& initial, QString* result) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& old, const QStringList& mimeTypes) override;

private:
    void lockSettings();
};

} // namespace zs::map::web
