<#-- Figures of registers as ordinary tables: bars beside figures with their units, and subjects against periods. Colours and bars
     only repeat what the texts say. -->

<#-- Figures to be compared; what is the same throughout is a sentence. -->
<#macro bars chart>
<div class="chart">
<#if chart.rows?size gt 0>
<div class="table-wrap" role="group" aria-label="${chart.title}" tabindex="0">
<table class="cards bars">
<caption>${chart.title}</caption>
<thead><tr><th scope="col">${chart.head}</th><#list chart.columns as column><th scope="col">${column}</th></#list></tr></thead>
<tbody>
<#list chart.rows as row>
<tr><th scope="row" class="head">${row.name}</th><#list row.bars as bar><td data-name="${chart.columns[bar?index]}">${bar.text}<#if bar.width gt 0><span class="bar bar-${bar.width}"></span></#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
<#if chart.sentences?size gt 0><p class="chart-note">${chart.sentences?join("")}</p></#if>
<#else>
<p><strong>${chart.title}：</strong>${chart.sentences?join("")}</p>
</#if>
</div>
</#macro>

<#-- Subjects against periods: what a cell says stands in it as text. -->
<#macro grid matrix name>
<div class="chart">
<div class="table-wrap" role="group" aria-label="${name}" tabindex="0">
<table class="coverage">
<caption>${matrix.caption}</caption>
<thead><tr><th scope="col">事项</th><#list matrix.periods as period><th scope="col">${period}</th></#list></tr></thead>
<tbody>
<#list matrix.rows as row>
<#local at = 0>
<tr><th scope="row">${row.subject}</th><#list row.states as state><td class="is-${state.tone?replace(" ", " is-")}"<#if state.span gt 1> colspan="${state.span}"</#if> data-name="${matrix.periods[at]}<#if state.span gt 1>至${matrix.periods[at + state.span - 1]}</#if>"><#local at += state.span><#if state.uri??><a href="<#if !state.uri?starts_with("#")>${root}</#if>${state.uri}" aria-label="${state.label}">${state.text}</a><#elseif state.label??><span aria-label="${state.label}" role="img">${state.text}</span><#else>${state.text}</#if><#if state.note?has_content> <span class="below">${state.note}</span></#if></td></#list></tr>
</#list>
</tbody>
</table>
</div>
<p class="chart-note">${matrix.note}<#if matrix.rows[0].states[0].tone?starts_with("rate")><span class="tones">底色：绿色90%以上，黄色80%以上，红色不足80%。</span></#if></p>
</div>
</#macro>
