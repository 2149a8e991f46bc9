<#-- A page of a portal over many sites: what to know first, entries and tables, part by part. -->
<#import "layout.ftl" as layout>
<#import "parts/chooser.ftl" as chooser>
<#import "parts/days.ftl" as days>
<#import "parts/legend.ftl" as legend>
<#import "parts/title.ftl" as titles>
<#function isOpen line><#return line.notice?? && line.notice.to?replace("-", "")?number gte site.asOf?replace("-", "")?number></#function>
<#function to uri><#return uri?contains("://")?then(uri, root + uri)></#function>
<#-- A name ends a line after its year, its quarter or 和 only. -->
<#function head column><#return column?replace("公开目录", "目录已公开")?replace("年", "年\x200B", "f")?replace("季度", "季度\x200B")?replace("和", "和\x200B")></#function>
<#assign home = page.type == "home" unit = page.path?matches("units/.+/index\\.html") year = page.path?matches("years/.+") noted = "" keyed = false tables = []>
<#-- Of what runs nothing is said where nothing does, nor of what is new where only that is. -->
<#assign runs = sections?filter(section -> section.heading! == "正在公示" && section.lines?size gt 0)?size gt 0>
<#assign sections = sections?filter(section -> section.lines?size gt 0 || section.heading! != "正在公示" && !(runs && section.heading! == "最新公开"))>
<#-- The page of what is missing lists what the tables of dues do not tell. -->
<#assign isLate = page.path?ends_with("late.html")>
<#assign duesOf = isLate?then(sections?filter(section -> (section.heading!)?ends_with("年")), [])>
<#-- The amounts of dues are not on that page, nor is the note about them. -->
<#assign heads = sections?filter(section -> !isLate || !(section.heading!)?ends_with("年"))>
<#list heads as section><#assign tables += section.tables></#list>
<#assign group = sections?filter(section -> section.heading! == "下属单位情况")?size gt 0 dated = page.path?matches("(.+/)?(coverage|dues|terms|late)\\.html")>
<#assign top = home?then((tables?first.rows)![], [])?filter(row -> row.level == tables?first.rows?map(one -> one.level)?min)>
<@layout.frame crumbs=!home sheet="tables" paper="tables-print">
<section class="paper register portal">
<#-- Of a unit without a site nothing is known, not even that it published nothing. -->
<#assign siteless = unit && !group && silent?seq_contains(heading)>
<#-- The name of the portal is the h1 of its home page. -->
<div class="paper-head list-head"><#if home><h2 class="portal-name">各单位公开的内容</h2><#else><h1>${heading}${(year && page.path != "years/index.html")?then("公开内容", (total?? && page.path?starts_with("columns/"))?then("栏目", ""))}</h1></#if><p class="total"><#if home || dated || group || unit || total?? && !year>截至${site.asOfText}</#if><#if home><#if site.total gt 0>，共${site.total?string(",##0")}篇</#if><#elseif unit && entries gt 0>，共${entries?string(",##0")}篇<#elseif total??><#if !year>，</#if>共${total?string(",##0")}篇<#if !year>　<a href="${root}units/index.html">按单位看</a></#if></#if><#if unit && !group && website??>　<a href="${to(website)}">本单位网站</a></#if></p></div>
<#if home>
<p class="intro">汇总<#if top?size gt 0>${top[0..*3]?map(row -> row.head.title)?join("、")}${(top?size gt 3)?then("等", "")}${(tables?first.rows?size gt top?size)?then("和下属", "")}</#if>各单位网站已公开的内容；点标题或者单位名称看原文。</p>
<#-- What runs stands beside what is short, unless it is a long list. -->
<#assign running = sections?filter(section -> section.heading! == "正在公示")>
<#if running?size gt 0 && running[0].lines?size gt 6><#assign running = []></#if>
<div class="register-groups portal-top">
<#if tables?size gt 0><@short tables?first/></#if>
<#list running as section>
<div>
<h2 class="sub">${section.heading}</h2>
<@lines section.lines true/>
</div>
</#list>
</div>
<#elseif group>
<p class="intro">汇总下属各单位网站已公开的内容。</p>
<#if tables?size gt 0><@short tables?first/></#if>
<#elseif unit && !siteless && website??>
<p class="intro">本单位网站已公开的内容。</p>
<#elseif year>
<#if page.path == "years/index.html">
<#-- Counted from what the table says: an entry of several years counts in each. -->
<#assign listed = 0><#list tables as table><#list table.rows as row><#assign listed += row.cells[0].text?replace("[^0-9]", "", "r")?number></#list></#list>
<p class="intro">各单位公开的内容，按年度分开<#if site.total?? && listed gt site.total>；跨年度的在各年度里都列出，总数${site.total?string(",##0")}篇里只算一次</#if>。</p>
<#else>
<p class="intro">各单位公开的内容，按发布日期由近及远排列。</p>
</#if>
<#if page.path != "years/index.html" && units?size gt 1 && units?size lte 12>
<@chooser.fold names=[] size=units?size + 3/>
<nav class="chooser" aria-label="按单位选">
<span class="chooser-name" aria-hidden="true">单位</span>
<ul><li><span class="current" aria-current="true">全部</span></li><#list units as name><li><a href="${root}search.html?year=${heading?remove_ending("年")}&amp;column=${name?url("UTF-8")}">${name}</a></li></#list></ul>
</nav>
</#if>
<#elseif page.path == "columns/index.html" && tables?size gt 0>
<p class="intro">各单位公开的内容，按栏目分开；篇数多的在前。</p>
<#elseif total??>
<#-- Sites tell a portal which results they lack, not which there are. -->
<p class="intro">各单位本栏目公开的内容，按发布日期由近及远排列。<#if sections?filter(section -> section.lines?filter(line -> line.notice?? && !isOpen(line))?size gt 0)?size gt 0>已结束的公示，有没有结果，见原文。</#if></p>
<#elseif page.path == "units/index.html" && tables?size gt 0>
<p class="intro">按隶属关系排列；上级单位的篇数含所属各单位。</p>
<#elseif heads?size gt 0 && heads[0].note?? && heads[0].tables?size gt 0><#assign noted = heads[0].note>
<#if !page.path?ends_with("terms.html")><p class="intro note">${noted}<#if lacking(tables)>“缺1个支部”指有1个支部未提供数据，其数额不在合计内<#if page.path?ends_with("dues.html") && site.columns?filter(column -> column.uri == "late.html")?size gt 0>；是哪个支部，见<a href="late.html">缺报和逾期</a><#if sections?size gt 2>（那里只列${sections[1].heading}起的）</#if></#if>。</#if></p></#if>
</#if>
<#-- Two small tables stand beside each other. -->
<#function filled table><#local count = 1><#list 1..<table.columns?size as at><#if table.rows?filter(row -> says(row.cells[at - 1]))?size gt 0><#local count += 1></#if></#list><#return count></#function>
<#assign paired = page.path?ends_with("coverage.html") && tables?size == 2 && tables?filter(table -> filled(table) gt 3)?size == 0 withouts = [] sames = []>
<#if dated><#assign keyed = true></#if>
<#-- What comes of the tables stands before them. -->
<#assign shown>
<#if paired><div class="register-groups"></#if>
<#-- How units stand comes before what is new. -->
<#function rank section><#return {"正在公示": (group && !home)?then(2, 1), "下属单位情况": 1, "各单位情况": 2}[section.heading!]!3></#function>
<#assign apart = home?then(running, [])>
<#if unit && !group><#assign apart = sections?filter(section -> section.tables?size gt 0)><@owing apart/></#if>
<#-- What a site does not tell of has no table; its name is told. -->
<#assign untold = (unit && !group && website??)?then(["党费交纳情况", "任期", "党务公开目录"]?filter(title -> sections?filter(section -> (section.heading!)?starts_with(title + "（"))?size == 0), [])>
<#list [1, 2, 3]?map(at -> sections?filter(section -> rank(section) == at && !apart?filter(one -> one.heading! == section.heading!)?has_content)) as ranked><#if unit && !group && ranked?index == 1><@own apart/><#if untold?size gt 0><p class="note">${untold?join("、")}：未提供数据。</p></#if></#if><#list ranked as section>
<#if isLate && (section.heading!)?ends_with("年")><#if section.heading == duesOf[0].heading><@untoldPeriods duesOf/></#if><#continue></#if>
<#-- On a phone a year that is over is folded. -->
<#if paired><div></#if>
<#assign folded = !paired && section?index gt 0 && section.heading!?matches("[0-9]{4}年") && section.tables?size gt 0>
<#if folded>
<details class="js-fold register-group" open><summary><h2 class="sub">${section.heading}</h2></summary>
<#elseif section.heading??>
<#-- Of a unit without a site there is one sentence. -->
<h2 class="<#if siteless>vh<#else>sub</#if>"<#if section.heading == "下属单位情况"> id="units"</#if>>${(runs && section.heading == "最新公开")?then("其他", "")}${section.heading}</h2>
</#if>
<#if section.lines?size gt 0>
<#-- The entries of a year are read by months. -->
<#if section.heading??>
<#-- Of many 公示 of a group the newest are listed. -->
<#assign most = (section.heading == "正在公示" && (!unit || group))?then(30, section.lines?size)>
<@lines section.lines[0..*most] section.heading == "正在公示" section.heading?ends_with("最新公开")?then(8, section.lines?size)/>
<#if section.lines?size gt most><p class="note">正在公示的共${section.lines?size}篇，这里是最近的${most}篇，其余见各单位的页。</p></#if>
<#elseif !year>
<#-- A long list is read by years. -->
<#assign each = []>
<#list section.lines?map(line -> line.day[0..3]) as one><#if !each?seq_contains(one)><#assign each += [one]></#if></#list>
<#if each?size lt 2 || section.lines?size lt 20>
<@lines section.lines/>
<#else>
<nav class="chooser" aria-label="按年度看">
<span class="chooser-name" aria-hidden="true">年度</span>
<ul><#list each as one><li><a href="#y${one}">${one}年</a></li></#list></ul>
</nav>
<#list each as one>
<h2 class="sub list-month" id="y${one}">${one}年</h2>
<@lines section.lines?filter(line -> line.day?starts_with(one)) false section.lines?size section.lines/>
</#list>
</#if>
<#else>
<#-- What was published in another year stands last, with its year. -->
<#assign each = []>
<#list section.lines?map(line -> monthOf(line)) as month><#if !each?seq_contains(month)><#assign each += [month]></#if></#list>
<#assign each = each?filter(month -> month?length gt 4) + each?filter(month -> month?length == 4)>
<#-- All that the year has, on each of its pages, if they are more than can be seen at once. -->
<#assign begun = months?keys?filter(month -> month?length gt 4) + months?keys?filter(month -> month?length == 4)>
<#if begun?size gt 3>
<nav class="chooser" aria-label="按月份看">
<span class="chooser-name" aria-hidden="true">月份</span>
<ul><#list begun as month><li><a href="${(months[month] == page.path)?then("", root + months[month])}#m${month}">${monthly(month)?remove_beginning(heading)}</a></li></#list></ul>
</nav>
</#if>
<#list each as month>
<h2 class="sub list-month" id="m${month}">${monthly(month)}</h2>
<@lines section.lines?filter(line -> monthOf(line) == month)/>
</#list>
</#if>
<#if (section.heading!)?ends_with("最新公开")>
<#if home && section.lines?size lt site.total || group && entries == site.total>
<p class="list-foot"><a href="${root}years/index.html">全部${site.total?string(",##0")}篇</a></p>
<#elseif group>
<p class="list-foot"><a href="#units">全部${entries?string(",##0")}篇，按单位看</a></p>
<#elseif unit && website??>
<p class="list-foot"><a href="${root}search.html?column=${page.title?url("UTF-8")}">全部${entries?string(",##0")}篇</a></p>
</#if>
</#if>
</#if>
<#if section.note?? && section.tables?size gt 0 && section.note != noted><#assign noted = section.note>
<p class="note">${section.note}</p>
</#if>
<#if section.tables?size gt 0 && !keyed><#assign keyed = true>
<@legend.tones page.path tables/>
</#if>
<#list section.tables as table>
<#if table.columns[1] == "事项">
<#if (section.heading!)?ends_with("内到期")><p class="note">只列网站上公开了期限的事项；没有列到的单位，不等于没有到期的。</p></#if>
<@due table.rows/>
<#elseif table.columns?size == 2 && table.rows?size gt 0 && section.heading! == "">
<ul class="tiles">
<#-- Columns with most entries stand first, years as they come. -->
<#assign amounts = [] placed = []>
<#list table.rows as row><#assign amounts += [(page.path == "columns/index.html")?then(row.cells[0].text?replace("[^0-9]", "", "r")?number, 0)]></#list>
<#list amounts?sort?reverse as amount><#list table.rows as row><#if amounts[row?index] == amount && !placed?seq_contains(row.head.title)><#assign placed += [row.head.title]>
<li><a href="${to(row.head.uri)}">${row.head.title} <span class="count">${row.cells[0].text}</span></a></li>
</#if></#list></#list>
</ul>
<#else>
<@grid table section.heading!heading/>
</#if>
</#list>
<#if folded></details></#if>
<#if section.note?? && section.tables?size == 0>
<p class="note">${section.note}</p>
</#if>
<#if section.lines?size == 0 && section.tables?size == 0 && section.empty?has_content>
<#if page.path?ends_with("late.html") && sections?size gt 1 && !section.heading??><h2 class="sub">已逾期</h2></#if>
<p class="empty">${siteless?then("这个单位尚无网站，公开了什么、党费交没交足、任期到哪一天，从这里都看不出来。", (unread!false)?then((notes?size gt 0)?then("没有读到网站", "没有可看的内容") + "，公开情况未提供数据。", (site.total == 0)?then("各单位的网站没有给这里的读者看的内容，公开了什么，从这里看不出来。", section.empty)))}</p>
</#if>
<#if paired></div></#if>
</#list></#list>
<#if paired></div></#if>
</#assign>
<#if page.path?ends_with("terms.html")>
<#list tables as table><#list table.rows?filter(row -> row.cells?last.tone == "missing")>
<p class="intro"><strong class="missing">已届满：<#items as row>${row.head.title}（${row.cells?last.text?replace(" ", "")}）<#sep>、</#items></strong></p>
</#list></#list>
</#if>
<#if page.path?ends_with("terms.html") && noted + sames?join("") != ""><p class="intro note">${noted}<#if silent?size gt 0 && silent?size lt 6>${silent?join("、")}尚无网站。</#if><#list sames as same><#if sames?seq_index_of(same) == same?index>下列为各单位${same}的任期。</#if></#list></p></#if>
<#if dated><@legend.tones page.path tables/><@earlier tables/></#if>
<#if withouts?size gt 0><@without names=withouts all=tables[0].columns?size - 1 years=(tables?size gt 1)?then("各年都", "")/></#if>
${shown}
<#-- What went wrong is for those who run the portal, below what all readers came for. -->
<#list (notes![])[0..*20] as note>
<p class="note">${note}</p>
</#list>
<#if (notes![])?size gt 20><p class="note">还有${notes?size - 20}个站点这一次没有读到，见各单位的页。</p></#if>
<#if newer?? || older??>
<nav class="pager" aria-label="翻页">
<ul>
<#if newer??><li><a href="${root}${newer}" rel="prev">上一页</a></li></#if>
<li class="pages">第${first?string(",##0")}—${(first - 1 + sections[0].lines?size)?string(",##0")}篇，共${total?string(",##0")}篇</li>
<#if older??><li><a href="${root}${older}" rel="next">下一页</a></li></#if>
</ul>
</nav>
</#if>
</section>
</@layout.frame>

