// One contestant, alone in its process: started, fed, measured.
#pragma once

#include <QString>

#include <optional>

namespace zs::bench {

struct Measured {
    double updateCpu = 0;    ///< ms a drawn update, all processes
    double givenCpu = 0;     ///< ms an update that was asked for, drawn or merged into a later one
    double kept = 0;         ///< drawn / given
    double panCpu = 0;       ///< ms a frame; 0: not measured
    double panFps = 0;
    double readyMs = 0;      ///< process start to first picture
    double memoryMb = 0;
    double serverCpu = 0;    ///< ms an update in the X server

    QString toJson() const;
    static std::optional<Measured> fromJson(const QByteArray& line);
};

struct Task {
    QString kind;            ///< painter, web, leaflet-canvas, leaflet-svg, maplibre-setdata
    int people = 10'300;
    int seconds = 6;
    QString picture;         ///< where to put one; empty: nowhere
};

/// GUI thread, once a process; the scheme of the web surface is registered and a QApplication there.
std::optional<Measured> run(const Task& task);

} // namespace zs::bench
