<#include "head.ftl">
<ul><#list tags as t><li><a href="${content.rootpath}${t.uri}">${t.name}</a> ${t.tagged_posts?size}/${t.tagged_documents?size}</li></#list></ul>
<p><#list alltags as t>${t} </#list></p>
<#include "foot.ftl">
