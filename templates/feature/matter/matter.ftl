<#-- A matter from beginning to end: its papers in the order of their days, and the stages that are still to come. -->
<#import "layout.ftl" as layout>
<#import "parts/notice.ftl" as notice>
<#import "parts/facts.ftl" as facts>
<#import "parts/title.ftl" as titles>
<@layout.frame sheet="matter">
<section class="paper">
<#-- What became of it comes first. -->
<#assign outcome = []><#list steps as step><#assign outcome += step.facts?filter(fact -> fact.label == "状态")></#list>
<div class="paper-head list-head"><h1>${breakable(page.title)}</h1><p class="total"><#if state?? && outcome?size != 1><span class="chip chip-${(state == "已办结")?then("good", "wait")}">${state}</span>　</#if>已公开${steps?size}篇</p></div>
<p class="intro"><#if outcome?size == 1><strong>${outcome[0].value}</strong>。</#if><#if steps?size gt 1>${steps[0].dayText}开始，最近一步是${steps?last.dayText}的${steps?last.label}。</#if><#if ahead?size gt 0>下一步：${ahead[0]}<#if when != "">（${when}）</#if>。</#if></p>
<ol class="steps">
<#list steps as step>
<li>
<p class="step-when"><time datetime="${step.day}">${step.dayText}</time> <#-- A paper of which only its kind can be told is named once. --><#if step.label != step.title><span class="step-name">${step.label}</span></#if></p>
<p class="step-title"><a href="${root}${step.post.uri}"><@titles.short step.title/></a><#if step.post.notice??> <@notice.chip step.post.notice/><#if notice.untold(step.post)> <span class="count">结果未公布</span></#if></#if><#if step.post.state??> <@notice.state step.post.state/></#if></p>
<#if step.post.notice??>
<p class="step-notice">公示期：<@notice.short step.post.notice/></p>
</#if>
<#if step.facts?size gt 0>
<dl class="facts step-facts">
<#list step.facts as fact><#if fact.label == "状态"><#if outcome?size gt 1><div><dt>现在</dt><dd>${fact.value}</dd></div></#if><#else><@facts.row fact=fact/></#if></#list>
</dl>
</#if>
</li>
</#list>
</ol>
<#if ahead?size gt 0>
<p class="steps-ahead">以后的步骤：${ahead?join("、")}。</p>
</#if>
</section>
</@layout.frame>
