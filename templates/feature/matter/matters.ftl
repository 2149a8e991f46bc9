<#-- All matters, that with the latest step first. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="matter">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共 ${rows?size} 件</p></div>
<p class="intro">一件事从头到尾的全部公开内容，放在一页上看。最近有进展的在前。</p>
<ul class="matters">
<#list rows as row>
<li>
<p class="matter-name"><a href="${root}${row.uri}">${breakable(row.name)}</a> <span class="count">${row.steps} 篇</span><#if row.state??> <span class="chip chip-${(row.state == "已办结")?then("good", "wait")}">${row.state}</span></#if></p>
<p class="matter-last"><time datetime="${row.last.day}">${row.last.dayText}</time> <span class="step-name">${row.last.label}</span> <span class="matter-title">${breakable(row.last.post.title)}</span></p>
<#if row.next??><p class="matter-last">下一步：${row.next}</p></#if>
</li>
</#list>
</ul>
</section>
</@layout.frame>
