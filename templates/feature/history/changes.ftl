<#import "layout.ftl" as layout>
<#import "parts/pager.ftl" as pages>
<#import "parts/chooser.ftl" as chooser>
<#-- Whether all that a row could say is that the text changed: it has no earlier text to lead to. -->
<#function isBare row><#return row.steps?size == 1 && row.steps?filter(step -> step.changed! == "修改了正文" && !step.purpose?? && !step.diffUri??)?size == 1></#function>
<#-- Whether only fields were put right, which readers of the text need not see one by one. -->
<#function isMinor row><#return row.what == "修改" && row.steps?size gt 0 && row.steps?filter(step -> !(step.changed!"")?matches("((更正“[^”]*”为“[^”]*”|(更正|补充)了((发布机构|编发单位|责任人|公开时限|目录项|标签|文种|阶段|索引号)、?)+)[，、；]?)+"))?size == 0></#function>
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
<#assign month = "">
<#list days as day>
<#if day.dayText?keep_before("月") + "月" != month>
<#assign folds = month != "" month = day.dayText?keep_before("月") + "月">
<#assign inMonth = days?filter(other -> other.dayText?starts_with(month))>
<#if folds && sizeOf(inMonth) gt 4>
<details class="js-fold fold-wide change-earlier" open>
<summary><h2 class="sub change-month">${month}</h2> <span class="count">${sizeOf(inMonth)}处变动</span></summary>
<@monthly inMonth/>
</details>
<#else>
<h2 class="sub change-month">${month}</h2>
<@monthly inMonth/>
</#if>
</#if>
</#list>
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
</section>
</@layout.frame>

<#-- What was put right stands by itself, below what was newly published. -->
<#macro monthly days>
<#if days?filter(day -> day.interventions?size gt 0)?size gt 0>
<ul class="changes">
<#list days as day><#list day.interventions as done>
<li><@when day/> <span class="change-title change-done">${done.what}</span><#if done.reason??>
<span class="change-what">说明：${done.reason}</span></#if></li>
</#list></#list>
</ul>
</#if>
<#local changed = [] minor = [] added = [] gone = false>
<#list days as day><#list day.rows as row>
<#if row.what == "新增"><#local added += [[day, row]]><#elseif isMinor(row)><#local minor += [[day, row]]><#else><#local changed += [[day, row]]><#if row.what != "修改"><#local gone = true></#if></#if>
</#list></#list>
<#if added?size gt 0>
<h3 class="change-kind">新公开，${added?size}篇</h3>
<@rows added/>
</#if>
<#if changed?size + minor?size gt 0>
<h3 class="change-kind">${gone?then("更正、补充和撤回", "更正和补充")}，${changed?size + minor?size}处</h3>
<@rows changed/>
</#if>
<#if minor?size gt 0>
<details class="changes-minor"><summary>其中只改了责任人、文种等，正文没有动的${minor?size}篇</summary>
<@rows minor/>
</details>
</#if>
</#macro>

<#macro rows all>
<#list all>
<ul class="changes">
<#items as one>
<@line one[0] one[1]/>
</#items>
</ul>
</#list>
</#macro>

<#macro when day><time class="change-day" datetime="${day.day}"><span class="vh">${day.dayText?keep_before("年")}年</span>${day.dayText?keep_after("年")}</time></#macro>

<#macro line day row>
<li><@when day/> <#if row.column??>
<span class="line-column">${row.column.name}</span>
</#if>
<#if !["修改", "新增"]?seq_contains(row.what)><span class="chip chip-${row.tone}">${row.what}</span> </#if><span class="change-title<#if !row.title??> change-done</#if>"><a href="${root}${row.uri}"><#if row.title??>${breakable(row.title)}<#else>这一条已不再公开</#if></a></span>
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
