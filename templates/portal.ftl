<#-- A page of a portal over many sites: what to know first, entries and tables, part by part. -->
<#import "layout.ftl" as layout>
<#import "parts/days.ftl" as days>
<#import "parts/legend.ftl" as legend>
<#function to uri><#return uri?contains("://")?then(uri, root + uri)></#function>
<#-- A name ends a line after its year or before 和 only. -->
<#function head column><#return column?replace("年", "年\x200B", "f")?replace("和", "\x200B和")></#function>
<@layout.frame crumbs=(page.type != "home") sheet="tables" paper="tables-print">
<section class="paper register portal">
<#-- The name of the portal is the h1 of its home page. -->
<#if page.type != "home">
<div class="paper-head list-head"><h1>${heading}</h1><#if total??><p class="total">共${total}篇<#if page.path?starts_with("years/")>　<a href="${root}search.html?year=${heading?remove_ending("年")}">按单位、文种筛选</a></#if></p></#if></div>
<#else>
<div class="paper-head list-head"><h2>各单位公开的内容</h2></div>
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
<#assign noted = "" keyed = false tables = []>
<#list sections as section><#assign tables += section.tables></#list>
<#list sections as section>
<#if section.heading??>
<h2 class="sub">${section.heading}</h2>
</#if>
<#if section.lines?size gt 0>
<#-- The entries of a column or a year are read by months. -->
<#if section.heading??>
<@lines section.lines section.heading == "正在公示"/>
<#else>
<#list section.lines?map(line -> line.day?keep_before_last("-")) as month>
<#if month?index == 0 || !section.lines[month?index - 1].day?starts_with(month)>
<h2 class="sub list-month">${month?replace("-0?", "年", "r")}月</h2>
<@lines section.lines?filter(line -> line.day?starts_with(month))/>
</#if>
</#list>
</#if>
<#if page.type == "home" && section.heading == "最新公开" && section.lines?size lt site.total>
<p class="list-foot"><a href="${root}years/index.html">全部${site.total}篇</a></p>
</#if>
</#if>
<#if section.note?? && section.tables?size gt 0 && section.note != noted><#assign noted = section.note>
<p class="note">${section.note}</p>
</#if>
<#if section.tables?size gt 0 && !keyed><#assign keyed = true>
<@legend.tones page.path tables/>
</#if>
<#list section.tables as table>
<#if table.columns?size == 2 && table.rows?size gt 0 && section.heading! == "">
<ul class="tiles">
<#list table.rows as row>
<li><a href="${to(row.head.uri)}">${row.head.title} <span class="count">${row.cells[0].text}</span></a></li>
</#list>
</ul>
<#else>
<@grid table section.heading!heading/>
</#if>
</#list>
<#if section.note?? && section.tables?size == 0>
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

<#macro lines all running=false>
<ul class="lines lines-units<#if running> js-notices</#if>">
<#list all as line>
<li>
<span class="line-column"><#if line.group.uri??><a href="${root}${line.group.uri}">${line.group.title}</a><#else>${line.group.title}</#if></span>
<span class="line-title"><a href="${to(line.uri)}" data-entry="${line.marks}">${breakable(line.title)}</a><#if line.until??> <span class="line-notice"><span class="chip chip-${line.open?then("open", "past")}" data-notice-from="" data-notice-to="${line.until}">${line.open?then("公示中", "公示已结束")}</span> <span class="line-until">至${days.text(line.until)}</span></span></#if></span>
<time class="line-date" datetime="${line.day}">${days.text(line.day)}</time>
</li>
</#list>
</ul>
</#macro>

<#-- A table of units. Of what no unit tells there is a sentence, where a table has other columns besides; where a unit is below
     another, it stands further in. Money is at the right, with its unit in the head. -->
<#macro grid table name>
<#local top = table.rows?map(row -> row.level)?min!0 silent = [] ahead = []>
<#list 1..<table.columns?size as at>
<#local cells = table.rows?map(row -> row.cells[at - 1])>
<#if table.columns?size gt 5 && table.columns[1] == "公开" && cells?filter(cell -> cell.tone != "unknown")?size == 0><#local silent += [at]></#if>
<#if cells?filter(cell -> cell.text != "未到期")?size == 0><#local ahead += [table.columns[at]]></#if>
</#list>
<#local money = table.columns?map(column -> column?contains("季度"))>
<div class="table-wrap" role="group" aria-label="${name}：${table.columns[0]}" tabindex="0">
<table<#if table.columns?size gt 2> class="cards<#if name?ends_with("年")> grid</#if><#if table.columns?size gt 7> many</#if>"</#if>>
<thead><tr><#list table.columns as column><#if !silent?seq_contains(column?index)><th scope="col"<#if money[column?index]> class="num"</#if>>${head(column)}<#if money[column?index] && !column?contains("元")>（元）</#if></th></#if></#list></tr></thead>
<tbody>
<#list table.rows as row>
<tr<#if row.level gt top> class="level-${[row.level - top, 2]?min}"</#if>><th scope="row" class="head"><#if row.head.uri??><a href="${to(row.head.uri)}">${row.head.title}</a><#else>${row.head.title}</#if></th><#list row.cells as cell><#if !silent?seq_contains(cell?index + 1)><td data-name="${head(table.columns[cell?index + 1])}" class="${cell.tone}<#if cell.text?matches(".*[0-9]-.*")> short</#if><#if money[cell?index + 1]> num</#if><#if cell.text == "未到期"> ahead</#if>"><#if cell.uri??><a href="${to(cell.uri)}">${cell.text}</a><#else>${cell.text?replace("(\\d{4})-0?(\\d+)-0?(\\d+)", "$1年$2月$3日", "r")}</#if></td></#if></#list></tr>
</#list>
</tbody>
</table>
</div>
<#if silent?size gt 0>
<p class="legend">${silent?map(at -> table.columns[at])?join("、")}：各单位都未提供数据。</p>
</#if>
<#if ahead?size gt 0>
<p class="legend ahead-note">${ahead?join("、")}未到期。</p>
</#if>
</#macro>
