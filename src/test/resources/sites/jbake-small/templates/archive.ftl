<#include "head.ftl">
<ul><#list published_content as c><li>${c.date?string("yyyy-MM-dd")} ${c.type} <a href="${c.uri}">${c.title}</a></li></#list></ul>
<p>${all_content?size} ${posts?size} ${published_books?size} ${books?size} ${db.getPublishedPages()?size} ${db.getAllContent("post").size()}</p>
<#include "foot.ftl">
