<#include "head.ftl">
<#list published_posts as post>
<h2><a href="${content.rootpath}${post.uri}">${post.title}</a></h2>
<p>${post.date?string("yyyy-MM-dd")} ${post.summary}</p>
</#list>
<p>${currentPageNumber}/${numberOfPages}
<#if previousFileName??><a href="${content.rootpath}${previousFileName}">newer</a></#if>
<#if nextFileName??><a href="${content.rootpath}${nextFileName}">older</a></#if></p>
<#include "foot.ftl">
