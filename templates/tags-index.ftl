<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><#if tags?size gt 0><p class="total">共${tags?size}个</p></#if></div>
<#if tags?size gt 0>
<p class="intro">同一件事在各栏目里的内容放在一起看；篇数多的在前。</p>
<ul class="tiles tags-all">
<#list tags?reverse?sort_by("count")?reverse as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a href="${root}${tag.uri}">${tag.name} <span class="count">${tag.count}篇</span></a></li>
</#list>
</ul>
<#else>
<p class="empty">还没有标签。</p>
</#if>
</section>
</@layout.frame>
