<#-- What is known about an entry: the table of label and value, and the tables of its kind. -->
<#macro table facts>
<#if facts?size gt 0>
<dl class="facts" aria-label="公开信息">
<#list facts as fact>
<div><dt>${fact.label}</dt><dd><#if fact.uri??><a href="${root}${fact.uri}">${fact.value}</a><#else>${fact.value}</#if></dd></div>
</#list>
</dl>
</#if>
</#macro>

<#-- A column whose first value is a number is set as one of numbers, 序号 in the middle. -->
<#macro typed table>
<#local kinds = []>
<#if table.rows?size gt 0><#local kinds = table.rows[0]?map(value -> (value!"")?matches("[-+]?[0-9][0-9,]*(\\.[0-9]+)?%?")?string("num", ""))></#if>
<div class="table-wrap" role="group" aria-label="${table.caption}" tabindex="0">
<table>
<caption>${table.caption}</caption>
<thead>
<tr><#list table.columns as column><th scope="col"<@kind table kinds column?index/>>${column}</th></#list></tr>
</thead>
<tbody>
<#list table.rows as row>
<tr><#list row as value><td<@kind table kinds value?index/>>${value!}</td></#list></tr>
</#list>
</tbody>
</table>
</div>
</#macro>

<#macro kind table kinds index><#if (table.columns[index]!"") == "序号"> class="seq"<#elseif (kinds[index]!"") == "num"> class="num"</#if></#macro>
