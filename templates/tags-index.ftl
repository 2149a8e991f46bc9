<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><#if tags?size gt 0><p class="total">共${tags?size}个</p></#if></div>
<#if tags?size gt 0>
<p class="intro">各栏目里标了同一个词的内容放在一起看；篇数多的在前。</p>
<#-- What has one entry leads nowhere else. -->
<#assign sorted = tags?reverse?sort_by("count")?reverse single = sorted?filter(tag -> tag.count == 1)>
<#if single?size lt 7 || single?size == tags?size><#assign single = []></#if>
<@tiles sorted[0..<tags?size - single?size]/>
<#if single?size gt 0>
<details class="tags-single"><summary>只有1篇的标签，${single?size}个</summary>
<@tiles single/>
</details>
</#if>
<#else>
<p class="empty">还没有标签。</p>
</#if>
</section>
</@layout.frame>

<#macro tiles all>
<ul class="tiles tags-all">
<#list all as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a href="${root}${tag.uri}">${tag.name} <span class="count">${numbers.thousands(tag.count)}篇</span></a></li>
</#list>
</ul>
</#macro>
