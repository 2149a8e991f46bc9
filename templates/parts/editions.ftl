<#-- The same page in the editions of the site. -->
<#if (editions!)?size gt 0>
<nav class="editions" aria-label="本站的年度存档">
<div class="wrap">
<p class="editions-name">年度存档</p>
<ul>
<#list editions as edition>
<li><#if edition.current><span aria-current="true">${edition.name}</span><#elseif edition.uri??><a href="${root}${edition.uri}">${edition.name}</a><#else><span class="editions-none">${edition.name}<span class="vh">（没有这一页）</span></span></#if></li>
</#list>
<li><a href="${root}${editionsUri}">全部</a></li>
</ul>
</div>
</nav>
</#if>
