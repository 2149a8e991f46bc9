<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<#-- Words that say of no paper what it is about. -->
<#assign general = ["结果", "学习", "作风", "工作", "活动", "情况"]>
<#assign subjects = tags?filter(tag -> isSubject(tag))?reverse?sort_by("count")?reverse>
<#-- Whole rows, of two, three or six in one. -->
<#if subjects?size gt 6><#assign subjects = subjects[0..<subjects?size - subjects?size % 6]></#if>
<#assign names = subjects?map(tag -> tag.name) others = tags?filter(tag -> !names?seq_contains(tag.name))>
<div class="paper-head list-head"><h1>${page.title}</h1><#if tags?size gt 0><p class="total">共${tags?size}个</p></#if></div>
<#if subjects?size gt 0>
<p class="intro">同一件事在各栏目里的内容放在一起看。<#if others?size gt 0>先列常用的${subjects?size}个，其他的在后面。</#if></p>
<@tiles subjects/>
</#if>
<#-- Those with one or two entries, of one column, or that repeat what the columns and kinds say. -->
<#if others?size gt 0>
<details class="tags-once" open>
<summary>其他${others?size}个标签</summary>
<@tiles others/>
</details>
</#if>
<#if tags?size == 0>
<p class="empty">还没有标签。</p>
</#if>
</section>
</@layout.frame>

<#function isSubject tag><#return tag.subject && tag.count gt (tags?size gt 20)?then(2, 1) && !general?seq_contains(tag.name)></#function>

<#macro tiles tags>
<ul class="tiles tags-all">
<#list tags as tag>
<li<#if tag.name?length gt 4> class="tags-long"</#if>><a href="${root}${tag.uri}">${tag.name} <span class="count">${tag.count}篇</span></a></li>
</#list>
</ul>
</#macro>
