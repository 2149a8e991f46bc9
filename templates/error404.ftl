<#import "layout.ftl" as layout>
<#import "parts/search-box.ftl" as find>
<#-- Links start at the root of the host, so that they lead on from any address. Opened from a folder, where there is no such root,
     the page finds its style sheet and its script beside it; the script then leads the links into the folder. -->
<#assign beside><#if root != ""><link rel="stylesheet" href="assets/gongkai.css" media="screen"><script src="assets/folder.js" defer></script></#if></#assign>
<@layout.frame crumbs=false head=beside>
<section class="paper notice-page">
<div class="paper-head"><h1>没有找到这个页面</h1></div>
<p>地址可能输错了，或者这份内容已经撤回。<#if site.links.search?size gt 0>请搜索要找的内容。</#if></p>
<#list site.links.search as link>
<form class="search-form" role="search" aria-label="在本站搜索" action="${root}${link.uri}" method="get"><@find.box/></form>
</#list>
<p>也可以从这里找：<a href="${root}index.html">首页</a>　<a href="${root}years/index.html">按年浏览</a><#if !(portal!false)>　<a href="${root}sitemap.html">网站地图</a></#if></p>
<#if site.contact??>
<p class="contact">仍然没有找到的，请联系：${site.contact?replace(" ", "\xA0")}</p>
</#if>
</section>
</@layout.frame>
