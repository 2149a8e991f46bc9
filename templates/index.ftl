<#import "layout.ftl" as layout>
<#import "parts/post-line.ftl" as line>
<#import "parts/notice.ftl" as notice>
<#import "parts/search-box.ftl" as find>
<#import "parts/days.ftl" as days>
<#-- A branch says whom to tell; the manual and other sites without anybody to tell have no tasks. -->
<#assign tells = site.contact?? || site.supervision??>
<#function column word><#list site.columns as column><#if column.name?contains(word) && column.count gt 0><#return [column]></#if></#list><#return []></#function>
<@layout.frame crumbs=false>
<#if tells>
<p class="home-intro">这里公布${site.name?keep_before(" · ")?remove_ending("党务公开")}做了什么、钱怎么用，请党员和群众监督。</p>
<@days.line latest/>
<ul class="home-tasks">
<li><#list site.links.search as link><a href="${root}${link.uri}?q=${find.questions?last?url("UTF-8")}"><strong>我要反映问题</strong></a><#else><strong>反映问题找谁</strong></#list> <#if site.contact??><span>${site.contact}</span></#if><#if site.supervision??> <#list site.supervision?split("；") as way><span>${way}</span><#sep> </#list></#if></li>
<#list column("党费") as one>
<li><a href="${root}${one.uri}"><strong>党费</strong></a> <span>每季度交了多少、用到哪里</span></li>
</#list>
<#list column("公示") as one>
<li><a href="${root}${one.uri}"><strong>公示</strong></a> <span>正在公示的、公示过的，共${numbers.thousands(one.count)}篇</span></li>
</#list>
</ul>
</#if>
<#if !tells><@days.line latest/></#if>
<#-- What runs has a place of its own. -->
<#assign newest = latest?filter(post -> notices?filter(one -> one.uri == post.uri)?size == 0)>
<#-- What is overdue has a number only. -->
<#assign months = (ahead![])?filter(month -> month.lines?size gt 0 || month.more gt 0)>
<#assign alone = notices?size == 0 && column("公示")?size == 0 && months?size == 0 && !pictured??>
<#assign byYears = matrix.rows?size gt 1 || matrix.columns?size gt 1>
<div class="home<#if alone> home-alone</#if>">
<div class="home-main">
<section class="paper home-latest" aria-labelledby="latest">
<div class="paper-head"><h2 id="latest">最新公开</h2><#if site.total gt 0><a class="more" href="${root}years/index.html">全部${numbers.thousands(site.total)}篇</a></#if></div>
<#if newest?size gt 0>
<#-- As long as what stands beside them. -->
<@line.lines newest[0..*((months?filter(month -> month.lines?size gt 0)?size gt 0)?then(13, 8))]/>
<#-- The first entry of a site stands for all of it. -->
<#if latest?size == 1 && latest[0].summary??>
<p class="home-summary">${latest[0].summary}</p>
</#if>
<#elseif latest?size == 0>
<p class="empty">还没有公开的内容。</p>
</#if>
</section>
<#if byYears>
<section class="paper home-years" aria-labelledby="by-year">
<div class="paper-head"><h2 id="by-year"><#if matrix.columns?size gt 1>按年、按栏目看<#else>按年浏览</#if></h2><a class="more" href="${root}years/index.html">篇数总表</a></div>
<nav class="chooser" aria-label="按年选">
<span class="chooser-name" aria-hidden="true">年度</span>
<ul>
<#list matrix.rows as row>
<li><a href="${root}${row.uri}">${row.year}年 <span class="count">${numbers.thousands(row.total)}篇</span></a></li>
</#list>
</ul>
</nav>
<#if sum(matrix.rows) gt site.total><p class="count">跨年的，总数只算一次。</p></#if>
<#if matrix.columns?size gt 1>
<nav class="chooser chooser-even" aria-label="按栏目选">
<span class="chooser-name" aria-hidden="true">栏目</span>
<ul>
<#list site.columns?filter(column -> column.count gt 0) as column>
<#-- Help is no part of what is published. -->
<li><a href="${root}${column.uri}">${column.name}<#if matrix.columns?filter(counted -> counted.uri == column.uri)?size gt 0> <span class="count">${numbers.thousands(column.count)}篇</span></#if></a></li>
</#list>
</ul>
</nav>
</#if>
<@ways/>
</section>
</#if>
</div>
<#if !alone>
<div class="home-beside">
<#-- A site that has published none has nothing to say of them. -->
<#if notices?size gt 0 || column("公示")?size gt 0>
<section class="paper home-notices<#if notices?size gt 0> home-running</#if>" aria-labelledby="notices">
<div class="paper-head"><h2 id="notices">正在公示</h2></div>
<#if notices?size gt 0>
<ul class="notices js-notices" data-as-of="${site.asOf}">
<#list notices as post>
<li><a href="${root}${post.uri}">${breakable(post.title)}</a>
<#if post.notice??><p><@notice.chip post.notice/> <@notice.left post.notice/></p>
<p><@notice.period post.notice false/></p></#if></li>
</#list>
</ul>
<#else>
<p class="empty">目前没有正在公示的事项。</p>
</#if>
</section>
</#if>
<#if pictured??>
<section class="paper home-picture" aria-labelledby="pictured">
<div class="paper-head"><h2 id="pictured">${pictured.column.name}</h2></div>
<p><a href="${root}${pictured.uri}"><img src="${root}${photograph}" alt=""><span>${breakable(pictured.title)}</span></a></p>
</section>
</#if>
<#if months?size gt 0>
<section class="paper home-ahead" aria-labelledby="ahead">
<div class="paper-head"><h2 id="ahead">近期事项</h2></div>
<#list months as month>
<#if month.lines?size == 0>
<h3 class="home-month"><a href="${root}${month.uri}">${month.monthText}${month.more}项</a></h3>
<#continue>
</#if>
<h3 class="home-month"><#if month.uri??><a href="${root}${month.uri}">${month.monthText}</a><#else>${month.monthText}</#if></h3>
<ul class="home-days">
<#list month.lines as line>
<li><span>${line.dayText}</span> <a href="${root}${line.uri}">${breakable(line.title)}</a></li>
</#list>
<#if month.more gt 0>
<li><#if month.uri??><a href="${root}${month.uri}">另有${month.more}项</a><#else>另有${month.more}项</#if></li>
</#if>
</ul>
</#list>
</section>
</#if>
</div>
</#if>
</div>
<#if !byYears && site.columns?size gt 0>
<section class="paper" aria-labelledby="columns">
<div class="paper-head"><h2 id="columns">各栏目</h2><a class="more" href="${root}sitemap.html">网站地图</a></div>
<dl class="home-columns">
<#list site.columns as column>
<div><dt><a href="${root}${column.uri}">${column.name}</a></dt><dd>${column.description!(column.count + "篇")}</dd></div>
</#list>
</dl>
<@ways/>
</section>
<#elseif !byYears && site.links.home?size gt 0>
<div class="paper"><@ways/></div>
</#if>
</@layout.frame>

<#function sum rows><#local all = 0><#list rows as row><#local all += row.total></#list><#return all></#function>

<#macro ways><#if site.links.home?size gt 0>
<nav class="chooser home-ways" aria-label="其他页面">
<span class="chooser-name" aria-hidden="true">其他</span>
<ul>
<#list site.links.home as link>
<li><a href="${root}${link.uri}">${link.title}</a></li>
</#list>
</ul>
</nav>
</#if></#macro>
