<#-- Outline and related entries: at the side on wide screens, above the body on narrow ones. -->
<div class="entry-side">
<#if content.outline?size gt 0>
<nav aria-label="本页目录">
<details open>
<summary>本页目录</summary>
<ul>
<#list content.outline as heading>
<li class="level-${heading.level}"><a href="#${heading.id}">${heading.text}</a></li>
</#list>
</ul>
</details>
</nav>
</#if>
<#if content.related?size gt 0>
<nav aria-label="相关">
<details open>
<summary>相关</summary>
<ul>
<#list content.related as item>
<li><span><a href="${root}${item.uri}">${item.title}</a></span> <time datetime="${item.published}">${item.published}</time></li>
</#list>
</ul>
</details>
</nav>
</#if>
</div>
