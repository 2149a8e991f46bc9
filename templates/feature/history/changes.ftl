<#import "layout.ftl" as layout>
<#import "parts/pager.ftl" as pages>
<#import "parts/chooser.ftl" as chooser>
<#-- Whether all that a row could say is that the text changed: it has no earlier text to lead to. -->
<#function isBare row><#return row.steps?size == 1 && row.steps?filter(step -> step.changed! == "修改了正文" && !step.purpose?? && !step.diffUri??)?size == 1></#function>
<#-- Whether only fields were put right, which readers of the text need not see one by one. -->
<#function isMinor row><#return row.what == "修改" && row.steps?size gt 0 && row.steps?filter(step -> !(step.changed!"")?matches("(更正“[^”]*”为“[^”]*”[，、；]?)+"))?size == 0></#function>
<#-- Several of one day that say nothing but their titles stand by column. -->
<#function many rows><#return (rows?size gt 4)?then(rows, [])></#function>
<#function isOf rows row><#return rows?filter(one -> one.uri == row.uri && one.what == row.what)?size gt 0></#function>
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
<#list days as day>
<h2 class="sub"><time datetime="${day.day}">${day.dayText}</time></h2>
<#assign added = many(day.rows?filter(row -> row.what == "新增" && row.title?? && row.column?? && row.steps?size == 0))>
<#assign bare = many(day.rows?filter(row -> row.title?? && row.column?? && isBare(row)))>
<@grouped added "新增"/><#t>
<#assign others = day.rows?filter(row -> !isMinor(row) && !isOf(added, row) && !isOf(bare, row))>
<#if day.interventions?size gt 0 || others?size gt 0>
<#if added?size gt 0>
<h3 class="changes-head">其他变动</h3>
</#if>
<ul class="changes">
<#list day.interventions as done>
<li><span class="change-title">${done.what}</span><#if done.reason??>
<span class="change-what">说明：${done.reason}</span></#if></li>
</#list>
<#list others as row>
<@line row/>
</#list>
</ul>
</#if>
<@grouped bare "修改了正文"/><#t>
<#list day.rows?filter(row -> isMinor(row))>
<details class="changes-minor"><summary>只更正了公开信息的，${day.rows?filter(row -> isMinor(row))?size}条</summary>
<ul class="changes">
<#items as row>
<@line row/>
</#items>
</ul>
</details>
</#list>
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
<p class="list-foot"><a href="${root}${page.feed.uri}">订阅地址</a>（供订阅软件使用）</p>
</section>
</@layout.frame>

<#macro grouped rows what>
<#if rows?size gt 0>
<h3 class="changes-head">${what}</h3>
<ul class="changes changes-grouped">
<#assign names = []>
<#list rows as row><#if !names?seq_contains(row.column.name)><#assign names += [row.column.name]></#if></#list>
<#list names as name>
<li><span class="line-column">${name}</span>
<ul>
<#list rows?filter(row -> row.column.name == name) as row>
<li><a href="${root}${row.uri}">${breakable(row.title)}</a></li>
</#list>
</ul></li>
</#list>
</ul>
</#if>
</#macro>

<#macro line row>
<li><#if row.column??>
<span class="line-column">${row.column.name}</span>
</#if>
<span class="change-title"><a href="${root}${row.uri}"><#if row.title??>${breakable(row.title)}<#else>这一条已不再公开</#if></a></span><#if row.what != "修改"> <span class="chip chip-${row.tone}">${row.what}</span></#if>
<#list row.steps as step>
<span class="change-what"><#if step.purpose??>${step.purpose}<#if step.changed??>：</#if></#if>${step.changed!}<#if step.diffUri??> <a href="${root}${step.diffUri}">看改动</a></#if></span>
</#list>
<#if row.historyUri??>
<span class="change-what"><a href="${root}${row.historyUri}">其余${row.times - row.steps?size}次见修改记录</a></span>
</#if>
</li>
</#macro>
