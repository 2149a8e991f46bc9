<#-- How many tasks of a plan are done, as the plan says, and what shows it.
     current  whether the plan is of this year: its tasks are not folded on a phone
     day  the day on which the plan said so; without it, or if the plan told nothing yet, nothing is said -->
<#macro folded tasks day current>
<details class="<#if !current>js-fold </#if>tasks" open>
<summary class="tasks-sum">任务办理情况：<#if day != "">截至${day}，共${tasks.rows?size}项，已完成${tasks.done}项<#else>共${tasks.rows?size}项</#if></summary>
<#if day != "">
<p class="tasks-done"><progress class="tasks-bar" max="${tasks.rows?size?c}" value="${tasks.done?c}" aria-label="已完成${tasks.done}项，共${tasks.rows?size}项">已完成${tasks.done}项，共${tasks.rows?size}项</progress></p>
</#if>
<#list tasks.rows?filter(task -> task.evidence?size gt 0)>
<ul class="tasks-links">
<#items as task><li>${task.content}：<#list task.evidence as entry><a href="${root}${entry.uri}">${entry.title}</a><#sep>、</#list></li></#items>
</ul>
</#list>
<#nested>
</details>
</#macro>
