<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::cases::ActionBar</name>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>zs::cases::AttachDialog</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>文件读不出来：%1</translation>
    </message>
    <message>
        <source>Reading the file, %1 %…</source>
        <translation>正在读文件，%1 %…</translation>
    </message>
    <message>
        <source>Choose a file. It stays where it is: the case keeps its name, size and fingerprint.</source>
        <translation>选一个文件。文件留在原处：事件记下文件名、大小和指纹。</translation>
    </message>
    <message>
        <source>%1, %2, SHA-256 %3…</source>
        <translation>%1，%2，SHA-256 %3…</translation>
    </message>
</context>
<context>
    <name>zs::cases::Candidates</name>
    <message>
        <source>own grid</source>
        <translation>本格责任人</translation>
    </message>
    <message>
        <source>other grid</source>
        <translation>跨格</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>full after this one</source>
        <translation>接后即满</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>无定位</translation>
    </message>
    <message>
        <source>position %1 old</source>
        <translation>定位 %1 前</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>在班 %1 人</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>against: %1</source>
        <translation>不利：%1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons for and against</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>load %1/%2</source>
        <translation>在办 %1/%2</translation>
    </message>
</context>
<context>
    <name>zs::cases::CaseActions</name>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Confirmed by phone</source>
        <translation>电话确认</translation>
    </message>
    <message>
        <source>On scene by phone</source>
        <translation>电话报到场</translation>
    </message>
    <message>
        <source>Closed by phone</source>
        <translation>电话报办结</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>No case is selected.</source>
        <translation>没有选中事件。</translation>
    </message>
    <message>
        <source>Nobody on duty has room.</source>
        <translation>在班人员都已满。</translation>
    </message>
    <message>
        <source>Nothing of this case waits to be sent.</source>
        <translation>本件没有待发的指令。</translation>
    </message>
    <message>
        <source>It has been sent already and can no longer be withdrawn.</source>
        <translation>指令已送出，不能再撤下。</translation>
    </message>
    <message>
        <source>Reported by phone</source>
        <translation>电话代报</translation>
    </message>
    <message>
        <source>Time and level</source>
        <translation>时限与层级</translation>
    </message>
    <message>
        <source>Whistle and report-in</source>
        <translation>吹哨报到</translation>
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
        <source>Other cases and files</source>
        <translation>关联与附件</translation>
    </message>
    <message>
        <source>After it was closed</source>
        <translation>办结之后</translation>
    </message>
    <message>
        <source>Record a rating</source>
        <translation>记录评价</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Send back for rework</source>
        <translation>退回返工</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Re-route</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Rule on 110</source>
        <translation>110 认定</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Open a mediation</source>
        <translation>启动调解</translation>
    </message>
    <message>
        <source>Close the mediation</source>
        <translation>结束调解</translation>
    </message>
    <message>
        <source>Ask for judicial confirmation</source>
        <translation>申请司法确认</translation>
    </message>
    <message>
        <source>Record the court&apos;s decision</source>
        <translation>记录法院裁定</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Ask to suspend</source>
        <translation>申请挂起</translation>
    </message>
    <message>
        <source>Ask to escalate</source>
        <translation>申请升级</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Answer supervision</source>
        <translation>回复督办</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Report in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>撤哨</translation>
    </message>
    <message>
        <source>Every action, and why not</source>
        <translation>全部操作，及不能办的原因</translation>
    </message>
    <message>
        <source>Prolong the mediation</source>
        <translation>延长调解期限</translation>
    </message>
</context>
<context>
    <name>zs::cases::CaseHead</name>
    <message>
        <source>first receiver %1</source>
        <translation>首访 %1</translation>
    </message>
    <message>
        <source>Reporter %1</source>
        <translation>反映人 %1</translation>
    </message>
</context>
<context>
    <name>zs::cases::CaseTableModel</name>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Due soon, ≥ 80 % used</source>
        <translation>临期 用时 ≥ 80 %</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新到</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>%1, %2 cases</source>
        <translation>%1，%2 件</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>zs::cases::CaseWords</name>
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
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派员</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Grid officer&apos;s app</source>
        <translation>网格员上报</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>码上办</translation>
    </message>
    <message>
        <source>Citizen&apos;s photo</source>
        <translation>智网人人拍</translation>
    </message>
    <message>
        <source>110 non-police call</source>
        <translation>110 非警务转办</translation>
    </message>
    <message>
        <source>12345 hotline</source>
        <translation>12345 热线</translation>
    </message>
    <message>
        <source>Petition hall</source>
        <translation>信访超市</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>中心来访</translation>
    </message>
    <message>
        <source>Night visit</source>
        <translation>平安夜访</translation>
    </message>
    <message>
        <source>Referred by the court</source>
        <translation>法院委派</translation>
    </message>
    <message>
        <source>Mediation app</source>
        <translation>莞邑调解</translation>
    </message>
    <message>
        <source>Province platform</source>
        <translation>粤平安平台</translation>
    </message>
    <message>
        <source>Other platform</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已化解</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>referred</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Grid officer</source>
        <translation>专职网格员</translation>
    </message>
    <message>
        <source>Professional officer</source>
        <translation>专业网格员</translation>
    </message>
    <message>
        <source>Mediator</source>
        <translation>调解员</translation>
    </message>
    <message>
        <source>Police officer</source>
        <translation>民警</translation>
    </message>
    <message>
        <source>Agency officer</source>
        <translation>单位人员</translation>
    </message>
    <message>
        <source>Volunteer team</source>
        <translation>义警队</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>grid %1</source>
        <translation>%1 网格</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a place</comment>
        <translation> </translation>
    </message>
    <message>
        <source>Response</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>Report back</source>
        <translation>办结反馈</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 wd</source>
        <comment>working days</comment>
        <translation>%1 工作日</translation>
    </message>
    <message>
        <source>%1 of working time</source>
        <translation>工作时间 %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>metres</comment>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year, as QDate writes it</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登记分流</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Report-in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>督办答复</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>调解期限</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>司法确认</translation>
    </message>
    <message>
        <source>On scene</source>
        <comment>a time limit</comment>
        <translation>派员到场</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并入</translation>
    </message>
