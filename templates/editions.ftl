<#import "layout.ftl" as layout>
<#import "parts/days.ftl" as days>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共${rows?size}个</p></div>
<p class="intro">这里是本站的年度存档，存档以后不再改动。</p>
<ul class="lines">
<#list rows as row>
<li><span class="line-title"><a href="${root}${row.uri}">${row.name}</a> <span class="count">${row.pages}页</span></span><span class="line-date">${days.text(row.day)}</span></li>
</#list>
</ul>
</section>
</@layout.frame>
