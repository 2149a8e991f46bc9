<#import "layout.ftl" as layout>
<#import "parts/matrix.ftl" as matrices>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${site.total} 篇</p></div>
<#if years?size gt 0>
<ul class="tiles">
<#list years as year>
<li><a href="${root}${year.uri}">${year.year}年 <span class="count">${year.count} 篇</span></a></li>
</#list>
</ul>
<h2 class="sub">年度与栏目</h2>
<@matrices.table matrix/>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
</section>
</@layout.frame>