</context>
<context>
    <name>zs::cases::ClassifyDialog</name>
    <message>
        <source>suggested, it says %1</source>
        <translation>建议，文中提到 %1</translation>
    </message>
    <message>
        <source>suggested, %1 %</source>
        <translation>建议，把握 %1 %</translation>
    </message>
    <message>
        <source>suggested, %1 %: %2</source>
        <translation>建议，把握 %1 %：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>Matter or its number</source>
        <translation>入格事项或编号</translation>
    </message>
    <message>
        <source>Catalogue of matters</source>
        <translation>入格事项目录</translation>
    </message>
    <message>
        <source>Classify and register</source>
        <translation>分类登记</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Choose the matter of the catalogue.</source>
        <translation>请从目录中选事项。</translation>
    </message>
    <message>
        <source>Limits: response %1, on scene %2, report back %3.</source>
        <translation>时限：首次响应 %1，派员到场 %2，办结反馈 %3。</translation>
    </message>
</context>
<context>
    <name>zs::cases::CommandDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose %1 instead.</source>
        <translation>请改选 %1。</translation>
    </message>
</context>
<context>
    <name>zs::cases::CommandWords</name>
    <message>
        <source>Receive: %1</source>
        <translation>受理：%1</translation>
    </message>
    <message>
        <source>Register: %1</source>
        <translation>登记：%1</translation>
    </message>
    <message>
        <source>Decline: %1</source>
        <translation>不予受理：%1</translation>
    </message>
    <message>
        <source>Rule on the 110 call: %1, %2</source>
        <translation>认定 110 转办件：%1，%2</translation>
    </message>
    <message>
        <source>Route to %1</source>
        <translation>转办 %1</translation>
    </message>
    <message>
        <source>Re-route to %1</source>
        <translation>改派至%1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Return: %1</source>
        <translation>退回：%1</translation>
    </message>
    <message>
        <source>Dispatch to %1</source>
        <translation>派单给 %1</translation>
    </message>
    <message>
        <source>%1 confirms</source>
        <translation>%1 确认</translation>
    </message>
    <message>
        <source>%1 arrives</source>
        <translation>%1 到场</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>办结：%1</translation>
    </message>
    <message>
        <source>Ask for %1 more</source>
        <translation>申请延期%1</translation>
    </message>
    <message>
        <source>Ask for a suspension until %1</source>
        <translation>申请挂起至%1</translation>
    </message>
    <message>
        <source>Ask to escalate to the %1 level</source>
        <translation>申请升级至%1级</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Deny: %1</source>
        <translation>驳回：%1</translation>
    </message>
    <message>
        <source>Suspend until %1</source>
        <translation>挂起至%1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Escalate to the %1 level</source>
        <translation>升级至%1级</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>并入%1</translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Link with %1</source>
        <translation>关联%1</translation>
    </message>
    <message>
        <source>Remove the link with %1</source>
        <translation>取消与%1的关联</translation>
    </message>
    <message>
        <source>Attach %1</source>
        <translation>添加附件%1</translation>
    </message>
    <message>
        <source>Whistle %1</source>
        <translation>吹哨%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 reports in</source>
        <translation>%1报到</translation>
    </message>
    <message>
        <source>Stand %1 down</source>
        <translation>撤回对%1的吹哨</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a step of supervision</comment>
        <translation>对%2%1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1答复督办</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>启动%1</translation>
    </message>
    <message>
        <source>Close the mediation: %1</source>
        <translation>结束调解：%1</translation>
    </message>
    <message>
        <source>Ask the court to confirm</source>
        <translation>申请司法确认</translation>
    </message>
    <message>
        <source>Record: %1</source>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>Send back for rework: %1</source>
        <translation>退回返工：%1</translation>
    </message>
    <message>
        <source>Reopen: %1</source>
        <translation>重开：%1</translation>
    </message>
    <message>
        <source>Rating: %1</source>
        <translation>群众评价：%1</translation>
    </message>
    <message>
        <source>Follow-up: %1</source>
        <translation>回访：%1</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Prolong the mediation by %1</source>
        <translation>延长调解期限：%1</translation>
    </message>
