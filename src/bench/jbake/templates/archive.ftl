<#include "header.ftl">
<h1>全部公开内容</h1>
<#assign month = "">
<#list published_posts as post>
<#if post.date?string("yyyy-MM") != month><#if month != ""></ul></#if><#assign month = post.date?string("yyyy-MM")><h2>${month}</h2><ul></#if>
<li><a href="${post.uri}">${post.title?html}</a> <time>${post.date?string("yyyy-MM-dd")}</time></li>
</#list>
<#if month != ""></ul></#if>
<#include "footer.ftl">