<#-- Of what is running the last day stands in the column of days, and its title names the unit. What several units have under the same
     title within a quarter is told once: the names of the units lead to what each of them has. -->
<#macro lines all running=false most=all?size among=all>
<#-- What ends first stands first. -->
<#if running && all?filter(line -> !line.notice??)?size == 0><#local all = all?sort_by(["notice", "to"])></#if>
<#local stated = all[0..*most]?filter(line -> line.notice??)?size gt 0 kinds = !running && (home || group || year) told = [] count = 0>
<#-- Titles are counted in one text: few pages have any twice, and only those compare their lines. -->
<#local shorts = among?filter(one -> !isOwn(one))?map(one -> "\n" + brief(one) + "\n")?join("")>
<ul class="lines lines-units<#if running> js-notices<#elseif (!unit || group) && among?filter(one -> !isOwn(one) && shorts?split("\n" + brief(one) + "\n")?size gt 2)?size gt 0> lines-mixed</#if>">
<#list all as line>
<#local short = brief(line) alike = [] isTold = told?seq_contains(line.uri)>
<#if !isTold><#if count == most><#break></#if><#local count += 1></#if>
<#if !(unit && !group || isTold || isOwn(line)) && shorts?split("\n" + short + "\n")?size gt 2>
<#local alike = all[line?index..]?filter(one -> !told?seq_contains(one.uri) && !isOwn(one) && brief(one) == short && (time(line) - time(one))?abs lt 7776000000)>
</#if>
<#if isTold>
<#elseif most lt all?size && line?index gt 0 && alike?size gt 0 && alike?last.uri == all?last.uri>
<#-- Others of them may be older than the newest entries. -->
<#break>
<#elseif alike?filter(one -> one.group.title != line.group.title)?size == 0>
<li>
<#if unit && !group>
<span class="line-column">${line.columns}</span>
<#elseif !running || short == line.title>
<span class="line-column"><#if line.group.uri??><a href="${root}${line.group.uri}">${line.group.title}</a><#else>${line.group.title}</#if></span>
</#if>
<#if kinds><span class="line-kind">${line.columns}</span></#if>
<span class="line-title"><a href="${to(line.uri)}" data-entry="${line.marks}"><#if running && (!unit || group)>${breakable(line.title)}<#else><@titles.short line.title line.group.title/></#if></a><#if kinds><@ongoing line/></#if></span>
<#if stated && !kinds><@standing line running/></#if>
<#if running>
<span class="line-date line-until">至${days.text(line.notice.to)?remove_beginning(site.asOf[0..3] + "年")}</span>
<#else>
<@day line/>
</#if>
</li>
<#else><#local told += alike?map(one -> one.uri) together = alike?filter(one -> one.day != line.day || (one.notice.to)! != (line.notice.to)!)?size == 0>
<#-- Of the same day they stand in their order. -->
<#local alike = together?then(alike?reverse, alike)>
<li class="line-alike<#if together> line-together</#if>">
<span class="line-title">${breakable(short)}</span><#if together && line.notice??><#if kinds || running><@ongoing line/><#else><@standing line/></#if></#if> <#if together && running><span class="line-date line-until">至${days.text(line.notice.to)?remove_beginning(site.asOf[0..3] + "年")}</span><#elseif together><@day line/><#else><@day line "最近"/></#if>
<@foldable alike?size>
<#list alike as one>
<li><a href="${to(one.uri)}" data-entry="${one.marks}">${one.group.title}<span class="vh">：${short}</span></a><#if !together><#if kinds || running><@ongoing one/><#else><@standing one/></#if> <@day one/></#if></li>
</#list>
</@foldable>
</li>
</#if>
</#list>
</ul>
</#macro>

