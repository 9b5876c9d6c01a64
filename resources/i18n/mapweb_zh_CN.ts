<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>zs::map::WebSurface</name>
    <message>
        <source>The web map did not come up in time.</source>
        <translation>网页地图未能按时启动。</translation>
    </message>
    <message>
        <source>The web map can&apos;t draw on this machine: it needs WebGL 2.</source>
        <translation>网页地图无法在本机绘制：需要 WebGL 2。</translation>
    </message>
    <message>
        <source>The web map&apos;s drawing process ended again and again.</source>
        <translation>网页地图的绘制进程反复退出。</translation>
    </message>
    <message>
        <source>The web map keeps its sandbox and so refuses to run as root.</source>
        <translation>网页地图始终启用沙箱，因此不能以 root 身份运行。</translation>
    </message>
</context>
</TS>
