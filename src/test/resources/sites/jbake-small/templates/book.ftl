<#include "head.ftl">
<h1>${content.title}</h1>
<p>${content.author}, ${content.type}, ${content.uri}</p>
${content.body}
<#include "foot.ftl">
