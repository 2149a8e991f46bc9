<#import "layout.ftl" as layout>
<#import "parts/pager.ftl" as pages>
<#import "parts/chooser.ftl" as chooser>
<#-- Whether all that a row could say is that the text changed: it has no earlier text to lead to. -->
<#function isBare row><#return row.steps?size == 1 && row.steps?filter(step -> step.changed! == "修改了正文" && !step.purpose?? && !step.diffUri??)?size == 1></#function>
<#-- Whether only fields were put right, which readers of the text need not see one by one. -->
<#function isMinor row><#return row.what == "修改" && row.steps?size gt 0 && row.steps?filter(step -> !(step.changed!"")?matches("((更正“[^”]*”为“[^”]*”|(更正|补充)了((发布机构|编发单位|责任人|公开时限|目录项|标签|文种|阶段|索引号)、?)+)[，、；]?)+"))?size == 0></#function>
<#-- What several entries of a day have in common: that they are new, or the same change. -->
<#function common row>
<#if !row.title?? || !row.column??><#return ""></#if>
<#if row.what == "新增"><#return (row.steps?size == 0)?then("新公开", "")></#if>
<#return (row.what == "修改" && row.steps?size == 1 && !row.historyUri?? && !row.steps[0].purpose??)?then(row.steps[0].changed!"", "")>
</#function>
<#function sizeOf days><#local size = 0><#list days as day><#local size += day.rows?size + day.interventions?size></#list><#return size></#function>
<@layout.frame sheet="history" paper="history-print">
<section class="paper">
<div class="paper-head list-head"><h1>更新记录</h1></div>
<#if columns?size gt 1>
<#assign chosen = columns?filter(column -> column.current)?size gt 0>
<@chooser.fold names=columns?filter(column -> column.current)?map(column -> column.name) size=columns?size label="栏目"/>
<nav class="chooser" aria-label="按栏目选">
<span class="chooser-name" aria-hidden="true">栏目</span>
<ul>
<li><#if chosen><a href="${root}${allUri}">全部</a><#else><span class="current" aria-current="true">全部</span></#if></li>
<#list columns as column>
<li><#if column.current><span class="current" aria-current="true">${column.name}</span><#else><a href="${root}${column.uri}">${column.name}</a></#if></li>
</#list>
</ul>
</nav>
</#if>
<#if days?size gt 0>
<#-- The newest month is open, and so are those with little in them. -->
<#assign month = "" folded = false>
<#list days as day>
<#if day.dayText?keep_before("月") + "月" != month>
<#if folded>
</details>
</#if>
<#assign size = sizeOf(days?filter(other -> other.dayText?starts_with(day.dayText?keep_before("月") + "月")))>
<#assign folded = month != "" && size gt 4 month = day.dayText?keep_before("月") + "月">
<#if folded>
<details class="js-fold fold-wide change-earlier" open>
<summary><h2 class="sub change-month">${month}</h2> <span class="count">${size}处变动</span></summary>
<#else>
<h2 class="sub change-month">${month}</h2>
</#if>
</#if>
<h3 class="change-day"><time datetime="${day.day}"><span class="vh">${day.dayText?keep_before("年")}年</span>${day.dayText?keep_after("年")}</time></h3>
<#if day.interventions?size gt 0>
<ul class="changes">
<#list day.interventions as done>
<li><span class="change-title change-done">${done.what}</span><#if done.reason??>
<span class="change-what">说明：${done.reason}</span></#if></li>
</#list>
</ul>
</#if>
<@rows day.rows?filter(row -> !isMinor(row))/>
<#assign minor = day.rows?filter(row -> isMinor(row))>
<#if minor?size gt 0>
<details class="changes-minor"><summary>只更正了公开信息的，${minor?size}篇</summary>
<@rows minor/>
</details>
</#if>
</#list>
<#if folded>
</details>
</#if>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
<@pages.nav pager/>
<#if days?filter(day -> day.rows?filter(row -> isBare(row))?size gt 0)?size gt 0>
<p class="strip-note">没有“看改动”的，不保留修改前的文字。</p>
</#if>
<#if beginsText??>
<p class="strip-note">记录从${beginsText}开始，更早的修改没有保存在这里。</p>
</#if>
<p class="list-foot"><a href="${root}${page.feed.uri}">订阅地址</a>（供订阅软件使用）</p>
</section>
</@layout.frame>

<#-- Five and more that have the same to say stand together by column. -->
<#macro rows all>
<#local names = [] single = []>
<#list all as row><#local name = common(row)><#if name != "" && !names?seq_contains(name) && all?filter(other -> common(other) == name)?size gt 4><#local names += [name]></#if></#list>
<#list names as name><@grouped all?filter(row -> common(row) == name) name/></#list>
<#list all?filter(row -> !names?seq_contains(common(row)))>
<ul class="changes">
<#items as row>
<@line row/>
</#items>
</ul>
</#list>
</#macro>

<#macro grouped rows what>
<details class="js-fold changes-group" open><summary>${what}，${rows?size}篇</summary>
<ul class="changes changes-grouped">
<#local names = []>
<#list rows as row><#if !names?seq_contains(row.column.name)><#local names += [row.column.name]></#if></#list>
<#list names as name>
<li><span class="line-column">${name}</span>
<ul>
<#list rows?filter(row -> row.column.name == name) as row>
<li><span class="change-title"><a href="${root}${row.uri}">${breakable(row.title)}</a></span><#list row.steps?filter(step -> step.diffUri??) as step> <span class="change-what"><a href="${root}${step.diffUri}">看改动<span class="vh">：${row.title}</span></a></span></#list></li>
</#list>
</ul></li>
</#list>
</ul>
</details>
</#macro>

<#macro line row>
<li><#if row.column??>
<span class="line-column">${row.column.name}</span>
</#if>
<#if row.what != "修改"><span class="chip chip-${row.tone}">${(row.what == "新增")?then("新公开", row.what)}</span> </#if><span class="change-title<#if !row.title??> change-done</#if>"><a href="${root}${row.uri}"><#if row.title??>${breakable(row.title)}<#else>这一条已不再公开</#if></a></span>
<#list row.steps as step>
<span class="change-what<#if row.steps?size == 1> change-only</#if>"><#if step.purpose??>${step.purpose}<#if step.changed??>：</#if></#if>${step.changed!}<#if step.diffUri??> <a href="${root}${step.diffUri}">看改动</a></#if></span>
</#list>
<#if row.what == "修改" && row.steps?size == 0 && row.title??>
<span class="change-what change-only">有修改</span>
</#if>
<#if row.historyUri??>
<span class="change-what"><a href="${root}${row.historyUri}">其余${row.times - row.steps?size}次见修改记录</a></span>
</#if>
</li>
</#macro>
