<#-- Entries as lines: column, title, date at the right.
     lead  the name that begins most titles, set in grey -->
<#import "notice.ftl" as notice>

<#macro lines posts showColumn=true lead="">
<ul class="lines">
<#list posts as post>
<li>
<#if showColumn>
<span class="line-column">${post.column.name}</span>
</#if>
<span class="line-title"><a href="${root}${post.uri}"><#if lead != "" && post.title?starts_with(lead)><span class="title-lead">${lead}</span>${post.title?substring(lead?length)}<#else>${post.title}</#if></a><#if post.notice??> <span class="line-notice"><@notice.chip post.notice/><#if post.notice.state != "公示已结束"> <span class="line-until">至${post.notice.toText}</span></#if></span></#if><#if post.state??> <@notice.state post.state/></#if></span>
<time class="line-date" datetime="${post.published}">${post.published}</time>
</li>
</#list>
</ul>
</#macro>
