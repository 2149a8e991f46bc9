<#import "layout.ftl" as layout>
<#import "parts/post-line.ftl" as line>
<#import "parts/notice.ftl" as notice>
<#import "parts/matrix.ftl" as years>
<@layout.frame crumbs=false>
<div class="home">
<section class="paper home-latest" aria-labelledby="latest">
<div class="paper-head"><h2 id="latest">最新公开</h2><#if site.total gt 0><a class="more" href="${root}years/index.html">全部 ${site.total} 篇</a></#if></div>
<#if latest?size gt 0>
<@line.lines latest/>
<#-- The first entry of a site stands for all of it. -->
<#if latest?size == 1 && latest[0].summary??>
<p class="home-summary">${latest[0].summary}</p>
</#if>
<#else>
<p class="empty">还没有公开的内容。</p>
</#if>
</section>
<section class="paper home-notices<#if notices?size gt 0> home-running</#if>" aria-labelledby="notices">
<div class="paper-head"><h2 id="notices">正在公示</h2></div>
<#if notices?size gt 0>
<ul class="notices js-notices">
<#list notices as post>
<li><a href="${root}${post.uri}">${breakable(post.title)}</a>
<p><#if post.notice??><@notice.chip post.notice/> <@notice.short post.notice/></#if></p></li>
</#list>
</ul>
<#else>
<p class="empty">目前没有正在公示的事项。</p>
</#if>
<#list ahead!>
<div class="paper-head home-ahead"><h2>近期安排</h2></div>
<#items as month>
<h3 class="home-month"><#if month.uri??><a href="${root}${month.uri}">${month.monthText}</a><#else>${month.monthText}</#if></h3>
<#if month.lines?size gt 0>
<ul class="home-days">
<#list month.lines as line>
<li><span>${line.dayText}</span> <a href="${root}${line.uri}">${breakable(line.title)}</a></li>
</#list>
<#if month.more gt 0>
<li><#if month.uri??><a href="${root}${month.uri}">另有${month.more}项</a><#else>另有${month.more}项</#if></li>
</#if>
</ul>
<#else>
<p class="home-days">公布的计划里没有安排。</p>
</#if>
</#items>
</#list>
<#if site.contact?? || site.supervision??>
<div class="contact">
<#if site.contact??>
<p>意见反馈：${site.contact}</p>
</#if>
<#if site.supervision??>
<p>监督：${site.supervision}</p>
</#if>
</div>
</#if>
<ul class="home-ways">
<li><a href="${root}sitemap.html">各栏目</a></li>
<#list site.links.home as link>
<li><a href="${root}${link.uri}">${link.title}</a></li>
</#list>
</ul>
</section>
</div>
<#if matrix.rows?size gt 1 || matrix.columns?size gt 1>
<section class="paper" aria-labelledby="by-year">
<div class="paper-head"><h2 id="by-year">年度与栏目</h2><a class="more" href="${root}years/index.html">按年浏览</a></div>
<@years.table matrix/>
</section>
<#elseif site.columns?size gt 0>
<section class="paper" aria-labelledby="columns">
<div class="paper-head"><h2 id="columns">各栏目</h2><a class="more" href="${root}sitemap.html">网站地图</a></div>
<dl class="home-columns">
<#list site.columns as column>
<div><dt><a href="${root}${column.uri}">${column.name}</a></dt><dd>${column.description!}</dd></div>
</#list>
</dl>
</section>
</#if>
</@layout.frame>
