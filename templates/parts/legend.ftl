<#-- What the grounds of cells mean: a sample of each with its words.
     keys  [ {tone text} ] -->
<#macro of keys>
<#if keys?size gt 0>
<p class="legend keys"><#list keys as key><span><span class="key ${key.tone}" aria-hidden="true"></span>${key.text}</span><#sep> </#list></p>
</#if>
</#macro>

<#-- The grounds that a table of a portal has.
     path  of the page: what is red depends on what the table is about -->
<#macro tones path tables>
<#local red = {"terms.html": "红底：已届满", "dues.html": "红底：未交足，下行为应交数"}[path?split("/")?last]!"红底：未交足、已届满或者已逾期" keys = []>
<#list [{"tone": "missing", "text": red}, {"tone": "unknown", "text": "灰底：未提供数据"}] as key>
<#-- One cell needs none, nor do columns of nothing that a table of all has not. -->
<#local toned = 0>
<#list tables as table>
<#local shown = (0..<table.columns?size - 1)?filter(at -> table.columns[1] != "公开" || table.columns?size lt 6 || table.rows?filter(row -> row.cells[at].tone != "unknown")?size gt 0)>
<#list table.rows as row><#local toned += shown?filter(at -> row.cells[at].tone == key.tone)?size></#list>
</#list>
<#if toned gt 1><#local keys += [key]></#if>
</#list>
<@of keys/>
</#macro>
