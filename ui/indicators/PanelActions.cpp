// What a person does with a figure: see the cases behind it, save the table.
#include "ui/indicators/IndicatorsPanel.h"

#include "ui/indicators/FigureCsv.h"
#include "ui/indicators/FigureView.h"
#include "ui/indicators/FigureWords.h"
#include "ui/kit/DurationText.h"

#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>

#include <algorithm>

namespace zs::indicators {

using namespace domain::indicators;

FigureView& IndicatorsPanel::activeView() const { return m_breakdown->hasFocus() && m_breakdown->current() ? *m_breakdown : *m_view; }

Members IndicatorsPanel::members() const
{
    const FigureView& view = activeView();
    const FigureRow* row = view.current();
    if (!row || !m_counted) return {};
    const bool isCity = &view == m_view;
    return m_counted->report.members(row->id, Window::Current, isCity ? Dimension::City : m_counted->dimension, row->key);
}

std::vector<CaseId> IndicatorsPanel::behind(const Members& members, Behind which) const
{
    if (which == Behind::Counting) return members.numerator;
    if (which == Behind::All) return members.denominator;
    std::vector<CaseId> in = members.numerator, of = members.denominator, rest;
    std::ranges::sort(in);
    std::ranges::sort(of);
    std::ranges::set_difference(of, in, std::back_inserter(rest));
    return rest;
}

QString IndicatorsPanel::behindName(Behind which) const
{
    switch (which) {
    case Behind::Counting: return tr("those that count");
    case Behind::NotCounting: return tr("those that don't count");
    case Behind::All: return tr("all of them");
    }
    return {};
}

void IndicatorsPanel::openCases(Behind which)
{
    const FigureView& view = activeView();
    const FigureRow* row = view.current();
    if (!row) return;
    const std::vector<CaseId> ids = behind(members(), which);
    if (ids.empty()) {
        m_footer->setText(row->id == IndicatorId::ZeroReportsMissing ? tr("No cases stand behind this one: see the zero-report matrix")
                                                                     : tr("There is no case behind it"));
        return;
    }
    QString title = m_place.text(definition(row->id).name);
    if (&view == m_breakdown) title += u' ' + row->name;
    m_place.selection.showCases({title + QStringLiteral(", ") + behindName(which), ids});
}

void IndicatorsPanel::showMenu(FigureView& view, QPoint at)
{
    view.setFocus();
    if (!view.current()) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("indicatorMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(at);
}

void IndicatorsPanel::fillMenu(QMenu& menu)
{
    const FigureRow* row = activeView().current();
    if (!row) return;
    const Members found = members();
    const bool whole = definition(row->id).shape == Shape::PlainCount;
    for (const Behind which : {Behind::Counting, Behind::NotCounting, Behind::All}) {
        if (whole && which != Behind::Counting) continue;
        const std::size_t n = behind(found, which).size();
        QAction* action = menu.addAction(tr("Show %1 (%2)").arg(behindName(which), kit::DurationText::grouped(static_cast<qint64>(n))));
        action->setObjectName(QStringLiteral("indicatorOpen%1").arg(static_cast<int>(which)));
        action->setEnabled(n > 0);
        connect(action, &QAction::triggered, this, [this, which] { openCases(which); });
    }
}

void IndicatorsPanel::exportTable()
{
    if (!m_counted) return;
    auto* dialog = new QFileDialog(this, tr("Save the figures as a table"));
    dialog->setObjectName(QStringLiteral("indicatorFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        // The words are made here, the disk is waited for elsewhere.
        QThreadPool::globalInstance()->start([path, bytes = figuresAsCsv(m_place, *m_counted), panel = QPointer(this)] {
            QSaveFile file(path);
            const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
            QMetaObject::invokeMethod(qApp, [path, saved, why = file.errorString(), panel] {
                if (!panel) return;
                panel->m_footer->setText(saved ? tr("Saved as %1").arg(path) : tr("It couldn't be saved as %1: %2").arg(path, why));
                if (saved) Q_EMIT panel->exported(path);
            });
        });
    });
    dialog->open();
}

} // namespace zs::indicators
