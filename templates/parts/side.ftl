<#-- Beside the body on wide screens. On narrow ones the outline is shown above it and the rest below, each folded by the
     script. -->
<#import "facts.ftl" as facts>

<#macro column content>
<div class="entry-side">
<#if content.outline?size gt 0>
<nav class="entry-outline" aria-label="本页目录">
<details class="js-fold" open>
<summary>本页目录</summary>
<ul>
<#list content.outline as heading>
<li class="level-${heading.level}"><a href="#${heading.id}">${heading.text}</a></li>
</#list>
</ul>
</details>
</nav>
</#if>
<section aria-label="公开信息">
<details class="js-fold" open>
<summary>公开信息</summary>
<@facts.information content/>
</details>
</section>
<#if content.related?size gt 0>
<nav aria-label="相关">
<details class="js-fold" open>
<summary>相关</summary>
<ul>
<#list content.related as item>
<li><span><a href="${root}${item.uri}">${breakable(item.title)}</a></span> <time datetime="${item.published}">${item.published}</time></li>
</#list>
</ul>
</details>
</nav>
</#if>
</div>
</#macro>
