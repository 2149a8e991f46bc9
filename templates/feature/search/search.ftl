<#import "layout.ftl" as layout>
<#import "parts/search-box.ftl" as find>
<#-- The number is that of the format of the index: a browser must not read a new one with a script that it kept. -->
<#assign scripts>
<script src="${root}assets/search.js?7" defer></script>
</#assign>
<#-- Everything but #search-plain is for the script, which shows it. -->
<@layout.frame head=scripts sheet="search" paper="search-paper">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1></div>
<div id="search-plain">
<p class="intro">全站搜索要用浏览器的脚本。这里没有开启脚本，或者浏览器太旧，请按<#if portal??>单位、</#if>栏目、年度查找：</p>
<ul class="tiles">
<#if portal??>
<li><a href="${root}units/index.html">各单位</a></li>
<li><a href="${root}columns/index.html">栏目</a></li>
<#else>
<li><a href="${root}sitemap.html">网站地图</a></li>
</#if>
<li><a href="${root}years/index.html">按年浏览</a></li>
<#if (site.tagCount!0) gt 0>
<li><a href="${root}tags/index.html">标签</a></li>
</#if>
</ul>
<#if !portal?? && (site.contact?? || site.supervision??)>
<p class="intro">有意见找谁反映：<#if site.contact??><span>${site.contact}</span><#if site.supervision??>；</#if></#if><#if site.supervision??><span>${site.supervision}</span></#if></p>
</#if>
</div>
<form class="search-form js-search"<#if portal??> data-portal="true"</#if> role="search" action="${root}search.html" method="get" hidden>
<@find.box/>
<p id="search-cut" class="search-note" hidden>搜索的内容太长，只取前200个字。</p>
<#-- On a phone what is not chosen is folded, where the style sheet can see what is. -->
<div id="search-filters" class="search-filters" hidden>
<details class="fold"><summary>筛选和排序</summary></details>
<label><#if portal??>单位<#else>栏目</#if> <select name="column"><option value="">全部</option></select></label>
<label>年度 <select name="year"><option value="">全部</option></select></label>
<label>种类 <select name="kind"><option value="">全部</option></select></label>
<label>排序 <select name="sort"><option value="">按相关程度</option><option value="date">按发布日期</option></select></label>
<label><input type="checkbox" name="open" value="1"> 只看正在公示的 <span class="count" id="search-open"></span></label>
</div>
</form>
<div id="search" class="search" tabindex="-1" hidden>
<div id="search-hint" class="search-help" hidden>
<#if portal?? || site.contact?? || site.supervision??>
<p>常有人问：</p>
<ul class="tiles">
<#-- Of a portal what its menu answers: only branches answer the questions of their members. -->
<#list portal???then(site.columns?map(column -> column.name)?filter(name -> ["党费", "任期", "缺报逾期"]?seq_contains(name)) + [site.asOf[0..3] + "年工作计划"], find.questions) as question>
<li><a href="${root}search.html?q=${question?url("UTF-8")}">${question}</a></li>
</#list>
</ul>
</#if>
<p>标题、正文和公开信息里两个字以上的词语都能查到，边输入边出结果；图片里的字和以前的版本查不到。</p>
<details><summary>更多查法</summary>
<ul>
<li>几个词用空格隔开，查同时含有这些词的内容，如<kbd>党费 公示</kbd>。</li>
<li>没有连着写的，拆成几个词再查；只查连着写的，用引号括起来，如<kbd>“三会一课”</kbd>。</li>
<li>不要的词，前面加减号，如<kbd>学习 -计划</kbd>。</li>
<#if !portal??>
<li>加上<kbd>栏目:${(site.columns[0].name)!"通知"}</kbd>、<kbd>年:2024</kbd>或者<kbd>文种:通知</kbd>，只在其中查。</li>
</#if>
<li>只输一个字，查标题和标签；只输拼音首字母，如<kbd>dfsj</kbd>，查标题。</li>
</ul>
</details>
</div>
<p id="search-error" class="search-error" hidden>没有读到搜索用的文件，请检查网络，或者看看网站的文件夹是否完整，然后再搜一次。</p>
<ul id="search-answers" class="answers" hidden></ul>
<ul id="search-places" class="places" hidden></ul>
<div id="search-alike" hidden>
<h2 class="sub">标题相符的内容</h2>
<ol id="search-initials" class="hits"></ol>
</div>
<p id="search-count" class="search-count" hidden></p>
<p id="search-letter" class="search-note" hidden>单个字只在标题和标签里查。</p>
<ol id="search-results" class="hits"></ol>
<div id="search-none" class="search-help" hidden>
<p>没有找到含有这些词语的内容。<span>可以这样试：</span></p>
<ul>
<li id="search-all" hidden><button type="button"></button></li>
<li>少写几个字，或者换一种说法；几个词之间用空格隔开。</li>
<li>按<#if portal??>单位、</#if>栏目、年度查找：<#if portal??><a href="${root}units/index.html">各单位</a>、<a href="${root}columns/index.html">栏目</a><#else><a href="${root}sitemap.html">网站地图</a></#if>、<a href="${root}years/index.html">按年浏览</a>。</li>
</ul>
</div>
<nav id="search-pages" class="pager" aria-label="翻页" hidden><ul></ul></nav>
<p id="search-said" class="vh" role="status"></p>
</div>
</section>
</@layout.frame>
