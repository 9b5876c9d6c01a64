<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::calendar::CalendarPanel</name>
    <message>
        <source>Work calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>round = day off · square = make-up day, worked · pale = weekend · hatched = not known, natural day · corner = decided here · dashed = not published yet</source>
        <translation>圆 = 放假 · 方 = 调休上班 · 浅 = 周末 · 斜纹 = 未知，按自然日 · 角标 = 本市决定 · 虚框 = 尚未发布</translation>
    </message>
    <message>
        <source>Working hours, a line a season</source>
        <translation>工作时间，每季一行</translation>
    </message>
    <message>
        <source>Change the hours</source>
        <translation>改工作时间</translation>
    </message>
    <message>
        <source>Notice of the year&apos;s arrangement</source>
        <translation>本年放假安排的通知</translation>
    </message>
    <message>
        <source>Notice: number or address</source>
        <translation>通知文号或网址</translation>
    </message>
    <message>
        <source>The year is published</source>
        <translation>本年安排已公布</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将会改变什么</translation>
    </message>
    <message>
        <source>Cases that get another deadline</source>
        <translation>期限会变的事件</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>改了什么、为什么</translation>
    </message>
    <message>
        <source>What changed and why; stays in the journal</source>
        <translation>改了什么、为什么（记入日志）</translation>
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
        <source>published: %1</source>
        <translation>已公布：%1</translation>
    </message>
    <message>
        <source>The arrangement isn&apos;t published. Only the holidays fixed by law are shown; limits in working days count natural days.</source>
        <translation>放假调休安排尚未公布，仅显示法定节假日；工作日期限暂按自然日计算。</translation>
    </message>
    <message>
        <source>There is no calendar of this year. Limits in working days count natural days.</source>
        <translation>没有本年的日历；工作日期限暂按自然日计算。</translation>
    </message>
    <message>
        <source>Nothing was edited; version %1 is in force.</source>
        <translation>没有修改；现行版本 %1。</translation>
    </message>
    <message>
        <source>Looking through the open cases…</source>
        <translation>正在核对在办事件…</translation>
    </message>
    <message>
        <source>Edits: %1. %2 of %3 open cases get another deadline, %4 become late.</source>
        <translation>%1 处修改：%3 件在办事件中 %2 件期限改变，%4 件变为超期。</translation>
    </message>
    <message>
        <source> The nearest %1 are listed.</source>
        <translation>列出最近的 %1 件。</translation>
    </message>
    <message>
        <source>This desk can&apos;t publish.</source>
        <translation>本席位不能发布。</translation>
    </message>
    <message>
        <source>Nothing was edited.</source>
        <translation>没有修改。</translation>
    </message>
    <message>
        <source>Say what changed and why first.</source>
        <translation>请先写明改了什么、为什么。</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Year without an arrangement</source>
        <translation>有年份没有放假安排</translation>
    </message>
    <message>
        <source>Name the notice of the State Council first.</source>
        <translation>请先写明国务院办公厅的通知。</translation>
    </message>
    <message>
        <source>Now enter the days that are off or made up, one by one.</source>
        <translation>请逐日录入放假与调休上班的日子。</translation>
    </message>
    <message>
        <source>Not published: %1 Deadlines stay as they are; try again.</source>
        <translation>未发布：%1 期限不变，请重试。</translation>
    </message>
    <message>
        <source>Sent. It is in force as soon as the gateway has recorded it.</source>
        <translation>已发出，网关记入日志后即生效。</translation>
    </message>
    <message>
        <source>Another version came into force; what was edited here was taken back.</source>
        <translation>另一版本已生效；这里的修改已撤回。</translation>
    </message>
    <message>
        <source>The calendar in force was replaced.</source>
        <translation>现行日历已更换。</translation>
    </message>
</context>
<context>
    <name>zs::calendar::DayForm</name>
    <message>
        <source>Not changed: the hours aren&apos;t lines like 01-01 08:30-12:00 14:30-17:30, in order and apart.</source>
        <translation>未改：工作时间须逐行写成 01-01 08:30-12:00 14:30-17:30，依次且不重叠。</translation>
    </message>
    <message>
        <source>Not changed: the seasons must be in order, at most six, one at least.</source>
        <translation>未改：季节须依次排列，一至六行。</translation>
    </message>
    <message>
        <source>Not changed: with it a make-up day would be worked anyway.</source>
        <translation>未改：这样调休上班日本来就上班。</translation>
    </message>
    <message>
        <source>Not changed: at most 400 days between 2000 and 2099 can be decided here.</source>
        <translation>未改：本市最多可决定 400 天，且在 2000 至 2099 年间。</translation>
    </message>
    <message>
        <source>Not changed: the calendar wouldn&apos;t be right any more (%1).</source>
        <translation>未改：改后日历有误（%1）。</translation>
    </message>
    <message>
        <source>What the day is</source>
        <translation>这一天是</translation>
    </message>
    <message>
        <source>As arranged</source>
        <translation>按安排</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Reason, for example: typhoon, no work</source>
        <translation>原因，例如：台风停工</translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation>改这一天</translation>
    </message>
    <message>
        <source>A changed day needs its reason.</source>
        <translation>修改须写明原因。</translation>
    </message>
</context>
<context>
    <name>zs::calendar::ImpactTable</name>
    <message>
        <source>becomes late</source>
        <translation>变为超期</translation>
    </message>
    <message>
        <source>no longer late</source>
        <translation>不再超期</translation>
    </message>
    <message>
        <source>same time, counted by the calendar</source>
        <translation>时间不变，改按日历计算</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>晚 %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>早 %1</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>现期限</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>zs::calendar::YearView</name>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>make-up day, worked</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>not known, counts as a natural day</source>
        <translation>未知，按自然日计</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>, decided here: %1</source>
        <translation>，本市决定：%1</translation>
    </message>
    <message>
        <source>, not published yet</source>
        <translation>，尚未发布</translation>
    </message>
    <message>
        <source>off</source>
        <comment>mark on a day off, one or two letters wide</comment>
        <translation>休</translation>
    </message>
    <message>
        <source>on</source>
        <comment>mark on a make-up day, one or two letters wide</comment>
        <translation>班</translation>
    </message>
</context>
</TS>