</context>
<context>
    <name>zs::cases::CompareGrid</name>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>zs::cases::DetailPanel</name>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>mark = 80 %</source>
        <translation>刻线为 80 %</translation>
    </message>
    <message>
        <source>Whom to send</source>
        <translation>派谁</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>事件环节</translation>
    </message>
    <message>
        <source>Whom to send, best placed first</source>
        <translation>派谁，按便利排列</translation>
    </message>
    <message>
        <source>Timeline of the case</source>
        <translation>事件经过</translation>
    </message>
    <message>
        <source>closed, nobody is needed</source>
        <translation>已办结，不需派员</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>%1 在办</translation>
    </message>
    <message>
        <source>nobody on duty has room</source>
        <translation>在班人员都已满</translation>
    </message>
    <message>
        <source>by own grid, distance, load; you decide</source>
        <translation>按本格、距离、在办量排；人定</translation>
    </message>
    <message>
        <source>No case is selected</source>
        <translation>没有选中事件</translation>
    </message>
    <message>
        <source>Choose one in the queue, on the map or in a lane.</source>
        <translation>请在待办、地图或单位栏里选一件。</translation>
    </message>
    <message>
        <source>Receive a case…</source>
        <translation>受理事件…</translation>
    </message>
    <message>
        <source>version %1, live</source>
        <translation>第 %1 版，实时</translation>
    </message>
    <message>
        <source>timeline as far as known here</source>
        <translation>经过只含本机所知</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>更早 %1 条</translation>
    </message>
</context>
<context>
    <name>zs::cases::DispatchDialog</name>
    <message>
        <source>&amp;Note for the person</source>
        <translation>给此人的备注(&amp;N)</translation>
    </message>
    <message>
        <source>Name, grid or agency</source>
        <translation>姓名、网格或单位</translation>
    </message>
    <message>
        <source>Staff on duty, best placed first</source>
        <translation>在班人员，按便利排列</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Choose whom to send.</source>
        <translation>请选派谁。</translation>
    </message>
    <message>
        <source>Sends %1; load %2 → %3 of %4.</source>
        <translation>派 %1；在办 %2 → %3，上限 %4。</translation>
    </message>
</context>
<context>
    <name>zs::cases::DuplicatesBox</name>
    <message>
        <source>%1, %2, %3 the same</source>
        <translation>%1，%2，相同程度 %3</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>The &amp;same as %1: add it there as a note</source>
        <translation>与 %1 同一事项：不另立，加为备注(&amp;S)</translation>
    </message>
    <message>
        <source>The sa&amp;me as %1: file it and merge</source>
        <translation>与 %1 同一事项：立案后合并(&amp;M)</translation>
    </message>
    <message>
        <source>A closed case takes no other in; reopen it, or add a note.</source>
        <translation>已办结的事件不能并入；请重开，或加备注。</translation>
    </message>
    <message>
        <source>Perhaps it is known already</source>
        <translation>可能已经受理过</translation>
    </message>
    <message>
        <source>Cases that may be the same matter</source>
        <translation>可能是同一事项的事件</translation>
    </message>
    <message>
        <source>A &amp;new matter</source>
        <translation>新的事项(&amp;N)</translation>
    </message>
