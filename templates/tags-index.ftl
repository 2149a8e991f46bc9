<#import "layout.ftl" as layout>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${tags?size} 个</p></div>
<#if tags?size gt 0>
<ul class="tiles">
<#list tags as tag>
<li><a class="shade-${tag.shade}" href="${root}${tag.uri}">${tag.name} <span class="count">${tag.count} 篇</span></a></li>
</#list>
</ul>
<#else>
<p class="empty">还没有标签。</p>
</#if>
</section>
</@layout.frame>
