// A search field with its icon and the key that reaches it.
#pragma once

#include <QLineEdit>

class QAction;

namespace zs::kit {

class ThemeManager;

enum class FieldSize { Normal, Small }; ///< 28 or 24 px high

class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    /// `key` is shown at the right while the field is empty and without focus ("/"); the shortcut is the
    /// panel's.
    SearchField(ThemeManager& themes, const QString& name, const QString& key,
                FieldSize size = FieldSize::Normal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    /// Esc clears, and once clear emits dismissed().
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    /// Esc in an empty field: the panel takes the focus back to its list.
    void dismissed();

private:
    void restyle();

    ThemeManager& m_themes;
    QString m_key;
    QAction* m_icon;
    FieldSize m_size;
};

} // namespace zs::kit
