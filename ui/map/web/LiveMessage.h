// What the page is told, as bytes. Little endian:
//   0 u32 magic "ZSM1"   4 u32 seq   8 u32 bytes of the head   12 u32 flags (1 atlas, 2 marks)
//   16 u32 sprites   20 u32 atlas width   24 u32 atlas height (px)   28 u32 marks
//   32 f64 origin x   40 f64 origin y (world coordinates)
//   48 head: JSON (maps/page/src/message.ts names its fields), padded with blanks to a multiple of 8
//   atlas, if any: per sprite u16 x, y, width, height (px), f32 dx, dy (device px from the mark's place to the top left);
//                  then width·height·4 bytes premultiplied RGBA
//   marks, if any: per mark f32 dx, dy (world, from the origin), u16 sprite, u8 opacity, u8 0
// A float from a near origin is 0.004 px at zoom 18; a float of the whole world would be 4 px.
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <cstdint>
#include <vector>

namespace zs::map::web {

struct AtlasCell {
    std::uint16_t x = 0, y = 0, width = 0, height = 0;
    float dx = 0, dy = 0;
};
static_assert(sizeof(AtlasCell) == 16);

struct DrawnMark {
    float dx = 0, dy = 0;
    std::uint16_t sprite = 0;
    std::uint8_t opacity = 255;
    std::uint8_t unused = 0;
};
static_assert(sizeof(DrawnMark) == 12);

struct AtlasImage {
    int width = 0, height = 0;
    std::vector<AtlasCell> cells;
    QByteArray pixels; ///< premultiplied RGBA, width·height·4
};

struct MarkFrame {
    double originX = 0, originY = 0;
    std::vector<DrawnMark> marks; ///< in drawing order
};

struct LiveMessage {
    quint32 seq = 0;
    QJsonObject head;
    const AtlasImage* atlas = nullptr; ///< null: as before
    const MarkFrame* marks = nullptr;  ///< null: as before
};

QByteArray encode(const LiveMessage& message);

} // namespace zs::map::web
