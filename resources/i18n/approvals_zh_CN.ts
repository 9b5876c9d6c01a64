<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::approvals::ApprovalPanel</name>
    <message>
        <source>Approvals</source>
        <translation>待批</translation>
    </message>
    <message>
        <source>Whose decision</source>
        <translation>由谁批</translation>
    </message>
    <message>
        <source>What waits for a decision</source>
        <translation>等待决定的事项</translation>
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
        <source>Asked for</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>By</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>%1, the first %2 are shown</source>
        <translation>共 %1，显示前 %2</translation>
    </message>
    <message>
        <source>Mine to decide</source>
        <translation>归我批</translation>
    </message>
    <message>
        <source>All</source>
        <comment>that waits for a decision</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 wait for others</source>
        <translation>另有 %1 件待他人批</translation>
    </message>
    <message>
        <source>Y approves, Shift+Y denies with a reason, Enter opens the case</source>
        <translation>Y 批准，Shift+Y 驳回（写理由），Enter 看事件</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>没有待批事项</translation>
    </message>
    <message>
        <source>Requests of agencies, calls from 110 and finished cases come here.</source>
        <translation>单位的申请、110 转办件和办结的事件会排在这里。</translation>
    </message>
    <message>
        <source>Show those, too</source>
        <translation>也显示它们</translation>
    </message>
    <message>
        <source>Next, previous line</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开事件</translation>
    </message>
</context>
<context>
    <name>zs::approvals::Change</name>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Calls from 110 to be ruled on</source>
        <translation>待认定的 110 转办件</translation>
    </message>
    <message>
        <source>Follow-ups due</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Finished, to be reviewed</source>
        <translation>办结待审</translation>
    </message>
    <message>
        <source>To be archived</source>
        <translation>待归档</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>to the %1</source>
        <translation>到%1</translation>
    </message>
    <message>
        <source>Rule by the 110 rule</source>
        <translation>按 110 规则认定</translation>
    </message>
    <message>
        <source>Ask the citizen</source>
        <translation>回访群众</translation>
    </message>
    <message>
        <source>Review what was done</source>
        <translation>审核处置结果</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The %1 level answers for it instead of the %2; its clock runs on.</source>
        <translation>改由%1级负责（原%2级），时限照计。</translation>
    </message>
    <message>
        <source>The case has no limit to report back.</source>
        <translation>本件没有办结时限。</translation>
    </message>
    <message>
        <source>Report back by %1 instead of %2.</source>
        <translation>办结时限由 %2 改为 %1。</translation>
    </message>
    <message>
        <source>A police matter or an urgent call stays with the police; the rest goes to the department.</source>
        <translation>警情和紧急的留公安，其余转责任部门。</translation>
    </message>
    <message>
        <source>If the citizen is dissatisfied, the case is reopened.</source>
        <translation>群众不满意，事件重开。</translation>
    </message>
    <message>
        <source>Due by %1. If the citizen is dissatisfied, the case is reopened.</source>
        <translation>须在 %1 前回访。群众不满意，事件重开。</translation>
    </message>
    <message>
        <source>Nobody can be asked: it is rated, sent back for rework, or archived.</source>
        <translation>没有可回访的人：评价、退回返工或归档。</translation>
    </message>
    <message>
        <source>Nothing more happens to it, unless it is reopened.</source>
        <translation>此后不再变动，除非重开。</translation>
    </message>
    <message>
        <source>Suspensions that ran out</source>
        <translation>挂起已到期</translation>
    </message>
    <message>
        <source>Mediations that are late</source>
        <translation>调解超期</translation>
    </message>
    <message>
        <source>Tasks of consultations due</source>
        <translation>会商任务到期</translation>
    </message>
    <message>
        <source>Resume it</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Record the court&apos;s decision</source>
        <translation>登记法院结果</translation>
    </message>
    <message>
        <source>Close the mediation</source>
        <translation>结束调解</translation>
    </message>
    <message>
        <source>Its limits run again already; resuming it says so, or suspend it anew.</source>
        <translation>时限已自动续计；请恢复办理，或重新挂起。</translation>
    </message>
    <message>
        <source>Was due by %1.</source>
        <translation>应于 %1 前完成。</translation>
    </message>
    <message>
        <source>Say what was done; it stands in the consultation.</source>
        <translation>写明办理结果；记入会商。</translation>
    </message>
</context>
<context>
    <name>zs::approvals::DecisionCard</name>
    <message>
        <source>Reason or note</source>
        <translation>理由或批语</translation>
    </message>
    <message>
        <source>Reason; Ctrl+Enter approves, Ctrl+Shift+Enter denies</source>
        <translation>理由；Ctrl+Enter 批准，Ctrl+Shift+Enter 驳回</translation>
    </message>
    <message>
        <source>Asked by %1, %2; with %3</source>
        <translation>%1 于 %2 申请；现在%3</translation>
    </message>
    <message>
        <source>Received by %1, %2</source>
        <translation>%1 于 %2 受理</translation>
    </message>
    <message>
        <source>Closed by %1, %2; %3</source>
        <translation>%1 于 %2 办结；%3</translation>
    </message>
    <message>
        <source>Not yours to decide: %1</source>
        <translation>不归你批：%1</translation>
    </message>
    <message>
        <source>Say why not, then Ctrl+Shift+Enter: who asked reads this.</source>
        <translation>先写不同意的理由，再按 Ctrl+Shift+Enter：申请人要看。</translation>
    </message>
    <message>
        <source>Owed by %1, due %2</source>
        <translation>责任单位 %1，%2 到期</translation>
    </message>
    <message>
        <source>With %1, since %2</source>
        <translation>在 %1，自 %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result; Ctrl+Enter records that it is done</source>
        <translation>结果；Ctrl+Enter 登记已办结</translation>
    </message>
</context>
</TS>
