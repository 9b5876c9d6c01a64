<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::indicators::DateRange</name>
    <message>
        <source>&amp;From</source>
        <translation>自(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>至(&amp;T)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
</context>
<context>
    <name>zs::indicators::FigureModel</name>
    <message>
        <source>Before:</source>
        <translation>上期：</translation>
    </message>
    <message>
        <source>A year ago:</source>
        <translation>去年同期：</translation>
    </message>
    <message>
        <source>Compared with the time before, up to the same point</source>
        <translation>与上期同一时点相比（环比）</translation>
    </message>
    <message>
        <source>Compared with the same time last year</source>
        <translation>与去年同期相比（同比）</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>环比</translation>
    </message>
    <message>
        <source>On year</source>
        <translation>同比</translation>
    </message>
</context>
<context>
    <name>zs::indicators::FigureWords</name>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <comment>points of a percentage</comment>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>计入：%1</translation>
    </message>
    <message>
        <source>Numerator: %1</source>
        <translation>分子：%1</translation>
    </message>
    <message>
        <source>Denominator: %1</source>
        <translation>分母：%1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>不计：%1</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>口径：%1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Since 8:00</source>
        <translation>昨日 8 时起</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>By town</source>
        <translation>按镇街</translation>
    </message>
    <message>
        <source>By agency</source>
        <translation>按单位</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By matter</source>
        <translation>按事项</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By grid</source>
        <translation>按网格</translation>
    </message>
    <message>
        <source>no town</source>
        <translation>无镇街</translation>
    </message>
    <message>
        <source>not routed yet</source>
        <translation>尚未分流</translation>
    </message>
    <message>
        <source>not classified yet</source>
        <translation>尚未分类</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>date and time of a period</comment>
        <translation>M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>zs::indicators::IndicatorsPanel</name>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>records begin later</source>
        <translation>记录自此后才有</translation>
    </message>
    <message>
        <source>Compared with %1, and with %2</source>
        <translation>环比 %1；同比 %2</translation>
    </message>
    <message>
        <source>reading %1 of %2 cases</source>
        <translation>正在读取第 %1 / %2 件</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>还没有可统计的</translation>
    </message>
    <message>
        <source>With the first case that is received the figures begin.</source>
        <translation>受理第一件事件后即有数字。</translation>
    </message>
    <message>
        <source>counted %1 ago</source>
        <translation>%1前统计</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Broken down by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>The chosen indicator, broken down</source>
        <translation>所选指标的分组</translation>
    </message>
    <message>
        <source>What the chosen indicator means</source>
        <translation>所选指标的含义</translation>
    </message>
    <message>
        <source>Save the figures as a table…</source>
        <translation>指标另存为表格…</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>those that count</source>
        <translation>计入的</translation>
    </message>
    <message>
        <source>those that don&apos;t count</source>
        <translation>未计入的</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No cases stand behind this one: see the zero-report matrix</source>
        <translation>此项背后没有事件：请看零报告矩阵</translation>
    </message>
    <message>
        <source>There is no case behind it</source>
        <translation>背后没有事件</translation>
    </message>
    <message>
        <source>Show %1 (%2)</source>
        <translation>查看%1（%2）</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>指标另存为表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>It couldn&apos;t be saved as %1: %2</source>
        <translation>未能存为 %1：%2</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>指定日期</translation>
    </message>
</context>
</TS>