<#-- Phones fold units of which there are more than a few. -->
<#macro foldable size><details<#if size gt 3> class="js-fold"</#if> open><summary class="count">${size}个单位</summary>
<ul>
<#nested>
</ul></details>
</#macro>

<#-- What has a last day: each matter once, with the units that it is a matter of. -->
<#macro due rows>
<#local told = []>
<ul class="lines lines-units lines-mixed">
<#list rows as row>
<#local what = matter(row) those = sameMatter(rows, row)>
<#if those?size gt 1>
<#-- What one unit owes of several months is one line. -->
<#if those[0].cells[0].text == row.cells[0].text>
<li>
<span class="line-column">${row.head.title}</span>
<span class="line-title"><a href="${to(row.cells[3].uri)}">${days.matter(what)}</a>：${those?map(one -> days.period(one.cells[0].text))?join("、")}</span>
<@left row "最早"/>
</li>
</#if>
<#elseif !told?seq_contains(what + row.cells[1].text)>
<#if isOwn({"title": what, "dues": row.cells[3].uri?ends_with("registers/dues/index.html")})>
<#local alike = [row]>
<#else>
<#local told += [what + row.cells[1].text] alike = rows?filter(one -> one.cells[1].text == row.cells[1].text && matter(one) == what && sameMatter(rows, one)?size lt 2)>
</#if>
<#if alike?size == 1>
<li>
<span class="line-column">${row.head.title}</span>
<span class="line-title"><a href="${to(row.cells[0].uri!row.cells[3].uri)}">${breakable(what)}</a></span>
<@left row/>
</li>
<#else>
<li class="line-alike line-together">
<span class="line-title">${breakable(what)}</span> <@left row/>
<@foldable alike?size>
<#list alike as one>
<li><a href="${to(one.cells[0].uri!one.cells[3].uri)}">${one.head.title}<span class="vh">：${what}</span></a></li>
</#list>
</@foldable>
</li>
</#if>
</#if>
</#list>
</ul>
</#macro>
<#-- What is overdue of the same unit and differs in its month or quarter only, of the same year. -->
<#function sameMatter rows row><#return rows?filter(one -> one.cells[2].tone == "late" && one.head.title == row.head.title && one.cells[3].uri! == row.cells[3].uri! && one.cells[1].text[0..3] == row.cells[1].text[0..3] && days.period(one.cells[0].text) != "" && days.matter(one.cells[0].text) == days.matter(row.cells[0].text))></#function>
<#macro left row before=""><span class="line-date"><#if row.cells[2].tone == "notice">${days.text(row.cells[1].text)}结束，<strong class="late">已过${row.cells[2].text}</strong><#elseif row.cells[2].text?starts_with("还有")>${days.text(row.cells[1].text)}${(row.cells[2].text == "还有 0 天")?then("到期", "，" + row.cells[2].text?replace(" ", ""))}<#else>${before}期限${days.text(row.cells[1].text)}，<strong class="late">已逾期${row.cells[2].text}</strong></#if></span></#macro>
<#function matter row><#return brief({"title": row.cells[0].text, "group": row.head})></#function>

