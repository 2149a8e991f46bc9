<#-- How far the tasks of a plan are: a bar, and below it what each has come to. -->
<#macro progress tasks elsewhere unmentioned>
<div class="tasks">
<p class="tasks-sum"><#if elsewhere><a href="${root}${tasks.plan.uri}">${tasks.plan.title}</a>：</#if>共${tasks.rows?size}项，办结${tasks.done}项<#if tasks.late gt 0>，<strong class="missing">逾期${tasks.late}项</strong></#if></p>
<svg class="tasks-bar" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" aria-label="办结${tasks.done}项，共${tasks.rows?size}项"><rect class="tasks-all" width="1000" height="12" fill="#e8e4da"/><rect class="tasks-done" width="${tasks.doneWidth?c}" height="12" fill="#1b6b3a"/><rect class="tasks-late" x="${tasks.doneWidth?c}" width="${tasks.lateWidth?c}" height="12" fill="#8f1d21"/></svg>
<#if elsewhere>
<div class="table-wrap" role="group" aria-label="计划任务" tabindex="0">
<table>
<thead><tr><th scope="col">任务</th><th scope="col">责任人</th><th scope="col">时限</th><th scope="col">状态</th></tr></thead>
<tbody>
<#list tasks.rows as task>
<tr><td>${task.content}<@links task/></td><td>${task.owner}</td><td class="date">${task.due}</td><td class="is-${task.tone}">${task.state}</td></tr>
</#list>
</tbody>
</table>
</div>
<#if unmentioned?size gt 0>
<p class="note">计划中有、总结正文没有提到的：${unmentioned?join("；")}。</p>
</#if>
<#else>
<#list tasks.rows?filter(task -> task.evidence?size gt 0)>
<ul class="tasks-links">
<#items as task><li>${task.content}<@links task/></li></#items>
</ul>
</#list>
</#if>
</div>
</#macro>

<#macro links task><#list task.evidence as entry><#if entry?is_first>：</#if><a href="${root}${entry.uri}">${entry.title}</a><#sep>、</#list></#macro>
