// A panel whose status the test sets; shared by the tests of kit and shell.
#pragma once

#include "ui/kit/ThemeManager.h"
#include "zhongshu/Panel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace zs::test {

class TestPanel final : public sdk::Panel {
public:
    explicit TestPanel(sdk::PanelInfo info, QWidget* parent = nullptr)
        : sdk::Panel(parent), m_info(std::move(info)), m_edit(new QLineEdit(this)) {
        setObjectName(QStringLiteral("panelContent"));
        m_edit->setObjectName(QStringLiteral("edit_") + m_info.id);
        m_edit->setAccessibleName(QStringLiteral("Note"));
        (new QVBoxLayout(this))->addWidget(m_edit);
        setFocusProxy(m_edit);
    }

    sdk::PanelInfo info() const override { return m_info; }
    QList<sdk::PanelColumn> columns() const override {
        return {{{}, 36, Qt::AlignLeft},
                {QStringLiteral("No."), 56, Qt::AlignLeft},
                {QStringLiteral("Case"), 0, Qt::AlignLeft},
                {QStringLiteral("Grid"), 76, Qt::AlignLeft},
                {QStringLiteral("Limit"), 64, Qt::AlignRight}};
    }
    void say(const sdk::PanelStatus& status) { setStatus(status); }
    void say(sdk::PanelState state) {
        sdk::PanelStatus s;
        s.state = state;
        setStatus(s);
    }

private:
    sdk::PanelInfo m_info;
    QLineEdit* m_edit;
};

inline kit::ThemeSet themes() {
    auto set = kit::builtinThemes();
    return set ? *set : kit::ThemeSet{};
}

inline sdk::PanelStatus emptyStatus() {
    sdk::PanelStatus s;
    s.state = sdk::PanelState::Empty;
    s.freshness = QStringLiteral("live");
    s.hidden = QStringLiteral("filter Dongcheng");
    s.headline = QStringLiteral("No late case");
    s.sentence = QStringLiteral("A case past its limit stands here and rings once.");
    s.hint = QStringLiteral("4 cases are due soon, the nearest has 0:06 left.");
    s.actions = {{QStringLiteral("all"), QStringLiteral("Show all 1,204")}};
    return s;
}

inline sdk::PanelStatus partialStatus() {
    sdk::PanelStatus s;
    s.state = sdk::PanelState::Partial;
    s.freshness = QStringLiteral("data 3:12 old");
    s.tone = sdk::FreshnessTone::Warn;
    s.headline = QStringLiteral("data 3:12 old");
    s.sentence = QStringLiteral("You can go on dispatching; it waits in the outbox");
    s.hint = QStringLiteral("Urban management is missing, 1,147 of 1,204");
    return s;
}

inline sdk::PanelStatus errorStatus() {
    sdk::PanelStatus s;
    s.state = sdk::PanelState::Error;
    s.freshness = QStringLiteral("no data");
    s.headline = QStringLiteral("The queue can't be read");
    s.happened = QStringLiteral("The local copy of the cases fails its check (page 3).");
    s.effect = QStringLiteral("The cases at the gateway are unharmed; 2 unsent commands are intact.");
    s.remedy = QStringLiteral("Rebuild the copy, about 20 s; the map works meanwhile.");
    s.code = QStringLiteral("ZS-CACHE-17, 09:43:05, first time");
    s.actions = {{QStringLiteral("rebuild"), QStringLiteral("Rebuild copy")},
                 {QStringLiteral("copy"), QStringLiteral("Copy details")}};
    return s;
}

} // namespace zs::test
