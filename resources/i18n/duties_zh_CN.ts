<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::duties::CampaignSource</name>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>over, not closed</source>
        <translation>已到期未结束</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>%1 of %2 grids checked, %3; %4 findings</source>
        <translation>已查 %1 / %2 格，%3；发现问题 %4 个</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Coverage by town, the least first</source>
        <translation>各镇街覆盖率，最低在前</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已查</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 / %2，%3</translation>
    </message>
    <message>
        <source>Launch a campaign…</source>
        <translation>启动专项…</translation>
    </message>
    <message>
        <source>Launch a campaign</source>
        <translation>启动专项行动</translation>
    </message>
    <message>
        <source>Launch</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Towns (none: all)</source>
        <translation>镇街（不选为全部）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Record a check</source>
        <translation>记录检查</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Cases (numbers)</source>
        <translation>事件编号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>延长…</translation>
    </message>
    <message>
        <source>Extend the campaign</source>
        <translation>延长专项行动</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>Close the campaign</source>
        <translation>结束专项行动</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Record a check…</source>
        <translation>记录检查…</translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>没有专项行动</translation>
    </message>
    <message>
        <source>Campaigns stand here with how much of their area was checked.</source>
        <translation>专项行动及其覆盖率列在这里。</translation>
    </message>
</context>
<context>
    <name>zs::duties::ConsultationSource</name>
    <message>
        <source>Consultations</source>
        <translation>会商研判</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 项超期</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 项未办</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>When, where</source>
        <translation>时间地点</translation>
    </message>
    <message>
        <source>For</source>
        <translation>面向</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>邀请单位</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>到会</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Overdue tasks: %1</source>
        <translation>%1 项任务超期</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
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
        <translation>未办</translation>
    </message>
    <message>
        <source>Call a consultation…</source>
        <translation>召集会商…</translation>
    </message>
    <message>
        <source>Call a consultation</source>
        <translation>召集会商</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>召集</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>议题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Cases (numbers)</source>
        <translation>事件编号</translation>
    </message>
    <message>
        <source>Cancel it…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Cancel the consultation</source>
        <translation>取消会商</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>确认取消</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Agenda…</source>
        <translation>改议程…</translation>
    </message>
    <message>
        <source>Agenda and invitations</source>
        <translation>议程与邀请</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>It was held…</source>
        <translation>已召开…</translation>
    </message>
    <message>
        <source>Who attended</source>
        <translation>到会单位</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已召开</translation>
    </message>
    <message>
        <source>Decide a task…</source>
        <translation>议定任务…</translation>
    </message>
    <message>
        <source>Decide a task</source>
        <translation>议定任务</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>议定</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>Close the consultation</source>
        <translation>办结会商</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>It is done…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No consultation</source>
        <translation>没有会商</translation>
    </message>
    <message>
        <source>Meetings on hard cases stand here, with the tasks they decided.</source>
        <translation>疑难事件的会商及其议定任务列在这里。</translation>
    </message>
</context>
<context>
    <name>zs::duties::DutyBoard</name>
    <message>
        <source>%1: sent</source>
        <translation>%1：已提交</translation>
    </message>
    <message>
        <source>Next, previous one</source>
        <translation>下一项、上一项</translation>
    </message>
    <message>
        <source>Open the case of the line</source>
        <translation>打开该行的事件</translation>
    </message>
</context>
<context>
    <name>zs::duties::DutyForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Something here can&apos;t be understood.</source>
        <translation>有内容无法识别。</translation>
    </message>
</context>
<context>
    <name>zs::duties::DutyWords</name>
    <message>
        <source>whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已召集</translation>
    </message>
    <message>
        <source>held</source>
        <translation>已召开</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>Rented rooms</source>
        <translation>出租屋</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>小商铺</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>小作坊、厂房</translation>
    </message>
    <message>
        <source>Catering</source>
        <translation>餐饮、夜市</translation>
    </message>
    <message>
        <source>Entertainment</source>
        <translation>娱乐场所</translation>
    </message>
    <message>
        <source>Building site</source>
        <translation>工地</translation>
    </message>
    <message>
        <source>Near a school</source>
        <translation>学校周边</translation>
    </message>
    <message>
        <source>Public space</source>
        <translation>公共场所</translation>
    </message>
    <message>
        <source>Other place</source>
        <translation>其他场所</translation>
    </message>
