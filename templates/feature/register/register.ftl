<#-- One register: for each year its totals, what was expected, its rows. -->
<#import "layout.ftl" as layout>
<#import "parts/charts.ftl" as figures>
<#import "parts/facts.ftl" as facts>
<#import "parts/notice.ftl" as notices>
<@layout.frame sheet="tables" paper="tables-print" wide=years?filter(part -> part.rows.tables?filter(table -> table.columns?size gt 6)?size gt 0)?size gt 0>
<#assign organisation = form == "组织" catalogue = !gaps && form == "目录" && years?filter(part -> !hasColumn(part, "已公开"))?size == 0>
<section class="paper register">
<#-- Days that have passed are counted to the day of the build. -->
<div class="paper-head list-head"><h1>${heading}</h1><#if years?filter(part -> part.rows.tables?filter(table -> table.rows?filter(row -> overdue(table, row) gt 0)?size gt 0)?size gt 0)?size gt 0><p class="total">截至${site.asOfText}</p></#if></div>
<#if intro??><p class="intro">${intro}</p></#if>
<#if term??><p class="intro"><strong>${term}</strong></p></#if>
<#if audience??><p class="intro">${audience}</p></#if>
<#-- One bar is no chart: what several years say is a sentence, and whether all was paid that was owed. -->
<#assign told = years?filter(part -> part.rows.count gt 0)>
<#assign dues = told?filter(part -> !isDues(part))?size == 0 sole = charts?size == 1 && charts[0].form == "bars" && charts[0].rows?size == 1 summary = sole && told?size gt 1>
<#if summary>
<#-- A takedown takes charts and totals away. -->
<p class="note same chart">${charts[0].note?keep_before("。")?remove_ending("合计")?remove_ending("的")}<#if !dues>${charts[0].columns[0]}共<#else><#if told?filter(part -> part.rows.more gt 0 || part.rows.tables?filter(table -> table.rows?filter(row -> !isPaid(row.cells))?size gt 0)?size gt 0)?size == 0>已经公开的各期都交足了，</#if>共实交</#if>${charts[0].rows[0].cells[0].text}，<span>${charts[0].head}均为${charts[0].rows[0].name}</span>。${charts[0].note?keep_after("。")}</p>
</#if>
<#if years?size gt 1>
<p class="years">年度：<#list years as part><a href="#${part.anchor}">${part.year}年</a><#sep> </#list></p>
</#if>
<#-- What a register of periods does not say of the time since its last one. As charts, a takedown takes it away. -->
<#list years[0..*1]?filter(part -> part.rows.count gt 0 && part.year lt running && part.rows.tables[0].columns[0].form == "period") as part>
<p class="note chart">最近公开的是${days(part.rows.tables[0].rows?last.cells[0])}的，其后各期尚未公开。</p>
<#else>
<#if years?size gt 0 && years[0].year lt running && years[0].rows.count gt 0 && !gaps && !organisation && !catalogue && !term??>
<#-- Of each kind the newest year, where they differ. -->
<#assign kinds = [] ends = []>
<#list told as part><#list part.rows.tables as table><#list table.columns as column><#if column.name == "种类"><#list table.rows as row><#if !kinds?seq_contains(row.cells[column?index])><#assign kinds += [row.cells[column?index]] ends += [part.year]></#if></#list></#if></#list></#list></#list>
<p class="note chart">本台账收录的内容<#if kinds?size gt 0 && ends?first != ends?last>按年度分开：<#list ends as end><#if ends?seq_index_of(end) == end?index><#list kinds as kind><#if ends[kind?index] == end>${kind}<#if ends?seq_last_index_of(end) gt kind?index>、</#if></#if></#list>到${end}年度<#if end != ends?last>，</#if></#if></#list><#else>到${years[0].year}年度</#if>为止。</p>
</#if>
</#list>
<#list years as part>
<#assign shown = part.year>
<section id="${part.anchor}" aria-labelledby="${part.anchor}-name">
<h2 id="${part.anchor}-name"<#if organisation || catalogue && part?index gt 0 && (part.rows.count gt 4 || part.rows.count gt 0 && part.charts?size gt 0)> class="<#if organisation>vh<#else>in-fold</#if>"</#if>>${part.year}年</h2>
<#assign summed = false>
<#if part.totals?size gt 0 && !organisation && !catalogue>
<@counted part/>
</#if>
<#-- What rows say themselves is not said twice, unless it is late. -->
<#assign missing = part.expected.missing?filter(item -> gaps || !item.entry??)>
<#if gaps && missing?size gt 0>
<h3><#if part.expected.tasks>应办${part.expected.count}项，尚未办结${part.expected.without}项<#else>应开展${part.expected.count}项，没有记录${part.expected.without}项</#if></h3>
<div class="table-wrap" role="group" aria-label="${part.year}年应开展而没有记录" tabindex="0">
<table class="cards">
<thead><tr><th scope="col"><#if part.expected.tasks>尚未办结的事项<#else>没有记录的事项</#if></th><th scope="col">期限</th><th scope="col">状态</th><th scope="col">依据</th></tr></thead>
<tbody>
<#list missing as item>
<tr><td class="words head"><@pending item/></td><td class="date" data-name="期限">${item.due}</td><td class="date" data-name="状态"><#if item.overdue><strong class="missing">已逾期</strong><#else>未到期</#if></td><td class="words" data-name="依据">${item.basis!"—"}</td></tr>
</#list>
</tbody>
</table>
</div>
<#if part.expected.unlisted gt 0><p class="note">没有全部列出，其余见本页末尾的表格文件。</p></#if>
<#elseif gaps && part.expected.count gt 0>
<p class="note"><#if part.expected.tasks>应办${part.expected.count}项，都写明了结果。<#else>应开展${part.expected.count}项，都有记录。</#if></p>
</#if>
<#-- A year that is over is folded, and on a phone many rows of this one that a chart repeats. -->
<#assign over = part?index gt 0 && (part.rows.count gt 4 || part.rows.count gt 0 && part.charts?size gt 0)>
<#assign folded = over || dues && part?index gt 0 && part.rows.count gt 0 || part.rows.count gt 8 && part.charts?size gt 0>
<#if !over><@drawn part/></#if>
<#if folded><details class="js-fold<#if over || catalogue> fold-wide</#if> register-year<#if dues> register-dues</#if>" id="${part.anchor}-rows" open><summary><#if catalogue>${part.year}年<@said part/><#else><#if over && part.charts?size gt 0>${part.charts[0].title?remove_beginning(part.year + "年")}和</#if>${numbers.thousands(part.rows.count)}条记录<#if dues><span class="totals"><#list part.rows.tables[0].sums as sum><#if sum?index gt 2 && sum?index lt 5>，${part.rows.tables[0].columns[sum?index].name[0..1]}${sum}元</#if></#list></span></#if></#if></summary></#if>
<#if over><@drawn part/></#if>
<#if part.rows.count gt 0>
<div<#if !folded> id="${part.anchor}-rows"</#if>>
<#list part.rows.tables as table>
<#if organisation><@posts table/><#elseif catalogue><@classes part table/><#elseif table.columns?map(column -> column.form)?join("/") == "period/band/count"><@bands part table/><#else><@records part table/></#if>
<#assign same = summary?then(table.same?filter(one -> one.name != charts[0].head || "“" + one.value + "”" != charts[0].rows[0].name), table.same)>
<#if same?size gt 0>
<p class="note same"><#list same as one><span><#if one.name == "姓名" && one.value?matches("×+")>这里没有列出姓名<#else><#if part.rows.tables?size gt 1>上表</#if>${one.name}${(table.rows?size gt 1)?then("均", "")}为“${days(one.value)}”</#if></span><#sep>，</#list>。</p>
</#if>
</#list>
</div>
<#if part.rows.more gt 0><p class="note">其余${part.rows.more}条见本页末尾的表格文件。</p></#if>
<#else>
<p class="empty" id="${part.anchor}-rows"><#if gaps>这一年没有记录。<#else>这一年暂无公开的条目。</#if></p>
</#if>
<#if folded></details></#if>
<#if !gaps && missing?size gt 0><p class="note">尚未到期：<#list missing as item><@pending item/>，${item.due}以前<#if item.basis??>，${item.basis}</#if><#sep>；</#list>。</p></#if>
</section>
</#list>
<#if charts?size gt 0 && !sole>
<#list charts as chart><h2>${chart.title}</h2>
<@figures.table chart=chart name=chart.title title=""/>
</#list>
</#if>
<p class="list-foot">下载本台账：<#list downloads as file><a href="${root}${file.uri}">${file.title}</a><#sep> </#list></p>
</section>
</@layout.frame>

