#include "ui/kit/Icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace zs::kit {

namespace {

QString path(const QString& name) {
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// The set is drawn in the text's colour with a stroke of 2; ours is a token.
QByteArray tinted(QByteArray svg, const QColor& colour, qreal stroke) {
    svg.replace("currentColor", colour.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"" + QByteArray::number(stroke) + "\"");
    return svg;
}

} // namespace

bool IconCache::has(const QString& name) {
    return QFile::exists(path(name));
}

QPixmap IconCache::pixmap(const QString& name, int size, const QColor& colour, qreal dpr) {
    const Key key{name, size, colour.rgba(), qRound(dpr * 100)};
    if (const auto it = m_cache.constFind(key); it != m_cache.constEnd()) {
        return *it;
    }
    QFile file(path(name));
    if (size <= 0 || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(tinted(file.readAll(), colour, m_stroke));
    QPixmap pixmap(QSize(size, size) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    m_cache.insert(key, pixmap);
    return pixmap;
}

QIcon IconCache::icon(const QString& name, int size, const QColor& colour, const QColor& disabled) {
    QIcon icon;
    for (const qreal dpr : {1.0, 2.0}) {
        icon.addPixmap(pixmap(name, size, colour, dpr), QIcon::Normal);
        icon.addPixmap(pixmap(name, size, disabled, dpr), QIcon::Disabled);
    }
    return icon;
}

} // namespace zs::kit
