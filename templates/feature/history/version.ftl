<#import "layout.ftl" as layout>
<#import "parts/facts.ftl" as facts>
<#import "parts/pictures.ftl" as pictures>
<#-- The bar stays in sight: what this is, the way to the current text and to the other versions.
     What changed is told in whole sentences; the text, as it was, follows. -->
<#-- The tables of its fields, with which its body begins, need the whole width. -->
<#assign text = version.body tables = "">
<#list text?split("</table></div>") as part><#if part?has_next && part?trim?starts_with("<div class=\"table-wrap\"") && part?split("<table")?size == 2><#assign tables += part + "</table></div>" text = text?keep_after("</table></div>")><#else><#break></#if></#list>
<@layout.frame sheet=version.body?contains("<table")?then("tables history", "history") paper="history-print">
<article class="paper entry version<#if !version.made.current> version-old</#if>">
<div class="entry-head">
<header><h1>${breakable(version.title)}</h1>
<p class="source"><span>第${version.made.number}版（共${version.made.total}版）</span> <span><time datetime="${version.made.day}">${version.made.dayText}</time></span><#if version.made.author?has_content> <span>${version.made.author?contains("：")?then("", "修改人：")}${version.made.author}</span></#if></p></header>
</div>
<#-- The numbers of the two: what is compared may be neither the first nor today's. -->
<#assign now = "第" + version.made.number + "版" before = version.change.compared?replace("^与(第[0-9]+版)相比.*", "$1", "rs")>
<#assign sentences = version.change.sentences told = sentences?size gt 0>
<div class="version-bar">
<p><#if version.made.current>这是现行版<#else>这是第${version.made.number}版，<strong>请以现行版为准</strong></#if></p>
<ul>
<li><a class="version-now-link" href="${root}${version.ways.uri}"><#if version.made.current>看正文<#else>看现行版</#if></a></li>
<#if version.ways.previousUri??>
<li><a href="${root}${version.ways.previousUri}" rel="prev">上一版</a></li>
</#if>
<#if version.ways.nextUri??>
<li><a href="${root}${version.ways.nextUri}" rel="next">下一版</a></li>
</#if>
<li><a href="${root}${version.ways.historyUri}">全部版本</a></li>
</ul>
</div>
<div class="entry-tables">
<#if version.made.purpose??>
<p class="version-sum">修改说明：${version.made.purpose}</p>
</#if>
<#-- One field that was put right is told by its mark. -->
<p class="version-sum">${version.change.compared}<#if version.change.words??><#if sentences?size == 1 && version.change.words?matches("更正“[^”]+”为“[^”]+”")>改了一处。<#else>${version.change.words}。</#if></#if></p>
<#if told>
<div class="table-wrap" role="group" aria-label="改了哪些话" tabindex="0">
<table class="changed">
<thead><tr><th scope="col">改动的地方</th><th scope="col">${before}</th><th scope="col">${now}</th></tr></thead>
<tbody>
<#list sentences as one>
<#assign part = one.before + one.now heading = one.where == "小标题" || part?matches("（[一二三四五六七八九十]+）[^。；，]{1,20}")>
<tr><th scope="row"><#if heading && part?contains("。")>段落<#elseif !heading>${(one.where == "开头")?then("正文开头", one.where)}<#elseif part?matches("[一二三四五六七八九十]+、.*", "s")>第${part?keep_before("、")}部分的标题<#else>段落的标题</#if></th><td data-name="${before}"><@words one.before one.now "del"/></td><td data-name="${now}"><@words one.now one.before "ins"/></td></tr>
</#list>
</tbody>
</table>
</div>
<h2 class="sub">${now}全文</h2>
</#if>
<@facts.key version.keyFacts version.change.sentences/>
<#if tables != "">
<div class="prose marked">
${tables?no_esc}
</div>
</#if>
</div>
<div class="version-text">
<div class="entry-main">
<div class="prose marked">
${pictures.marked(text)?no_esc}
</div>
</div>
<#-- Who answers for it and what changed; the rest is folded, as beside the entry. -->
<#assign shown = version.facts?filter(fact -> fact.label == "责任人") outline = version.body?matches("<h2 id=\"([^\"]+)\"[^>]*>([^<]+)</h2>")>
<div class="entry-side">
<#if outline?size gt 1>
<nav class="entry-outline" aria-label="本页目录">
<details class="js-fold" open>
<summary>本页目录</summary>
<ul>
<#list outline as heading>
<li class="level-2"><a href="#${heading?groups[1]?no_esc}">${heading?groups[2]?no_esc}</a></li>
</#list>
</ul>
</details>
</nav>
</#if>
<section aria-label="这一版的公开信息">
<details class="js-fold" open>
<summary>这一版的公开信息</summary>
<dl class="facts-info">
<#list shown as fact><@facts.row fact/></#list>
</dl>
<details class="facts-more"><summary>索引号、公开范围等</summary>
<dl class="facts-info">
<#list version.facts?filter(fact -> !shown?map(one -> one.label)?seq_contains(fact.label)) as fact><@facts.row fact/></#list>
</dl>
</details>
</details>
</section>
</div>
</div>
</article>
</@layout.frame>

<#-- A sentence with what the other does not have marked, from the first character that differs to the last; no number is divided. -->
<#macro words text other mark>
<#if text == "">—<#return></#if>
<#local size = [text?length, other?length]?min start = 0 end = 0>
<#list 0..*size as i><#if text[i] != other[i]><#break></#if><#local start = i + 1></#list>
<#list 1..*(size - start) as i><#if text[text?length - i] != other[other?length - i]><#break></#if><#local end = i></#list>
<#list 0..*start as i><#if !text[start - 1]?matches("[0-9A-Za-z.]")><#break></#if><#local start -= 1></#list>
<#list 0..*end as i><#if !text[text?length - end]?matches("[0-9A-Za-z.]")><#break></#if><#local end -= 1></#list>
<#local changed = text[start..<(text?length - end)]>
${text[0..<start]}<#if changed != ""><${mark}>${changed}</${mark}></#if>${text[(text?length - end)..]}</#macro>
