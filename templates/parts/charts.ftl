<#import "legend.ftl" as legend>
<#-- What registers compare, as ordinary tables: figures with their units and bars, or subjects against periods. Bars only repeat what the
     texts say.
     name  what the table is called where it can be scrolled
     title  empty where a heading says it -->
<#macro table chart name title=chart.title>
<#local note = chart.note + (chart.blank??)?then("空白的月份" + chart.blank!"", "")>
<div class="chart<#if chart.blank??> chart-recorded</#if>">
<#local rates = {"high": "90%以上", "medium": "80%至90%", "low": "不足80%"} tones = []>
<#list rates as tone, text><#if chart.rows?filter(row -> row.cells?filter(cell -> cell.tone! == tone)?size gt 0)?size gt 0><#local tones += [{"tone": "is-" + tone, "text": text}]></#if></#list>
<@legend.of tones/>
<div class="table-wrap" role="group" aria-label="${name}" tabindex="0">
<table class="<#if chart.form == "bars">cards </#if>${chart.form}">
<caption<#if title == ""> class="vh"</#if>>${chart.title}</caption>
<thead><tr><th scope="col">${chart.head}</th><#list chart.columns as column><th scope="col">${column}</th></#list></tr></thead>
<tbody>
<#list chart.rows as row>
<#local at = 0>
<tr><th scope="row"<#if chart.form == "bars"> class="head"</#if>>${row.name}</th><#list row.cells as cell><td<#if cell.tone?has_content> class="is-${cell.tone}"</#if><#if cell.span gt 1> colspan="${cell.span}"</#if> data-name="${chart.columns[at]}<#if cell.span gt 1>至${chart.columns[at + cell.span - 1]}</#if>"><#local at += cell.span><#if cell.uri??><a href="<#if !cell.uri?starts_with("#")>${root}</#if>${cell.uri}" aria-label="${cell.label}">${cell.text}</a><#elseif cell.label??><span aria-label="${cell.label}" role="img">${cell.text}</span><#else>${cell.text}</#if><#if cell.width gt 0><svg class="bar" width="${cell.width}%" height="9" aria-hidden="true"><rect width="100%" height="100%"/></svg></#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
<#-- Signs are explained once on a page. -->
<#if note != "" && !(.globals.explained!"")?contains(note)><#global explained = (.globals.explained!"") + note>
<p class="chart-note">${note}</p></#if>
</div>
</#macro>
