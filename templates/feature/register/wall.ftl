<#-- The sheet for the notice wall of one month, laid out for A3. -->
<#import "layout.ftl" as layout>
<#import "parts/days.ftl" as days>
<#-- About how high the tables are on paper, in mm at the usual size of type. -->
<#assign tables = rows * 11 + notices?size * 18 + (sections?size + (notices?size gt 0)?then(1, 0) + (announced?size gt 0)?then(1, 0)) * 26>
<#-- Of what else was published, paper has what one sheet has room for, and a line that tells how much there is. -->
<#assign fitting = ((280 - 26 - tables) / 11)?floor printed = (tables gt 280 || others?size lte fitting)?then(others?size, [fitting - 1, 0]?max)>
<#assign height = tables + (printed gt 0)?then(26 + printed * 11 + (printed lt others?size)?then(11, 0), 0)>
<#-- Its own button stands with the sheet. -->
<#global printsItself = true>
<@layout.frame sheet="tables" paper="wall">
<section class="paper register wall<#if height lte 280> wall-one</#if><#if height gt 240> wall-full</#if><#if height lte 100> wall-few<#elseif height lte 160> wall-some<#elseif height lte 210> wall-room</#if>">
<p class="wall-use"><span>公开栏A3张贴稿样式，点击各项查看原文。</span> <button class="js-print" type="button" hidden>打印</button></p>
<div class="wall-sheet">
<div class="paper-head"><h1>${breakable(heading)}</h1></div>
<p class="source"><#if publisher??><span>发布：${publisher}</span> </#if><span>张贴日期：${posted}</span> <span>张贴到下一张贴出为止<#if notices?size gt 0>，公示贴满公示期</#if></span></p>
<#if notices?size gt 0>
<h2>公示</h2>
<div class="table-wrap" role="group" aria-label="公示" tabindex="0">
<table class="cards">
<thead><tr><th scope="col" class="head">事项</th><th scope="col">公示期</th><th scope="col">有意见向谁反映</th></tr></thead>
<tbody>
<#list notices as notice>
<tr><td class="words head"><a href="${root}${notice.uri}">${breakable(notice.title)}</a></td><td class="words" data-name="公示期">${notice.period}<#if notice.workingDays??>，共${notice.workingDays}个工作日</#if></td><td class="words" data-name="向谁反映">${(notice.contact!"—")?replace(" ", "\xA0")}</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
<#if announced?size gt 0>
<h2>会议和活动安排</h2>
<div class="table-wrap" role="group" aria-label="会议和活动安排" tabindex="0">
<table class="cards">
<thead><tr><th scope="col" class="head">事项</th><th scope="col">时间</th><th scope="col">地点</th></tr></thead>
<tbody>
<#list announced as event>
<tr><td class="words head"><a href="${root}${event.uri}">${breakable(event.title)}</a></td><td class="date" data-name="时间">${event.when}</td><td class="words" data-name="地点">${event.place!"—"}</td></tr>
</#list>
</tbody>
</table>
</div>
</#if>
<#list sections as section>
<h2>${section.name}</h2>
<div class="table-wrap" role="group" aria-label="${section.name}" tabindex="0">
<table class="cards<#if section.columns?size gt 7> many<#elseif section.columns?size gt 5> several</#if>">
<thead><tr><#list section.columns as column><th scope="col"<#if section.rows?size gt 0 && section.rows[0].head == column?index> class="head"<#elseif column.align?has_content> class="${column.align}"</#if>><#if column.name?contains("（")>${column.name?keep_before("（")}<wbr>（${column.name?keep_after("（")}<#else>${column.name}</#if></th></#list></tr></thead>
<tbody>
<#list section.rows as row>
<tr><#list row.cells as cell><#assign column = section.columns[cell?index]><td<#if cell?index == row.head> class="words head"<#elseif column.align?has_content> class="${column.align}"<#elseif cell?index == row.linked> class="words"</#if><#if cell?index != row.head> data-name="${column.name}"</#if>><#if cell?index == row.linked && row.entries?size gt 0><a href="${root}${row.entries[0].uri}">${breakable(cell!)}<#if !cell?has_content>原文</#if></a><#list row.entries as entry><#if entry?index gt 0> <a class="also" href="${root}${entry.uri}" aria-label="${entry.title}">［${entry?index + 1}］</a></#if></#list><#else>${(column.align == "date")?then(cell?remove_beginning(heading[0..4]), cell)}</#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
<#if section.more gt 0><p class="note">其余${section.more}条见“${section.name}”台账。</p></#if>
</#list>
<#if others?size gt 0>
<h2<#if printed == 0> class="wall-web"</#if>>本月还公开了</h2>
<ul class="wall-others<#if printed == 0> wall-web</#if>"<#if printed lt others?size> data-all="${others?size}"</#if>>
<#list others as post><li<#if post?index gte printed> class="wall-web"</#if>><a href="${root}${post.uri}">${breakable(post.title)}</a>（${post.column.name}，<time datetime="${post.published}">${days.text(post.published)?keep_after("年")}</time>）</li></#list>
</ul>
</#if>
<div class="contact wall-foot">
<#if site.contact??>
<p>意见反馈：${site.contact}</p>
</#if>
<#if site.supervision??>
<p>监督：${site.supervision}</p>
</#if>
<#if publisher??>
<p class="wall-sign">${publisher}<br>${posted}</p>
</#if>
</div>
</div>
</section>
</@layout.frame>
