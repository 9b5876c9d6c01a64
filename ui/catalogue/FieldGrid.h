// Rows of label and field, and below a field what is wrong with it. GUI thread.
#pragma once

#include "domain/catalogue/Validate.h"
#include "ui/cases/Workplace.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace zs::catalogue {

class FieldGrid : public QWidget {
    Q_OBJECT
public:
    /// Those of the entry shown. A fault that no field answers for stands at the top.
    void setFaults(const std::vector<domain::Fault>& faults);

Q_SIGNALS:
    void edited(const QString& field); ///< a person changed it; its objectName

protected:
    explicit FieldGrid(const cases::Workplace& place, QWidget* parent);

    QLabel* title() const { return m_title; }
    void setTitle(const QString& text);
    /// `faults`: codes that this field answers for. The label is its buddy.
    QLabel* addField(QWidget* field, const QString& name, std::vector<std::string> faults = {});
    void addWide(QWidget* widget, Qt::Alignment alignment = {});

    const cases::Workplace& m_place;

private:
    struct Row {
        QLabel* said;
        std::vector<std::string> codes;
    };
    QLabel* sayer(int columns);

    QGridLayout* m_grid;
    QLabel* m_title;
    std::vector<Row> m_rows; ///< the first is the title's, for all others
};

} // namespace zs::catalogue
