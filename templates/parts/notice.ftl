<#-- A 公示 and the state of an entry, in words first. The dates stand beside the chip, so that a reader without script can
     judge; the script renews the chip by the reader's own date. -->
<#macro chip notice>
<#switch notice.state><#case "公示中"><#local tone = "open"><#break><#case "公示未开始"><#local tone = "wait"><#break><#default><#local tone = "past"></#switch><span class="chip chip-${tone}" data-notice-from="${notice.from}" data-notice-to="${notice.to}">${notice.state}</span></#macro>

<#macro state state><span class="chip chip-${state.tone}">${state.text}</span></#macro>

<#-- 12月22日至12月26日，共5个工作日 -->
<#macro short notice>
<span><#local crosses = notice.from?substring(0, 4) != notice.to?substring(0, 4)><#if crosses>${notice.from?substring(0, 4)}年</#if>${notice.fromText}至<#if crosses>${notice.to?substring(0, 4)}年</#if>${notice.toText}<#if notice.workingDays??>，</#if></span><#if notice.workingDays??><span>共${notice.workingDays}个工作日</span></#if></#macro>

<#-- 2025年12月22日至12月26日，共5个工作日 -->
<#macro full notice>
<#local crosses = notice.from?substring(0, 4) != notice.to?substring(0, 4)>${notice.from?substring(0, 4)}年${notice.fromText}至<#if crosses>${notice.to?substring(0, 4)}年</#if>${notice.toText}<#if notice.workingDays??>，共${notice.workingDays}个工作日</#if></#macro>

<#-- The strip above the body of an entry. -->
<#macro strip notice>
<div class="strip">
<p><@chip notice/> 公示期：<@full notice/>。</p>
<#if notice.result??>
<p class="strip-link">公示结果：<#if notice.result.uri??><a href="${root}${notice.result.uri}">${notice.result.title}</a><#else>${notice.result.title}</#if></p>
</#if>
</div>
</#macro>
