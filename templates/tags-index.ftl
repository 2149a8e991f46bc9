<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${tags?size} 个</p></div>
<#-- A tag that is named as a column, or has one entry, gathers nothing. -->
<#assign columns = site.columns?map(column -> column.name)>
<#assign often = tags?filter(tag -> tag.count gt 1 && !columns?seq_contains(tag.name))?reverse?sort_by("count")?reverse>
<#assign named = tags?filter(tag -> tag.count gt 1 && columns?seq_contains(tag.name)) once = tags?filter(tag -> tag.count == 1)>
<#if often?size gt 0>
<p class="intro">标签把各栏目里说同一件事的内容放在一起，比如通知、会议和总结里都提到的一件工作。篇数多的在前。</p>
<ul class="tiles tags-all">
<#list often as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a class="shade-${tag.shade}" href="${root}${tag.uri}">${tag.name} <span class="count">${tag.count} 篇</span></a></li>
</#list>
</ul>
</#if>
<@more named "和栏目同名的标签" false/>
<@more once "只有一篇的标签" often?size == 0/>
<#if tags?size == 0>
<p class="empty">还没有标签。</p>
</#if>
</section>
</@layout.frame>

<#macro more tags name open>
<#if tags?size gt 0>
<details class="tags-once"<#if open> open</#if>>
<summary>${name}（${tags?size} 个）</summary>
<ul class="tiles tags-all">
<#list tags as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a href="${root}${tag.uri}">${tag.name}<#if tag.count gt 1> <span class="count">${tag.count} 篇</span></#if></a></li>
</#list>
</ul>
</details>
</#if>
</#macro>
