<#-- What is known about an entry: labels and values, and the tables of its kind. -->
<#macro table facts>
<#if facts?size gt 0>
<dl class="facts" aria-label="公开信息">
<#list facts as fact><@row fact=fact/></#list>
</dl>
</#if>
</#macro>

<#-- Above the body. Phones show the first four; the others are among the rest there. -->
<#macro key facts>
<#if facts?size gt 0>
<dl class="facts facts-key" aria-label="要点">
<#list facts as fact><@row fact=fact class=(fact?index gte 4)?string("facts-more", "")/></#list>
</dl>
</#if>
</#macro>

<#macro information content>
<dl class="facts-info">
<#list content.keyFacts as fact><#if fact?index gte 4><@row fact=fact class="facts-again"/></#if></#list>
<#list content.information as fact><@row fact=fact/></#list>
<#if content.steps?size gt 0>
<div class="facts-steps"><dt>审批流程</dt><dd><ol>
<#list content.steps as step>
<li>${step.name}<#if step.person??>：${step.person}</#if><#if step.dayText??> <span>${step.dayText}</span></#if></li>
</#list>
</ol></dd></div>
</#if>
</dl>
</#macro>

<#macro row fact class="">
<div<#if class?trim != ""> class="${class?trim}"</#if>><dt>${fact.label}</dt><dd><#if fact.uri??><a href="${root}${fact.uri}">${fact.value}</a><#else><@words fact.value/></#if></dd></div>
</#macro>

<#-- A period breaks between its days only. -->
<#macro words text><#if text?contains("日至")><#list text?split("至") as day><#list day?split("，") as bit><span class="day">${bit}<#if bit?has_next>，<#elseif day?has_next>至</#if></span></#list></#list><#else>${text}</#if></#macro>

<#-- A field that holds a list, as 议题 and 决议 of minutes do: a number and a text. -->
<#function isList table><#return table.columns?size == 2 && table.columns[0] == "序号" && table.columns[1] == table.caption></#function>

<#-- All such fields together. -->
<#macro lists tables>
<#list tables?filter(table -> isList(table))>
<dl class="facts facts-lists">
<#items as table>
<div><dt>${table.caption}</dt><dd><ol><#list table.rows as row><li>${row[1]!}</li></#list></ol></dd></div>
</#items>
</dl>
</#list>
</#macro>

<#-- A column whose first value is a number is set as one of numbers, 序号 in the middle. -->
<#macro typed table>
<#local kinds = []>
<#if table.rows?size gt 0><#local kinds = table.rows[0]?map(value -> (value!"")?matches("[-+]?[0-9][0-9,]*(\\.[0-9]+)?%?")?string("num", ""))></#if>
<div class="table-wrap" role="group" aria-label="${table.caption}" tabindex="0">
<#local head = (table.columns[0] == "序号" && table.columns?size gt 1)?then(1, 0)>
<table class="cards">
<caption>${table.caption}</caption>
<thead>
<tr><#list table.columns as column><th scope="col"<@kind table kinds column?index/>>${column}</th></#list></tr>
</thead>
<tbody>
<#list table.rows as row>
<tr><#list row as value><td<#if value?index == head> class="head"<#else><@kind table kinds value?index/> data-name="${table.columns[value?index]}"</#if>>${value!}</td></#list></tr>
</#list>
</tbody>
</table>
</div>
</#macro>

<#macro kind table kinds index><#if (table.columns[index]!"") == "序号"> class="seq"<#elseif (kinds[index]!"") == "num"> class="num"</#if></#macro>
