<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::dispatch::LaneView</name>
    <message>
        <source>lead</source>
        <translation>可转 主办</translation>
    </message>
    <message>
        <source>leads, has to accept it; U takes it back</source>
        <translation>主办，待接收；待发时 U 撤下</translation>
    </message>
    <message>
        <source>Not to %1</source>
        <translation>不能转给%1</translation>
    </message>
    <message>
        <source>Drop on %1 instead</source>
        <translation>改放 %1</translation>
    </message>
    <message>
        <source>Cases with %1</source>
        <translation>%1的事件</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另 %1 件</translation>
    </message>
    <message>
        <source>can lead</source>
        <translation>可转主办</translation>
    </message>
    <message>
        <source>drop to route</source>
        <translation>放下即转办</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不可转</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>迟 %1</translation>
    </message>
</context>
<context>
    <name>zs::dispatch::LanesPanel</name>
    <message>
        <source>Agencies</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>%1 agencies, %2 open, %3 late</source>
        <translation>%1 个单位，%2 件在办，%3 件迟</translation>
    </message>
    <message>
        <source>%1 more to the right</source>
        <translation>余 %1 个向右</translation>
    </message>
    <message>
        <source>%1 more to the left</source>
        <translation>余 %1 个向左</translation>
    </message>
    <message>
        <source>1–9 routes</source>
        <translation>按 1–9 转办</translation>
    </message>
</context>
<context>
    <name>zs::dispatch::OutboxModel</name>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>dismiss</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>zs::dispatch::OutboxPanel</name>
    <message>
        <source>It stands as it was before.</source>
        <translation>现状没有改变。</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待发箱</translation>
    </message>
    <message>
        <source>Commands of this desk that aren&apos;t confirmed</source>
        <translation>本机未确认的指令</translation>
    </message>
    <message>
        <source>unknown: sent, no receipt seen; asked again by itself, never done twice</source>
        <translation>未知：已送出、未见回执；恢复后自动核对，不会重复执行</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生了</translation>
    </message>
    <message>
        <source>For the case</source>
        <translation>对事件</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Withdraw all that isn&apos;t sent</source>
        <translation>全部撤下</translation>
    </message>
    <message>
        <source>everything confirmed</source>
        <translation>全部已确认</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>没有待发指令</translation>
    </message>
    <message>
        <source>What you command stands here until the gateway has it on disk.</source>
        <translation>发出的指令在网关落盘前都列在这里。</translation>
    </message>
    <message>
        <source>unsent %1</source>
        <translation>待发 %1</translation>
    </message>
    <message>
        <source>pending %1</source>
        <translation>待定 %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>未知 %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>被拒 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>kept on this desk&apos;s disk; sent in this order when the gateway is back</source>
        <translation>存于本机，断电不丢；恢复后按此顺序送出</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新事件</translation>
    </message>
    <message>
        <source>%1: %2 was refused</source>
        <translation>%1 %2 被拒</translation>
    </message>
    <message>
        <source>The gateway refused it.</source>
        <translation>网关拒绝了这条指令。</translation>
    </message>
    <message>
        <source>There is no such case at the gateway.</source>
        <translation>网关上没有这个事件。</translation>
    </message>
    <message>
        <source>, with %1</source>
        <translation>，在%1</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>; nobody was sent.</source>
        <translation>，尚未派人。</translation>
    </message>
    <message>
        <source>; %1 has it.</source>
        <translation>，%1 在办。</translation>
    </message>
    <message>
        <source>Route to %1</source>
        <translation>改转 %1</translation>
    </message>
    <message>
        <source>Look at the case as it is now, then decide again, or give the command up.</source>
        <translation>看事件现状再定，或放弃这条指令。</translation>
    </message>
    <message>
        <source>Route it to %1, or give the command up.</source>
        <translation>改转 %1，或放弃这条指令。</translation>
    </message>
    <message>
        <source>See version %1</source>
        <translation>看第 %1 版</translation>
    </message>
    <message>
        <source>Still at &quot;%1&quot;</source>
        <translation>仍在“%1”环节</translation>
    </message>
</context>
</TS>