<#macro records part table>
<#-- What few rows have is a badge, no column; a table with sums has its columns. -->
<#local badge = (table.sums?size == 0)?then(at(table, "badge"), -1)>
<#-- The days of a 公示 are one period. -->
<#local last = at(table, "last") period = at(table, "first") gte 0 && last gte 0>
<#-- One period of all rows stands in the note below them. -->
<#local once = table.columns[0].form == "period" && table.columns?size gt 2 && table.columns[1].align == "" && table.rows?size gt 1 && table.rows?filter(row -> row.cells[0] != table.rows[0].cells[0])?size == 0>
<#-- Names that are not published have no column. -->
<#local unnamed = -1><#list table.columns as column><#local here = column?index><#if column.name == "姓名" && table.rows?size gt 1 && table.rows?filter(row -> !row.cells[here]?matches("×*"))?size == 0><#local unnamed = here></#if></#list>
<#local left = [badge, period?then(last, -1), table.grouped, once?then(0, -1), unnamed] columns = []>
<#list table.columns as column><#if !left?seq_contains(column?index)><#local columns += [column]></#if></#list>
<#-- All years have a column of results, but where the note below says one for all rows. -->
<#local bare = period && at(table, "result") lt 0 && table.same?filter(one -> one.name == "结果")?size == 0>
<#-- A line below the name says all the rest of a row on a phone. -->
<#local brief = period || at(table, "present") gte 0 && columns?size lte 9>
<#local rows = table.rows>
<#if period && table.grouped lt 0 && !table.of??><#local rows = table.rows?filter(row -> underway(row)?size gt 0) + table.rows?filter(row -> underway(row)?size == 0)?reverse></#if>
<div class="table-wrap" role="group" aria-label="<#if table.of??>${table.of.label}<#else>${part.year}年记录</#if>" tabindex="0">
<table class="<#if columns?size gt 3 || columns?filter(column -> column.align == "num")?size lt columns?size - 1>cards<#else>small</#if><#if columns?size gt 7> many</#if><#if table.rows?size lte 8> few</#if><#if columns?size lte 7 && isDues(part)> figures</#if><#if brief> brief<#if period> periods<#if at(table, "first") == 0> by-period</#if></#if></#if><#if table.columns?filter(column -> column.form == "short")?size gt 0> indexed</#if><#if !brief && !period && columns?filter(column -> column.align == "num")?size == 1> one-num</#if>">
<caption<#if !table.of?? && (summed || table.rows?size lte 8)> class="vh"</#if>><#if table.of??><a href="${root}${table.of.uri}">${breakable(table.of.label)}</a><#if part.rows.tables?size gt 1>（${table.rows?size}条）</#if><#-- States are those of the paper, of a day that it may not tell. --><#if table.of?? && table.columns?filter(column -> column.name == "状态")?size gt 0> <span class="count">${table.of.value}发布</span></#if><#else>已公开（${numbers.thousands(part.rows.count)}条）</#if></caption>
<thead><tr><#list columns as column><th scope="col"<#if column.form == "short" || column.align != ""> class="${(column.form == "short")?then("short", column.align)}"</#if>><@name (column.name == "姓名" && rows?filter(row -> !row.cells?seq_contains("见原文"))?size == 0)?then("名单", called(column, period))/></th></#list><#if bare><th scope="col">结果</th></#if></tr></thead>
<tbody>
<#list rows as row>
<#local head = once?then(1, row.head)>
<#if table.grouped gte 0><@part_head table row?index part.rows.more columns?size/></#if><tr<#if dues && isPaid(row.cells) && row.facts?size == 0> class="paid"</#if>><#list row.cells as cell><#local column = table.columns[cell?index]><#if !left?seq_contains(cell?index)><td<#if cell?index == head> class="<#if column.align?has_content>${column.align} <#else>words </#if>head"<#elseif column.form == "short" || column.align != ""> class="${(column.form == "short")?then("short", column.align)}"<#elseif column.form == "by-day" && cell?matches("[0-9]{4}年[0-9]+月[0-9]+日前?")> class="by-day<#if cell?ends_with("前")> by-said</#if>"</#if><#if cell?index != head> data-name="${called(column, period)}"</#if>><#if cell?index == row.linked && row.entries?size gt 0><@source row cell table.rows?filter(one -> one.entries?size gt 2)?size gt 0/><#elseif period && column.form == "first"><@span cell row.cells[last]/><#elseif period && column.form == "result" && cell == ""><@runs row/><#elseif row.targets[cell?index] != ""><a href="${root}${row.targets[cell?index]}"><@notices.kindLast period?then(cell?replace("（" + shown + "年", "（"), cell)/></a><#elseif cell == "见原文"><#if table.of??><a href="${root}${table.of.uri}">名单见原文</a><#else>${cell}</#if><#elseif column.form == "validity" && cell?starts_with("废止")><span class="chip chip-past">${cell}</span><#elseif column.form == "word">${cell}<#elseif dues || brief><@inYear cell/><#else><@figure cell/></#if><#if column.name == "状态" && overdue(table, row) gt 0><#if cell == "">没有写明</#if> <strong class="late">已过期限${overdue(table, row)}天</strong></#if><#if cell?index == head><#if badge gte 0 && row.cells[badge]?has_content> <span class="chip chip-past">${row.cells[badge]}</span></#if><#if row.facts?size gt 0><@facts_of row cell/></#if></#if></td></#if></#list><#if bare><td data-name="结果"><@runs row/></td></#if></tr>
</#list>
</tbody>
<#if table.sums?size gt 0>
<tfoot>
<tr<#if dues && isPaid(table.sums)> class="paid"</#if>><#local blank = 0><#list table.sums as sum><#if sum != "" && sum?index gt 0><#break></#if><#local blank += 1></#list><#list table.sums as sum><#if sum?index == table.grouped || once && sum?index == 1><#elseif sum?index == 0><th scope="row" class="head"<#if dues && blank gt 1> colspan="${blank}"</#if>>${sum}</th><#elseif dues && sum?index lt blank><#else><td class="${table.columns[sum?index].align}" data-name="${table.columns[sum?index].name}"><@figure sum/><#if sum != "" && ["persons", "present"]?seq_contains(table.columns[sum?index].form)>人次</#if></td></#if></#list></tr>
</tfoot>
</#if>
</table>
</div>
<#if once><p class="note same"><span>期间均为“${days(table.rows[0].cells[0])}”</span>。</p></#if>
<#if unnamed gte 0><p class="note same">这里没有列出姓名。</p></#if>
</#macro>

