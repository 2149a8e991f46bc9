<#import "layout.ftl" as layout>
<#import "parts/pager.ftl" as pages>
<#import "parts/chooser.ftl" as chooser>
<#import "parts/title.ftl" as titles>
<#-- How much was newly published and changed: one number, which a takedown counts again. -->
<#function amount days>
<#local added = 0 all = 0>
<#list days as day><#local added += day.rows?filter(row -> row.what == "新增")?size all += day.rows?size + day.interventions?size></#list>
<#return (added == all)?then("新公开" + all + "篇", ((added == 0)?then("修改", "新公开和修改共") + all + "处"))>
</#function>
<@layout.frame sheet="history" paper="history-print">
<section class="paper">
<div class="paper-head list-head"><h1>更新记录</h1></div>
<p class="intro">各月新公开和修改的内容。</p>
<#if columns?size gt 1>
<#assign chosen = columns?filter(column -> column.current)?size gt 0>
<@chooser.fold names=columns?filter(column -> column.current)?map(column -> column.name) size=columns?size/>
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
<#-- The days below are not those on which these were put up. -->
<#list late>
<p class="intro"><#items as put>${put}<#sep>；<br></#sep></#items>，列在原来的发布日期下。</p>
</#list>
<#if days?size gt 0>
<#-- The newest months are open, and all where they are few. -->
<#assign month = "" months = 0>
<#list days as day>
<#if day.dayText?keep_before("月") + "月" != month>
<#assign months += 1 month = day.dayText?keep_before("月") + "月">
<#assign inMonth = days?filter(other -> other.dayText?starts_with(month))>
<#if months gt 3 && days?size gt 12>
<details class="js-fold fold-wide change-earlier" open>
<summary><h2 class="sub change-month">${month}</h2> <span class="count">${amount(inMonth)}</span></summary>
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
<#if beginsText??>
<p class="strip-note">记录从${beginsText}开始，更早的修改没有保存在这里。</p>
</#if>
</section>
</@layout.frame>

<#-- What was put right stands by itself, below what was newly published; other changes of a paper are one line a month. -->
<#macro monthly days>
<#if days?filter(day -> day.interventions?size gt 0)?size gt 0>
<ul class="changes">
<#list days as day><#list day.interventions as done>
<li><@when day/> <span class="change-title change-done">${done.what}</span><#if done.reason??>
<span class="change-what">说明：${done.reason}</span></#if></li>
</#list></#list>
</ul>
</#if>
<#local fixed = [] signed = [] other = {} added = [] gone = false>
<#list days as day><#list day.rows as row>
<#if row.what == "新增"><#local added += [[day, row, 1]]><#elseif row.what != "修改"><#local fixed += [[day, row, 1]] gone = true><#elseif row.steps?filter(step -> step.corrects)?size gt 0><#if isOfDay(row)><#local signed += [[day, row, 1]]><#else><#local fixed += [[day, row, 1]]></#if><#else><#local known = other[row.uri]!([day, row, 0])><#local other += {row.uri: [known[0], known[1], known[2] + row.times]}></#if>
</#list></#list>
<#-- What goes on on another page is not counted. -->
<#local all = .data_model.days newest = days?first.day == all?first.day>
<#local partly = pager.nextUri?? && days?last.day == all?last.day || pager.previousUri?? && newest>
<#-- A few stand with the others. -->
<#if signed?size lt 3><#local fixed += signed signed = []></#if>
<#if added?size gt 0>
<h3 class="change-kind">新公开<#if !partly || whole && newest>${added?size}篇</#if></h3>
<@rows added/>
</#if>
<#if fixed?size gt 0>
<h3 class="change-kind">${gone?then("更正、更新和撤回", "更正和更新")}<#if !partly>${fixed?size}处</#if></h3>
<@rows fixed/>
</#if>
<#if signed?size gt 0>
<details class="js-fold fold-wide changes-minor" open><summary>只更正落款日期的改动<#if !partly>${signed?size}处</#if></summary>
<@rows signed/>
</details>
</#if>
<#if other?size gt 4>
<details class="js-fold fold-wide changes-minor" open><summary>其他修改<#if !partly>${other?size}篇</#if></summary>
<@rows other?values/>
</details>
<#elseif other?size gt 0>
<h3 class="change-kind">${(added?size + fixed?size + signed?size gt 0)?then("其他", "")}修改<#if !partly>${other?size}篇</#if></h3>
<@rows other?values/>
</#if>
</#macro>

<#function isOfDay row><#return row.steps?filter(step -> step.corrects && !(step.changed!"")?matches("(更正“)?成文日期(”为|改为)[^，；]*"))?size == 0></#function>

<#macro rows all>
<ul class="changes">
<#list all as one>
<@line one[0] one[1] one[2]/>
</#list>
</ul>
</#macro>

<#macro when day><time class="change-day" datetime="${day.day}"><span class="vh">${day.dayText?keep_before("年")}年</span>${day.dayText?keep_after("年")}</time></#macro>

<#-- @param times how often the paper changed in the month, if its changes are told in one line -->
<#macro line day row times>
<li><@when day/> <#if row.column??>
<span class="line-column">${row.column.name}</span>
</#if>
<#if !["修改", "新增"]?seq_contains(row.what)><span class="chip chip-${(row.what == "恢复")?then("good", "gone")}">${row.what}</span> </#if><span class="change-title<#if !row.title??> change-done</#if>"><a href="${root}${row.uri}"><#if row.title??><@titles.short row.title/><#else>这一条已不再公开</#if></a></span>
<#local told = row.steps?filter(step -> step.corrects)>
<#if told?size == 0><#local told = row.steps></#if>
<#if times gt 1>
<span class="change-what">改过${times}次<#if row.historyUri??> <a href="${root}${row.historyUri}">${(row.steps?size gt 0 && row.steps[0].diffUri??)?then("看各次改动", "看修改记录")}</a></#if></span>
<#-- A reason has a place of its own, so that it can be taken out. -->
<#if row.steps?size gt 0 && row.steps[0].purpose??><span class="change-what">${row.steps[0].purpose}</span></#if>
<#else>
<#list told as step>
<span class="change-what"><#if step.purpose??>${step.purpose}<#if step.changed??>：</#if></#if>${(step.changed!"")?replace("^更正“([^”]+)”为“", "把$1改为“", "r")?replace("更正“([^”]+)”为“", "$1改为“", "r")}<#if step.diffUri??> <a href="${root}${step.diffUri}">看改动</a><#elseif row.what == "修改">（不保留修改前的文字）</#if></span>
</#list>
</#if>
</li>
</#macro>