<#-- Of which periods each unit tells nothing, a year at a time. -->
<#macro untoldPeriods years>
<#local rows = []>
<#list (years[0].tables[0].rows)![] as row>
<#local told = []>
<#list years?reverse?filter(year -> year.tables?size gt 0) as year>
<#local table = year.tables[0] names = [] short = []>
<#list table.rows[row?index].cells as cell><#if cell.tone == "unknown"><#local names += [table.columns[cell?index + 1]]><#elseif cell.tone == "missing"><#local short += [table.columns[cell?index + 1] + "未交足"]></#if></#list>
<#if short?size gt 0><#local told += [year.heading + short?join("、")]></#if>
<#if names?size gt 0><#local told += [year.heading + (names?size == 4 && table.columns?size == 5)?then("四个季度", names?join("、")) + "未提供数据"]></#if>
</#list>
<#if told?size gt 0 && row.head.title != "合计"><#local rows += [[row.head, silent?seq_contains(row.head.title)?then("尚无网站", told?join("，"))]]></#if>
</#list>
<#if rows?size gt 0>
<h2 class="sub">党费（${years?last.heading}起）</h2>
<#if rows?size gt 300><p class="note">共${rows?size}项，这里只列300项，其余见各单位的页。</p></#if>
<div class="table-wrap" role="group" aria-label="党费：单位" tabindex="0">
<table>
<thead><tr><th scope="col">单位</th><th scope="col">未提供数据、未交足的期间</th></tr></thead>
<tbody>
<#list rows[0..*300] as row>
<tr><th scope="row" class="head"><a href="${root}${row[0].uri}">${row[0].title}</a></th><td>${row[1]}</td></tr>
</#list>
</tbody>
</table>
</div>
<#elseif years?filter(year -> year.tables?size gt 0)?size == 0>
<h2 class="sub">党费</h2>
<p class="empty">${years[0].empty}</p>
</#if>
</#macro>

