<#import "layout.ftl" as layout>
<#import "parts/facts.ftl" as facts>
<#import "marks.ftl" as marks>
<#-- The bar stays in sight: what this is, the way to the current text, the marked places by number. -->
<@layout.frame sheet="history">
<article class="paper entry version<#if !version.current> version-old</#if>">
<div class="version-bar">
<p class="version-which"><strong>第${version.number}版</strong> <#if version.current>现行版<#else><span class="chip chip-gone">以前的版本</span></#if> <a class="version-now-link" href="${root}${version.uri}"><#if version.current>回到正文<#else>看现行文本</#if></a></p>
<@marks.walk version.places/>
</div>
<div class="entry-head">
<header>
<h1>${breakable(version.title)}</h1>
<p class="source"><span>第${version.number}版，共${version.total}版</span> <span><time datetime="${version.day}">${version.dayText}</time></span><#if version.author?has_content> <span>${version.author}</span></#if></p>
</header>
<div class="strip">
<p><#if version.current>这是现行版。<#else>这是以前的版本，请以<a href="${root}${version.uri}">现行版</a>为准。</#if><#if version.purpose??>修改说明：${version.purpose}</#if></p>
<p>${version.compared}<#if version.changed??>${version.changed}。</#if><#if version.amount?? && version.amount != version.changed> <span class="version-size">（${version.amount}）</span></#if></p>
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
<tr><th scope="row"><@marks.number field?index + 1 version.places/>${field.label}</th><td>${field.html?no_esc}</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
<@facts.table version.keyFacts/>
<details class="version-facts">
<summary>公开信息</summary>
<@facts.table version.facts/>
</details>
</div>
<div class="entry-main">
<div class="prose marked">
${version.body?no_esc}
</div>
</div>
</article>
</@layout.frame>