<#function called column period><#return (period && column.form == "first")?then("公示时间", column.name)></#function>

<#-- The days since what a row names was to be done, if its state says that it is not; otherwise 0. -->
<#function overdue table row>
<#local day = table.columns?map(column -> column.form)?seq_index_of("by-day") state = table.columns?map(column -> column.name)?seq_index_of("状态")>
<#if day lt 0 || state lt 0 || !["", "未开始", "进行中"]?seq_contains(row.cells[state]) || !row.cells[day]?matches("[0-9]{4}年[0-9]+月[0-9]+日前?")><#return 0></#if>
<#return ((site.asOf?date("yyyy-MM-dd")?long - row.cells[day]?remove_ending("前")?date("yyyy年M月d日")?long) / 86400000)?round>
</#function>

<#-- The first column that is shown in a form of its own; -1 if none is. -->
<#function at table form><#list table.columns as column><#if column.form == form><#return column?index></#if></#list><#return -1></#function>

<#-- What a row says in words. What its name says as well is for programs only. -->
<#macro facts_of row name>
<#local said = row.facts?filter(fact -> name?contains(fact.value) && !fact.value?matches(".*[0-9].*") || fact.name?contains("几") && isNumbered(name, fact.value)) other = row.facts?filter(fact -> !said?map(one -> one.name)?seq_contains(fact.name))>
<#list said as fact><span hidden>，${fact.name}：${fact.value}</span></#list><#list other>
<p class="row-facts"><#items as fact><span><#if fact.name?contains("几")>${fact.name?replace("几", fact.value)}<#else>${fact.name}：${fact.value}</#if><#sep>，</#sep></span></#items></p></#list></#macro>

