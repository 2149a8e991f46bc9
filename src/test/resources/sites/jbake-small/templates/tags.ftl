<#include "head.ftl">
<h1>${tag}</h1>
<ul><#list tag_posts as post><li>${post.title}</li></#list></ul>
<ul><#list tagged_documents as doc><li>${doc.title}</li></#list></ul>
<#include "foot.ftl">