<#-- Whether any year has something to an item: the tables of all years have the same columns. -->
<#function isTold column><#list tables as table><#list table.columns as one><#if one == column && table.rows?filter(row -> says(row.cells[one?index - 1]))?size gt 0><#return true></#if></#list></#list><#return false></#function>
<#-- What a cell says of units that tell nothing, and what else it says. -->
<#function lack cell><#list cell.text?matches("[0-9]+个支部中[0-9]+个未提供数据") as part><#return part></#list><#return ""></#function>
<#function lacking tables><#list tables as table><#list table.rows as row><#list row.cells as cell><#if lack(cell) != ""><#return true></#if></#list></#list></#list><#return false></#function>
<#function says cell><#return !["unknown", "early"]?seq_contains(cell.tone) && bare(cell) != "0篇"></#function>
<#function bare cell><#return cell.text?keep_before("，")></#function>

<#macro ongoing line><#if line.notice??> <span class="chip chip-${isOpen(line)?then("open", "past")}" data-notice-from="" data-notice-to="${line.notice.to}">${isOpen(line)?then("公示中", "公示已结束")}</span><@untoldResult line/></#if></#macro>

<#-- What a site itself lists as still to be told; of any other result nothing is known. -->
<#macro untoldResult line><#if !isOpen(line) && line.notice.result != ""> <span class="line-untold">${line.notice.result}</span></#if></#macro>

<#-- Whether a 公示 goes on, and its days. -->
<#macro standing line running=false><span class="line-kind<#if !running> line-stated</#if>"><#if line.notice??><span class="chip chip-${isOpen(line)?then("open", "past")}" data-notice-from="" data-notice-to="${line.notice.to}">${isOpen(line)?then("公示中", "公示已结束")}</span><@untoldResult line/><#if !running> <span class="line-span"><#if line.notice.from?string != line.notice.to>${days.text(line.notice.from)?remove_beginning(line.day[0..3] + "年")}</#if>至${days.text(line.notice.to)?remove_beginning(line.notice.from[0..3] + "年")}</span></#if></#if></span></#macro>

<#macro day line before=""><time class="line-date" datetime="${line.day}">${before}${days.text(line.day)?remove_beginning(year?then(heading, ""))}</time></#macro>
<#-- A title without its unit, before which its place may stand, as in 示例机关党支部 of 机关党支部. -->
<#function brief line><#local at = line.title?index_of(line.group.title) end = at + line.group.title?length><#return (at gte 0 && at lt 7 && line.title?length gt end + 3)?then(line.title[end..], line.title)></#function>
<#-- Whether each unit has its own: a name that is not written out says nothing of whose it is, nor do 公示 of others than dues. -->
<#function isOwn line><#return line.title?matches(".*[×＊*○某].*") || (line.notice?? || line.title?contains("公示")) && !line.dues></#function>
<#function monthOf line><#return line.day?keep_before_last("-")?keep_before(line.day?starts_with(heading?remove_ending("年"))?then("~", "-"))></#function>
<#function monthly month><#return (month?length gt 4)?then(heading + month?keep_after("-")?remove_beginning("0") + "月", (month?number gt (heading?remove_ending("年")?number))?then("到" + month + "年才公开的", month + "年已经公开的"))></#function>
<#function time line><#return line.day?date("yyyy-MM-dd")?long></#function>

<#-- A table of units. What no unit tells has no column, where a table has others besides; a unit that tells nothing has one cell.
     Where a unit is below another, it stands further in. Money is at the right. -->
