<#include "header.ftl">
<article>
<h1>${content.title?html}</h1>
<table class="meta">
<#list ["文种", "栏目", "年度", "成文日期", "索引号", "公开范围", "发布机构", "责任人", "审批人"] as key>
<#if content[key]??><tr><th>${key}</th><td>${content[key]?html}</td></tr></#if>
</#list>
<tr><th>发布日期</th><td>${content.date?string("yyyy-MM-dd")}</td></tr>
</table>
<div class="body">${content.body}</div>
<p class="tags"><#list content.tags as tag><a href="${content.rootpath}tags/${tag}.html">${tag?html}</a> </#list></p>
<nav class="neighbours">
<#if content.previousContent??><a rel="prev" href="${content.rootpath}${content.previousContent.uri}">${content.previousContent.title?html}</a></#if>
<#if content.nextContent??><a rel="next" href="${content.rootpath}${content.nextContent.uri}">${content.nextContent.title?html}</a></#if>
</nav>
</article>
<#include "footer.ftl">
