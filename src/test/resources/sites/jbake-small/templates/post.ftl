<#include "head.ftl">
<h1>${content.title}</h1>
<p>${content.date?string("dd MMMM yyyy")} ${content.status} ${content.summary} <#if content.author??>by ${content.author}</#if> <#if content.info??>${content.info.place} ${content.info.seats}</#if></p>
<p><#list content.tags as t>${t} (${db.getPublishedPostsByTag(t).size()}) </#list></p>
${content.body}
<p><#if content.previousContent??>older: <a href="${content.rootpath}${content.previousContent.uri}">${content.previousContent.title}</a></#if>
<#if content.nextContent??>newer: <a href="${content.rootpath}${content.nextContent.uri}">${content.nextContent.title}</a></#if></p>
<#include "foot.ftl">