<#macro grid table name>
<#local top = table.rows?map(row -> row.level)?min!0 silent = [] ahead = [] empty = [] same = "">
<#list 1..<table.columns?size as at>
<#local cells = table.rows?map(row -> row.cells[at - 1])>
<#if table.columns?size gt 5 && table.columns[1] == "公开" && cells?filter(cell -> cell.tone != "unknown")?size == 0><#local silent += [at]></#if>
<#if name?ends_with("年") && !isTold(table.columns[at])><#local empty += [at]></#if>
<#if table.columns[at] == "机构" && cells?filter(cell -> cell.text != cells[0].text)?size == 0><#local silent += [at] same = cells[0].text></#if>
<#if cells?filter(cell -> cell.text != "未到期")?size == 0><#local ahead += [table.columns[at]]><#if !name?ends_with("年")><#local silent += [at]></#if></#if>
</#list>
<#if empty?size lt table.columns?size - 1><#local silent += empty><#else><#local empty = []></#if>
<#local money = table.columns?map(column -> column?contains("季度"))>
<#-- The heads of the table of all lead to the tables of each. -->
<#local states = table.columns[1] == "公开" && table.columns?size gt 4>
<#if states><p class="legend states-note">单位名称后为已公开篇数<span>和最近公开日期</span>；<#if table.rows?filter(row -> row.cells?filter(cell -> cell.tone == "missing")?size gt 0)?size gt 0>红底为未交足、已届满，</#if>其他情况见各单位页。</p><@earlier [table]/></#if>
<#local slim = table.columns?size - silent?size lt 4 && table.columns[1] != "机构">
<#-- On a phone the newest quarter of dues that any unit tells is a list of units; others are opened, and what was not paid stands always. -->
<#local newest = 0 due = 0>
<#if name?ends_with("年") && money[1]><#list 1..<table.columns?size as at><#if table.rows?filter(row -> row.cells[at - 1].text != "未到期" && !["unknown", "early"]?seq_contains(row.cells[at - 1].tone))?size gt 0><#local newest = at></#if><#if !ahead?seq_contains(table.columns[at])><#local due += 1></#if></#list></#if>
<#if newest gt 0 && due gt 1><details class="fold"><summary>${table.columns[newest]}（点开看全部季度）</summary></details><#else><#local newest = 0></#if>
<div class="table-wrap<#if slim> slim</#if>" role="group" aria-label="${name}：${table.columns[0]}" tabindex="0">
<table<#if table.columns?size gt 2> class="<#if !slim>cards</#if><#if name?ends_with("年")> grid</#if><#if table.columns?size gt 7> many</#if><#if table.columns[1] == "公开"> units</#if><#if states> states</#if><#if table.columns[1] == "机构"><#if slim> cards</#if> terms</#if>"</#if>>
<thead><tr><#list table.columns as column><#if !silent?seq_contains(column?index)><th scope="col"<#if money[column?index]> class="num"</#if>><#if states && column?index gt 2><a href="${root}${page.path?keep_before_last("index.html")}${["coverage", "dues", "terms", "late"][column?index - 3]}.html">${head(column)}</a><#else>${(column == "公开")?then("已公开", head(column))}</#if></th></#if></#list></tr></thead>
<tbody>
<#list table.rows as row>
<#local lacks = row.cells?filter(cell -> cell.text != "未到期")?map(cell -> lack(cell)) shared = "">
<#local mute = row.cells?size gt 1 && ["unknown", "early"]?seq_contains(row.cells[0].tone) && row.cells?filter(cell -> cell.text != row.cells[0].text)?size == 0 unmarked = row.cells?filter(cell -> cell.text != "0篇")?size == 0>
<#if !mute && lacks?size gt 1 && lacks?filter(one -> one != lacks[0])?size == 0><#local shared = lacks[0]></#if>
<tr<#if row.level gt top> class="level-${[row.level - top, 2]?min}"<#elseif row.head.title == "合计"> class="total-row"</#if>><th scope="row" class="head"><#if row.head.uri??><a href="${to(row.head.uri)}">${row.head.title}</a><#else>${row.head.title}</#if><#if shared != ""> <span class="owed count">${brevity(shared)}</span></#if></th><#if mute || unmarked><td class="${unmarked?then("zero", row.cells[0].tone)} mute" colspan="${row.cells?size - silent?size}">${unmarked?then("目录各项都没有内容", row.cells[0].text)}</td><#else><#list row.cells as cell><#if !silent?seq_contains(cell?index + 1)><#local place = (cell?index + 1 == newest)?then("newest", (newest gt 0 && cell.tone != "missing")?then("older", ""))><#local known = (table.columns[cell?index + 1] == "已逾期" && cell.tone == "missing" && ago(row.cells[1].text) gte 2)?then("最近公开时列出的", "") owed = (states && money[cell?index + 1])?then(row.owed?map(link -> link.title)?filter(title -> !table.columns[cell?index + 1]?starts_with(title))?map(title -> title?remove_beginning(site.asOf[0..3] + "年"))?join("、"), "")><@value cell table.columns[cell?index + 1] states && cell.text?matches("[0-9]+/.*") money[cell?index + 1] row?has_next && table.rows[row?index + 1].level gt row.level shared place owed known/></#if></#list></#if></tr>
</#list>
</tbody>
</table>
</div>
<#list empty?map(at -> table.columns[at]) as item><#if !withouts?seq_contains(item)><#assign withouts += [item]></#if></#list>
<#if same != ""><#assign sames += [same]></#if>
<#if ahead?size gt 0>
<p class="legend<#if name?ends_with("年")> states-note</#if>">${ahead?join("、")}未到期。</p>
</#if>
</#macro>

<#-- What a table of all says in red, and who has no site: their names, before the table. -->
<#macro short table>
<#local units = [] facts = []>
<#list table.rows as row><#if !row?has_next || table.rows[row?index + 1].level lte row.level><#local units += [row]></#if></#list>
<#-- Whose site was not read is accused of nothing. -->
<#local unread = units?filter(row -> row.cells[0].text?contains("没有读到")) units = units?filter(row -> !row.cells[0].text?contains("没有读到"))>
<#if unread?size gt 0><#local facts += [["这一次没有读到", unread, 1]]></#if>
<#list table.columns as column><#if column?index gt 3>
<#local what = column?replace("（元）", "")?replace("^[0-9]{4}年", "", "r")>
<#-- What is owed of any quarter stays, whatever others tell of later ones. -->
<#local names = column?contains("党费")?then(units?filter(row -> row.owed?size gt 0), units?filter(row -> row.cells[column?index - 1].tone == "missing"))>
<#if names?size gt 0><#local facts += [[column?contains("党费")?then("党费未交足", column?contains("任期")?then("任期已届满", "逾期或者结果未公布")), names, column?index]]></#if>
<#-- Who is not named did not all pay: some tell nothing. -->
<#local names = units?filter(row -> row.cells[0].text != "尚无网站" && (row.cells[column?index - 1].tone == "unknown" || lack(row.cells[column?index - 1]) != ""))>
<#if column?contains("党费") && names?size gt 0 && units?filter(row -> row.cells[column?index - 1].tone != "unknown")?size gt 0><#local facts += [[what + "未提供数据", names, column?index]]></#if>
</#if></#list>
<#local names = units?filter(row -> row.cells?size gt 1 && row.cells[0].text == "尚无网站")>
<#if names?size gt 0><#local facts += [["尚无网站", names, 1]]></#if>
<#-- What could not be read may have newer entries. -->
<#local names = units?filter(row -> row.cells?size gt 1 && ago(row.cells[1].text) gte 12)>
<#if names?size gt 0><#local facts += [["一年以上没有公开", names, 2]]></#if>
<#if facts?size gt 0>
<div>
<h2 class="sub">提示事项</h2>
<dl class="facts facts-lines portal-short">
<#list facts as fact>
<div><dt>${fact[0]}</dt><dd><#list fact[1][0..*5] as row><#if row.head.uri??><a href="${to(row.head.uri)}">${row.head.title}</a><#else>${row.head.title}</#if><#if row.cells[fact[2] - 1].text?contains("个支部") || row.cells[fact[2] - 1].uri!?matches("units/.+/(dues|terms|late)\\.html")>下属支部</#if><#if fact[0] == "党费未交足">（<#list row.owed as link><a href="${to(link.uri)}">${link.title?remove_beginning(site.asOf[0..3] + "年")}</a><#sep>、</#list>）<#elseif fact[0] == "一年以上没有公开">（最近公开于${days.text(row.cells[1].text)}，${ago(row.cells[1].text)}个月前）</#if><#sep>、</#list><#if fact[1]?size gt 5>等${fact[1]?size}个单位</#if></dd></div>
</#list>
</dl>
</div>
</#if>
</#macro>

