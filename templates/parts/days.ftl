<#-- 2026-03-05 as 2026年3月5日, as days are written in texts, lists and tables. -->
<#function text day><#return day?replace("^(\\d+)-0?(\\d+)-0?(\\d+)$", "$1年$2月$3日", "r")></#function>

<#-- The month or quarter of what is expected of each, as 2月 of 2月支委会, if it names one; and what is expected. -->
<#function period what><#return what?matches("([0-9]+月|第.季度|[上下]半年).+")?then(what?replace("^([0-9]+月|第.季度|[上下]半年).+$", "$1", "r"), "")></#function>
<#function matter what><#return what?remove_beginning(period(what))></#function>

<#-- Of which day the site is and how much it holds. They change with every build: they stand on the home page only, so that no other
     changes with them. -->
<#macro line latest=[]>
<p class="site-line"><#if latest?size gt 0><span>最近公开：<@ago latest[0].published/></span> <span class="site-day">截至${site.asOfText}</span><#else><span>截至${site.asOfText}</span></#if> <span>共${numbers.thousands(site.total)}篇</span></p>
</#macro>

<#-- How long ago the newest entry was published, where the site has been silent for long: that is what a reader wants to know. -->
<#macro ago day><#local parts = day?split("-") now = site.asOf?split("-")><#local months = (now[0]?number - parts[0]?number) * 12 + now[1]?number - parts[1]?number - (now[2]?number lt parts[2]?number)?then(1, 0)><#if months gt 1>${months}个月前（${text(day)}）<#else>${text(day)}</#if></#macro>
