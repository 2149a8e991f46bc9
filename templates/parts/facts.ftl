<#-- What is known about an entry: labels and values, and the tables of its kind. -->

<#-- Above the body. -->
<#macro key facts changes=[]>
<#if facts?size gt 0>
<dl class="facts facts-key<#if facts?size == 1> facts-one</#if>" aria-label="要点">
<#list facts as fact><@row fact changes/></#list>
</dl>
</#if>
</#macro>

<#-- Who answers for it; what stands above and below the text, and what is needed to file it, is folded. -->
<#macro information content>
<#local owner = content.details.information?filter(fact -> fact.label == "责任人")>
<#-- What the box of a 公示 leaves out. -->
<#local aside = (content.validity.notice?? && content.details.key?size == 1 && content.details.meeting?size == 0)?then(content.details.key, []) + owner>
<#if aside?size gt 0>
<dl class="facts-info"><#list aside as fact><@row fact=fact/></#list></dl>
</#if>
<details class="facts-more"><summary>索引号、审批流程等</summary>
<dl class="facts-info">
<#list content.details.information?filter(fact -> fact.label != "责任人") as fact><@row fact=fact/></#list>
<#if content.details.steps?size gt 0>
<div class="facts-steps"><dt>审批流程</dt><dd><ol>
<#list content.details.steps as step>
<li>${step.name}<#if step.person??>：${step.person}</#if><#if step.dayText??> <span>${step.dayText}</span></#if></li>
</#list>
</ol></dd></div>
</#if>
</dl>
</details>
</#macro>

<#-- What numbers count, where their names do not say it. -->
<#assign units = {"应到": "人", "实到": "人", "优秀": "人", "合格": "人", "基本合格": "人", "不合格": "人", "有效票": "张", "场次": "场", "时长": "小时", "服务事项": "项", "发放材料": "份"}>
<#-- A long value takes a line of its own. What a version changed in it is marked. -->
<#macro row fact changes=[]>
<#local changed = changes?filter(one -> one.where == fact.label)>
<div<#if fact.value?length gt 24> class="facts-long"</#if>><dt>${(changes?size gt 0 && fact.label == "版本")?then("文件版本", fact.label)}</dt><dd><#if changed?size gt 0><#if changed[0].before != ""><del>${changed[0].before}</del> </#if><ins>${fact.value}</ins><#elseif fact.uri??><a href="${root}${fact.uri}">${fact.value}</a><#else><@words fact.value/><#if fact.value?matches("[0-9.]+")>${fact.label?ends_with("人数")?then("人", units[fact.label]!)}</#if></#if></dd></div>
</#macro>

<#-- A period breaks between its days only; an amount has the thousands of registers. -->
<#macro words text><#if text?matches("[0-9.]+元")>${text?replace("(?<=[0-9])(?<!\\.[0-9]{1,9})(?=([0-9]{3})+(?![0-9]))", ",", "r")}<#elseif text?contains("日至")><#list text?split("至") as day><#list day?split("，") as bit><span class="day">${bit}<#if bit?has_next>，<#elseif day?has_next>至</#if></span></#list></#list><#else>${text}</#if></#macro>

<#-- A field that holds a list, as 议题 and 决议 of minutes do: a number and a text. -->
<#function isList table><#return table.columns?size == 2 && table.columns[0] == "序号" && table.columns[1] == table.caption></#function>

<#-- What was owed and what was paid, and which part that is. -->
<#function rated facts>
<#local known = []>
<#list facts as fact>
<#local known += [fact]>
<#local owed = facts?filter(other -> other.label == "应交金额" && other.value?matches("[0-9.]*[1-9][0-9.]*元"))>
<#if fact.label == "实交金额" && owed?size gt 0 && fact.value?matches("[0-9.]+元")><#local known += [{"label": "收缴率", "value": (100 * fact.value?remove_ending("元")?number / owed[0].value?remove_ending("元")?number)?string("0.#;; roundingMode=halfUp") + "%"}]></#if>
</#list>
<#return known>
</#function>

<#-- Whether a text tells a figure. -->
<#function isIn value text><#if !value?matches("[0-9][0-9,.]*[元人]?")><#return false></#if>
<#local at = value?matches(".*[元人]")?then(text?index_of(value), text?index_of(">" + value + "<"))>
<#return at gt 0 && !text[at - 1]?matches("[0-9.,]")></#function>

<#-- With what minutes begin: what they are about, the meeting, then all such fields. Below a title, what it says is left out, and that there was nobody,
     and a number of those present that stands beside that of all; the paper to be signed has everything. -->
