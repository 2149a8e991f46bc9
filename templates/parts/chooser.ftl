<#-- A row of choices with counts: years, or columns.
     items  [ {uri label count current} ]: the label is x.name, or x.year with 年
     counted  with the counts
     allUri  where “全部” leads; without it, and with nothing chosen, “全部” is what is shown -->
<#macro row name items allUri="" counted=true>
<#if items?size gt 0>
<#local chosen = items?filter(item -> item.current)?size gt 0>
<nav class="chooser" aria-label="按${name}选">
<span class="chooser-name" aria-hidden="true">${name}</span>
<ul>
<#if !chosen>
<li><span class="current" aria-current="true">全部</span></li>
<#elseif allUri != "">
<li><a href="${root}${allUri}">全部</a></li>
</#if>
<#list items as item>
<#local label = item.name!(item.year + "年")>
<li><#if item.current><span class="current" aria-current="true">${label} <span class="count">${numbers.thousands(item.count)}</span></span><#elseif item.count == 0><span class="off">${label} <span class="count">0</span></span><#else><a href="${root}${item.uri}">${label}<#if counted> <span class="count">${numbers.thousands(item.count)}</span></#if></a></#if></li>
</#list>
</ul>
</nav>
</#if>
</#macro>
<#-- The months of a year that have pages.
     current  the address of the one that is shown; phones fold the others below it
     name  what stands before them -->
<#macro months links current="" name="月份">
<#if links?size gt 0>
<#local shown = links?filter(month -> month.uri == current) label = name>
<#if current != "" && shown?size == 0>
<#local label = "看" + name + "各月">
<details class="fold"><summary>${label}</summary></details>
<#elseif current != "">
<details class="fold"><summary>选其他月份</summary></details>
</#if>
<nav class="chooser chooser-months" aria-label="按月份选">
<span class="chooser-name" aria-hidden="true">${label}</span>
<ul>
<#list links as month>
<li><#if month.uri == current><span class="current" aria-current="true">${month.title}</span><#else><a href="${root}${month.uri}">${month.title}</a></#if></li>
</#list>
</ul>
</nav>
</#if>
</#macro>

<#-- What phones show of the choosers that follow until it is opened; a few of them need no folding.
     names  what is chosen
     size  how many choices there are -->
<#macro fold names size>
<#if size gt 5>
<details class="fold"><summary>筛选：${names?join("、", "全部")}</summary></details>
</#if>
</#macro>
