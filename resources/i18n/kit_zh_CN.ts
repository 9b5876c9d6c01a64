<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::kit::DurationText</name>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>data %1 old</source>
        <translation>%1 前的数据</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>%1 (natural days)</source>
        <translation>%1（暂按自然日）</translation>
    </message>
    <message>
        <source>%1 met</source>
        <translation>%1 已达</translation>
    </message>
    <message>
        <source>%1 wd</source>
        <comment>working days</comment>
        <translation>%1 工作日</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>迟 %1</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>data %1 s old</source>
        <translation>%1 秒前的数据</translation>
    </message>
</context>
<context>
    <name>zs::kit::ErrorPage</name>
    <message>
        <source>Happened</source>
        <translation>发生了</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>对事件</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>zs::kit::LoadingPage</name>
    <message>
        <source>Loading</source>
        <translation>载入中</translation>
    </message>
</context>
<context>
    <name>zs::kit::PanelTitle</name>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Restore size</source>
        <translation>还原大小</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>最大化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Panel menu</source>
        <translation>面板菜单</translation>
    </message>
</context>
<context>
    <name>zs::kit::PhaseRail</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未到</translation>
    </message>
</context>
<context>
    <name>zs::kit::Symbol</name>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>hazard</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>request</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>team</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
</context>
</TS>
