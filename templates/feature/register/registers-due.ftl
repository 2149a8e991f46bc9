<#-- What is late and what is due within a month. -->
<#import "layout.ftl" as layout>
<#import "parts/notice.ftl" as notice>
<#import "parts/days.ftl" as days>
<@layout.frame sheet="tables overview" paper="tables-print">
<section class="paper registers">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">截至${site.asOfText}<#if calendar??>　<a href="${root}${calendar}">下载日历</a></#if></p></div>
<#if gaps>
<p class="intro">台账里应开展而没有记录的事项：已经逾期的，和一个月内到期的。是否逾期只看已公开的条目。</p>
</#if>
<#if audience??><p class="intro">${audience}</p></#if>
<#if !gaps>
<#if notices?size gt 0>
<h2 class="sub">正在公示</h2>
<ul class="lines lines-ahead js-notices" data-as-of="${site.asOf}">
<#list notices as post>
<li id="${post.uri?remove_ending(".html")}"><strong class="line-date">${post.notice.toText?remove_beginning(site.asOfText[0..4])}截止</strong> <span class="line-title"><a href="${root}${post.uri}">${breakable(post.title)}</a></span> <span class="line-place"><@notice.chip post.notice/> <@notice.left post.notice/></span></li>
</#list>
</ul>
<#if site.supervision?? || site.contact??><p class="intro due-tell">有意见请反映：${site.supervision!site.contact}</p></#if>
<#else>
<p class="empty">目前没有正在进行的公示<#if due?size == 0>，已公开的内容里也没有写明一个月内到期的事项；期限已过的不列在这里，见各本台账</#if>。</p>
</#if>
</#if>
<#-- What the list of months tells has its reason there. -->
<#assign told = due?filter(item -> !item.overdue && jobs?filter(job -> job.line.title == item.what)?size gt 0) due = due?filter(item -> told?filter(one -> one.what == item.what && one.due == item.due)?size == 0) mixed = due?map(item -> item.state)?filter(state -> state != due[0].state)?size gt 0>
<#if due?size gt 0><h2 class="sub"><#if due[0].overdue && !mixed>已逾期${due?size + more}项<#else>${mixed?then("逾期的和", "")}一个月内到期的</#if></h2></#if>
<#if due?size gt 0>
<div class="table-wrap" role="group" aria-label="${page.title}" tabindex="0">
<table class="due cards">
<thead><tr><#if mixed><th scope="col">状态</th></#if><th scope="col">期限</th><th scope="col">事项</th><th scope="col">台账</th><th scope="col">依据</th></tr></thead>
<tbody>
<#list due as item>
<#-- What is expected of each month is one row. -->
<#assign alike = due?filter(one -> one.state == item.state && one.due[0..4] == item.due[0..4] && (one.basis!) == (item.basis!) && days.period(one.what) != "" && days.matter(one.what) == days.matter(item.what))>
<#if alike?size lt 2><#assign alike = [item]></#if>
<#if alike[0].what == item.what>
<tr><#if mixed><td class="date"><span class="chip chip-<#if item.overdue>gone<#else>warn</#if>">${item.state}</span></td></#if><td class="date" data-name="期限">${item.due}<#if alike?size gt 1>至<wbr>${alike?last.due?remove_beginning(item.due[0..4])}</#if></td><td class="words head"><#if alike?size gt 1>${days.matter(item.what)}：${alike?map(one -> days.period(one.what))?join("、")}<#else>${item.what}</#if></td><td class="date" data-name="台账"><#if item.register??><a href="${root}${item.register.uri}">${item.register.title}</a><#else>—</#if></td><td class="words" data-name="依据">${item.basis!"—"}</td></tr>
</#if>
</#list>
</tbody>
</table>
</div>
<#if more gt 0><p class="note">其余${more}项见各本台账。</p></#if>
<#elseif gaps && told?size == 0 || notices?size gt 0 && jobs?size == 0>
<p class="empty"><#if gaps>没有逾期和一个月内到期的事项<#else>一个月内没有其他到期的事项</#if>。</p>
</#if>
<#if jobs?size gt 0>
<#assign first = jobs[0].line.day[0..6] span = (first == jobs?last.line.day[0..6])?then(first[0..3] + "年" + first[5..]?number + "月", "本月和下月")>
<h2 class="sub">${span}的安排和期限</h2>
<ul class="lines lines-ahead jobs">
<#list jobs as job>
<li><span class="line-date">${job.line.dayText}</span> <span class="line-title"><#if job.line.uri??><a href="${root}${job.line.uri}">${breakable(job.line.title)}</a><#else>${job.line.title}</#if><#list (told![])?filter(item -> item.what == job.line.title && item.basis??) as item> <span class="line-summary">${item.basis}</span></#list></span><#if job.owner != "" && job.owner != "支部"> <span class="line-place" data-name="责任人：">${job.owner}</span></#if></li>
</#list>
</ul>
</#if>
<#if notices?size == 0 && ended?size gt 0>
<h2 class="sub">最近结束的公示</h2>
<ul class="lines lines-ahead">
<#list ended as post>
<li><span class="line-date">${post.notice.toText?remove_beginning(site.asOfText[0..4])}截止</span> <span class="line-title"><a href="${root}${post.uri}">${breakable(post.title)}</a></span> <span class="line-place"><@notice.chip post.notice/> <#if notice.untold(post)>结果未公布<#else><a href="${root}${post.uri}">结果见公示</a></#if></span></li>
</#list>
</ul>
</#if>
</section>
</@layout.frame>
