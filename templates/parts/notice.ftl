<#-- A 公示 and the state of an entry, in words first. The dates stand beside the chip, so that a reader without script can
     judge; the script renews the chip by the reader's own date. -->
<#macro chip notice>
<#switch notice.state><#case "公示中"><#local tone = "open"><#break><#case "公示未开始"><#local tone = "wait"><#break><#default><#local tone = "past"></#switch><span class="chip chip-${tone}" data-notice-from="${notice.from}" data-notice-to="${notice.to}">${notice.state}</span></#macro>

<#macro state state><span class="chip chip-${state.tone}">${state.text}</span></#macro>

<#-- 2025年12月22日至12月26日，共5个工作日 -->
<#macro short notice><@period notice/><@left notice/></#macro>

<#macro period notice year=true>
<span><@days notice year/><#if notice.workingDays??><span class="days">，</span></#if></span><#if notice.workingDays??><span class="days">共${notice.workingDays}个工作日</span></#if></#macro>

<#macro days notice year=true><#local crosses = notice.from?substring(0, 4) != notice.to?substring(0, 4)>${year?then(notice.fromText, notice.fromText?remove_beginning(site.asOfText[0..4]))}至<wbr><#if crosses>${notice.toText}<#else>${notice.toText?substring(5)}</#if></#macro>

<#-- Of a 公示 in a list that has ended: whether nothing is known of its result; whether its own page says it in words. A result that is
     another entry has no words in a list, so that nothing is said of one that readers do not see. -->
<#function untold post><#return ended(post) && !post.notice.result??></#function>
<#function worded post><#return ended(post) && (post.notice.result.title)!?has_content></#function>
<#function ended post><#return post.notice?? && post.notice.state == "公示已结束" && post.ways?filter(way -> way.label == "公示结果")?size == 0></#function>

<#-- The days that are left, which only the reader's clock knows. -->
<#macro left notice><#if notice.state != "公示已结束"><span class="js-left" data-from="${notice.from}" data-to="${notice.to}"<#if notice.days??> data-days="${notice.days}"</#if> hidden></span></#if></#macro>

<#-- The box above the body of an entry: until when, then whom to tell, the period, and when it has ended what came of it. Paper outlives the chip and leaves
     it out; screens leave out the period that the text tells. -->
<#macro strip notice contacts>
<#local ended = notice.state == "公示已结束">
<div class="strip strip-notice<#if !ended> strip-open</#if>">
<p class="strip-answer"><@chip notice/> <#if notice.state == "公示未开始"><span>${notice.fromText}开始</span> </#if><#if ended && notice.result??><span class="strip-result">结果：<#if notice.result.uri??><a href="${root}${notice.result.uri}"><@kindLast notice.result.title/></a><#else>${notice.result.title}</#if></span><#else><strong>${notice.toText}截止</strong></#if> <@left notice/></p>
<dl class="facts">
<#if notice.result?? && !ended>
<div class="facts-long"><dt>公示结果</dt><dd><@outcome notice/></dd></div>
<#elseif !notice.result??>
<div class="facts-long<#if !ended> js-untold</#if>"<#if !ended> hidden</#if>><dt>公示结果</dt><dd>还没有公布</dd></div>
</#if>
<#if !(ended && notice.result??)><@whom contacts/></#if>
<div class="facts-long<#if !ended && content.text.body?contains(notice.toText)> strip-told</#if>"><dt>公示期</dt><dd><@period notice/></dd></div>
</dl>
<#-- Nobody objects any more. -->
<#if ended && notice.result??>
<details class="strip-whom"><summary>公示期间反映渠道</summary>
<dl class="facts">
<@whom contacts/>
</dl>
</details>
</#if>
</div>
</#macro>

<#macro whom contacts>
<#list contacts as contact>
<div><dt>${(contact.label == "受理部门" && contact.value?matches(".*(委员|书记|组长)"))?then("受理人", contact.label)}</dt><dd><#if contact.target??><a href="${contact.target}">${contact.value}</a><#else>${contact.value}</#if></dd></div>
<#else>
<#if site.contact??><div class="facts-long"><dt>联系</dt><dd>${site.contact}</dd></div></#if>
<#if site.supervision??><div class="facts-long"><dt>监督</dt><dd>${site.supervision}</dd></div></#if>
</#list>
</#macro>

<#-- A title, of which screens show what stands behind the last 的: 通报（2026年1月8日）. -->
<#macro kindLast title><#local end = title?keep_after_last("的")><#if end?has_content && end?length lt 20><span class="strip-title">${title?remove_ending(end)}</span>${breakable(end)}<#else>${breakable(title)}</#if></#macro>

<#macro outcome notice><#if notice.result.uri??><a href="${root}${notice.result.uri}">${notice.result.title}</a><#else>${notice.result.title}</#if></#macro>

<#-- Since when a document is not in force, and which one is instead, and the comparison with the one that it replaces. -->
<#macro validity content ways>
<#local stale = content.validity.state?? && content.validity.state.tone != "good">
<#if stale || content.validity.replacedBy?size gt 0>
<div class="strip strip-stale">
<p><#if content.validity.replacedBy?size == 0><@state content.validity.state/> 全文留存备查，办事请以现行文件为准。<#elseif stale && content.validity.state.tone == "gone"><strong><#if content.validity.replacedBy[0].sinceText??>自${content.validity.replacedBy[0].sinceText}起废止<#else>已废止</#if></strong>，现行文件是<@successors content/>。<#else><#if content.validity.replacedBy[0].sinceText??>自${content.validity.replacedBy[0].sinceText}起<#else>已</#if>由<@successors content/>替代。</#if></p>
</div>
</#if>
<#local comparisons = ways?filter(way -> way.label == "新旧对照")>
<#if comparisons?size gt 0>
<div class="strip">
<p class="strip-link">与原文件对照：<#list comparisons as way><a href="${root}${way.uri}">新旧对照<#if comparisons?size gt 1>（${way.value}）<#else><span class="vh">：${way.value}</span></#if></a><#sep>、</#list></p>
</div>
</#if>
</#macro>

<#macro successors content><#list content.validity.replacedBy as other><a href="${root}${other.uri}">《${other.title}》</a><#if other.comparisonUri??>（<a href="${root}${other.comparisonUri}">新旧对照</a>）</#if><#sep>、</#list></#macro>
