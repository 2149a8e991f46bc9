<#-- A month: 公示, meetings, study, what is due. month.html is that of the site's day. -->
<#import "layout.ftl" as layout>
<#import "parts/chooser.ftl" as chooser>
<#import "parts/notice.ftl" as notice>
<#import "parts/days.ftl" as days>
<@layout.frame sheet="overview">
<section class="paper month">
<div class="paper-head list-head"><h1>${monthText}安排</h1><#if current><p class="total">截至${site.asOfText}</p></#if></div>
<#-- Of a month that is over nobody knows more than what was made public. -->
<#assign month = here?replace("[^0-9]", "", "r")?number now = site.asOf[0..6]?replace("-", "")?number over = month lt now>
<#assign nothing = !planned && notices?size + events?size + study?size + due?size == 0>
<p class="intro"><#if nothing><#if over>没有公开这个月的公示、会议和主题党日<#else>本月还没有公开的公示、会议和主题党日</#if>，公布的计划里也没有安排和到期的任务。<#else>这个月的公示、会议、主题党日、学习安排和到期的任务。<#if !planned>公布的计划里没有本月的安排和任务。</#if></#if></p>
<#if nothing && latest??>
<p>最近有内容的月份：<a href="${root}${latest.uri}">${latest.title}</a>。</p>
</#if>
<@chooser.months links=months current=here name=monthsYear?c + "年"/>
<#if notices?size gt 0>
<h2 class="sub">公示</h2>
<ul class="lines lines-ahead">
<#list notices as post>
<li id="${post.uri?remove_ending(".html")}"><span class="line-date"><time datetime="${post.notice.to}"><#if post.notice.toText?starts_with(monthText?keep_before("年"))>${post.notice.toText?keep_after("年")}<#else>${post.notice.toText}</#if></time>截止</span> <span class="line-title"><a href="${root}${post.uri}">${breakable(post.title)}</a></span> <span class="line-kind"><@notice.chip post.notice/></span> <span class="line-place"><@notice.left post.notice/></span></li>
</#list>
</ul>
</#if>
<#if events?size gt 0>
<h2 class="sub">会议和活动</h2>
<@rows events/>
</#if>
<#if study?size gt 0>
<h2 class="sub">学习安排</h2>
<@rows study false/>
</#if>
<#if due?size gt 0>
<h2 class="sub">本月到期</h2>
<ul class="lines lines-ahead">
<#list due as item>
<li><span class="line-date"><time datetime="${item.day}">${days.text(item.day)?keep_after("年")}</time>前</span> <span class="line-title"><a href="${root}${item.uri}">${breakable(item.what)}</a></span> <span class="line-kind"><#if item.state?has_content><span class="chip chip-${(item.state == "已完成")?then("good", (item.state == "已逾期")?then("gone", "wait"))}">${item.state}</span></#if></span> <span class="line-place"<#if item.owner != ""> data-name="责任人："</#if>>${item.owner}</span></li>
</#list>
</ul>
<#if over>
<p class="note">办理情况点开各项看。</p>
</#if>
</#if>
<#if !nothing>
<div class="month-none">
<#if notices?size == 0>
<p class="empty">${over?then("没有公开这个月的公示", "本月还没有公开的公示")}。</p>
</#if>
<#if events?size == 0>
<p class="empty">${over?then("没有公开这个月的会议和主题党日", "本月还没有公开的会议和主题党日")}。</p>
</#if>
<#if due?size == 0>
<p class="empty">没有公开这个月到期的事项。</p>
</#if>
</div>
</#if>
<#-- What is due within a month of today may be of this month and the next. -->
<#if !nothing && !over && month - now - (site.asOf[5..6] == "12")?then(88, 0) lte 1 || (late!0) gt 0>
<p class="note">一个月内到期的见<a href="${root}${duePage.uri}">${duePage.title}</a><#if (late!0) gt 0>：<#if !nothing>另</#if>有${late}项已经逾期</#if>。</p>
</#if>
<#if previous?? || next??>
<nav class="pager" aria-label="换月">
<ul>
<#if previous??>
<li><a href="${root}${previous}" rel="prev">上一月：<@name previous/></a></li>
</#if>
<#if next??>
<li><a href="${root}${next}" rel="next">下一月：<@name next/></a></li>
</#if>
</ul>
</nav>
</#if>
</section>
</@layout.frame>

<#-- The month of a page, with its year where that is another. -->
<#macro name uri><#local year = uri?replace("^years/(\\d+)/.*", "$1年", "r")><#if !monthText?starts_with(year)>${year}</#if>${uri?keep_before_last(".")?keep_after_last("-")?number}月</#macro>

<#macro rows events kinds=true>
<ul class="lines lines-ahead">
<#list events as event>
<li><time class="line-date" datetime="${event.day}">${event.when}</time> <span class="line-title"><a href="${root}${event.uri}">${breakable(event.title)}</a></span> <span class="line-kind"><#if kinds>${event.kind}</#if></span> <span class="line-place"<#if event.place??> data-name="地点："</#if>>${event.place!}</span></li>
</#list>
</ul>
</#macro>
