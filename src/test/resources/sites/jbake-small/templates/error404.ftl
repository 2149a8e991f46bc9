<#include "head.ftl">
<h1>没有这一页</h1>
<#include "foot.ftl">
