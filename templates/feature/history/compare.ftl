<#-- An entry with its differences from the one that it replaces. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="history" paper="history-print">
<article class="paper entry version versus-page">
<div class="version-bar">
<p class="version-which"><a class="version-now-link" href="${root}${comparison.now.uri}">看现行文本</a></p>
<#assign places = comparison.places>
<#if places gt 0>
<nav class="version-walk" id="changes" aria-label="改动的地方" tabindex="-1"><p>共${places}处：</p>
<ul>
<#list 1..places as place>
<#if place gt 40 && place lt places>
<#if place == 41>
<li class="gap">…</li>
</#if>
<#else>
<li><a href="#change-${place}" aria-label="第${place}处改动">${place}</a></li>
</#if>
</#list>
</ul>
</nav>
</#if>
</div>
<div class="entry-head">
<header>
<h1>新旧对照：${breakable(comparison.now.title)}</h1>
</header>
<div class="strip">
<p>与被替代的<a href="${root}${comparison.before.uri}">${comparison.before.title}</a>相比，${comparison.changed}。</p>
</div>
<#if comparison.why??>
<div class="why">
<h2>修订说明</h2>
<p>${comparison.why}</p>
</div>
</#if>
</div>
<div class="entry-main">
<div class="prose marked">
${comparison.body?no_esc}
</div>
</div>
</article>
</@layout.frame>
