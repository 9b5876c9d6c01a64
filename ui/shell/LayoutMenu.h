// The menu behind the top bar's layout button: named layouts, which panels are shown, lock, reset, bring
// back.
#pragma once

#include <QMenu>

namespace zs::shell {

class LayoutBook;
class PanelHost;

class LayoutMenu final : public QMenu {
    Q_OBJECT

public:
    /// Both outlive the menu.
    LayoutMenu(PanelHost& host, LayoutBook& book, QWidget* parent = nullptr);

    QString current() const { return m_current; }
    void setCurrent(const QString& name);
    /// Saves the layout as it stands under `name` and makes it current. An empty name does nothing.
    void saveAs(const QString& name);
    void apply(const QString& name);

Q_SIGNALS:
    void currentChanged(const QString& name);
    void bringBackRequested();
    /// One sentence for the person: a layout could not be read or saved.
    void problem(const QString& sentence);

private:
    void fill();
    void askName();

    PanelHost& m_host;
    LayoutBook& m_book;
    QString m_current;
};

} // namespace zs::shell