</context>
<context>
    <name>zs::cases::EventWords</name>
    <message>
        <source>Received by %1: %2</source>
        <translation>%1 受理：%2</translation>
    </message>
    <message>
        <source>; reporter %1</source>
        <translation>，反映人 %1</translation>
    </message>
    <message>
        <source>; %1 number(s) masked</source>
        <translation>；已遮盖 %1 个号码</translation>
    </message>
    <message>
        <source>Registered: %1, priority %2</source>
        <translation>登记：入格事项 %1，优先级 %2</translation>
    </message>
    <message>
        <source>%1 declined it, %2%3</source>
        <translation>%1 不予受理，%2%3</translation>
    </message>
    <message>
        <source>%1 ruled: %2, %3; %4%5</source>
        <translation>%1 认定：%2，%3；%4%5</translation>
    </message>
    <message>
        <source>%1 routed to %2</source>
        <translation>%1 分流至 %2</translation>
    </message>
    <message>
        <source>%1 re-routed from %2 to %3</source>
        <translation>%1 由%2改派至%3</translation>
    </message>
    <message>
        <source>%1 re-routed to %2</source>
        <translation>%1 改派至%2</translation>
    </message>
    <message>
        <source>Accepted by the agency, entered by %1</source>
        <translation>单位接收（%1 登记）</translation>
    </message>
    <message>
        <source>%1 returned it%2</source>
        <translation>%1 退回%2</translation>
    </message>
    <message>
        <source>%1 dispatched %2%3</source>
        <translation>%1 派单给 %2%3</translation>
    </message>
    <message>
        <source>%1 confirmed, on the way</source>
        <translation>%1 确认，已出发</translation>
    </message>
    <message>
        <source>%1 is on scene</source>
        <translation>%1 到场</translation>
    </message>
    <message>
        <source>%1 closed it, %2%3</source>
        <translation>%1 办结，%2%3</translation>
    </message>
    <message>
        <source>%1 asked for %2 more%3</source>
        <translation>%1 申请延期%2%3</translation>
    </message>
    <message>
        <source>%1 asked for a suspension until %2%3</source>
        <translation>%1 申请挂起至%2%3</translation>
    </message>
    <message>
        <source>%1 asked to escalate to the %2 level%3</source>
        <translation>%1 申请升级至%2级%3</translation>
    </message>
    <message>
        <source>%1 approved the %2: %3%4</source>
        <translation>%1 批准%2：%3%4</translation>
    </message>
    <message>
        <source>%1 denied the %2%3</source>
        <translation>%1 驳回%2申请%3</translation>
    </message>
    <message>
        <source>%1 suspended it until %2%3</source>
        <translation>%1 挂起至%2%3</translation>
    </message>
    <message>
        <source>%1 resumed it%2</source>
        <translation>%1 恢复办理%2</translation>
    </message>
    <message>
        <source>%1 escalated it from the %2 to the %3 level%4</source>
        <translation>%1 由%2级升级至%3级%4</translation>
    </message>
    <message>
        <source>%1 whistled %2, within %3%4</source>
        <translation>%1 吹哨%2，限%3内报到%4</translation>
    </message>
    <message>
        <source>%1 reported in%2</source>
        <translation>%1报到%2</translation>
    </message>
    <message>
        <source>%1 stood %2 down%3</source>
        <translation>%1 撤回对%2的吹哨%3</translation>
    </message>
    <message>
        <source>%1 to %2, by %3, to answer within %4%5</source>
        <translation>%3对%2%1，限%4内答复%5</translation>
    </message>
    <message>
        <source>%1 answered: %2</source>
        <translation>%1答复：%2</translation>
    </message>
    <message>
        <source>%1 opened with the consent of both sides, %2 %3</source>
        <translation>双方同意，启动%1，%2%3</translation>
    </message>
    <message>
        <source>Mediation closed, %1%2</source>
        <translation>调解结束，%1%2</translation>
    </message>
    <message>
        <source>%1 asked the court to confirm the settlement</source>
        <translation>%1 申请司法确认</translation>
    </message>
    <message>
        <source>The settlement was %1</source>
        <translation>调解协议%1</translation>
    </message>
    <message>
        <source>%1 noted: %2</source>
        <translation>%1 备注：%2</translation>
    </message>
    <message>
        <source>%1 merged it into %2%3</source>
        <translation>%1 并入%2%3</translation>
    </message>
    <message>
        <source>%1 took the merge into %2 back%3</source>
        <translation>%1 从%2拆分%3</translation>
    </message>
    <message>
        <source>%1 linked it with %2: %3</source>
        <translation>%1 关联%2：%3</translation>
    </message>
    <message>
        <source>%1 removed the link with %2</source>
        <translation>%1 取消与%2的关联</translation>
    </message>
    <message>
        <source>%1 attached %2</source>
        <translation>%1 添加附件%2</translation>
    </message>
    <message>
        <source>%1 sent it back for rework%2</source>
        <translation>%1 退回返工%2</translation>
    </message>
    <message>
        <source>%1 reopened it%2</source>
        <translation>%1 重开%2</translation>
    </message>
    <message>
        <source>The citizen is %1%2</source>
        <translation>群众评价：%1%2</translation>
    </message>
    <message>
        <source>%1 followed up: %2, so the case is open again%3</source>
        <translation>%1 回访：%2，事件重开%3</translation>
    </message>
    <message>
        <source>%1 followed up: %2%3</source>
        <translation>%1 回访：%2%3</translation>
    </message>
    <message>
        <source>%1 archived it%2</source>
        <translation>%1 归档%2</translation>
    </message>
    <message>
        <source>; &quot;%1&quot;</source>
        <translation>：“%1”</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; %1 assists</source>
        <translation>，协办 %1</translation>
    </message>
    <message>
        <source>Mediation prolonged by %1 with the consent of both sides%2</source>
        <translation>经双方同意，调解期限延长%1%2</translation>
    </message>
    <message>
        <source>; the same matter as %1, merged into it</source>
        <translation>；与 %1 为同一事项，已并入</translation>
    </message>
    <message>
        <source>; said to be the same matter as %1, which was over: linked to it</source>
        <translation>；与已办结的 %1 为同一事项，已关联</translation>
    </message>
    <message>
        <source>; by routing catalogue %1, rule for %2</source>
        <translation>；依据分流目录 %1，%2的规则</translation>
    </message>
