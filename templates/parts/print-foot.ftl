<#-- Stands on paper only: where the sheet comes from. -->
<#assign paperAddress = (site.baseUrl!"")?remove_ending("/") + (site.baseUrl??)?then("/", "") + page.path>
<div class="print-foot">
<#if site.baseUrl?? && (content?? || page.type == "wall")>
${qrCode(paperAddress, "本页网址的二维码")}
</#if>
<div class="print-foot-words">
<p>网页地址：<#list paperAddress?split("/") as part><span>${part}<#sep>/</#sep></span></#list></p>
<#if content??>
<#list content.details.all as fact><#if fact.label == "索引号">
<p>索引号：${fact.value}</p>
<#break></#if></#list>
</#if>
<p><span class="js-printed"></span>纸面内容可能已经更新，以网页为准。</p>
</div>
</div>
