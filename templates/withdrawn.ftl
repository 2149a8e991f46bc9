<#import "layout.ftl" as layout>
<@layout.frame>
<section class="paper notice-page">
<h1>${page.title}</h1>
<p><#if gone.dayText??>这里的内容已于${gone.dayText}${gone.what}。<#else>这里的内容已${gone.what}。</#if><#if gone.reason??>原因：${gone.reason}</#if></p>
<p class="note"><#if gone.number??>索引号：${gone.number}<br></#if>发布日期：${gone.publishedText}</p>
<ul class="tiles">
<#if gone.column??>
<li><a href="${root}${gone.column.uri}">${gone.column.name}</a></li>
</#if>
<li><a href="${root}index.html">首页</a></li>
</ul>
<#if site.contact??>
<p class="contact">需要了解情况，请联系：${site.contact?replace(" ", "\xA0")}</p>
</#if>
</section>
</@layout.frame>
