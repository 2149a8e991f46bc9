<#-- The columns. The current one is marked on all pages below it. Those for which a window has no room in one row stand under 更多, which is marked
     where the current one is among them: the row is the same on all pages. -->
<#assign section = page.section!"" menuHere = false>
<nav class="menu" aria-label="栏目">
<ul class="wrap">
<li><a href="${root}index.html"<#if page.type == "home"> aria-current="page"</#if>>首页</a></li>
<#-- Every page has it: what is asked twice is read once. -->
<#list site.columns as column>
<#assign menuUri = column.uri menuAt = menuUri == page.path menuIn = menuAt || menuUri == section menuRest = column.rest menuHere = menuHere || menuRest && menuIn>
<li<#if menuRest> class="menu-rest"</#if>><a href="${root}${menuUri}"<#if menuAt> aria-current="page"<#elseif menuIn> aria-current="true"</#if>>${column.name}</a></li>
</#list>
<li><a href="${root}years/index.html"<#if page.type == "years"> aria-current="page"<#elseif section?starts_with("years/")> aria-current="true"</#if>>按年浏览</a></li>
<#list site.links.menu as link>
<#assign menuUri = link.uri>
<li><a href="${root}${menuUri}"<#if menuUri == page.path> aria-current="page"<#elseif menuUri == section> aria-current="true"</#if>>${link.title}</a></li>
</#list>
<#if site.columns?size gt 3>
<li class="menu-more<#if !site.columns?last.rest> menu-narrow</#if>"><label for="view-columns"<#if menuHere> class="menu-here"</#if>>更多<span class="vh">栏目</span></label></li>
</#if>
</ul>
</nav>
