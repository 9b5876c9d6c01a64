<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::catalogue::CataloguePanel</name>
    <message>
        <source>Routing catalogue</source>
        <translation>分流目录</translation>
    </message>
    <message>
        <source>Filter: matter, number, agency or area</source>
        <translation>筛选：事项、编号、单位或区域</translation>
    </message>
    <message>
        <source>Rules of the catalogue</source>
        <translation>分流规则</translation>
    </message>
    <message>
        <source>Version %1: %2 matters, %3 rules</source>
        <translation>版本 %1：事项 %2 项，规则 %3 条</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>This city has no town, community or grid of that name or number.</source>
        <translation>本市没有这个名称或编号的镇街、村社区或网格。</translation>
    </message>
    <message>
        <source>Added. Now say who leads there.</source>
        <translation>已添加。请指定由谁主办。</translation>
    </message>
    <message>
        <source>There is a rule for that place and level already; it is shown.</source>
        <translation>此处此级别已有规则，已为您打开。</translation>
    </message>
    <message>
        <source>Not published: %1 Rules stay as they are; try again.</source>
        <translation>未发布：%1 规则不变，请重试。</translation>
    </message>
    <message>
        <source>Sent. It is in force as soon as the gateway has recorded it.</source>
        <translation>已送出。网关记录后即生效。</translation>
    </message>
    <message>
        <source>Another version came into force; what was edited here was taken back.</source>
        <translation>另一版本已生效；此处的改动已撤回。</translation>
    </message>
    <message>
        <source>The catalogue in force was replaced.</source>
        <translation>现行目录已更换。</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Filter of the list</source>
        <translation>列表筛选</translation>
    </message>
    <message>
        <source>Matters of the catalogue</source>
        <translation>目录事项</translation>
    </message>
    <message>
        <source>Departments of the catalogue</source>
        <translation>目录部门</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Added, with a rule for the whole city. Now name it.</source>
        <translation>已添加，并附一条全市规则。请填写名称。</translation>
    </message>
    <message>
        <source>Every agency of the city is a department already.</source>
        <translation>本市各单位均已在目录中。</translation>
    </message>
    <message>
        <source>Say for which place or level the copy shall hold, then Enter.</source>
        <translation>请写明副本适用的区域或层级，再按 Enter。</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::DepartmentForm</name>
    <message>
        <source>Choose a department in the list.</source>
        <translation>请在列表中选部门。</translation>
    </message>
    <message>
        <source>&amp;Agency of the city</source>
        <translation>本市单位(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name, Chinese</source>
        <translation>中文名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name, &amp;English</source>
        <translation>英文名称(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Short, Chinese</source>
        <translation>中文简称(&amp;S)</translation>
    </message>
    <message>
        <source>Sh&amp;ort, English</source>
        <translation>英文简称(&amp;O)</translation>
    </message>
    <message>
        <source>Another agency takes over everything that names this department: its matters, the rules it leads, those it assists in.</source>
        <translation>改换单位时，该部门的事项、主办和协办规则一并转给新单位。</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::DepartmentTable</name>
    <message>
        <source>none: &quot;%1&quot;</source>
        <translation>无：“%1”</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Agency of the city</source>
        <translation>本市单位</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Rules led</source>
        <translation>主办规则</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::EffectBox</name>
    <message>
        <source>What is listed</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Cases that would have gone elsewhere</source>
        <translation>将改转他处的事件</translation>
    </message>
    <message>
        <source>Differences to the version in force</source>
        <translation>与现行版本的差异</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将改变什么</translation>
    </message>
    <message>
        <source>What changed and why; stays in the journal</source>
        <translation>改了什么、为什么；记入日志</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>改了什么、为什么</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>全部撤回</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>另有 %1 处。</translation>
    </message>
    <message>
        <source>Shows the entry</source>
        <translation>点击定位到该条</translation>
    </message>
    <message>
        <source>Nothing was edited; version %1 is in force.</source>
        <translation>没有改动；现行版本 %1。</translation>
    </message>
    <message>
        <source>Looking through the open cases…</source>
        <translation>正在查看在办事件…</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>只列前 %1 件。</translation>
    </message>
    <message>
        <source>Other assistants: %1; other limits or priority for new cases like %2 open ones.</source>
        <translation>协办有变：%1 件；同类新事件时限或优先级有变：%2 件（在办的不变）。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>This desk can&apos;t publish.</source>
        <translation>本席位不能发布。</translation>
    </message>
    <message>
        <source>Nothing was edited.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>The draft has a fault; it is said above.</source>
        <translation>草稿有误，见上。</translation>
    </message>
    <message>
        <source>Say what changed and why first.</source>
        <translation>请先写明改了什么、为什么。</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::EntryTable</name>
    <message>
        <source>has a fault</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>edited, not published</source>
        <translation>已改，未发布</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::MatterForm</name>
    <message>
        <source>Choose a matter in the list.</source>
        <translation>请在列表中选事项。</translation>
    </message>
    <message>
        <source>Cases and rules name it by this: it stays.</source>
        <translation>事件和规则都用此编号，不可更改。</translation>
    </message>
    <message>
        <source>&amp;Name, Chinese</source>
        <translation>中文名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name, &amp;English</source>
        <translation>英文名称(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>编号(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>清单(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>归口部门(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Words for it</source>
        <translation>关键词(&amp;W)</translation>
    </message>
    <message>
        <source>L&amp;imits, whole city</source>
        <translation>全市时限(&amp;I)</translation>
    </message>
    <message>
        <source>Words that people use, with commas</source>
        <translation>群众常用说法，用逗号分开</translation>
    </message>
    <message>
        <source>Grid matters</source>
        <translation>入格事项</translation>
    </message>
    <message>
        <source>Types of dispute</source>
        <translation>矛盾纠纷类型</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::MatterTable</name>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::MoveTable</name>
    <message>
        <source>no rule</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>sent elsewhere by hand</source>
        <translation>已由人工转往别处</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原主办</translation>
    </message>
    <message>
        <source>To</source>
        <translation>改转</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::RuleForm</name>
    <message>
        <source>Choose a rule in the list.</source>
        <translation>请在列表中选择一条规则。</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>主办(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;ssisting</source>
        <translation>协办(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>Town, community or grid; empty: the whole city</source>
        <translation>镇街、村社区或网格；空 = 全市</translation>
    </message>
    <message>
        <source>Lead agency</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Assisting agencies</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>L&amp;imits</source>
        <translation>时限(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;for</source>
        <translation>复制到(&amp;F)</translation>
    </message>
    <message>
        <source>Area of the copy</source>
        <translation>副本适用区域</translation>
    </message>
    <message>
        <source>Level of the copy</source>
        <translation>副本适用层级</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
</context>
<context>
    <name>zs::catalogue::RuleTable</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Assisting</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Report back</source>
        <translation>办结时限</translation>
    </message>
</context>
</TS>
