<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::supervision::LadderStrip</name>
    <message>
        <source>Ladder of supervision: %1</source>
        <translation>督办梯度：%1</translation>
    </message>
</context>
<context>
    <name>zs::supervision::SupervisionPanel</name>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Who is late or near, by agency</source>
        <translation>谁超期、谁临期，按单位</translation>
    </message>
    <message>
        <source>All towns</source>
        <translation>全部镇街</translation>
    </message>
    <message>
        <source>All agencies</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>欠什么</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>督办级</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上一级</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>应发</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Report-in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1 steps, the newest first</source>
        <translation>共 %1 步，新的在前</translation>
    </message>
    <message>
        <source>S issues the rung that is due; from the third on its reason is looked at first</source>
        <translation>按 S 发出应发的一级；第三级起先看理由再发</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>No supervision was issued</source>
        <translation>还没有发过督办</translation>
    </message>
    <message>
        <source>Nobody is late</source>
        <translation>没有单位超期</translation>
    </message>
    <message>
        <source>Each step that a person issues stands here, with its answer.</source>
        <translation>每次人工发出的督办和答复都记在这里。</translation>
    </message>
    <message>
        <source>Agencies that run over a limit, or owe a report-in or an answer, come here.</source>
        <translation>超期、欠报到或欠答复的单位会排在这里。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a limit and how late it is</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 isn&apos;t late yet; press . to supervise it all the same.</source>
        <translation>%1还没有超期；仍要督办，请按 . 选“督办”。</translation>
    </message>
    <message>
        <source>%1 is still within the time it was given.</source>
        <translation>%1还在给定的答复期内。</translation>
    </message>
    <message>
        <source>%1 stands on the top rung already.</source>
        <translation>%1已在最高一级。</translation>
    </message>
    <message>
        <source>Issue the rung that is due</source>
        <translation>发出应发的一级督办</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开事件</translation>
    </message>
    <message>
        <source>Next, previous line</source>
        <translation>下一行、上一行</translation>
    </message>
</context>
<context>
    <name>zs::supervision::SupervisionRows</name>
    <message>
        <source>late %1</source>
        <translation>超期 %1</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>临期 %1</translation>
    </message>
    <message>
        <source>rung due %1</source>
        <translation>应督办 %1</translation>
    </message>
    <message>
        <source>%1 aren&apos;t shown</source>
        <translation>另有 %1 件未列出</translation>
    </message>
    <message>
        <source>top rung</source>
        <translation>已到顶级</translation>
    </message>
    <message>
        <source>in its time</source>
        <translation>答复期内</translation>
    </message>
    <message>
        <source>last rung %1</source>
        <translation>上一级 %1</translation>
    </message>
    <message>
        <source>due: %1</source>
        <translation>应发：%1</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>%1 已答复</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>%1, by %2: %3</source>
        <translation>%1，%2 发出：%3</translation>
    </message>
</context>
</TS>
