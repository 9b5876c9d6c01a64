<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::map::MapDrop</name>
    <message>
        <source>Drop it on %1 instead</source>
        <translation>改放 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>grid, role</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Drop = dispatch to %1 (%2)</source>
        <translation>放下 = 派单给%1（%2）</translation>
    </message>
    <message>
        <source>load %1 → %2, limit %3</source>
        <translation>在办 %1 → %2，上限 %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>distance; load</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>position unknown; %1</source>
        <translation>位置不明；%1</translation>
    </message>
    <message>
        <source>Nobody of grid %1 can take it now</source>
        <translation>%1 网格现无人可派</translation>
    </message>
    <message>
        <source>The grid has no officer; drop it on a person</source>
        <translation>本格没有网格员；请放到人员上</translation>
    </message>
    <message>
        <source>Drop = dispatch to grid %1: %2</source>
        <translation>放下 = 派给 %1 本格：%2</translation>
    </message>
    <message>
        <source>lowest load of the grid's own; %1</source>
        <translation>本格在办最少；%1</translation>
    </message>
    <message>
        <source>Nobody is here</source>
        <translation>这里没有人员</translation>
    </message>
    <message>
        <source>Drop it on a person or on a grid</source>
        <translation>请放到人员或网格上</translation>
    </message>
</context>
<context>
    <name>zs::map::MapPanel</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>The whole city (Home)</source>
        <translation>全市（Home）</translation>
    </message>
    <message>
        <source>Follow what is selected (Space)</source>
        <translation>跟随所选（空格）</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>People on duty</source>
        <translation>在班人员</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Place names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>hazard</source>
        <translation>隐患</translation>
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
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>no positions yet</source>
        <translation>尚无位置</translation>
    </message>
    <message>
        <source>positions %1 old</source>
        <translation>位置 %1前</translation>
    </message>
    <message>
        <source>people %1</source>
        <translation>人员 %1</translation>
    </message>
    <message>
        <source>cases %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>place names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>closed cases</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what the map shows</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>shows %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>hides %1</source>
        <translation>隐去 %1</translation>
    </message>
    <message>
        <source>greyed: outside the queue&apos;s filter</source>
        <translation>压暗：待办筛选之外</translation>
    </message>
    <message>
        <source>nobody can take it now; drop it on an agency</source>
        <translation>现在无人可派；请放到责任单位</translation>
    </message>
    <message>
        <source>%1 people, %2 teams can take it, the nearest ringed in blue; faded ones can't</source>
        <translation>可派 %1 人 %2 队，近者蓝圈；变淡者不可派</translation>
    </message>
    <message>
        <source>Dispatching %1</source>
        <translation>正在派 %1</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>position %1 old</source>
        <translation>位置 %1前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>action: why it can't be done</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Follow on the map</source>
        <translation>在地图上跟随</translation>
    </message>
    <message>
        <source>Dispatch %1 to %2</source>
        <translation>派 %1 给%2</translation>
    </message>
    <message>
        <source>Dispatch %1 to this grid's officer %2</source>
        <translation>派 %1 给本格网格员%2</translation>
    </message>
    <message>
        <source>Dispatch %1 to grid %2</source>
        <translation>派 %1 给 %2 本格网格员</translation>
    </message>
    <message>
        <source>New case here…</source>
        <translation>在此登记新事件…</translation>
    </message>
    <message>
        <source>Centre the map here</source>
        <translation>以此为中心</translation>
    </message>
</context>
<context>
    <name>zs::map::ScaleBar</name>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>zs::map::WebSurface</name>
    <message>
        <source>The web map did not come up in time.</source>
        <translation>网页地图未能及时启动。</translation>
    </message>
    <message>
        <source>The web map can't draw on this machine: it needs WebGL 2.</source>
        <translation>本机不能绘制网页地图：需要 WebGL 2。</translation>
    </message>
    <message>
        <source>The web map's drawing process ended again and again.</source>
        <translation>网页地图的绘图进程反复退出。</translation>
    </message>
    <message>
        <source>The web map keeps its sandbox and so refuses to run as root.</source>
        <translation>网页地图保留沙箱，因此不以 root 身份运行。</translation>
    </message>
</context>
</TS>
