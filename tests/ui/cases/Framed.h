// A panel in its title and frame, as it is docked, for pictures.
#pragma once

#include "tests/ui/cases/PanelBench.h"
#include "ui/kit/PanelFrame.h"

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QVBoxLayout>

namespace zs::testkit {

class Framed {
public:
    Framed(PanelBench& bench, sdk::Panel* panel) : m_bench(bench)
    {
        auto* column = new QVBoxLayout(&m_window);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(new kit::PanelTitle(bench.themes, *panel, &m_window));
        column->addWidget(new kit::PanelFrame(bench.themes, panel, &m_window), 1);
        m_window.show();
    }
    QImage shoot(const char* name, QSize size)
    {
        m_window.resize(size * m_bench.themes.scale());
        return m_bench.picture(m_window, size * m_bench.themes.scale(),
                               QLatin1String(name) + u'-' + QLatin1String(QTest::currentDataTag()));
    }
    QWidget& window() { return m_window; }

private:
    PanelBench& m_bench;
    QWidget m_window;
};

/// A name in Latin letters that isn't one of the data's is a word nobody translated.
inline QStringList leftInEnglish(QWidget& widget, const QStringList& names = {QStringLiteral("zhou.j")})
{
    QStringList found;
    const auto look = [&](QString text) {
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
        for (const QString& name : names) text.remove(name);
        if (word.match(text).hasMatch()) found << text;
    };
    for (const QLabel* label : widget.findChildren<QLabel*>()) look(label->text());
    for (const QAbstractButton* button : widget.findChildren<QAbstractButton*>()) look(button->text());
    return found;
}

} // namespace zs::testkit
