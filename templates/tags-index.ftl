<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${tags?size} 个</p></div>
<#assign often = tags?filter(tag -> tag.count gt 1)>
<#assign once = tags?filter(tag -> tag.count == 1)>
<#if often?size gt 0>
<ul class="tiles tags-all">
<#list often as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a class="shade-${tag.shade}" href="${root}${tag.uri}">${tag.name} <span class="count">${tag.count} 篇</span></a></li>
</#list>
</ul>
</#if>
<#if once?size gt 0>
<details class="tags-once"<#if often?size == 0> open</#if>>
<summary>只有一篇的标签（${once?size} 个）</summary>
<ul class="tiles tags-all">
<#list once as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a href="${root}${tag.uri}">${tag.name}</a></li>
</#list>
</ul>
</details>
</#if>
<#if tags?size == 0>
<p class="empty">还没有标签。</p>
</#if>
</section>
</@layout.frame>
