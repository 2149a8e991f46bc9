<#import "layout.ftl" as layout>
<#import "parts/notice.ftl" as notice>
<#import "parts/facts.ftl" as facts>
<#import "parts/tasks.ftl" as work>
<#import "parts/side.ftl" as side>
<#import "parts/pictures.ftl" as pictures>
<#import "parts/search-box.ftl" as find>
<#import "parts/days.ftl" as days>
<#assign tabled = content.details.tables?filter(table -> !facts.isList(table))>
<#-- Help is no official paper, and belongs to no year. -->
<#global help = content.filing.column.name?contains("帮助")>
<@layout.frame wide=tabled?filter(table -> table.columns?size gt 6)?size gt 0 sheet=(tabled?size gt 0 || content.text.body?contains("<table"))?then("tables", "")>
<#-- A table of six and more columns spans the column at the side. -->
<#assign broad = tabled?filter(table -> table.columns?size gte 6)?size gt 0>
<#assign body = content.text.body>
<#if help><#list site.links.search as link><#list find.questions as question><#assign body = body?replace("<td>" + question + "</td>", "<td><a href=\"" + root + link.uri + "?q=" + question?url("UTF-8") + "\">" + question + "</a></td>")></#list></#list></#if>
<#assign body = body?replace("<tr>(\\s*<td[^>]*>合计</td>)", "<tr class=\"total-row\">$1", "r")>
<#-- Rules: chapters in the middle, articles by their numbers. -->
<#if body?contains("<p>第一条　")><#assign body = body?replace("<h2( id=\"[^\"]*\")?>(?=第[一二三四五六七八九十]+章　)", "<h2$1 class=\"chapter\">", "r")?replace("<p>(第[一二三四五六七八九十百]+条)　", "<p><strong class=\"article\">$1</strong>　", "r")></#if>
<#-- A text that names one of its attachments leads to it. -->
<#list content.text.attachments as file><#assign body = body?replace("附件“" + facts.fileName(file) + "”", "附件“<a href=\"" + root + file.uri + "\">" + facts.fileName(file) + "</a>”")></#list>
<article class="paper entry<#if broad> entry-broad</#if><#if tasks??> entry-plan</#if><#if help> entry-help</#if>">
<div class="entry-head">
<#assign told = content.validity.notice?? && content.details.key?size == 1 && content.details.meeting?size == 0>
<#assign key = (content.details.meeting?size gt 0 || told)?then([], facts.rated(content.details.key)?filter(fact -> fact.label?ends_with("交金额") || !facts.isIn(fact.value, content.text.body) && !(fact.label == "主送" && content.text.body?keep_before("</p>")?contains(fact.value))))>
<#-- A frame below needs no line above it. -->
<header<#if content.validity.notice?? || heads?size gt 0 && key?size == 0> class="bare"</#if>>
<h1<#if content.title?contains("（“")> class="pairs"</#if>>${breakable(content.title)}</h1>
<p class="source"<#if help> hidden</#if>><#if content.publication.publisher??><span>${content.publication.publisher}</span> </#if><#if facts.value(content.details.all, "发文字号") != ""><span>${facts.value(content.details.all, "发文字号")}</span> </#if><span><time datetime="${content.publication.day}">${content.publication.dayText}</time>发布</span><#if content.publication.revisedText??> <span>修订：${content.publication.revisedText}</span></#if><#if content.validity.state?? && content.validity.state.tone == "good"> <span>有效性：<@notice.state content.validity.state/></span></#if><#if content.validity.version?? && content.validity.version.uri??> <span><#if content.validity.version.revisions gt 0>公开后改过${content.validity.version.revisions}次（<a href="${root}${content.validity.version.uri}">看修改记录</a>）<#else><a href="${root}${content.validity.version.uri}">修改记录</a></#if></span></#if> <button class="js-read" type="button" hidden>朗读</button></p>
</header>
<#if content.validity.notice??>
<@notice.strip content.validity.notice content.validity.contacts/>
</#if>
<@notice.validity content ways/>
<@facts.key key/>
<#if heads?size gt 0 && !content.validity.notice??>
<div class="strip strip-heads">
<p><@about/></p>
</div>
</#if>
</div>
<#if broad && !tasks??>
<div class="entry-tables">
<@typed/>
</div>
</#if>
<div class="entry-main">
<@facts.lists (content.details.meeting?size gt 0)?then(content.details.key + content.details.meeting, []) content.details.tables content.title/>
<#-- Plans and summaries begin with their text: what became of their tasks was written into the table later. -->
<#if !tasks?? && !broad>
<@typed/>
</#if>
<div class="prose">
${facts.addressed(pictures.captioned(body), facts.value(content.details.all, "主送"))?no_esc}
</div>
<#if content.text.attachments?size gt 0>
<div class="attachments">
<h2>附件：</h2>
<ol>
<#list content.text.attachments as file>
<li><a href="${root}${file.uri}">${facts.fileName(file)}</a> <span class="file">（${facts.fileType(file.type)}，${file.size?replace(" ", "\xA0")}）</span></li>
</#list>
</ol>
</div>
</#if>
<#assign signer = facts.signer(content)>
<#if !help && (signer != "" || content.publication.signedText??)>
<div class="signature"><div>
<#if signer != "">
<p>${signer}</p>
</#if>
<#if content.publication.signedText??>
<p>${content.publication.signedText}</p>
</#if>
</div></div>
</#if>
<#-- The tasks need the whole width, and are no part of the signed text. -->
<#if tasks??>
</div>
<div class="entry-tables">
<#assign told = content.details.tables?filter(table -> table.columns?seq_contains("状态"))?size gt 0>
<@work.folded tasks=tasks current=content.filing.year?c == site.asOf[0..3] day=told?then(content.publication.revisedText!((content.validity.version.changedText)!""), "")><@typed/></@work.folded>
</div>
<div class="entry-main">
</#if>
<#if content.filing.tags?size gt 0>
<div class="tags">
<h2>标签：</h2>
<ul>
<#list content.filing.tags as tag>
<li><a href="${root}${tag.uri}">${tag.name}</a></li>
</#list>
</ul>
</div>
</#if>
<#if content.near.previous?? || content.near.next??>
<#-- Chapters are of one day, which says nothing about them. -->
<#assign series = (content.near.previous!content.near.next).published == content.publication.day && (content.near.next!content.near.previous).published == content.publication.day>
<nav class="neighbours" aria-label="${content.filing.column.name}的上一篇和下一篇">
<ul>
<#if content.near.previous??>
<li><span class="neighbour-name">上一篇</span><a href="${root}${content.near.previous.uri}" rel="prev">${breakable(content.near.previous.title)}</a><#if !series><time datetime="${content.near.previous.published}">${days.text(content.near.previous.published)}</time></#if></li>
</#if>
<#if content.near.next??>
<li><span class="neighbour-name">下一篇</span><a href="${root}${content.near.next.uri}" rel="next">${breakable(content.near.next.title)}</a><#if !series><time datetime="${content.near.next.published}">${days.text(content.near.next.published)}</time></#if></li>
</#if>
</ul>
</nav>
</#if>
<nav class="neighbours ways" aria-label="相关文件和返回">
<#-- The result of a 公示 stands in its box. -->
<#assign below = ways?filter(way -> way.label != "公示结果" || !content.validity.notice?? || ((content.validity.notice.result.uri)!"") != way.uri)>
<#if below?size gt 0>
<ul>
<#list below as way>
<li<#if !content.validity.notice?? && heads?filter(head -> head.uri == way.uri)?size gt 0> class="way-head"</#if>><span class="neighbour-name"><#if way?index gt 0 && below[way?index - 1].label == way.label><span class="vh">${way.label}</span><#else>${way.label}</#if></span> <a href="${root}${way.uri}">${breakable(way.value)}</a></li>
</#list>
</ul>
</#if>
<p class="way-back"><a class="js-back" href="${root}${back.uri}"><#if help>全部帮助<#else>返回列表</#if></a></p>
</nav>
</div>
<@side.column content=content information=!help/>
</article>
</@layout.frame>

<#-- The matters that it belongs to. -->
<#macro about><#list heads><#items as head><#if head?index == 0 || heads[head?index - 1].label != head.label><#if head?index gt 0>　</#if>${head.label}：<#else>　</#if><a href="${root}${head.uri}">${head.value}</a></#items></#list></#macro>

<#macro typed><#list tabled as table><@facts.typed table/>
</#list></#macro>