<#-- How many whole months ago a day was; 0 of what is no day. -->
<#function ago day><#if !day?matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")><#return 0></#if><#local months = (site.asOf[0..3]?number - day[0..3]?number) * 12 + site.asOf[5..6]?number - day[5..6]?number><#return (site.asOf[8..9]?number lt day[8..9]?number)?then(months - 1, months)></#function>

<#-- A cell of a table. A catalogue of the year is not full before its end, and 0 has nothing to show. -->
<#macro value cell column part=false money=false above=false drop="" class="" owed="" known="">
<#local told = (drop == "")?then(cell.text, cell.text?replace("，" + drop, "")) none = told == "0篇" text = told?replace(" ([0-9]+) ", "$1", "r")?replace("^还有0天$", "截至日届满", "r")?replace("(\\d{4})-0?(\\d+)-0?(\\d+) ?", "$1年$2月$3日", "r")?remove_beginning((column == "最近公开")?then(site.asOf[0..3] + "年", " "))?replace("^([0-9]+)/([0-9]+)项", "$1项（共$2项）", "r")>
<#-- Items of several units are not added up. -->
<#if part && (above || cell.uri!?ends_with("coverage.html"))><#local text = "见各单位"></#if>
<td data-name="${head(column?replace("^[0-9]{4}年", "", "r"))}" class="${(owed == "")?then(cell.tone, "missing paid")}<#if none || cell.tone == "early" || cell.text == "未到期"> zero</#if><#if cell.text?matches(".*[0-9]-.*")> short</#if><#if money> num</#if><#if cell.text == "—"> none</#if><#if class != ""> ${class}</#if>"><#if none><span>—</span><#elseif cell.uri??><a href="${to(cell.uri)}"><@parts text/></a><#else><span><@parts text/></span></#if><#if owed != ""> <strong class="owed">${owed}未交足</strong></#if><#if known != ""> <span class="owed">${known}</span></#if></td></#macro>

<#-- What a unit tells of itself: a row for each item of the catalogue and each quarter, a column for each year. -->
<#macro own sections>
<#local titles = [] files = {"党务公开目录": "coverage.html", "党费交纳情况": "dues.html", "任期": "terms.html"}>
<#-- What is overdue stands before all else. -->
<#list sections as section><#local title = section.heading?keep_before("（")><#if files[title]?? && !titles?seq_contains(title)><#local titles += [title]></#if></#list>
<#local titles = titles?filter(title -> title == "党费交纳情况") + titles?filter(title -> title == "任期") + titles?filter(title -> title == "党务公开目录")>
<div class="register-groups">
<div>
<#list titles as title>
<#local parts = sections?filter(section -> section.heading?starts_with(title + "（")) all = parts?filter(section -> section.heading?ends_with("年）")) years = all[0..*2] + (all?size gt 2)?then(all[2..]?filter(part -> part.tables?first.rows?filter(row -> row.cells?filter(cell -> cell.tone == "missing")?size gt 0)?size gt 0), [])>
<#-- Of years before all that a unit tells there is nothing to say. -->
<#local years = years?filter(part -> part.heading == years[0].heading || part.tables?first.rows?filter(row -> row.cells?filter(cell -> cell.tone != "early")?size gt 0)?size gt 0) all = all?filter(part -> part.tables?first.rows?filter(row -> row.cells?filter(cell -> cell.tone != "early")?size gt 0)?size gt 0)>
<#if title?index gt 0 && title == "党务公开目录"></div>
<div></#if>
<h2 class="sub">${(years?size gt 0)?then(title, parts[0].heading?replace("（", "：")?remove_ending("）"))}</h2>
<#if parts[0].note??><p class="note">${parts[0].note}</p></#if>
<@legend.tones files[title] parts?map(part -> part.tables[0])/>
<@earlier parts?map(part -> part.tables[0])/>
<#-- Of a catalogue to which nothing was marked there is one sentence. -->
<#if title == "党务公开目录" && years?size gt 0 && years?filter(part -> part.tables[0].rows?filter(row -> row.cells?filter(cell -> cell.text != "0篇")?size gt 0)?size gt 0)?size == 0>
<p class="note">只统计标明了目录项的内容；${years?map(part -> part.heading?keep_after("（")?remove_ending("）"))?join("、")}都没有。</p>
<#if all?size gt years?size><p class="legend">更早的年度，见<a href="${root}${files[title]}">${title}</a>。</p></#if>
<#continue>
</#if>
<div class="table-wrap" role="group" aria-label="${title}" tabindex="0">
<table class="own">
<#if years?size gt 0>
<#-- Each year as pairs of a name and a cell. -->
<#local names = [] columns = []>
<#list years as section>
<#local table = section.tables[0] pairs = []>
<#if table.columns[0] == "单位"><#list table.rows[0].cells as cell><#local pairs += [[table.columns[cell?index + 1], cell]]></#list><#else><#local pairs = table.rows?map(row -> [row.head.title, row.cells[0]])></#if>
<#local columns += [pairs]>
<#list pairs as pair><#if !names?seq_contains(pair[0])><#local names += [pair[0]]></#if></#list>
</#list>
<thead><tr><th scope="col">${(title == "党费交纳情况")?then("季度", "目录项")}</th><#list years as section><th scope="col" class="num">${section.heading?keep_after("（")?remove_ending("）")}</th></#list></tr></thead>
<tbody>
<#-- Items of which no year has anything are named below. -->
<#local none = names?filter(item -> columns?filter(pairs -> pairs?filter(pair -> pair[0] == item && pair[1].text != "0篇")?size gt 0)?size == 0)>
<#if none?size == names?size><#local none = []></#if>
<#list names?filter(item -> !none?seq_contains(item)) as item>
<tr><th scope="row">${item}</th><#list columns as pairs><#local cells = pairs?filter(pair -> pair[0] == item)><#if cells?size gt 0><@value cells[0][1] item false true/><#else><td class="num none">—</td></#if></#list></tr>
</#list>
</tbody>
<#else>
<#local table = parts[0].tables?last>
<thead><tr><#list table.columns[1..] as column><th scope="col">${column}</th></#list></tr></thead>
<tbody>
<#list table.rows as row>
<tr><#list row.cells as cell><@value cell table.columns[cell?index + 1]/></#list></tr>
</#list>
</tbody>
</#if>
</table>
</div>
<#if years?size gt 0 && none?size gt 0>
<@without names=none all=names?size own=true/>
</#if>
<#if all?size gt years?size><p class="legend">更早的年度，见<a href="${root}${files[title]}">${title}</a>。</p></#if>
</#list>
</div>
</div>
</#macro>