<#function isNumbered name value><#return name?contains("第" + value + "次") || value?matches("[0-9]") && name?contains("第" + "零一二三四五六七八九"[value?number] + "次")></#function>

<#-- From one day to another, each without the year that is known; a row of another kind has neither. -->
<#macro span from to><#if from == "" || to == ""><@inYear from + to/><#return></#if><@inYear from/>至<wbr><#if to[0..<5] == from[0..<5]><span hidden>${to[0..<5]}</span>${to[5..]}<#else>${to}</#if></#macro>

<#-- What is known of a 公示 without a result: that it is not over. -->
<#macro runs row><#list underway(row) as post><@notices.chip post.notice/><@notices.left post.notice/></#list></#macro>

<#-- The 公示 of a row that is not over. -->
<#function underway row><#return open?filter(post -> row.entries?filter(entry -> entry.uri == post.uri)?size gt 0)></#function>

<#-- What was counted of all, then what was counted of those of one class, as 重大事项决策·已完成. That each was one, and how many came from
     the only office, the rows say themselves. -->
<#macro counted part>
<#local classes = part.totals?filter(total -> total.name?contains("·"))?map(total -> total.name?keep_before("·"))>
<#local sum = 0><#list part.totals?filter(total -> !classes?seq_contains(total.name?keep_before("·")) && total.value?matches("[0-9]+")) as total><#local sum += total.value?number></#list>
<#-- Meetings are counted by times. -->
<#local measure = (part.charts?size gt 0)?then("次", "条")>
<#assign summed = sum == part.rows.count>
<#local plain = summed && classes?size == 0 && (part.totals?filter(total -> total.value != "1")?size == 0 || part.totals?size == 1 && part.rows.tables?size gt 0 && at(part.rows.tables[0], "alone") gte 0)>
<#local counts = 0><#list part.totals?filter(total -> !total.name?contains("·") && !hasColumn(part, total.name) && total.value?matches("[0-9]+")) as total><#local counts += total.value?number></#list>
<#-- A single row says all itself. -->
<#if part.rows.count == 1 && !dues && part.totals?filter(total -> total.name?contains("·"))?size == 0><p class="totals-sum">已公开1${measure}。</p><#return></#if>
<#if !summed && classes?size == 0 && counts gt part.rows.count><p class="totals-sum">已公开${part.rows.count}${measure}，有的同时属于两种：</p></#if>
<#if summed><p class="totals-sum">已公开${sum}${measure}${plain?then("。", "：")}</p></#if>
<#if plain><#return></#if>
<dl class="totals">
<#list part.totals?filter(total -> !classes?seq_contains(total.name?keep_before("·"))) as total><@one part total "" unit(part, total, measure)/></#list>
<#list part.totals?filter(total -> classes?seq_contains(total.name)) as whole>
<@one part whole "of" measure/><#list part.totals?filter(total -> total.name?starts_with(whole.name + "·")) as total><@one part total total?is_first?then("of-first", "") measure/></#list>
</#list>
</dl>
</#macro>

