<#-- Who reads what. -->
<#import "layout.ftl" as layout>
<@layout.frame crumbs=false>
<section class="paper manual" aria-labelledby="parts">
<div class="paper-head"><h2 id="parts">看哪一部分</h2></div>
<dl>
<#list site.columns as column>
<dt><a href="${root}${column.uri}">${column.name}</a></dt>
<dd>${column.description}</dd>
</#list>
</dl>
<p>记不清在哪里的，用上面的搜索：任何词语、字段名、错误代码都找得到。</p>
</section>
</@layout.frame>
