<#-- The columns alone: a manual has neither years nor registers to browse. -->
<#-- Here, as every page has it. -->
<link rel="stylesheet" href="${root}assets/manual.css">
<#assign section = page.section!"">
<nav class="menu" aria-label="栏目">
<ul class="wrap">
<li><a href="${root}index.html"<#if page.type == "home"> aria-current="page"</#if>>首页</a></li>
<#list site.columns as column>
<li><a href="${root}${column.uri}"<#if column.uri == page.path> aria-current="page"<#elseif column.uri == section> aria-current="true"</#if>>${column.name}</a></li>
</#list>
</ul>
</nav>