<#-- A count is of rows; what is summed has its name alone. -->
<#function unit part total measure><#return (total.value?matches("[0-9,]+") && !hasColumn(part, total.name))?then(measure, "")></#function>

<#-- A state in the word that all rows counted have for it. -->
<#function worded part total><#local words = {"已完成": ["已办结", "已兑现"], "未完成": ["未办结", "未兑现"]}[total.name]![]>
<#list words as word><#local of = 0><#list part.rows.tables as table><#local of += table.rows?filter(row -> row.cells?filter(cell -> cell?starts_with(word))?size gt 0)?size></#list><#if of?c == total.value><#return word></#if></#list>
<#return total.name></#function>

<#macro one part total class="" unit=""><div<#if class != ""> class="totals-${class}"</#if>><dt><#if total.name?contains("·")><span class="vh">${total.name?keep_before("·")}·</span>${total.name?keep_after("·")}<#elseif dues>${total.name?remove_ending("金额")}<#if total.name?ends_with("金额")><span class="of-amount">金额</span></#if><#else>${worded(part, total)}</#if></dt><dd><a href="${total.uri}">${total.value}${unit}</a></dd></div></#macro>

<#macro pending item><#if item.entry??><a href="${root}${item.entry.uri}">${item.what}</a><#else>${item.what}</#if><#if item.periods??>（${item.periods}）</#if></#macro>

