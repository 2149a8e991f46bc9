<#import "layout.ftl" as layout>
<#import "parts/matrix.ftl" as matrices>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${site.total} 篇</p></div>
<#if years?size gt 0>
<ul class="lines years">
<#list years as year>
<#assign last = newest[year?index]>
<li><a href="${root}${year.uri}">${year.year}年</a> <span class="count">${year.count} 篇</span> <span>最近一篇：${last.published?replace("^([0-9]+)-0?([0-9]+)-0?([0-9]+)$", "$1年$2月$3日", "r")}<a href="${root}${last.uri}">《${breakable(last.title)}》</a></span></li>
</#list>
</ul>
<@matrices.years matrix/>
<details class="js-fold" open><summary><h2 class="sub">各年度、各栏目的篇数</h2></summary>
<@matrices.table matrix/>
</details>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
</section>
</@layout.frame>
