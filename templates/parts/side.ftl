<#-- Beside the body on wide screens. On narrow ones the outline is shown above it and the rest below, each folded by the
     script. -->
<#import "facts.ftl" as facts>
<#import "days.ftl" as days>

<#macro column content information=true>
<div class="entry-side">
<#if content.text.outline?size gt 0>
<nav class="entry-outline" aria-label="本页目录">
<details class="js-fold" open>
<summary>本页目录</summary>
<#-- A long one has its subheadings folded under each heading. -->
<#assign folded = content.text.outline?size gt 60 && content.text.outline[0].level == 2 open = false upper = "">
<ul>
<#list content.text.outline as heading>
<#if folded && heading.level == 2>
<#if open>
</ul></details>
</#if>
<#if !heading?is_first>
</li>
</#if>
<li class="level-2"><a href="#${heading.id}">${heading.text}</a>
<#assign open = false upper = heading.text>
<#else>
<#if folded && !open>
<#-- Rules are found by their codes. -->
<#assign last = heading>
<#list content.text.outline[heading?index..] as below><#if below.level == 2><#break></#if><#assign last = below></#list>
<details><summary><#if heading.text?matches("[EW][0-9]{3} .*")>${heading.text?keep_before(" ")}<#if last.id != heading.id>至${last.text?keep_before(" ")}</#if><#else>各节</#if><span class="vh">：${upper}</span></summary><ul>
<#assign open = true>
</#if>
<li class="level-${heading.level}"><a href="#${heading.id}">${heading.text}</a></li>
</#if>
</#list>
<#if open>
</ul></details>
</#if>
<#if folded>
</li>
</#if>
</ul>
</details>
</nav>
</#if>
<#if information>
<section aria-label="公开信息">
<details class="js-fold" open>
<summary>公开信息</summary>
<@facts.information content/>
</details>
</section>
</#if>
<#if content.near.related?size gt 0>
<nav aria-label="相关">
<details class="js-fold" open>
<summary>相关</summary>
<ul>
<#list content.near.related?sort_by("published")?reverse as item>
<li><span><a href="${root}${item.uri}">${breakable(item.title)}</a></span> <time datetime="${item.published}">${days.text(item.published)}</time></li>
</#list>
</ul>
</details>
</nav>
</#if>
</div>
</#macro>
