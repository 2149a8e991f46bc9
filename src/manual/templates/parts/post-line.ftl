<#-- Pages as lines: the title, without what all of them begin with, and what the page is for. -->
<#macro lines posts showColumn=true showKind=false lead="" dated=true>
<ul class="lines">
<#list posts as post>
<li id="${post.uri?remove_ending(".html")}">
<#if showColumn>
<span class="line-column">${post.column.name}</span>
</#if>
<#if post.title?starts_with("文种说明：")>
<span class="line-title"><a href="${root}${post.uri}"><#if showColumn>${post.title}<#else>${post.title?remove_beginning("文种说明：")}</#if></a></span>
<#else>
<span class="line-title"><a href="${root}${post.uri}">${post.title}</a><#if !showColumn && post.summary??><span class="line-summary">${post.summary}</span></#if></span>
</#if>
</li>
</#list>
</ul>
</#macro>