</context>
<context>
    <name>zs::cases::FactWords</name>
    <message>
        <source>grid</source>
        <comment>a level</comment>
        <translation>网格</translation>
    </message>
    <message>
        <source>village</source>
        <comment>a level</comment>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>town</source>
        <comment>a level</comment>
        <translation>镇街</translation>
    </message>
    <message>
        <source>county</source>
        <comment>a level</comment>
        <translation>县区</translation>
    </message>
    <message>
        <source>city</source>
        <comment>a level</comment>
        <translation>市</translation>
    </message>
    <message>
        <source>province</source>
        <comment>a level</comment>
        <translation>省</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>suspension</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>urging</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>circular</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>summons</source>
        <translation>约谈</translation>
    </message>
    <message>
        <source>listed supervision</source>
        <translation>挂牌督办</translation>
    </message>
    <message>
        <source>not ruled on yet</source>
        <translation>尚未认定</translation>
    </message>
    <message>
        <source>stays with the police</source>
        <translation>留公安办理</translation>
    </message>
    <message>
        <source>released to the departments</source>
        <translation>转责任部门办理</translation>
    </message>
    <message>
        <source>no police matter</source>
        <translation>非警情</translation>
    </message>
    <message>
        <source>police matter</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>people&apos;s mediation</source>
        <translation>人民调解</translation>
    </message>
    <message>
        <source>mediation with the police</source>
        <translation>警调联动</translation>
    </message>
    <message>
        <source>administrative mediation</source>
        <translation>行调联动</translation>
    </message>
    <message>
        <source>petition mediation</source>
        <translation>访调联动</translation>
    </message>
    <message>
        <source>pre-litigation mediation</source>
        <translation>诉前调解</translation>
    </message>
    <message>
        <source>full-time mediator</source>
        <translation>专职调解员</translation>
    </message>
    <message>
        <source>lawyer as mediator</source>
        <translation>律师调解员</translation>
    </message>
    <message>
        <source>invited mediator</source>
        <translation>特邀调解员</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a mediation</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>settled</source>
        <comment>a mediation</comment>
        <translation>已化解</translation>
    </message>
    <message>
        <source>no agreement</source>
        <translation>未达成协议</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>等待结果</translation>
    </message>
    <message>
        <source>confirmed by the court</source>
        <translation>法院已确认</translation>
    </message>
    <message>
        <source>not confirmed by the court</source>
        <translation>法院未予确认</translation>
    </message>
    <message>
        <source>related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>reported again</source>
        <translation>重复反映</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>未评价</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>basically satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>not followed up</source>
        <translation>未回访</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>not the centre&apos;s duty</source>
        <translation>不属职责范围</translation>
    </message>
    <message>
        <source>before a court already</source>
        <translation>已进入司法程序</translation>
    </message>
    <message>
        <source>without substance</source>
        <translation>无实质内容</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>other ground</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>zs::cases::Forms</name>
    <message>
        <source>Return to the centre</source>
        <translation>退回中心</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Say why: the centre routes it anew by this.</source>
        <translation>请写理由：中心据此重新分流。</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Write what the next one should know; no full names of citizens.</source>
        <translation>写下一位要知道的事；不写群众全名。</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the case</comment>
        <translation>办结</translation>
    </message>
    <message>
        <source>Say what was done, as reported by the person on scene.</source>
        <translation>请写现场人员所报的处置情况。</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>结果(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>办结说明(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Send it back for rework</source>
        <translation>退回返工</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Say what is still to be done.</source>
        <translation>请写还要做什么。</translation>
    </message>
    <message>
        <source>Goes back to the same agency; the clock of the case runs on as it was.</source>
        <translation>退回原承办单位，事件时限照原来继续计。</translation>
    </message>
    <message>
        <source>Archive without having reached the citizen</source>
        <translation>未接通回访即归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Say why nobody is tried again on another day.</source>
        <translation>请写明不再另日回访的理由。</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>重开事件</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Say what is new.</source>
        <translation>请写新情况。</translation>
    </message>
    <message>
        <source>Starts anew at registration, with a new clock.</source>
        <translation>从登记重新开始，时限另计。</translation>
    </message>
    <message>
        <source>The citizen&apos;s rating</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>&amp;Rating</source>
        <translation>评价(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>说明(&amp;C)</translation>
    </message>
    <message>
        <source>Follow-up visit or call</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Dissatisfied: the case is reopened with this.</source>
        <translation>不满意：记录后事件随即重开。</translation>
    </message>
    <message>
        <source>Decline the case</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Write what the citizen is told, and where they can turn to instead.</source>
        <translation>请写给群众的答复，并说明可向哪里反映。</translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation>依据(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Text for the citizen</source>
        <translation>给群众的答复(&amp;T)</translation>
    </message>
    <message>
        <source>The citizen is told exactly this.</source>
        <translation>将原文答复群众。</translation>
    </message>
    <message>
        <source>Rule on a call from 110</source>
        <translation>110 转办件认定</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>A police matter or an urgent dispute stays with the police; the rest goes to the department. Say why.</source>
        <translation>警情和紧急纠纷留公安，其余转责任部门。请写理由。</translation>
    </message>
    <message>
        <source>&amp;Matter</source>
        <translation>性质(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>紧急程度(&amp;U)</translation>
    </message>
    <message>
        <source>Stays with the police: goes to %1 at once.</source>
        <translation>留公安处置：随即转给%1。</translation>
    </message>
    <message>
        <source>Goes to the responsible department, which follows it up and closes it.</source>
        <translation>转责任部门，由其跟进并办结。</translation>
    </message>
    <message>
        <source>both sides agreed</source>
        <translation>双方同意</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未同意</translation>
    </message>
    <message>
        <source>Open a mediation</source>
        <translation>启动调解</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a mediation</comment>
        <translation>启动</translation>
    </message>
    <message>
        <source>Choose the mediator.</source>
        <translation>请选择调解员。</translation>
    </message>
    <message>
        <source>Mediators</source>
        <translation>调解员</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>力量(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Consent</source>
        <translation>双方意愿(&amp;C)</translation>
    </message>
    <message>
        <source>Close the mediation</source>
        <translation>结束调解</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a mediation</comment>
        <translation>结束</translation>
    </message>
    <message>
        <source>Say what was agreed, or why not; no full names of citizens.</source>
        <translation>请写协议内容或未成原因；不写群众全名。</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>调解情况(&amp;A)</translation>
    </message>
    <message>
        <source>What the court decided</source>
        <translation>法院裁定</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>裁定(&amp;D)</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Say why they are two cases after all.</source>
        <translation>请写为什么是两件事。</translation>
    </message>
    <message>
        <source>It stands again as it stood before, apart from %1, with its own clock.</source>
        <translation>恢复到合并前的样子，与 %1 分开，各自计时。</translation>
    </message>
    <message>
        <source>Link to another case</source>
        <translation>关联其他事件</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Choose the other case.</source>
        <translation>请选择另一事件。</translation>
    </message>
    <message>
        <source>Open cases, the likeliest first</source>
        <translation>在办事件，最可能的在前</translation>
    </message>
    <message>
        <source>It &amp;is</source>
        <translation>关系(&amp;I)</translation>
    </message>
    <message>
        <source>Take a link away</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Linked cases</source>
        <translation>已关联的事件</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>层级(&amp;L)</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Say why the time isn&apos;t enough: who decides reads this.</source>
        <translation>请写时间为什么不够：批复的人要看。</translation>
    </message>
    <message>
        <source>&amp;More time</source>
        <translation>延长(&amp;M)</translation>
    </message>
    <message>
        <source>The limit changes once somebody else approves it.</source>
        <translation>另一人批准后，时限才会变。</translation>
    </message>
    <message>
        <source>Say what has to be waited for; no limit runs in that time.</source>
        <translation>请写在等什么；其间各时限都不计。</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>至(&amp;U)</translation>
    </message>
    <message>
        <source>Say why this level can&apos;t settle it.</source>
        <translation>请写本级为什么解决不了。</translation>
    </message>
    <message>
        <source>%1 asks for %2 more: %3</source>
        <translation>%1 申请延长%2：%3</translation>
    </message>
    <message>
        <source>%1 asks to suspend it until %2: %3</source>
        <translation>%1 申请挂起至 %2：%3</translation>
    </message>
    <message>
        <source>%1 asks to escalate it to the %2: %3</source>
        <translation>%1 申请升级到%2：%3</translation>
    </message>
    <message>
        <source>Approve the request</source>
        <translation>批准申请</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Deny the request</source>
        <translation>驳回申请</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Say why not: who asked reads this.</source>
        <translation>请写不同意的理由：申请人要看。</translation>
    </message>
    <message>
        <source>Resume the case</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>The limits run on from here.</source>
        <translation>时限从此刻继续计。</translation>
    </message>
    <message>
        <source>Ask to suspend it</source>
        <translation>申请挂起</translation>
    </message>
    <message>
        <source>Ask to escalate it</source>
        <translation>申请升级</translation>
    </message>
    <message>
        <source>Suspend the case</source>
        <translation>挂起事件</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Escalate the case</source>
        <translation>升级事件</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Answer the supervision</source>
        <translation>回复督办</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>the supervision</comment>
        <translation>回复</translation>
    </message>
    <message>
        <source>Say what is being done about it, and by when.</source>
        <translation>请写正在怎么办、何时办好。</translation>
    </message>
    <message>
        <source>Agencies that owe an answer</source>
        <translation>欠答复的单位</translation>
    </message>
    <message>
        <source>&amp;Measures</source>
        <translation>措施(&amp;M)</translation>
    </message>
    <message>
        <source>Supervise an agency</source>
        <translation>督办单位</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Say what is expected, and why now.</source>
        <translation>请写要求什么、为什么现在督办。</translation>
    </message>
    <message>
        <source>Agencies of the case</source>
        <translation>本件的单位</translation>
    </message>
    <message>
        <source>Ru&amp;ng</source>
        <translation>督办级(&amp;N)</translation>
    </message>
    <message>
        <source>Answer &amp;within</source>
        <translation>答复时限(&amp;W)</translation>
    </message>
    <message>
        <source>%1 to %2, to be answered within %3.</source>
        <translation>向%2发出“%1”，限 %3内答复。</translation>
    </message>
    <message>
        <source>Whistle agencies to the case</source>
        <translation>吹哨，请单位到场</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Tick the agencies that have to come (Space), and say what for.</source>
        <translation>勾选要来的单位（空格键），并写明来做什么。</translation>
    </message>
    <message>
        <source>Agencies to be called</source>
        <translation>被吹哨的单位</translation>
    </message>
    <message>
        <source>Report in &amp;within</source>
        <translation>报到时限(&amp;W)</translation>
    </message>
    <message>
        <source>Choose the agency.</source>
        <translation>请选择单位。</translation>
    </message>
    <message>
        <source>Agencies that haven&apos;t reported in</source>
        <translation>尚未报到的单位</translation>
    </message>
    <message>
        <source>Report in</source>
        <translation>报到</translation>
    </message>
    <message>
        <source>Stand an agency down</source>
        <translation>撤回吹哨</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>撤哨</translation>
    </message>
    <message>
        <source>Agencies called: %1; each has its own clock of %2.</source>
        <translation>共吹 %1 家，各自计时：%2。</translation>
    </message>
    <message>
        <source>Nobody left a number: ask on the spot, or record that nobody could be reached.</source>
        <translation>没有留下电话：请上门回访，或登记为未联系上。</translation>
    </message>
    <message>
        <source>Shown masked: %1. This desk doesn&apos;t hold the number; call through where it came in: %2.</source>
        <translation>脱敏显示：%1。本席位不存电话；请经受理渠道回拨：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Prolong the mediation</source>
        <translation>延长调解期限</translation>
    </message>
    <message>
        <source>Prolong</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Say why both sides need more time; no full names of citizens.</source>
        <translation>请写明双方为什么需要更多时间；不写当事人全名。</translation>
    </message>
</context>
<context>
    <name>zs::cases::IntakeDialog</name>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>来源(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Longitude, latitude</source>
        <translation>经度, 纬度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>内容(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reporter</source>
        <translation>反映人(&amp;R)</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>电话(&amp;H)</translation>
    </message>
    <message>
        <source>113.750000, 23.020000, or point on the map</source>
        <translation>113.750000, 23.020000，或在地图上点选</translation>
    </message>
    <message>
        <source>kept apart; shown masked</source>
        <translation>另存；显示时脱敏</translation>
    </message>
    <message>
        <source>Receive a case</source>
        <translation>受理事件</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>A title is needed: what is it, in a few words.</source>
        <translation>请写标题：几个字说清是什么事。</translation>
    </message>
    <message>
        <source>A place is needed: point on the map, or type longitude and latitude.</source>
        <translation>请给地点：在地图上点选，或输入经度、纬度。</translation>
    </message>
    <message>
        <source>The place isn&apos;t two numbers: longitude, then latitude, in degrees.</source>
        <translation>地点不是两个数：先经度，后纬度，单位为度。</translation>
    </message>
    <message>
        <source>In %1.</source>
        <translation>位于 %1。</translation>
    </message>
    <message>
        <source>The reporter will be shown as %1.</source>
        <translation>反映人将显示为 %1。</translation>
    </message>
    <message>
        <source>Being taken in</source>
        <translation>正在受理</translation>
    </message>
    <message>
        <source>Reported again, %1: %2</source>
        <translation>再次反映，%1：%2</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>加到 %1</translation>
    </message>
    <message>
        <source>Receive and merge</source>
        <translation>受理并合并</translation>
    </message>
    <message>
        <source>Nothing is filed: what was typed is added to %1 as a note, without the reporter.</source>
        <translation>不另立案：所填内容作为备注加到 %1，不含反映人。</translation>
    </message>
    <message>
        <source>It is merged into %1 at once; that can be undone.</source>
        <translation>同时并入 %1，可以撤销合并。</translation>
    </message>
    <message>
        <source>%1 is over by now: the new case is linked to it.</source>
        <translation>%1 已经办结，新事件将与它关联。</translation>
    </message>
</context>
<context>
    <name>zs::cases::LimitRows</name>
    <message>
        <source>No limit is set yet</source>
        <translation>还没有设定时限</translation>
    </message>
    <message>
        <source>Will probably be late (%1): half of %2 cases of this matter took longer still</source>
        <translation>预计超期（%1）：同一事项的 %2 件中，一半还要更久</translation>
    </message>
    <message>
        <source>Will probably be late (%1): half of %2 cases of this kind took longer still</source>
        <translation>预计超期（%1）：同类事件 %2 件中，一半还要更久</translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>时限：%1</translation>
    </message>
</context>
<context>
    <name>zs::cases::LinkStatusText</name>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>The gateway isn&apos;t trusted</source>
        <translation>网关不可信</translation>
    </message>
    <message>
        <source>No case is lost: they are at the gateway, this desk just can&apos;t see them.</source>
        <translation>事件没有丢：都在网关上，只是本机看不到。</translation>
    </message>
    <message>
        <source>Have the certificates checked; then connect again.</source>
        <translation>请运维核对证书，再重新连接。</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>gateway away, trying</source>
        <translation>网关不可达，重试中</translation>
    </message>
    <message>
        <source>fetching %1</source>
        <translation>正在取 %1</translation>
    </message>
    <message>
        <source>%1 · live</source>
        <translation>%1 · 实时</translation>
    </message>
    <message>
        <source>Commands wait here, then go out</source>
        <translation>可继续办理，指令存待发箱</translation>
    </message>
</context>
<context>
    <name>zs::cases::MergeDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Number or words of the other case</source>
        <translation>另一事件的编号或文字</translation>
    </message>
    <message>
        <source>Open cases, the likeliest first</source>
        <translation>在办事件，最可能的在前</translation>
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
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Merge into another case</source>
        <translation>并入另一事件</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Choose the case in which this one goes on.</source>
        <translation>请选择并入哪一事件。</translation>
    </message>
    <message>
        <source>This case goes on in %1; both histories and clocks are kept, and it can be undone.</source>
        <translation>本件并入 %1 继续办理；两边经过和时限都保留，可以拆分。</translation>
    </message>
</context>
<context>
    <name>zs::cases::PartyWords</name>
    <message>
        <source>received it first</source>
        <translation>首访负责</translation>
    </message>
    <message>
        <source>leads the case</source>
        <translation>主办本件</translation>
    </message>
    <message>
        <source>it stays with the police</source>
        <translation>留公安处置</translation>
    </message>
    <message>
        <source>was sent to it</source>
        <translation>已派往处置</translation>
    </message>
    <message>
        <source>it goes on in that case</source>
        <translation>并入该件继续办理</translation>
    </message>
</context>
<context>
    <name>zs::cases::PhaseSteps</name>
    <message>
        <source>Intake</source>
        <translation>统一受理</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>分类登记</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>分流转办</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>单位接收</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派员</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>办结反馈</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已派</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>定期回访</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>zs::cases::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Filter of the queue</source>
        <translation>待办筛选</translation>
    </message>
    <message>
        <source>Find in the queue</source>
        <translation>在待办中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Queue of open cases</source>
        <translation>待办事件</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Receive a case…</source>
        <translation>受理事件…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>%1 shown; %2 closed are hidden</source>
        <translation>显示 %1 件；隐去已办结 %2 件</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新到</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%3：%2 件中的 %1 件</translation>
    </message>
    <message>
        <source>%1 shown, filter: %2; %3 hidden</source>
        <translation>显示 %1 件，筛选 %2；隐去 %3 件</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between filters</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>No case passes the filter</source>
        <translation>没有符合筛选的事件</translation>
    </message>
    <message>
        <source>No open case</source>
        <translation>没有待办事件</translation>
    </message>
    <message>
        <source>A case that runs over its limit comes here.</source>
        <translation>有事件过了时限，会排在这里。</translation>
    </message>
    <message>
        <source>Cases that match come here as they arrive.</source>
        <translation>符合筛选的事件一到就排在这里。</translation>
    </message>
    <message>
        <source>What is received comes here: from the app, the hotline, the hall.</source>
        <translation>受理的事件排在这里：网格员上报、热线、大厅。</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>看全部 %1 件</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Next, previous case</source>
        <translation>下一件、上一件</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开事件</translation>
    </message>
    <message>
        <source>Route to the agency of that lane</source>
        <translation>转给该列的单位</translation>
    </message>
</context>
<context>
    <name>zs::cases::RouteDialog</name>
    <message>
        <source>its channel</source>
        <translation>来件渠道</translation>
    </message>
    <message>
        <source>its place</source>
        <translation>事发地点</translation>
    </message>
    <message>
        <source>The first of the list are suggestions.</source>
        <translation>列表最前是建议，请自行判断。</translation>
    </message>
    <message>
        <source>suggested, %1 %</source>
        <translation>建议 %1%</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Agencies that can lead, then the others</source>
        <translation>可主办的单位在前，其余在后</translation>
    </message>
    <message>
        <source>leads this matter by the catalogue</source>
        <translation>目录规定的主办</translation>
    </message>
    <message>
        <source>Route to an agency</source>
        <translation>分流转办</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Choose the agency that shall lead.</source>
        <translation>请选主办单位。</translation>
    </message>
    <message>
        <source>%1 leads and has to accept it.</source>
        <translation>由%1主办，待其接收。</translation>
    </message>
    <message>
        <source>Re-route to another agency</source>
        <translation>改派给另一单位</translation>
    </message>
    <message>
        <source>Re-route</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Say why it goes to another agency: both read this.</source>
        <translation>请写改派理由：两边单位都要看。</translation>
    </message>
    <message>
        <source>Assisting agency</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Agencies that assist; Space ticks one</source>
        <translation>协办单位，按空格勾选</translation>
    </message>
    <message>
        <source>Catalogue %1: %2</source>
        <translation>分流目录 %1：%2</translation>
    </message>
    <message>
        <source>Limits: response %1, on scene %2, report back %3.</source>
        <translation>时限：响应 %1，到场 %2，办结 %3。</translation>
    </message>
    <message>
        <source>The case keeps the limits it was registered with.</source>
        <translation>本件仍按登记时的时限。</translation>
    </message>
    <message>
        <source>Assisting: %1.</source>
        <translation>协办：%1。</translation>
    </message>
</context>
<context>
    <name>zs::cases::SpanField</name>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>working minutes</source>
        <translation>工作分钟</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>natural days</source>
        <translation>自然日</translation>
    </message>
    <message>
        <source>Unit of %1</source>
        <translation>%1的单位</translation>
    </message>
</context>
<context>
    <name>zs::cases::TimelineModel</name>
    <message>
        <source>; sent when the gateway is there</source>
        <translation>，网关恢复后送出</translation>
    </message>
    <message>
        <source>; asked again, never done twice</source>
        <translation>，自动核对，不会重复执行</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>desk</source>
        <comment>a row of this desk, not yet at the gateway</comment>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>zs::cases::DutyCommandWords</name>
    <message>
        <source>Sensitive period</source>
        <translation>敏感时段</translation>
    </message>
    <message>
        <source>Zero report</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>Night visit</source>
        <translation>平安夜访</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Campaign check</source>
        <translation>专项检查</translation>
    </message>
    <message>
        <source>Published data</source>
        <translation>数据发布</translation>
    </message>
    <message>
        <source>Open &quot;%1&quot;</source>
        <translation>启动“%1”</translation>
    </message>
    <message>
        <source>Change the period</source>
        <translation>调整时段</translation>
    </message>
    <message>
        <source>Close the period</source>
        <translation>结束时段</translation>
    </message>
    <message>
        <source>Report %1 found</source>
        <translation>上报 %1 件</translation>
    </message>
    <message>
        <source>Report zero</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>Correct to %1</source>
        <translation>更正为 %1 件</translation>
    </message>
    <message>
        <source>Remind %1 grids</source>
        <translation>催报 %1 个网格</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Record a place</source>
        <translation>记录场所</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>报平安</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>A follow-up is done</source>
        <translation>后续事项办结</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Call &quot;%1&quot;</source>
        <translation>召集“%1”</translation>
    </message>
    <message>
        <source>Set the agenda</source>
        <translation>改议程</translation>
    </message>
    <message>
        <source>It was held</source>
        <translation>已召开</translation>
    </message>
    <message>
        <source>Decide a task</source>
        <translation>议定任务</translation>
    </message>
    <message>
        <source>A task is done</source>
        <translation>任务办结</translation>
    </message>
    <message>
        <source>Launch &quot;%1&quot;</source>
        <translation>启动“%1”</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Record a check</source>
        <translation>记录检查</translation>
    </message>
    <message>
        <source>Publish version %1</source>
        <translation>发布第 %1 版</translation>
    </message>
</context>
</TS>
