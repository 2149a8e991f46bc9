<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1></div>
<h2 class="sub">栏目</h2>
<ul class="map">
<#list site.columns as column>
<li>
<p class="map-name"><a href="${root}${column.uri}">${column.name}</a> <span class="count">${column.count} 篇</span></p>
<#if column.description??>
<p class="map-text">${column.description}</p>
</#if>
<ul class="map-years">
<#list column.years! as year>
<li><a href="${root}${year.uri}"><span class="vh">${column.name} </span>${year.year}年 <span class="count">${year.count} 篇</span></a></li>
</#list>
</ul>
</li>
</#list>
</ul>
<#if site.years?size gt 0>
<h2 class="sub">年度</h2>
<ul class="tiles">
<#list site.years as year>
<li><a href="${root}${year.uri}">${year.year}年 <span class="count">${year.count} 篇</span></a></li>
</#list>
</ul>
</#if>
<h2 class="sub">其他页面</h2>
<ul class="tiles">
<li><a href="${root}index.html">首页</a></li>
<li><a href="${root}search.html">搜索</a></li>
<li><a href="${root}years/index.html">按年浏览</a></li>
<li><a href="${root}changes/index.html">更新记录</a></li>
<#if site.monthUri??>
<li><a href="${root}${site.monthUri}">本月</a></li>
</#if>
<#if site.mattersUri??>
<li><a href="${root}${site.mattersUri}">事项办理</a></li>
</#if>
<#if site.attachmentsUri??>
<li><a href="${root}${site.attachmentsUri}">附件下载</a></li>
</#if>
<#if site.registersUri??>
<li><a href="${root}${site.registersUri}">台账</a></li>
</#if>
<#if (site.tagCount!0) gt 0>
<li><a href="${root}tags/index.html">标签</a></li>
</#if>
</ul>
<#if pages?size gt 0>
<h2 class="sub">台账</h2>
<ul class="tiles">
<#list pages as item>
<li><a href="${root}${item.uri}">${item.title}</a></li>
</#list>
</ul>
</#if>
</section>
</@layout.frame>
