// Which surface suits this machine.
#pragma once

#include "ui/map/MapSurface.h"

namespace zs::map {

/// True if OpenGL is drawn by a graphics card and not by the processor. Takes up to some 100 ms at the first call
/// where there is a card, none where there isn't. GUI thread, after QGuiApplication.
bool hasRealGpu();

/// Auto becomes Web where a real GPU is found and a web surface is built in, else Painter.
SurfaceKind chooseSurface(SurfaceKind wish, bool webBuiltIn);

} // namespace zs::map
