<#import "layout.ftl" as layout>
<#import "parts/facts.ftl" as facts>
<@layout.frame>
<article class="paper entry">
<div class="entry-head">
<header>
<h1>${version.title}</h1>
<p class="source"><span>第${version.number}版，共${version.total}版</span> <span><time datetime="${version.day}">${version.dayText}</time></span><#if version.author?has_content> <span>${version.author}</span></#if></p>
</header>
<div class="strip">
<p><#if version.current>这是最新一版。<#else>这是以前的一版，请以<a href="${root}${version.uri}">最新一版</a>为准。</#if><#if version.purpose??>修改说明：${version.purpose}</#if></p>
<p>${version.compared}<#if version.amount??>${version.amount}。</#if></p>
</div>
<nav class="version-nav" aria-label="其他各版">
<ul>
<#if version.previousUri??>
<li><a href="${root}${version.previousUri}" rel="prev">上一版</a></li>
</#if>
<#if version.nextUri??>
<li><a href="${root}${version.nextUri}" rel="next">下一版</a></li>
</#if>
<li><a href="${root}${version.historyUri}">修改记录</a></li>
</ul>
</nav>
<#if version.fields?size gt 0>
<div class="table-wrap" role="group" aria-label="改动的公开信息" tabindex="0">
<table class="changed-fields">
<caption>改动的公开信息</caption>
<thead><tr><th scope="col">项目</th><th scope="col">改动</th></tr></thead>
<tbody>
<#list version.fields as field>
<tr><th scope="row">${field.label}</th><td>${field.html?no_esc}</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
<@facts.table version.facts/>
</div>
<div class="entry-main">
<div class="prose marked">
${version.body?no_esc}
</div>
</div>
</article>
</@layout.frame>
