<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::people::PeoplePanel</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Filter of the staff</source>
        <translation>人员筛选</translation>
    </message>
    <message>
        <source>Find a member of staff</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Staff on duty</source>
        <translation>在班人员</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
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
        <source>Full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>%1 shown, %2 on duty hidden by the filter</source>
        <translation>显示 %1 人；筛选隐去在班 %2 人</translation>
    </message>
    <message>
        <source>%1 on duty; who is off duty isn&apos;t shown</source>
        <translation>在班 %1 人；不在班的不显示</translation>
    </message>
    <message>
        <source>no positions yet</source>
        <translation>尚无定位</translation>
    </message>
    <message>
        <source>positions %1 old</source>
        <translation>位置 %1 前</translation>
    </message>
    <message>
        <source>Nobody passes the filter</source>
        <translation>没有符合筛选的人</translation>
    </message>
    <message>
        <source>Nobody is on duty</source>
        <translation>无人在班</translation>
    </message>
    <message>
        <source>Staff who match come here.</source>
        <translation>符合筛选的人列在这里。</translation>
    </message>
    <message>
        <source>Who starts a shift comes here.</source>
        <translation>上班的人列在这里。</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>看全部 %1 人</translation>
    </message>
    <message>
        <source>Dispatch %1 to %2</source>
        <translation>把 %1 派给 %2</translation>
    </message>
    <message>
        <source>Dispatch with a note…</source>
        <translation>派单并备注…</translation>
    </message>
    <message>
        <source>Select a case first, to dispatch it here</source>
        <translation>先选事件，再派给此人</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上看</translation>
    </message>
    <message>
        <source>There is no position yet.</source>
        <translation>尚无定位。</translation>
    </message>
</context>
<context>
    <name>zs::people::PeopleTableModel</name>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>定位</translation>
    </message>
</context>
<context>
    <name>zs::people::PeopleView</name>
    <message>
        <source>drop</source>
        <translation>放下</translation>
    </message>
    <message>
        <source>can go</source>
        <translation>可派</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不可派</translation>
    </message>
</context>
</TS>
