<#macro nav pager>
<#if pager.pages gt 1>
<nav class="pager" aria-label="翻页">
<ul>
<#if pager.previousUri??>
<li><a href="${root}${pager.previousUri}" rel="prev">上一页</a></li>
</#if>
<#local before = 0>
<#list pager.items as item>
<#if item.number gt before + 1>
<li class="gap">…</li>
</#if>
<#local before = item.number>
<li><#if item.current><span class="current" aria-current="page"><span class="vh">第 </span>${item.number}<span class="vh"> 页，当前页</span></span><#else><a href="${root}${item.uri}" aria-label="第 ${item.number} 页">${item.number}</a></#if></li>
</#list>
<#if pager.pages gt before>
<li class="gap">…</li>
</#if>
<#if pager.nextUri??>
<li><a href="${root}${pager.nextUri}" rel="next">下一页</a></li>
</#if>
<li class="pages">第${pager.page}页，共${pager.pages}页</li>
</ul>
</nav>
</#if>
</#macro>
