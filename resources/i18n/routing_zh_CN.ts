<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::routing::RoutingPanel</name>
    <message>
        <source>Routing</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>The way of the case</source>
        <translation>事件的流程</translation>
    </message>
    <message>
        <source>Enter does what the line is about; . shows all that can be done</source>
        <translation>回车办本行的事；按 . 列出所有可办的事</translation>
    </message>
    <message>
        <source>No case is selected</source>
        <translation>没有选中事件</translation>
    </message>
    <message>
        <source>Choose one in the queue, on the map or in a lane: its way stands here.</source>
        <translation>在待办、地图或单位栏里选一件，它的流程就在这里。</translation>
    </message>
    <message>
        <source>version %1, live</source>
        <translation>第 %1 版，实时</translation>
    </message>
    <message>
        <source>steps as far as known here</source>
        <translation>仅本机所知的步骤</translation>
    </message>
    <message>
        <source>Next, previous line</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>What the line is about</source>
        <translation>办理该行所指事项</translation>
    </message>
</context>
<context>
    <name>zs::routing::RoutingRows</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>谁负责</translation>
    </message>
    <message>
        <source>Answerable</source>
        <translation>现由谁负责</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>routed %1×</source>
        <translation>转办 %1 次</translation>
    </message>
    <message>
        <source>Assists</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>110 rule</source>
        <translation>110 认定</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 % used</source>
        <translation>已用 %1 %</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>等待批复</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Y approves</source>
        <translation>按 Y 批准</translation>
    </message>
    <message>
        <source>Whistles</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>stood down %1</source>
        <translation>%1 撤哨</translation>
    </message>
    <message>
        <source>reported in %1</source>
        <translation>%1 报到</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>限 %1内</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>调解</translation>
    </message>
    <message>
        <source>Judicial confirmation</source>
        <translation>司法确认</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Suspended now</source>
        <translation>正在挂起</translation>
    </message>
    <message>
        <source>no limit runs</source>
        <translation>各时限不计</translation>
    </message>
    <message>
        <source>Other cases</source>
        <translation>其他事件</translation>
    </message>
    <message>
        <source>merged into it</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>May be the same; M merges</source>
        <translation>可能重复；M 合并</translation>
    </message>
    <message>
        <source>merged into this one</source>
        <translation>并入本件</translation>
    </message>
    <message>
        <source>Tasks decided in consultations</source>
        <translation>会商交办任务</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>open</source>
        <translation>在办</translation>
    </message>
</context>
</TS>
