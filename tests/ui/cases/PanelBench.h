// What a panel test stands on: theme, languages, selection and a desk, wired as main() wires them; and a picture of a panel.
#pragma once

#include "tests/ui/cases/SampleDesk.h"
#include "ui/cases/Workplace.h"

#include <QApplication>
#include <QDir>
#include <QImage>

namespace zs::testkit {

class PanelBench {
public:
    PanelBench() : themes(kit::builtinThemes().value()), place{desk, themes, translations, selection, QStringLiteral("zhou.j")}
    {
        kit::initResources();
        themes.applyTo(*qApp);
    }

    /// Paints `panel` at `size` into $ZS_PICTURES/<name>.png if that is set; always paints it.
    QImage picture(QWidget& panel, QSize size, const QString& name)
    {
        panel.resize(size);
        panel.ensurePolished();
        // Layouts follow posted events.
        for (int i = 0; i < 3; ++i) QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const QImage image = panel.grab().toImage();
        const QString folder = qEnvironmentVariable("ZS_PICTURES");
        if (!folder.isEmpty()) image.save(QDir(folder).filePath(name + QStringLiteral(".png")));
        return image;
    }

    SampleDesk desk;
    kit::ThemeManager themes;
    kit::Translations translations;
    cases::Selection selection;
    cases::Workplace place;
};

} // namespace zs::testkit