<#macro lists meeting tables title="">
<#local present = meeting?filter(fact -> fact.value?contains("实到"))?map(fact -> fact.value?keep_after("实到")?remove_ending("人"))>
<#local meeting = meeting?filter(fact -> title == "" || fact.value != "无" && !(fact.label == "主题" && title?contains(fact.value)) && !(fact.label == "出席" && present?size gt 0 && fact.value?matches("[^0-9]*" + present[0] + "名")))>
<#local lists = tables?filter(table -> isList(table))>
<#if meeting?size + lists?size gt 0>
<dl class="facts">
<#list meeting as fact><@row fact=fact/></#list>
<#list lists as table>
<div class="facts-long"><dt>${table.caption}</dt><dd><#if table.rows?size == 1>${table.rows[0][1]!}<#else><ol><#list table.rows as row><li>${row[1]!}</li></#list></ol></#if></dd></div>
</#list>
</dl>
</#if>
</#macro>

<#-- A column whose first value is a number is set as one of numbers, 序号 in the middle. -->
<#macro typed table>
<#local kinds = []>
<#if table.rows?size gt 0><#local kinds = table.rows[0]?map(value -> (value!"")?matches("[-+]?[0-9][0-9,]*(\\.[0-9]+)?%?")?string("num", ""))></#if>
<div class="table-wrap" role="group" aria-label="${table.caption}" tabindex="0">
<#local head = (table.columns[0] == "序号" && table.columns?size gt 1)?then(1, 0)>
<#-- What is the same in all rows, as names that are not published, tells none from another. -->
<#if head lt table.columns?size - 1 && table.rows?size gt 1 && table.rows?filter(row -> (row[head]!"") != (table.rows[0][head]!""))?size == 0><#local head += 1></#if>
<#-- On a phone names with one or two numbers remain a table, and many rows without a state have a line below their name each. -->
<#local numbers = kinds?filter(kind -> kind == "num")?size stated = table.columns?filter(column -> column == "状态" || column?ends_with("情况"))?size gt 0>
<table class="<#if table.columns?size gt 3 || numbers lt table.columns?size - 1>cards<#if table.rows?size gte 8 && !stated> brief<#elseif numbers == 1> one-num</#if></#if>">
<caption>${table.caption}</caption>
<thead>
<tr><#list table.columns as column><th scope="col"<@kind table kinds column?index/>>${column}</th></#list></tr>
</thead>
<tbody>
<#list table.rows as row>
<tr<#if row[0]! == "合计"> class="total-row"</#if>><#list row as value><td<#if value?index == head> class="head"<#if head gt 0 && row[0]??> data-no="${row[0]}"</#if><#else><@kind table kinds value?index value!""/> data-name="${table.columns[value?index]}"</#if>><#if ["状态", "完成情况", "践诺情况"]?seq_contains(table.columns[value?index])><@progress value!""/><#else>${value!}</#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
</#macro>

<#-- What is done is seen at a glance, what is not is read. -->
<#macro progress state><#if state?matches("已(完成|办结|兑现|答复).*", "s")><span class="done">${state[0..2]}</span>${state[3..]}<#elseif state?matches("(进行中|长期坚持).*", "s")><#local word = state?starts_with("进")?then("进行中", "长期坚持")><span class="doing">${word}</span>${state?keep_after(word)}<#elseif state?matches("未(完成|兑现|办结).*", "s")><strong>${state[0..2]}</strong>${state[3..]}<#else>${state}</#if></#macro>

<#-- A short word does not break: on paper 宣传委员 would stand upright. -->
<#macro kind table kinds index value=""><#if (table.columns[index]!"") == "序号"> class="seq"<#elseif (kinds[index]!"") == "num"> class="num"<#elseif value?length gt 0 && value?length lte 5> class="short"<#elseif table.columns[index]! == "时限" && value?matches("[0-9]{4}年[0-9]+月[0-9]+日前?")> class="by-day<#if value?ends_with("前")> by-said</#if>"</#if></#macro>

<#-- The body, with the line that addresses it flush left, as GB/T 9704 wants it. -->
<#function addressed body recipients>
<#local first = body?keep_before("</p>")?replace("^(\\s*<div[^>]*>)*\\s*<p>", "", "r")>
<#if first?matches("[各全][^，。<]{1,60}：") || recipients != "" && first?starts_with(recipients) && first?keep_after(recipients)?matches("[^。<：]{0,20}：")>
<#return body?replace("<p>", '<p class="recipients">', "f")>
</#if>
<#return body>
</#function>

<#-- The type of a file in words that readers know. -->
<#function fileType type><#return ({"CSV": "表格", "XLSX": "表格", "XLS": "表格", "ET": "表格", "DOCX": "Word文档", "DOC": "Word文档", "WPS": "WPS文档", "TXT": "纯文本"}[type])!type></#function>

<#-- The name of a file without what is said of it behind. -->
<#function fileName file><#return file.name?remove_ending("（" + fileType(file.type) + "）")></#function>

<#-- Who signs: the one who writes of himself, else the publisher. -->
<#function signer content><#return [value(content.details.all, "作者"), value(content.details.all, "述职人"), content.publication.publisher!]?filter(one -> one != "")?first!""></#function>

<#-- What a header says under a label; nothing if it does not say it. -->
<#function value rows label><#list rows as row><#if row.label == label><#return row.value></#if></#list><#return ""></#function>
