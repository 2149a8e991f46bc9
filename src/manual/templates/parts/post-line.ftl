<#-- Pages as lines: the title, without what all of them begin with, and what the page is for; those of kinds below the others. -->
<#macro lines posts showColumn=true showKind=false lead="" dated=true>
<#assign kinds = showColumn?then([], posts?filter(post -> post.title?starts_with("文种说明：")))>
<#if kinds?size < posts?size>
<ul class="lines">
<#list posts as post>
<#if showColumn || !post.title?starts_with("文种说明：")>
<@line post showColumn/>
</#if>
</#list>
</ul>
</#if>
<#if kinds?size gt 0>
<h2 class="sub">各个文种怎么写</h2>
<ul class="lines kinds">
<#list kinds as post>
<@line post false/>
</#list>
</ul>
</#if>
</#macro>

<#macro line post showColumn>
<li id="${post.uri?remove_ending(".html")}">
<#if showColumn>
<span class="line-column">${post.column.name}</span>
</#if>
<span class="line-title"><a href="${root}${post.uri}"><#if showColumn>${post.title}<#else>${post.title?remove_beginning("文种说明：")}</#if></a><#if !showColumn && post.summary??><span class="line-summary">${post.summary}</span></#if></span>
</li>
</#macro>
