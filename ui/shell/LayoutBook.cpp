#include "ui/shell/LayoutBook.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QScreen>

namespace zs::shell {

namespace {

QString toText(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray toBytes(const QJsonValue& value) {
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

LayoutBook::LayoutBook(QString path) : m_path(std::move(path)) {}

Result<void> LayoutBook::load() {
    m_layouts.clear();
    m_last.clear();
    if (m_path.isEmpty() || !QFile::exists(m_path)) {
        return {};
    }
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail("layouts.file", "The saved layouts can't be opened: " + file.errorString().toStdString());
    }
    const QJsonDocument doc = QJsonDocument::fromJson(file.readAll());
    if (!doc.isObject() || doc[QLatin1String("version")].toInt() != 1) {
        return fail("layouts.corrupt", "The file of saved layouts is damaged; the default layout is used.");
    }
    const QJsonObject layouts = doc[QLatin1String("layouts")].toObject();
    for (auto it = layouts.begin(); it != layouts.end(); ++it) {
        m_layouts.insert(it.key(), toBytes(it.value()));
    }
    const QJsonObject last = doc[QLatin1String("last")].toObject();
    for (auto it = last.begin(); it != last.end(); ++it) {
        const QJsonObject o = it.value().toObject();
        m_last.insert(it.key(),
                      Last{toBytes(o[QLatin1String("geometry")]), toBytes(o[QLatin1String("panels")]),
                           o[QLatin1String("name")].toString()});
    }
    return {};
}

Result<void> LayoutBook::save() const {
    if (m_path.isEmpty()) {
        return {};
    }
    QJsonObject layouts;
    for (auto it = m_layouts.begin(); it != m_layouts.end(); ++it) {
        layouts.insert(it.key(), toText(it.value()));
    }
    QJsonObject last;
    for (auto it = m_last.begin(); it != m_last.end(); ++it) {
        last.insert(it.key(), QJsonObject{{QStringLiteral("geometry"), toText(it->geometry)},
                                          {QStringLiteral("panels"), toText(it->panels)},
                                          {QStringLiteral("name"), it->name}});
    }
    const QJsonObject root{
        {QStringLiteral("version"), 1}, {QStringLiteral("layouts"), layouts}, {QStringLiteral("last"), last}};
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0 || !file.commit()) {
        return fail("layouts.file", "The layouts can't be saved: " + file.errorString().toStdString());
    }
    return {};
}

QString LayoutBook::screenKey() {
    QStringList keys;
    for (const QScreen* screen : QGuiApplication::screens()) {
        const QRect g = screen->geometry();
        keys.append(QStringLiteral("%1x%2+%3+%4").arg(g.width()).arg(g.height()).arg(g.x()).arg(g.y()));
    }
    keys.sort();
    return keys.join(QLatin1Char(' '));
}

} // namespace zs::shell
