<#-- All matters, what is going on before what is done, in each that with the latest step first. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="matter">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1><p class="total">共${rows?size}件</p></div>
<p class="intro">一件事从头到尾的全部公开内容，放在一页上看。最近有进展的在前。</p>
<@part "正在办理" rows?filter(row -> row.state! != "已办结")/>
<@part "已经办结" rows?filter(row -> row.state! == "已办结")/>
<#if site.contact?? || site.supervision??>
<p class="intro">有问题要反映：<#if site.contact??><span>${site.contact}</span><#if site.supervision??>；</#if></#if><#if site.supervision??><span>${site.supervision}</span></#if></p>
</#if>
</section>
</@layout.frame>

<#macro part name rows>
<#if rows?size gt 0>
<h2 class="sub">${name} <span class="count">${rows?size}件</span></h2>
<ul class="matters">
<#list rows as row>
<li>
<p class="matter-name"><a href="${root}${row.uri}">${breakable(row.name)}</a> <span class="count">已公开${row.steps}篇</span></p>
<#if row.outcome??><p class="matter-last"><span class="matter-label">结果</span><span class="matter-outcome">${row.outcome}</span></p></#if>
<p class="matter-last"><span class="matter-label">最近</span><time datetime="${row.last.day}">${row.last.dayText}</time>，<span class="step-name">${row.last.label}</span><#if !row.outcome?? && !row.last.label?starts_with(row.last.title)>：<span class="matter-title">${breakable(row.last.title)}</span></#if><#if name != "已经办结" && row.last.post.summary??><br>${row.last.post.summary}</#if></p>
<#if row.next??><p class="matter-last"><span class="matter-label">接下来</span>${row.next}</p></#if>
</li>
</#list>
</ul>
</#if>
</#macro>
