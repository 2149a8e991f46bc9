<#import "layout.ftl" as layout>
<#import "parts/matrix.ftl" as matrices>
<#import "parts/days.ftl" as days>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共${numbers.thousands(site.total)}篇</p></div>
<#if years?size gt 0>
<#-- What a year did is often told in the next. -->
<#assign afterwards = false>
<#list years as year><#if !newest[year?index].published?starts_with(year.year?c)><#assign afterwards = true></#if></#list>
<p class="intro">按内容所属年度统计<#if afterwards>，次年年初公布的年度总结、评议等列入所总结的年度</#if>。</p>
<ul class="lines years">
<#list years as year>
<#assign last = newest[year?index]>
<li><a href="${root}${year.uri}">${year.year}年</a> <span class="count">${numbers.thousands(year.count)}篇</span> <span class="line-title">${(year?index == 0)?then("最近", "最后")}一篇：<a href="${root}${last.uri}">${breakable(last.title)}</a></span> <time class="line-date" datetime="${last.published}">${days.text(last.published)}</time></li>
</#list>
</ul>
<details class="js-fold" open><summary><h2 class="sub">各年度、各栏目的篇数</h2></summary>
<@matrices.table matrix/>
<@matrices.years matrix/>
<p class="note matrix-key">单位：篇。底色越深，篇数越多；“—”为无公开内容。</p>
</details>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
</section>
</@layout.frame>
