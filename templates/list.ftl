<#import "layout.ftl" as layout>
<#import "parts/post-line.ftl" as line>
<#import "parts/chooser.ftl" as chooser>
<#import "parts/pager.ftl" as pages>
<#-- On the pages of one column its name would stand on each line again. -->
<#assign ofColumn = false>
<#list site.columns as column><#if column.uri == (page.section!"")><#assign ofColumn = true><#break></#if></#list>
<#-- Pages of help are of one day and have no number: the day says nothing there. -->
<#assign dated = posts?size lt 2 || years?size gt 1 || posts?filter(post -> (post.number!"") != "" || post.published != posts[0].published)?size gt 0>
<#-- A theme may have lines of its own, which know no such parameter. -->
<#global summaries = total lt 4>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${heading}</h1><p class="total">共${numbers.thousands(total)}篇</p></div>
<#-- Series of which not all is published: what is missing is not what was not done. -->
<#assign partly = ofColumn && posts?filter(post -> post.title?matches(".*(第[0-9]+次|[0-9]+月).*"))?size gt posts?size / 2>
<#assign year = (!ofColumn && heading?matches("[0-9]{4}年.*"))?then(heading[0..4], "")>
<#if intro??>
<p class="intro">${intro}</p>
</#if>
<@chooser.fold names=years?filter(item -> item.current)?map(item -> item.year + "年") + columns?filter(item -> item.current)?map(item -> item.name) size=years?size + columns?size/>
<#-- An entry of several years counts in each of them: without counts nobody adds them up, or compares them with the groups below. -->
<#assign inYears = 0>
<#list years as item><#assign inYears += item.count></#list>
<#if years?size gt 1><@chooser.row "年度" years yearsAllUri!"" years?filter(item -> item.current)?size gt 0 || inYears == total/></#if>
<@chooser.row "栏目" columns columnsAllUri!""/>
<#-- Titles such as that of the theme day of November do not say of which year; a whole year is read by months, and meetings where a month has many. -->
<#assign digits = 0>
<#if groups?size gt 0 && ofColumn>
<#assign digits = (posts?size lt groups?size * 3)?then(4, 7)>
<#elseif ofColumn && years?size gt 1 && posts?filter(post -> post.title?contains("月") && !post.title?contains("年"))?size gt posts?size / 2>
<#assign digits = 4>
<#elseif year != "" && posts?size gt 12 || months?size gt 0 && posts?size gt months?size * 4>
<#assign digits = 7>
</#if>
<#-- A theme of one column names it once. -->
<#assign alone = !ofColumn && posts?size gt 2 && posts?filter(post -> post.column.name != posts[0].column.name)?size == 0>
<#if alone>
<p class="intro">都在“<a href="${root}${posts[0].column.uri}">${posts[0].column.name}</a>”栏目。</p>
</#if>
<#assign kinds = meetings || groups?size gt 0 && ofColumn>
<#if posts?size == 0>
<p class="empty">${empty!"这里还没有公开的内容。"}</p>
<#elseif digits gt 0>
<#-- A year with few entries is read by quarters; what was published in another one stands last, with its year. -->
<#function span post>
<#if year != "" && !post.published?starts_with(year[0..3])><#return post.published?substring(0, 4)></#if>
<#if year != "" && posts?size lt 48><#return year + "第" + "一二三四"[((post.published?substring(5, 7)?number - 1) / 3)?int] + "季度"></#if>
<#return post.published?substring(0, digits)>
</#function>
<#assign spans = []>
<#list posts?map(post -> span(post)) as time><#if !spans?seq_contains(time)><#assign spans += [time]></#if></#list>
<#-- On a phone a long year of a column is left for one of its months. -->
<#assign jumps = (digits == 7 && posts?size gt 24)?then(spans?filter(time -> time?length == 7), [])>
<#if jumps?size gt 3>
<div class="jumps">
<nav class="chooser" aria-label="按月份看">
<ul><#list jumps as time><li><a href="#m${time}">${time?substring(5)?number}月</a></li></#list></ul>
</nav>
</div>
</#if>
<#list spans?filter(time -> time?length gt 4 || year == "") + spans?filter(time -> time?length == 4 && year != "") as time>
<#global lineYear = (time?length gt 4 || year == "")?then(time?substring(0, 4) + "年", "")>
<h2 class="sub list-month"<#if jumps?seq_contains(time)> id="m${time}"</#if>><#if time?contains("季度")>${time}<#elseif time?length gt 4>${lineYear}${time?substring(5)?number}月<#elseif year == "">${lineYear}公开<#elseif time?number gt year[0..3]?number>到${time}年才公开的<#else>${time}年已经公开的</#if></h2>
<@line.lines posts=posts?filter(post -> span(post) == time) showColumn=!ofColumn && !alone showKind=kinds dated=dated/>
</#list>
<#else>
<#global lineYear = year>
<@line.lines posts=posts showColumn=!ofColumn && !alone showKind=kinds dated=dated/>
</#if>
<@pages.nav pager/>
<#if partly>
<p class="list-foot">只列已公开的内容。</p>
</#if>
<#if months?size gt 0>
<nav class="list-foot" aria-label="按月份选">${year}各月的会议、活动和到期事项：<#list months as month><a href="${root}${month.uri}">${month.title}</a><#sep>　</#list></nav>
</#if>
</section>
</@layout.frame>
