<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::console::Console</name>
    <message>
        <source>No case and no grid is called &quot;%1&quot;.</source>
        <translation>没有叫“%1”的事件或网格。</translation>
    </message>
</context>
<context>
    <name>zs::console::LinkFeed</name>
    <message>
        <source>Refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>The gateway was not accepted</source>
        <translation>网关没有通过核验</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Gateway unreachable</source>
        <translation>网关不可达</translation>
    </message>
    <message>
        <source>You see the data of %1. Dispatching goes on: commands are kept here and sent when the link is back.</source>
        <translation>所见为 %1 的数据。可照常派单，指令存于本机，恢复后送出。</translation>
    </message>
    <message>
        <source>try %1, next in %2 s</source>
        <translation>第 %1 次重连，%2 秒后再试</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) of this desk</source>
        <translation>
            <numerusform>本席 %n 条指令</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed; the reasons are in the outbox.</source>
        <translation>什么都没有改动；原因见待发箱。</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>打开待发箱</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>%1 open, %2 overdue, %3 due soon</source>
        <translation>在办 %1 件，超期 %2，临期 %3</translation>
    </message>
    <message>
        <source>Fetching the picture of the city</source>
        <translation>正在取全市情况</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>调度</translation>
    </message>
</context>
</TS>
