<#-- A page of a portal over many sites: what to know first, entries and tables, part by part. -->
<#import "layout.ftl" as layout>
<#import "parts/days.ftl" as days>
<#function to uri><#return uri?contains("://")?then(uri, root + uri)></#function>
<@layout.frame crumbs=(page.type != "home") sheet="tables" paper="tables-print">
<section class="paper register portal">
<#-- The name of the portal is the h1 of its home page. -->
<#if page.type != "home">
<div class="paper-head list-head"><h1>${heading}</h1></div>
<#else>
<p class="intro">这里汇总各单位在自己网站上已经公开的内容，标题和数字点开就是原文。</p>
<@days.line/>
</#if>
<#if (links!)?has_content>
<ul class="tiles">
<#list links as link>
<li><a href="${to(link.uri)}">${link.title}</a></li>
</#list>
</ul>
</#if>
<#list sections as section>
<#if section.heading??>
<h2 class="sub">${section.heading}</h2>
</#if>
<#if section.lines?size gt 0>
<ul class="lines lines-units<#if section.heading! == "正在公示"> js-notices</#if>">
<#list section.lines as line>
<li>
<span class="line-column"><#if line.group.uri??><a href="${root}${line.group.uri}">${line.group.title}</a><#else>${line.group.title}</#if></span>
<span class="line-title"><a href="${to(line.uri)}" data-entry="${line.marks}">${breakable(line.title)}</a><#if line.until??> <span class="line-notice"><span class="chip chip-open" data-notice-from="" data-notice-to="${line.until}">公示中</span> <span class="line-until">至${days.text(line.until)}</span></span></#if></span>
<time class="line-date" datetime="${line.day}">${days.text(line.day)}</time>
</li>
</#list>
</ul>
</#if>
<#list section.tables as table>
<div class="table-wrap" role="group" aria-label="${(section.heading!heading)}：${table.columns[0]}" tabindex="0">
<table<#if table.columns?size gt 2> class="cards<#if table.columns?size gt 7> many</#if>"</#if>>
<thead><tr><#list table.columns as column><th scope="col"><#if column?contains("年")>${column?keep_before("年")}年<wbr>${column?keep_after("年")}<#else>${column}</#if></th></#list></tr></thead>
<tbody>
<#list table.rows as row>
<tr><th scope="row" class="head"><#if row.head.uri??><a href="${to(row.head.uri)}">${row.head.title}</a><#else>${row.head.title}</#if></th><#list row.cells as cell><td data-name="${table.columns[cell?index + 1]}"<#if cell.tone?has_content> class="${cell.tone}"<#elseif cell.text?matches(".*[0-9]-.*")> class="short"</#if>><#if cell.uri??><a href="${to(cell.uri)}">${cell.text}</a><#else>${cell.text?replace("(\\d{4})-0?(\\d+)-0?(\\d+)", "$1年$2月$3日", "r")}</#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
</#list>
<#if section.note??>
<p class="note">${section.note}</p>
</#if>
<#if section.lines?size == 0 && section.tables?size == 0 && section.empty?has_content>
<p class="empty">${section.empty}</p>
</#if>
</#list>
<#-- What went wrong is for those who run the portal, below what all readers came for. -->
<#list notes! as note>
<p class="note">${note}</p>
</#list>
<#if newer?? || older??>
<nav class="pager" aria-label="翻页">
<ul>
<#if newer??><li><a href="${root}${newer}" rel="prev">较新的</a></li></#if>
<#if older??><li><a href="${root}${older}" rel="next">较早的</a></li></#if>
</ul>
</nav>
</#if>
</section>
</@layout.frame>
