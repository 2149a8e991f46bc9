<#-- All registers: how much each holds, and what is missing. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="registers">
<section class="paper registers">
<div class="paper-head list-head"><h1>台账</h1><p class="total">数据截至 ${site.asOfText}　<a href="${root}${due.uri}">${due.title}</a></p></div>
<p class="intro">各本台账由已公开的条目自动汇总，每一行都能点到原文。</p>
<#if sheets?size gt 0>
<p class="intro">公开栏张贴稿（每月一张，A3）：<#list sheets as sheet><a href="${root}${sheet.uri}">${sheet.title}</a>　</#list><a href="${root}${sheetsUri}">全部月份</a></p>
</#if>
<#if audience??><p class="intro">${audience}</p></#if>
<#list charts as chart><p class="chart-name">${chart.title}</p>
<div class="chart-wrap" role="group" aria-label="${chart.title}" tabindex="0">${chart.svg?no_esc}</div>
</#list>
<div class="table-wrap" role="group" aria-label="台账一览" tabindex="0">
<table class="register-list cards">
<thead><tr><th scope="col">台账</th><th scope="col" class="num date">记录</th><#if gaps><th scope="col" class="num date">已逾期</th></#if><th scope="col">年度</th><th scope="col">内容</th></tr></thead>
<tbody>
<#list registers as register>
<tr><th scope="row" class="date head"><a href="${root}${register.uri}">${register.name}</a></th><td class="num" data-name="记录">${register.rows}<#if register.open gt 0>（另有未到期${register.open}项）</#if></td><#if gaps><td class="num" data-name="已逾期"><#if register.overdue gt 0><strong class="missing">${register.overdue}</strong><#else>—</#if></td></#if><td class="date" data-name="年度">${register.years}</td><td class="words">${register.description!}</td></tr>
</#list>
</tbody>
</table>
</div>
<#if gaps && without?has_content><p class="note">还没有记录的台账：${without}。</p></#if>
</section>
</@layout.frame>
