// The small interface by which every panel, built in or from a plugin, takes part in the console.
// Everything here lives on the GUI thread. Texts are plain text, already in the reader's language; they are
// never read as HTML. Nothing here may carry a reporter's or a listed person's name.
#pragma once

#include <QAction>
#include <QList>
#include <QString>
#include <QWidget>
#include <functional>
#include <memory>

namespace zs::sdk {

/// Where a panel stands in the layout it comes with. Panels of one area share it: side by side at the bottom,
/// as tabs elsewhere.
enum class PanelArea { Left, Centre, Right, Bottom };
enum class PanelVisibility { Shown, Hidden };

/// What a panel is. `id` is stable ASCII ("cases.queue"): saved layouts are keyed by it.
struct PanelInfo {
    QString id;
    QString title; ///< in the reader's language
    QString icon;  ///< a name from resources/icons/icons.txt, or empty
    PanelArea area = PanelArea::Left;
    QSize size{456, 738}; ///< wanted size, px at 100 %
    PanelVisibility visibility = PanelVisibility::Shown;
};

/// A column of the panel's table: the loading and empty pages keep its head, so that nothing jumps.
struct PanelColumn {
    QString title;
    int width = 0; ///< px at 100 %; 0 takes what is left
    Qt::Alignment align = Qt::AlignLeft;
};

enum class PanelState { Loading, Empty, Ready, Partial, Error };
enum class FreshnessTone { Normal, Warn, Alarm };

/// A button under a message. The first one of an error is the main one.
struct PanelAction {
    QString id;
    QString label;
    bool operator==(const PanelAction&) const = default;
};

/// What a panel says about itself. Which texts are shown depends on the state:
/// - Loading: freshness ("fetching Dongcheng, second 1").
/// - Empty:   headline ("no late case"), sentence (what would fill it), hint, actions.
/// - Partial: headline (the age, shown in amber), sentence (what can still be done), hint (who is missing, n
/// of m).
/// - Error:   headline, happened, effect (for the case), remedy (what to do now), code, actions.
/// `freshness` and `hidden` stand in the title in every state.
struct PanelStatus {
    PanelState state = PanelState::Loading;
    QString freshness;
    FreshnessTone tone = FreshnessTone::Normal;
    QString hidden;
    QString headline;
    QString sentence;
    QString hint;
    QString happened;
    QString effect;
    QString remedy;
    QString code;
    QList<PanelAction> actions;
    bool operator==(const PanelStatus&) const = default;
};

/// A panel: the content only. Title, the four states and docking come from its frame.
class Panel : public QWidget {
    Q_OBJECT

public:
    explicit Panel(QWidget* parent = nullptr);
    ~Panel() override;

    virtual PanelInfo info() const = 0;
    /// Columns whose heads the loading and empty pages keep; empty for a panel without a table.
    virtual QList<PanelColumn> columns() const { return {}; }
    /// Actions shown as 24-px buttons in the title. Owned by the panel. Give each an icon with setIconName().
    virtual QList<QAction*> titleActions() const { return {}; }
    /// What stays above the panel in every state (its filters); null for none. The frame places and then owns
    /// it.
    virtual QWidget* header() const { return nullptr; }
    /// A button of the state pages was pressed. The base only emits actionTriggered().
    virtual void runAction(const QString& id);

    const PanelStatus& status() const { return m_status; }

Q_SIGNALS:
    void statusChanged();
    void actionTriggered(const QString& id);
    /// The title, the columns or the title actions changed (also emitted after a language change).
    void infoChanged();

protected:
    /// Emits statusChanged() if anything differs.
    void setStatus(PanelStatus status);
    void changeEvent(QEvent* event) override;

private:
    PanelStatus m_status;
};

/// Names the icon of a title action; the frame tints it with the theme.
void setIconName(QAction& action, const QString& name);
QString iconName(const QAction& action);

/// Makes one kind of panel. Owned by the host it is registered with.
class PanelFactory {
public:
    virtual ~PanelFactory() = default;
    virtual PanelInfo info() const = 0;
    /// Never null. The panel belongs to `parent`.
    virtual Panel* create(QWidget* parent) = 0;
};

/// A factory from a function, for built-in panels. `make` must return a new panel whose parent is its
/// argument.
std::unique_ptr<PanelFactory> makePanelFactory(std::function<PanelInfo()> info,
                                               std::function<Panel*(QWidget*)> make);

} // namespace zs::sdk