</context>
<context>
    <name>zs::duties::ManyPicker</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>zs::duties::NightSource</name>
    <message>
        <source>Night visits</source>
        <translation>平安夜访</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 人未报平安</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 项超期</translation>
    </message>
    <message>
        <source>Night visit %1 · %2 · %3</source>
        <translation>夜访 %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Not checked in for more than %1 min: %2</source>
        <translation>超过 %1 分钟未报平安：%2</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>Team, last check-in</source>
        <translation>队员（最近报平安）</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>参加单位</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>%1, with %2 findings</source>
        <translation>%1 处，发现问题 %2 个</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
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
        <translation>未办</translation>
    </message>
    <message>
        <source>Places seen</source>
        <translation>走访场所</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plan a visit…</source>
        <translation>安排夜访…</translation>
    </message>
    <message>
        <source>Plan a night visit</source>
        <translation>安排夜访</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>队员</translation>
    </message>
    <message>
        <source>Check-in every (min)</source>
        <translation>报平安间隔（分钟）</translation>
    </message>
    <message>
        <source>Cancel it…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>取消夜访</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>确认取消</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Check in…</source>
        <translation>报平安…</translation>
    </message>
    <message>
        <source>Somebody checks in</source>
        <translation>队员报平安</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>报平安</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Record a place…</source>
        <translation>记录场所…</translation>
    </message>
    <message>
        <source>Record a place</source>
        <translation>记录场所</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>场所类别</translation>
    </message>
    <message>
        <source>Cases (numbers)</source>
        <translation>事件编号</translation>
    </message>
    <message>
        <source>Note, no residents&apos; names</source>
        <translation>说明（不写居民姓名）</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>结束…</translation>
    </message>
    <message>
        <source>Close the visit</source>
        <translation>结束夜访</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>It is done…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>No night visit</source>
        <translation>没有夜访</translation>
    </message>
    <message>
        <source>Visits that are planned, under way and closed stand here.</source>
        <translation>计划中、进行中和已结束的夜访列在这里。</translation>
    </message>
    <message>
        <source>To follow up, and places seen</source>
        <translation>待跟进事项与走访场所</translation>
    </message>
    <message>
        <source>At, until</source>
        <translation>时间、期限</translation>
    </message>
    <message>
        <source>Place, agency</source>
        <translation>场所、单位</translation>
    </message>
    <message>
        <source>Findings, state</source>
        <translation>发现、状态</translation>
    </message>
    <message>
        <source>Cases and note, what</source>
        <translation>事件与说明、事项</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>To follow up, a line each (&quot;agency: what&quot;)</source>
        <translation>待跟进，一行一项（可写“单位：事项”）</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Cases and note</source>
        <translation>事件与说明</translation>
    </message>
</context>
<context>
    <name>zs::duties::ZeroForms</name>
    <message>
        <source>Open a sensitive period</source>
        <translation>启动敏感时段</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Due each day</source>
        <translation>每日截止</translation>
    </message>
    <message>
        <source>Towns (none: all)</source>
        <translation>镇街（不选为全部）</translation>
    </message>
    <message>
        <source>Change the period</source>
        <translation>调整敏感时段</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Close the period</source>
        <translation>结束敏感时段</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Report for %1</source>
        <translation>代 %1 上报</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Correct the report of %1</source>
        <translation>更正 %1 的报告</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>zs::duties::ZeroModel</name>
    <message>
        <source>missing</source>
        <translation>缺报</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待报</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>待 %1</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>all zero</source>
        <translation>全部零报告</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>迟 %1</translation>
    </message>
    <message>
        <source>reminded</source>
        <translation>已催</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>%1 missing in all</source>
        <translation>共缺报 %1 次</translation>
    </message>
    <message>
        <source> (%1 of %2 reported)</source>
        <translation>（%2 格已报 %1）</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺报</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 今日</translation>
    </message>
</context>
<context>
    <name>zs::duties::ZeroPanel</name>
    <message>
        <source>Zero reports</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>Sensitive period</source>
        <translation>敏感时段</translation>
    </message>
    <message>
        <source>Filter of the rows</source>
        <translation>行筛选</translation>
    </message>
    <message>
        <source>Zero reports by day</source>
        <translation>逐日零报告</translation>
    </message>
    <message>
        <source>All towns</source>
        <translation>全部镇街</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催报</translation>
    </message>
    <message>
        <source>Copy who owes</source>
        <translation>复制缺报名单</translation>
    </message>
    <message>
        <source>Open a period…</source>
        <translation>启动时段…</translation>
    </message>
    <message>
        <source>▲ missing   · waiting   ○ zero   ● something found   ■ late</source>
        <translation>▲ 缺报   · 待报   ○ 零报告   ● 有情况   ■ 迟报</translation>
    </message>
    <message>
        <source> (closed)</source>
        <translation>（已结束）</translation>
    </message>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Owing</source>
        <translation>欠报</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟报</translation>
    </message>
    <message>
        <source>%1, %2, until %3: %4 of %5 reported, %6 missing, %7 waiting, %8 late</source>
        <translation>%1 %2，%3 截止：%5 格已报 %4，缺 %6，待 %7，迟 %8</translation>
    </message>
    <message>
        <source>No sensitive period</source>
        <translation>没有敏感时段</translation>
    </message>
    <message>
        <source>No row passes the filter</source>
        <translation>没有符合筛选的行</translation>
    </message>
    <message>
        <source>When a period is opened, every grid reports here once a day, even if it found nothing.</source>
        <translation>敏感时段启动后，每个网格每天在此报告一次，没有情况也要报。</translation>
    </message>
    <message>
        <source>Rows that match come here.</source>
        <translation>符合筛选的行列在这里。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>%1 grids reminded</source>
        <translation>已催报 %1 个网格</translation>
    </message>
    <message>
        <source>%1 lines copied</source>
        <translation>已复制 %1 行</translation>
    </message>
    <message>
        <source>%1: sent</source>
        <translation>%1：已提交</translation>
    </message>
    <message>
        <source>Change it…</source>
        <comment>the sensitive period</comment>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Close it…</source>
        <comment>the sensitive period</comment>
        <translation>结束…</translation>
    </message>
    <message>
        <source>Next, previous row</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>A town&apos;s grids; report for a grid, or correct it</source>
        <translation>看镇街各网格；代网格上报或更正</translation>
    </message>
    <message>
        <source>Remind who owes today</source>
        <translation>提醒今日未报的</translation>
    </message>
</context>
</TS>
