<#-- An entry with its differences from the one that it replaces. -->
<#import "layout.ftl" as layout>
<#import "marks.ftl" as marks>
<@layout.frame sheet="history" paper="history-print">
<article class="paper entry version versus-page">
<div class="version-bar">
<p class="version-which"><strong>新旧对照</strong> <a class="version-now-link" href="${root}${comparison.now.uri}">看现行文本</a></p>
<@marks.walk comparison.places/>
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
