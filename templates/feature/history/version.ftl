<#import "layout.ftl" as layout>
<#import "parts/facts.ftl" as facts>
<#import "marks.ftl" as marks>
<#-- The bar stays in sight: what this is, the way to the current text, the marked places by number. -->
<@layout.frame sheet="history" paper="history-print">
<article class="paper entry version<#if !version.made.current> version-old</#if>">
<div class="version-bar">
<p class="version-which"><strong>第${version.made.number}版</strong> <#if version.made.current>现行版<#else><span class="chip chip-gone">以前的版本</span></#if> <a class="version-now-link" href="${root}${version.ways.uri}"><#if version.made.current>回到正文<#else>看现行文本</#if></a></p>
<@marks.walk version.change.places/>
</div>
<div class="entry-head">
<header>
<h1>${breakable(version.title)}</h1>
<p class="source"><span>第${version.made.number}版，共${version.made.total}版</span> <span><time datetime="${version.made.day}">${version.made.dayText}</time></span><#if version.made.author?has_content> <span>${version.made.author}</span></#if></p>
</header>
<div class="strip">
<p><#if version.made.current>这是现行版。<#else>这是以前的版本，请以<a href="${root}${version.ways.uri}">现行版</a>为准。</#if><#if version.made.purpose??>修改说明：${version.made.purpose}</#if></p>
<p>${version.change.compared}<#if version.change.words??>${version.change.words}。</#if><#if version.change.amount?? && version.change.amount != version.change.words> <span class="version-size">（${version.change.amount}）</span></#if></p>
</div>
<#if version.change.fields?size gt 0>
<div class="table-wrap" role="group" aria-label="改动的公开信息" tabindex="0">
<table class="changed-fields">
<caption>改动的公开信息</caption>
<thead><tr><th scope="col">项目</th><th scope="col">改动</th></tr></thead>
<tbody>
<#list version.change.fields as field>
<tr><th scope="row"><@marks.number field?index + 1 version.change.places/>${field.label}</th><td>${field.html?no_esc}</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
<@facts.table version.keyFacts/>
</div>
<div class="entry-main">
<div class="prose marked">
${version.body?no_esc}
</div>
</div>
<div class="entry-side">
<nav class="version-nav" aria-label="其他各版">
<ul>
<#if version.ways.previousUri??>
<li><a href="${root}${version.ways.previousUri}" rel="prev">上一版</a></li>
</#if>
<#if version.ways.nextUri??>
<li><a href="${root}${version.ways.nextUri}" rel="next">下一版</a></li>
</#if>
<li><a href="${root}${version.ways.historyUri}">修改记录</a></li>
</ul>
</nav>
<section aria-label="公开信息">
<details class="js-fold" open><summary>公开信息</summary>
<dl class="facts-info">
<#list version.facts as fact><@facts.row fact=fact/></#list>
</dl>
</details>
</section>
</div>
</article>
</@layout.frame>
