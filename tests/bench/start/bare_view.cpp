// The peer of bench_start: a QWebEngineView that shows one line of text, and nothing else. Says when it has.
#include <QApplication>
#include <QTimer>
#include <QWebEngineView>

#include <cstdio>

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QWebEngineView view;
    view.resize(1920, 1080);
    QObject::connect(&view, &QWebEngineView::loadFinished, &view, [&] {
        // Two frames of the page's own clock: the text is on the screen.
        view.page()->runJavaScript(
            QStringLiteral("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"), [](const QVariant&) {
                std::puts("ready");
                std::fflush(stdout);
            });
    });
    view.setHtml(QStringLiteral("<p>one line of text</p>"));
    view.show();
    return QApplication::exec();
}
