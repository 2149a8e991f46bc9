<#-- The sheets for the notice wall of all months. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="tables" paper="tables-print">
<section class="paper registers">
<div class="paper-head list-head"><h1>${page.title}</h1></div>
<p class="intro">每月一张，汇总当月的公示、会议、主题党日，以及当月公布的党费和积分、还在期限里的承诺，版面按A3纸排，打印就能贴。</p>
<#list years as year>
<h2 class="sub">${year.year}年</h2>
<ul class="tiles wall-months">
<#list 1..12 as number>
<#assign sheets = year.months?filter(month -> month.title == year.year + "年" + number + "月")>
<#if sheets?size gt 0>
<li><a href="${root}${sheets[0].uri}"><span class="vh">${year.year}年</span>${number}月</a></li>
<#else>
<li><span class="wall-none">${number}月（${(year.year * 100 + number gt site.asOf[0..6]?replace("-", "")?number)?then("尚无", "无")}）</span></li>
</#if>
</#list>
</ul>
</#list>
</section>
</@layout.frame>