<#-- What a unit is short of, before all else. -->
<#macro owing sections>
<#local facts = [] lates = [] ended = [] untold = []>
<#list sections as section><#list section.tables as table>
<#-- A quarter of which nothing is told, of the years that the page of what is missing has. -->
<#if section.heading?starts_with("党费交纳情况") && website?? && untold?size lt 2>
<#local names = (table.columns[0] == "单位")?then(table.columns[1..]?filter(column -> (table.rows[0].cells[table.columns?seq_index_of(column) - 1].tone)! == "unknown"), [])>
<#local untold += [(names?size == 0)?then([], [section.heading?keep_after("（")?remove_ending("）") + (names?size == 4)?then("四个季度", names?join("、")) + "党费", "未提供数据", ""])]>
</#if>
<#list table.rows as row>
<#if section.heading?starts_with("党费交纳情况")><#list row.cells as cell><#if cell.tone == "missing"><#local facts += [[section.heading?keep_after("（")?remove_ending("）")?remove_beginning(site.asOf[0..3] + "年") + table.columns[cell?index + 1] + "党费未交足", "实交" + cell.text?replace("（", "元，")?replace("）", "") + "元", cell.uri!]]></#if></#list>
<#elseif section.heading?starts_with("任期") && row.cells?last.tone == "missing"><#local facts += [[row.cells[0].text + "任期已届满", days.text(row.cells[1].text) + "届满", row.head.uri!]]>
<#elseif section.heading?starts_with("缺报") && row.cells[2].tone == "notice"><#local ended += [[row.cells[0].text, days.text(row.cells[1].text) + "结束，结果未公布", row.cells[3].uri!, "已过" + row.cells[2].text, row.cells[0].uri!]]>
<#-- A term that is over is told above. -->
<#elseif section.heading?starts_with("缺报") && sameMatter(table.rows, row)?size gt 1><#local those = sameMatter(table.rows, row)>
<#if those[0].cells[0].text == row.cells[0].text><#local lates += [[days.matter(row.cells[0].text), those?map(one -> days.period(one.cells[0].text))?join("、"), row.cells[3].uri!, those?size + "次已逾期", ""]]></#if>
<#elseif section.heading?starts_with("缺报") && !row.cells[3].uri!?ends_with("/organisation/index.html")><#local lates += [[row.cells[0].text, "期限" + days.text(row.cells[1].text), row.cells[3].uri!, "已逾期" + row.cells[2].text, row.cells[0].uri!]]></#if>
</#list></#list></#list>
<#-- What is overdue stands first. -->
<#local facts = lates + facts + ended + untold?filter(one -> one?size gt 0)>
<#-- What could not be read may have newer entries. -->
<#local last = ""><#list .main.sections?map(section -> section.lines?map(line -> line.day))?filter(all -> all?size gt 0) as all><#if last == "" || all?sort?last?replace("-", "")?number gt last?replace("-", "")?number><#local last = all?sort?last></#if></#list>
<#if !(unread!false) && ago(last) gte 12><#local facts += [["一年以上没有公开", "最近公开于" + days.text(last) + "（" + ago(last) + "个月前）", ""]]></#if>
<#if facts?size gt 0>
<h2 class="sub">提示事项</h2>
<dl class="facts facts-lines portal-short">
<#list facts as fact>
<div><dt><#if (fact[4]!) != ""><a href="${to(fact[4])}">${fact[0]}</a><#else>${fact[0]}</#if></dt><dd><#if fact[3]??><strong class="late">${fact[3]}</strong>　</#if><#if fact[2] != ""><a href="${to(fact[2])}">${fact[1]}</a><#else>${fact[1]}</#if></dd></div>
</#list>
</dl>
</#if>
</#macro>

<#macro earlier tables><#if tables?filter(table -> table.rows?filter(row -> row.cells?filter(cell -> cell.tone == "early")?size gt 0)?size gt 0)?size gt 0><p class="legend">“最早记录以前”指该单位公开的内容和任期都在以后，不算缺报。</p></#if></#macro>

<#-- Items to which nothing was published: named once, no column and no row of nothing. -->
<#macro without names all years="" own=false><p class="legend">目录共${all}项，<#if own>只统计标明了目录项的内容；</#if>${years}没有标明属于“${names?join("”“")}”的内容<#if !own>，不列</#if>。</p></#macro>

<#function brevity text><#return text?replace("[0-9]+个支部中([0-9]+)个未提供数据", "缺$1个支部", "r")?replace("[0-9]+个支部中([0-9]+)个没有列出", "$1个支部没有列出", "r")?replace("([0-9]+)个支部没有$", "$1个支部未标明", "r")></#function>

<#-- A number with what is to be known of it below. -->
<#macro parts text><#list text?replace("（(应交[0-9.,]+)）", "，$1", "r")?split("，") as part><#if part?index == 0>${brevity(part)}<#else><span class="owed<#if !part?starts_with("应交")> count</#if>"> ${brevity(part)}</span></#if></#list></#macro>
