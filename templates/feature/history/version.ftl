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
<#if version.made.purpose??>
<p class="version-sum">修改说明：${version.made.purpose}</p>
</#if>
<p class="version-sum">${version.change.compared}<#if version.change.words??>${version.change.words}。</#if></p>
<#-- The numbers of the two: what is compared may be neither the first nor today's. -->
<#assign now = "第" + version.made.number + "版" before = version.change.compared?replace("^与(第[0-9]+版)相比.*", "$1", "rs")>
<#assign told = version.change.sentences?size gt 0>
<#if told>
<table class="changed">
<caption>改了哪些话 <span class="version-legend"><del>红色删除线</del>是删去的字，<ins>绿色下划线</ins>是增加的字</span></caption>
<thead class="vh"><tr><th scope="col">哪里</th><th scope="col">两版的文字</th></tr></thead>
<tbody>
<#list version.change.sentences as one>
<#assign part = one.before + one.now>
<tr><th scope="row"><#if one.where != "小标题">${(one.where == "开头")?then("正文开头", one.where)}<#elseif part?matches("[一二三四五六七八九十]+、.*", "s")>第${part?keep_before("、")}部分的标题<#else>段落的标题</#if></th><td><#if one.before != ""><p><span>${(one.now == "")?then("删去", before)}：</span><@words one.before one.now "del"/></p></#if><#if one.now != ""><p><span>${(one.before == "")?then("增加", now)}：</span><@words one.now one.before "ins"/></p></#if></td></tr>
</#list>
</tbody>
</table>
</#if>
</div>
<div class="entry-main">
<#if told><details class="js-fold fold-wide marked-text" open><summary>第${version.made.number}版全文，标出改动</summary></#if>
<@facts.key version.keyFacts version.change.sentences/>
<div class="prose marked">
${pictures.marked(version.body)?no_esc}
</div>
<#if version.facts?size gt 0>
<section class="version-facts" aria-label="这一版的公开信息">
<h2>这一版的公开信息</h2>
<dl class="facts">
<#list version.facts as fact><@facts.row fact version.change.sentences/></#list>
</dl>
</section>
</#if>
<#if told></details></#if>
</div>
</article>
</@layout.frame>

<#-- A sentence with what the other does not have marked, from the first character that differs to the last; no number is divided. -->
<#macro words text other mark>
<#local size = [text?length, other?length]?min start = 0 end = 0>
<#list 0..*size as i><#if text[i] != other[i]><#break></#if><#local start = i + 1></#list>
<#list 1..*(size - start) as i><#if text[text?length - i] != other[other?length - i]><#break></#if><#local end = i></#list>
<#list 0..*start as i><#if !text[start - 1]?matches("[0-9A-Za-z.]")><#break></#if><#local start -= 1></#list>
<#list 0..*end as i><#if !text[text?length - end]?matches("[0-9A-Za-z.]")><#break></#if><#local end -= 1></#list>
<#local changed = text[start..<(text?length - end)]>
${text[0..<start]}<#if changed != ""><${mark}>${changed}</${mark}></#if>${text[(text?length - end)..]}</#macro>
