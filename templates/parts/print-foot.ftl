<#-- Stands on paper only: where the sheet comes from. -->
<div class="print-foot">
<p>网页地址：<#if site.baseUrl??>${site.baseUrl?remove_ending("/")}/</#if>${page.path}</p>
<#if content??>
<#list content.facts as fact><#if fact.label == "索引号">
<p>索引号：${fact.value}</p>
<#break></#if></#list>
</#if>
<p><span class="js-printed"></span>纸面内容可能已经更新，以网页为准。</p>
</div>