<#function key row><#return row.cells[0] + " " + row.entries?map(entry -> entry.uri)?join(" ")></#function>

<#-- Whether a register is one of dues, and a row or a sum of it says that all was paid. -->
<#function isDues part><#return part.rows.tables?size gt 0 && part.rows.tables[0].columns?map(column -> column.form)?join("/")?starts_with("period/owed/paid/owed/paid")></#function>
<#function isPaid cells><#return cells[3] != "" && cells[1] == cells[2] && cells[3] == cells[4]></#function>

<#-- Below the name of its year a phone leaves the year out. -->
<#macro inYear text><#if text?starts_with(shown + "年")><span class="of-year">${shown}年</span>${text?remove_beginning(shown + "年")}<#else><@figure text/></#if></#macro>

<#function hasColumn part name><#return part.rows.tables?size gt 0 && part.rows.tables[0].columns?filter(column -> column.name?keep_before("（") == name)?size gt 0></#function>

<#macro drawn part><#if !organisation><#list part.charts as chart><@figures.table chart=chart name=part.year + "年" + chart.title?remove_beginning(part.year + "年") title=chart.title?remove_beginning(part.year + "年")/>
</#list></#if></#macro>

<#macro figure text><@facts.progress days(text)?replace("^([0-9]+)\\.0%$", "$1%", "r")/></#macro>

<#-- Two days that are no named period, in words. -->
<#function days text><#if !text?matches("[0-9]{4}-[0-9]{2}-[0-9]{2}至[0-9]{4}-[0-9]{2}-[0-9]{2}")><#return text></#if><#return text?replace("([0-9]{4})-0?([0-9]+)-0?([0-9]+)", "$1年$2月$3日", "r")?replace("至" + text[0..3] + "年", "至")></#function>

<#-- A long name may break: before its unit, else behind three characters. -->
<#macro name text><#if text?contains("（")>${text?keep_before("（")}<wbr>（${text?keep_after("（")}<#elseif text?length gt 4>${text[0..<3]}<wbr>${text[3..]}<#else>${text}</#if></#macro>

