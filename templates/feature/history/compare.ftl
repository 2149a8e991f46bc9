<#-- An entry with its differences from the one that it replaces. -->
<#import "layout.ftl" as layout>
<@layout.frame sheet="history" paper="history-print">
<article class="paper versus-page">
<div class="paper-head"><h1>新旧对照：<wbr>${breakable(comparison.now.title)}</h1></div>
<p class="intro">与被替代的<a href="${root}${comparison.before.uri}">《${comparison.before.title}》</a>相比，${comparison.changed}。　<a class="version-now-link" href="${root}${comparison.now.uri}">看现行文本</a></p>
<#if comparison.why??>
<p class="why"><strong>修订说明</strong>　${comparison.why}</p>
</#if>
<div class="prose marked">
${comparison.body?no_esc}
</div>
</article>
</@layout.frame>
