#include "ui/map/web/WebEnvironment.h"

#include <QCoreApplication>
#include <QDir>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QWebEngineProfile>
#include <QWebEngineUrlScheme>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace zs::map {

namespace {

const char* const kFlags = "QTWEBENGINE_CHROMIUM_FLAGS";
const char* const kNoSandbox = "QTWEBENGINE_DISABLE_SANDBOX";

bool hasRenderDevice()
{
    return !QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*")}, QDir::System).isEmpty()
           || QFile::exists(QStringLiteral("/dev/nvidiactl"));
}

} // namespace

void registerMapScheme()
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QWebEngineUrlScheme scheme(QByteArrayLiteral("map"));
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    // Secure: a context that may use workers. Cors: XHR to its own origin. Not local, no service workers, CSP holds.
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

Graphics graphicsOf(const QByteArray& glRenderer)
{
    const QByteArray name = glRenderer.toLower();
    for (const char* software : {"llvmpipe", "softpipe", "swrast", "swiftshader", "software", "microsoft basic render",
                                 "gdi generic"})
        if (name.contains(software))
            return Graphics::Software;
    return name.isEmpty() ? Graphics::Software : Graphics::Gpu;
}

Graphics detectGraphics()
{
    if (!hasRenderDevice())
        return Graphics::Software;
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!surface.isValid() || !context.create() || !context.makeCurrent(&surface))
        return Graphics::Software;
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const Graphics answer = graphicsOf(name ? QByteArray(name) : QByteArray());
    context.doneCurrent();
    return answer;
}

void prepareWebEnvironment(Graphics graphics)
{
    qunsetenv(kNoSandbox);
    QList<QByteArray> flags = qgetenv(kFlags).split(' ');
    flags.removeIf([](const QByteArray& flag) {
        return flag.isEmpty() || flag.contains("sandbox") || flag.startsWith("--single-process")
               || flag.startsWith("--disable-web-security") || flag.startsWith("--remote-debugging");
    });
    // Chromium's list of bad drivers holds every software renderer, and without WebGL there is no map. The flag is left
    // out where there is a GPU: there the list protects from drivers that really crash. QT_QUICK_BACKEND=software would
    // make compositing cheaper, but takes GL, and so the map, away from the page.
    if (graphics == Graphics::Software && !flags.contains("--ignore-gpu-blocklist"))
        flags.append("--ignore-gpu-blocklist");
    if (flags.isEmpty())
        qunsetenv(kFlags);
    else
        qputenv(kFlags, flags.join(' '));
}

void startWebEngine()
{
    // The first profile brings the engine up; it stays when the profile goes.
    QWebEngineProfile first;
}

void drawBehindTheDesk(qint64 renderer)
{
    constexpr int behind = 5;
    const auto stepBack = [](id_t task) { (void)::setpriority(PRIO_PROCESS, task, behind); }; // refused: then it stays beside it
    // Mesa's rasterizers and the engine's GPU thread; they exist once a page is drawn. Not the thread of PageFrames: the desk waits
    // for it, if only for a moment.
    static const QByteArrayList names{"llvmpipe", "Chrome_InProcGp"};
    std::vector<id_t> drawing;
    bool isComputed = false;
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + QStringLiteral("/comm")));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray name = file.readAll();
        isComputed = isComputed || name.startsWith(names.first());
        if (std::ranges::any_of(names, [&](const QByteArray& n) { return name.startsWith(n); }))
            drawing.push_back(task.toUInt());
    }
    if (!isComputed)
        return;
    std::ranges::for_each(drawing, stepBack);
    if (renderer > 0)
        stepBack(static_cast<id_t>(renderer));
}

QString webSurfaceObstacle()
{
    if (::geteuid() == 0)
        return QCoreApplication::translate("zs::map::WebSurface",
                                           "The web map keeps its sandbox and so refuses to run as root.");
    return {};
}

SurfaceKind resolveSurface(SurfaceKind asked)
{
    if (asked != SurfaceKind::Auto)
        return asked;
    return webSurfaceObstacle().isEmpty() && detectGraphics() == Graphics::Gpu ? SurfaceKind::Web
                                                                               : SurfaceKind::Painter;
}

} // namespace zs::map
