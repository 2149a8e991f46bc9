<#import "layout.ftl" as layout>
<#import "parts/search-box.ftl" as find>
<#-- Links start at the root of the host, so that they lead on from any address. Opened from a folder, where there is no such root,
     the page finds its style sheet and its script beside it; the script then leads the links into the folder. -->
<#assign beside><#if root != ""><link rel="stylesheet" href="assets/gongkai.css" media="screen"><script src="assets/folder.js" defer></script></#if></#assign>
<@layout.frame crumbs=false head=beside>
<section class="paper notice-page">
<h1>没有找到这个页面</h1>
<p>地址可能输错了，或者这份内容已经撤回。已公开的内容都可以搜索，或者从下面找到。</p>
<#list site.links.search as link>
<form class="search-form" role="search" aria-label="在本站搜索" action="${root}${link.uri}" method="get"><@find.box/></form>
</#list>
<ul class="tiles">
<li><a href="${root}index.html">首页</a></li>
<li><a href="${root}years/index.html">按年浏览</a></li>
<li><a href="${root}sitemap.html">网站地图</a></li>
</ul>
<#if site.contact??>
<p class="contact">仍然没有找到的，请联系：${site.contact?replace(" ", "\xA0")}</p>
</#if>
</section>
</@layout.frame>
