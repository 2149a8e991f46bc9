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
<#local red = {"dues.html": "红底：没有交足", "terms.html": "红底：已经届满", "late.html": "红底：已经逾期"}[path?split("/")?last]!"红底：没有交足、已经届满或者逾期" keys = []>
<#local catalogue = path?ends_with("coverage.html")>
<#list catalogue?then([], [{"tone": "missing", "text": red}]) + [{"tone": "unknown", "text": "灰底：没有提供数据，不是没有做"}] as key>
<#-- One cell needs none. -->
<#local toned = 0>
<#list tables as table><#list table.rows as row><#local toned += row.cells?filter(cell -> cell.tone == key.tone)?size></#list></#list>
<#if toned gt 1><#local keys += [key]></#if>
</#list>
<@of keys/>
</#macro>
