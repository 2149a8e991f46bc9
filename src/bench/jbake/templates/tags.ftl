<#include "header.ftl">
<h1>标签：${tag?html}</h1>
<ul>
<#list tag_posts as post>
<li><a href="<#if content?? && content.rootpath??>${content.rootpath}<#else>../</#if>${post.uri}">${post.title?html}</a> <time>${post.date?string("yyyy-MM-dd")}</time></li>
</#list>
</ul>
<#include "footer.ftl">
