<#import "layout.ftl" as layout>
<#import "parts/facts.ftl" as facts>
<#import "parts/pictures.ftl" as pictures>
<#-- The bar stays in sight: what this is, the way to the current text and to the other versions.
     What changed is told in whole sentences; the text, as it was, is folded below them. -->
<@layout.frame sheet="history" paper="history-print">
<article class="paper entry version<#if !version.made.current> version-old</#if>">
<div class="version-bar">
<p class="version-which"><#if version.made.current><strong>这是现行版</strong><#else><strong>这是旧版本</strong></#if>：第${version.made.number}版（共${version.made.total}版），<time datetime="${version.made.day}">${version.made.dayText}</time>的文字<#if !version.made.current>，请以现行版为准</#if> <a class="version-now-link" href="${root}${version.ways.uri}"><#if version.made.current>回到正文<#else>看现行版<span aria-hidden="true"> →</span></#if></a></p>
<nav class="version-nav" aria-label="其他各版">
<ul>
<#if version.ways.previousUri??>
<li><a href="${root}${version.ways.previousUri}" rel="prev">上一版</a></li>
</#if>
<#if version.ways.nextUri??>
<li><a href="${root}${version.ways.nextUri}" rel="next">下一版</a></li>
</#if>
<li><a href="${root}${version.ways.historyUri}">全部版本</a></li>
</ul>
</nav>
</div>
<div class="entry-head">
<header>
<h1>${breakable(version.title)}</h1>
<#if version.made.author?has_content>
<p class="source"><span>修改人：${version.made.author}</span></p>
</#if>
</header>
<div class="strip">
<#if version.made.purpose??>
<p>修改说明：${version.made.purpose}</p>
</#if>
<p>${version.change.compared}<#if version.change.words??>${version.change.words?replace("等\\d+项$", "等", "r")}。</#if></p>
</div>
<#-- The numbers of the two: what is compared may be neither the first nor today's. -->
<#assign now = "第" + version.made.number + "版" before = version.change.compared?replace("^与(第[0-9]+版)相比.*", "$1", "rs")>
<#assign told = version.change.sentences?size gt 0>
<#if told>
<table class="changed">
<caption>改了哪些话</caption>
<thead class="vh"><tr><th scope="col">哪里</th><th scope="col">两版的文字</th></tr></thead>
<tbody>
<#list version.change.sentences as one>
<tr><th scope="row">${(one.where == "小标题" && (one.now + one.before)?matches("[一二三四五六七八九十]+、.*", "s"))?then("小标题" + (one.now + one.before)?keep_before("、"), one.where)}</th><td><#if one.before != ""><p><span>${(one.now == "")?then("删去", before)}：</span>${one.before}</p></#if><#if one.now != ""><p><span>${(one.before == "")?then("增加", now)}：</span>${one.now}</p></#if></td></tr>
</#list>
</tbody>
</table>
</#if>
</div>
<div class="entry-main">
<#if told><details class="js-fold fold-wide marked-text" open><summary>看标出改动的全文</summary>
<p class="version-legend">用<ins>绿色下划线</ins>标出增加的字，用<del>红色删除线</del>标出删去的字。</p></#if>
<@facts.key version.keyFacts/>
<div class="prose marked">
${pictures.marked(version.body)?no_esc}
</div>
<#if version.facts?size gt 0>
<section class="version-facts" aria-label="这一版的公开信息">
<h2>这一版的公开信息</h2>
<dl class="facts">
<#list version.facts as fact><@facts.row fact=fact/></#list>
</dl>
</section>
</#if>
<#if told></details></#if>
</div>
</article>
</@layout.frame>
