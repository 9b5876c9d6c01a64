// What must be decided before a web engine starts: the scheme, the flags, and whether this machine should run one at all.
#pragma once

#include "ui/map/MapSurface.h"

#include <QByteArray>

namespace zs::map {

/// Registers map:// and shares GL contexts. Call once in main(), before QApplication, whenever a WebSurface may be made.
void registerMapScheme();

enum class Graphics { Gpu, Software };

/// Is there a real GPU? Without a render device in /dev/dri (or NVIDIA's) the answer is Software at once; else a GL
/// context on an off-screen surface is asked for its renderer's name (some ms), for remote desktops and virtual machines
/// that offer GL and compute it. Needs a QGuiApplication; GUI thread.
Graphics detectGraphics();
/// The part of it that judges a name ("llvmpipe (LLVM 15.0.6, 256 bits)").
Graphics graphicsOf(const QByteArray& glRenderer);

/// Puts the engine's flags into the environment; before the first WebSurface, after QApplication. Never weakens the
/// sandbox: what the environment says against it is taken out.
void prepareWebEnvironment(Graphics graphics);

/// Starts the engine's process-wide part, which can't be split (some 70 ms on the GUI thread, mostly waiting for its helper
/// processes): called before the first window shows, so that no window ever stands still for it. After
/// prepareWebEnvironment(); a second call does nothing.
void startWebEngine();

/// Where GL is computed, the map's drawing takes every processor it gets: the threads and the process that do it step behind the
/// desk's own (nice 5). `renderer`: the page's process, 0 = none. Whenever a page has begun; GUI thread, some 0.1 ms.
void drawBehindTheDesk(qint64 renderer);

/// Why no web surface can run here ("… refuses to run as root"); empty if it can.
QString webSurfaceObstacle();

/// What Auto means here: Web with a GPU and no obstacle, else Painter. Web and Painter are answered as asked.
SurfaceKind resolveSurface(SurfaceKind asked);

} // namespace zs::map
