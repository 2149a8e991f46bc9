<#-- All matters, that with the latest step first. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="matter">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${rows?size} 件</p></div>
<p class="intro">一件事从头到尾的全部公开内容，放在一页上看。最近有进展的在前。</p>
<ul class="lines">
<#list rows as row>
<li>
<span class="line-title"><a href="${root}${row.uri}">${breakable(row.name)}</a> <span class="matter-last">共${row.steps}步，最近一步：${row.label}</span></span>
<time class="line-date" datetime="${row.day}">${row.day}</time>
</li>
</#list>
</ul>
</section>
</@layout.frame>
