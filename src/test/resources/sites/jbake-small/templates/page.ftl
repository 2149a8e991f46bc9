<#include "head.ftl">
<h1>${content.title}</h1>
${content.body}
<p>${content.date?string("yyyy-MM-dd")}</p>
<#include "foot.ftl">