<#-- Above the first of the rows that say the same in the column by which they are grouped: what they say, and how many they are. -->
<#macro part_head table at more width><#assign value = table.rows[at].cells[table.grouped]><#if at == 0 || table.rows[at - 1].cells[table.grouped] != value><#if at gt 0></tbody>
<tbody>
</#if><tr class="part"><th scope="rowgroup" colspan="${width}">${table.columns[table.grouped].name}<#if value?has_content>${value}<#else>未写明</#if><#if more == 0>（${table.rows?filter(one -> one.cells[table.grouped] == value)?size}条）</#if></th></tr>
</#if></#macro>

<#-- What a row was taken from. All rows of a table have the same form: a list to be opened where one of them has many entries. -->
<#macro source row cell folded><#if folded>${cell} <details><summary>原文${row.entries?size + row.unlisted}条</summary><ul><#list row.entries as entry><li><a href="${root}${entry.uri}">${breakable(entry.title)}</a></li></#list></ul><#if row.unlisted gt 0><p>其余${row.unlisted}条见表格文件。</p></#if></details><#else><a href="${root}${row.entries[0].uri}"><#if dues><@inYear cell/><#else>${breakable(cell!)}</#if><#if !cell?has_content>原文</#if></a><#if row.entries?size == 2>　<a href="${root}${row.entries[1].uri}" aria-label="${row.entries[1].title}">［2］</a></#if></#if></#macro>

<#-- The catalogue: what was published of each class, and which papers. Their articles are in the files. -->
<#macro said part><#assign posted = part.rows.tables[0]>公开了${posted.rows?filter(row -> cellOf(row, "已公开") != "0")?size}类<#list posted.columns as column><#if column.name == "已公开" && posted.sums?size gt 0>，${posted.sums[column?index]}篇</#if></#list></#macro>

<#macro classes part table>
<#assign posted = table>
<div class="table-wrap" role="group" aria-label="${part.year}年各类公开的篇数" tabindex="0">
<table class="classes">
<thead><tr><th scope="col">类别</th><th scope="col" class="num">篇数</th><th scope="col">最近公开</th><th scope="col">最近的一篇</th></tr></thead>
<tbody>
<#list table.rows as row>
<tr><th scope="row">${row.cells[0]}</th><#if row.entries?size gt 0><td class="num">${cellOf(row, "已公开")}篇</td><td class="date">${cellOf(row, "最近公开")?remove_beginning(part.year + "年")}</td><td class="titles"><#if row.unlisted == 0><span class="newest"><a href="${root}${row.entries?last.uri}">${breakable(row.entries?last.title)}</a></span> </#if><details><summary><span>全部${cellOf(row, "已公开")}篇</span><span class="vh">：${row.cells[0]}</span></summary>
<ul><#list row.entries as entry><li><a href="${root}${entry.uri}">${breakable(entry.title)}</a></li></#list></ul><#if row.unlisted gt 0><p>其余${row.unlisted}篇见表格文件。</p></#if>
</details></td><#else><td colspan="3" class="none">${(part.year == running)?then("还没有", "没有")}公开</td></#if></tr>
</#list>
</tbody>
</table>
</div>
</#macro>

<#-- Points, a row for each paper and period: the bands side by side. What a paper does not state is no 0. -->
<#macro bands part table>
<#local names = [] keys = []>
<#list table.rows as row><#if !names?seq_contains(row.cells[1])><#local names += [row.cells[1]]></#if><#if !keys?seq_contains(key(row))><#local keys += [key(row)]></#if></#list>
<div class="table-wrap" role="group" aria-label="${part.year}年各分数段人数" tabindex="0">
<table class="cards posts">
<caption>各分数段人数</caption>
<thead><tr><th scope="col">期间</th><#list names as name><th scope="col" class="num">${name}</th></#list><th scope="col" class="num">合计</th></tr></thead>
<tbody>
<#list keys as one>
<#local rows = table.rows?filter(row -> key(row) == one) all = 0 known = true>
<tr><td class="head"><#list rows[0].entries as entry><a href="${root}${entry.uri}">${entry?is_first?then(rows[0].cells[0], "［" + (entry?index + 1) + "］")}</a><#else>${rows[0].cells[0]}</#list></td><#list names as name><#local of = rows?filter(row -> row.cells[1] == name)><td class="num" data-name="${name}"><#list of as row><#if row.cells[2]?matches("[0-9,]+")>${row.cells[2]}人<#local all += row.cells[2]?replace(",", "")?number><#else>未写明<#local known = false></#if><#sep>、</#list><#if of?size == 0>—</#if></td></#list><td class="num" data-name="合计"><#if known>${all}人<#else>未写明</#if></td></tr>
</#list>
</tbody>
</table>
</div>
</#macro>

