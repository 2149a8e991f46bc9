<#include "header.ftl">
<h1>最新公开</h1>
<ul>
<#list published_posts as post>
<#if post?index == 10><#break></#if>
<li><a href="${post.uri}">${post.title?html}</a> <time>${post.date?string("yyyy-MM-dd")}</time></li>
</#list>
</ul>
<#include "footer.ftl">
