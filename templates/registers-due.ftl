<#-- What is late and what is due within a month. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="registers">
<section class="paper registers">
<div class="paper-head list-head"><h1>应办事项</h1><p class="total">数据截至 ${site.asOfText}<#if calendar??>　<a href="${root}${calendar}">日历（ics）</a></#if></p></div>
<p class="intro">台账里应有而没有的事项：已经逾期的，和一个月内到期的。是否逾期只看已公开的条目。</p>
<#if audience??><p class="intro">${audience}</p></#if>
<#if due?size gt 0>
<div class="table-wrap" role="group" aria-label="应办事项" tabindex="0">
<table class="due">
<thead><tr><th scope="col">状态</th><th scope="col">期限</th><th scope="col">事项</th><th scope="col">台账</th><th scope="col">依据</th></tr></thead>
<tbody>
<#list due as item>
<tr><td class="date"><span class="chip chip-<#if item.overdue>gone<#else>warn</#if>">${item.state}</span></td><td class="date">${item.due}</td><td class="words">${item.what}</td><td class="date"><#if item.register??><a href="${root}${item.register.uri}">${item.register.title}</a><#else>—</#if></td><td class="words">${item.basis!"—"}</td></tr>
</#list>
</tbody>
</table>
</div>
<#if more gt 0><p class="note">其余${more}项见各本台账。</p></#if>
<#else>
<p class="empty">没有逾期和一个月内到期的事项。</p>
</#if>
</section>
</@layout.frame>