<#-- The organisation: the posts of the committee with their term, the groups with their sizes; where names are not public, where
     they can be asked for. -->
<#macro posts table>
<#assign posted = table>
<#local committee = table.rows?filter(row -> cellOf(row, "类别") == "委员会") groups = table.rows?filter(row -> cellOf(row, "类别") != "委员会")>
<#local nobody = table.rows?filter(row -> !isUnnamed(row))?size == 0>
<#if committee?size gt 0>
<h3>支部委员会</h3>
<#local from = cellOf(committee[0], "任期开始") to = cellOf(committee[0], "任期届满") left = cellOf(committee[0], "距届满天数")>
<dl class="facts facts-lines">
<#if to != ""><div><dt>任期</dt><dd><#if from != "">${from}至</#if>${to}<#if left != "" && !left?starts_with("-")>（截至${site.asOfText}还有${left}天）</#if></dd></div></#if>
<#if nobody><div><dt>组成</dt><dd>${committee?map(row -> cellOf(row, "名称"))?join("、")}</dd></div>
<div><dt>姓名</dt><dd>不在本网站登载<#if site.contact??>；要了解的，请联系${site.contact}</#if></dd></div></#if>
<#if elections??><div><dt>怎样产生</dt><dd><a href="${root}${elections}">换届的通知、公示、选举和结果</a></dd></div></#if>
</dl>
<#if !nobody><@members "职务" "姓名" committee/></#if>
</#if>
<#if groups?size gt 0>
<h3>党小组</h3>
<#if nobody>
<dl class="facts facts-lines">
<#list groups as row><div><dt>${cellOf(row, "名称")}</dt><dd>${cellOf(row, "人数")?has_content?then(cellOf(row, "人数") + "人", "人数没有公布")}</dd></div></#list>
<#list table.sums as sum><#if table.columns[sum?index].name?starts_with("人数") && sum != ""><div><dt>合计</dt><dd>${sum}人</dd></div></#if></#list>
</dl>
<#else>
<@members "党小组" "组长" groups/>
</#if>
</#if>
</#macro>

<#function cellOf row name>
<#list posted.columns as column><#if column.name?keep_before("（") == name><#return row.cells[column?index]></#if></#list>
<#list row.facts + posted.same as fact><#if fact.name == name><#return fact.value></#if></#list>
<#return "">
</#function>

<#-- 厂区组组长 as the head of 厂区组 is a post, no name. -->
<#function isUnnamed row><#return ["", "未公开", cellOf(row, "名称") + "组长"]?seq_contains(cellOf(row, "担任人"))></#function>

<#macro members post person rows>
<#local told = ["担任人", "人数", "备注"]?filter(name -> rows?filter(row -> cellOf(row, name) != "")?size gt 0)>
<div class="table-wrap" role="group" aria-label="${post}" tabindex="0">
<table class="posts">
<thead><tr><th scope="col">${post}</th><#list told as name><th scope="col"<#if name == "人数"> class="num"</#if>><#if name == "担任人">${person}<#else>${name}</#if></th></#list></tr></thead>
<tbody>
<#list rows as row>
<tr><th scope="row">${cellOf(row, "名称")}</th><#list told as name><td<#if name == "人数"> class="num"</#if>><#if name == "担任人" && isUnnamed(row)>姓名未公开<#else>${cellOf(row, name)}</#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
</#macro>
