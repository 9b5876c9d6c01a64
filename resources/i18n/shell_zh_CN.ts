<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::shell::LayoutMenu</name>
    <message>
        <source>Default layout</source>
        <translation>默认布局</translation>
    </message>
    <message>
        <source>Save layout as…</source>
        <translation>布局另存为…</translation>
    </message>
    <message>
        <source>Save &quot;%1&quot; as it is now</source>
        <translation>按现在的样子保存“%1”</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Lock panels</source>
        <translation>锁定面板</translation>
    </message>
    <message>
        <source>Bring windows back</source>
        <translation>找回窗口</translation>
    </message>
    <message>
        <source>The layout &quot;%1&quot; can&apos;t be read; the default layout is shown.</source>
        <translation>布局“%1”读不出来，已改用默认布局。</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>布局名称</translation>
    </message>
</context>
<context>
    <name>zs::shell::MainWindow</name>
    <message>
        <source>The saved layout can&apos;t be read; the default layout is shown.</source>
        <translation>保存的布局读不出来，已改用默认布局。</translation>
    </message>
    <message>
        <source>Zhongshu</source>
        <translation>中枢</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>First panel; up to 9 for the ninth</source>
        <translation>第 1 个面板；按到 9 为第 9 个</translation>
    </message>
    <message>
        <source>Panel %1</source>
        <translation>第 %1 个面板</translation>
    </message>
    <message>
        <source>Find a case or a grid</source>
        <translation>查找事件或网格</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>本页按键表</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
</context>
<context>
    <name>zs::shell::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>zs::shell::StatusBar</name>
    <message>
        <source>Connected %1 ms</source>
        <translation>已连接 %1 ms</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Disconnected %1</source>
        <translation>已断开 %1</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>data %1</source>
        <translation>数据 %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>last event %1</source>
        <translation>最后一条 %1</translation>
    </message>
    <message>
        <source>pending %1</source>
        <translation>待定 %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>未知 %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>被拒 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>换语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message>
        <source>Change between light and dark</source>
        <translation>浅色、深色互换</translation>
    </message>
</context>
<context>
    <name>zs::shell::TopBar</name>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date in the top bar: QLocale format</comment>
        <translation>M月d日 ddd</translation>
    </message>
    <message>
        <source>Zhongshu</source>
        <translation>中枢</translation>
    </message>
    <message>
        <source>Case number or grid</source>
        <translation>事件编号或网格</translation>
    </message>
    <message>
        <source>Find a case or a grid</source>
        <translation>查找事件或网格</translation>
    </message>
    <message>
        <source>Layout %1</source>
        <translation>布局 %1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>班次 %1</translation>
    </message>
</context>
</TS>
