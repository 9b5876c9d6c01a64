#include "ui/map/panel/GpuProbe.h"

#include <QDir>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

namespace zs::map {

bool hasRealGpu()
{
    // Without a render node there is only software; asking OpenGL would cost a second and load a compiler.
    if (QDir(QStringLiteral("/dev/dri")).entryList({QStringLiteral("renderD*")}, QDir::System).isEmpty())
        return false;
    if (QGuiApplication::platformName() == QLatin1String("offscreen"))
        return false;
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!surface.isValid() || !context.create() || !context.makeCurrent(&surface))
        return false;
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QString renderer = QString::fromLatin1(name ? name : "").toLower();
    context.doneCurrent();
    for (const char* software : {"llvmpipe", "softpipe", "swiftshader", "software", "swr"})
        if (renderer.contains(QLatin1String(software)))
            return false;
    return !renderer.isEmpty();
}

SurfaceKind chooseSurface(SurfaceKind wish, bool webBuiltIn)
{
    if (!webBuiltIn)
        return SurfaceKind::Painter;
    if (wish != SurfaceKind::Auto)
        return wish;
    return hasRealGpu() ? SurfaceKind::Web : SurfaceKind::Painter;
}

} // namespace zs::map
