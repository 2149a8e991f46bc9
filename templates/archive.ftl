<#import "layout.ftl" as layout>
<#import "parts/matrix.ftl" as matrices>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${site.total} 篇</p></div>
<#if years?size gt 0>
<ul class="lines years">
<#list years as year>
<li><strong><a href="${root}${year.uri}">${year.year}年</a></strong> <span class="line-title">${year.count}篇，最近一篇：${newest[year?index].published?replace("-0", "-")?replace("^\\d+-(\\d+)-(\\d+)$", "$1月$2日", "r")}<a href="${root}${newest[year?index].uri}">《${breakable(newest[year?index].title)}》</a></span></li>
</#list>
</ul>
<details class="js-fold fold-wide" open><summary><h2 class="sub">各年度、各栏目的篇数</h2></summary>
<@matrices.table matrix/>
</details>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
</section>
</@layout.frame>
