<#-- The columns. The current one is marked on all pages below it. Those for which a window has no room in one row stand under 更多, which is marked
     where the current one is among them: the row is the same on all pages. -->
<#assign section = page.section!"" rest = site.columns?filter(column -> column.rest && (column.uri == page.path || column.uri == section))>
<nav class="menu" aria-label="栏目">
<ul class="wrap">
<li><a href="${root}index.html"<#if page.type == "home"> aria-current="page"</#if>>首页</a></li>
<#list site.columns as column>
<li<#if column.rest> class="menu-rest"</#if>><a href="${root}${column.uri}"<#if column.uri == page.path> aria-current="page"<#elseif column.uri == section> aria-current="true"</#if>>${column.name}</a></li>
</#list>
<li><a href="${root}years/index.html"<#if page.type == "years"> aria-current="page"<#elseif section?starts_with("years/")> aria-current="true"</#if>>按年浏览</a></li>
<#list site.links.menu as link>
<li><a href="${root}${link.uri}"<#if link.uri == page.path> aria-current="page"<#elseif link.uri == section> aria-current="true"</#if>>${link.title}</a></li>
</#list>
<#if site.columns?size gt 3>
<li class="menu-more<#if !site.columns?last.rest> menu-narrow</#if>"><label for="view-columns"<#if rest?size gt 0> class="menu-here"</#if>>更多<span class="vh">栏目</span></label></li>
</#if>
</ul>
</nav>
