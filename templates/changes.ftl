<#import "layout.ftl" as layout>
<#import "parts/pager.ftl" as pages>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>更新记录</h1><p class="total">共 ${total} 次<#if page.feed??>　<a href="${root}${page.feed.uri}">订阅更新</a></#if></p></div>
<#if days?size gt 0>
<#list days as day>
<h2 class="sub"><time datetime="${day.day}">${day.dayText}</time></h2>
<ul class="changes">
<#list day.rows as row>
<li><span class="chip chip-${row.tone}">${row.what}</span>
<#if row.column??>
<span class="line-column">${row.column.name}</span>
</#if>
<span class="change-title"><a href="${root}${row.uri}">${row.title!"这一条已不再公开"}</a></span>
<#if row.diffUri?? || row.amount?? || row.purpose??>
<span class="change-what"><#if row.purpose??>${row.purpose}<#if row.amount??>：</#if></#if><#if row.diffUri??><a href="${root}${row.diffUri}">${row.amount}</a><#elseif row.amount??>${row.amount}</#if></span>
</#if>
</li>
</#list>
</ul>
</#list>
<@pages.nav pager/>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
<#if beginsText??>
<p class="strip-note">记录从${beginsText}开始，更早的修改没有保存在这里。</p>
</#if>
</section>
</@layout.frame>
