#include "ui/map/web/LiveMessage.h"

#include <QJsonDocument>
#include <QtEndian>

#include <cstring>

namespace zs::map::web {

// Sections are copied as they lie in memory; every machine this runs on is little endian.
static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN);

namespace {

constexpr quint32 kMagic = 0x314D535A;
enum Flag : quint32 { HasAtlas = 1, HasMarks = 2 };

struct Header {
    quint32 magic, seq, headBytes, flags, sprites, width, height, marks;
    double originX, originY;
};
static_assert(sizeof(Header) == 48);

template <class T>
void append(QByteArray& out, const std::vector<T>& values)
{
    out.append(reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T)));
}

} // namespace

QByteArray encode(const LiveMessage& m)
{
    QByteArray head = m.head.isEmpty() ? QByteArray() : QJsonDocument(m.head).toJson(QJsonDocument::Compact);
    Header h{kMagic, m.seq, static_cast<quint32>(head.size()), 0, 0, 0, 0, 0, 0, 0};
    head.append((8 - head.size() % 8) % 8, ' ');
    qsizetype size = qsizetype(sizeof h) + head.size();
    if (m.atlas) {
        h.flags |= HasAtlas;
        h.sprites = static_cast<quint32>(m.atlas->cells.size());
        h.width = static_cast<quint32>(m.atlas->width);
        h.height = static_cast<quint32>(m.atlas->height);
        size += qsizetype(m.atlas->cells.size() * sizeof(AtlasCell)) + m.atlas->pixels.size();
    }
    if (m.marks) {
        h.flags |= HasMarks;
        h.marks = static_cast<quint32>(m.marks->marks.size());
        h.originX = m.marks->originX;
        h.originY = m.marks->originY;
        size += qsizetype(m.marks->marks.size() * sizeof(DrawnMark));
    }
    QByteArray out;
    out.reserve(size);
    out.append(reinterpret_cast<const char*>(&h), sizeof h);
    out.append(head);
    if (m.atlas) {
        append(out, m.atlas->cells);
        out.append(m.atlas->pixels);
    }
    if (m.marks)
        append(out, m.marks->marks);
    return out;
}

} // namespace zs::map::web
