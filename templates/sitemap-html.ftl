<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1></div>
<h2 class="sub">栏目</h2>
<ul class="map">
<#list site.columns as column>
<li>
<p class="map-name"><a href="${root}${column.uri}">${column.name}</a> <span class="count">${column.count}篇</span></p>
<#if column.description??>
<p class="map-text">${column.description}</p>
</#if>
<ul class="map-years">
<#list column.years! as year>
<li><a href="${root}${year.uri}"><span class="vh">${column.name} </span>${year.year}年 <span class="count">${year.count}篇</span></a></li>
</#list>
</ul>
</li>
</#list>
</ul>
<#if site.years?size gt 0>
<h2 class="sub">年度</h2>
<ul class="tiles">
<#assign listed = 0>
<#list site.years as year>
<li><a href="${root}${year.uri}">${year.year}年 <span class="count">${year.count}篇</span></a></li>
<#assign listed += year.count>
</#list>
</ul>
<#if listed gt site.total><p class="note">跨年度的在各年度里都列出，各栏目和全站的总数里只算一次。</p></#if>
</#if>
<h2 class="sub">其他页面</h2>
<ul class="tiles">
<#list site.links.map as link>
<li><a href="${root}${link.uri}">${link.title}</a></li>
</#list>
</ul>
<#if pages?size gt 0>
<h2 class="sub">台账</h2>
<ul class="tiles">
<#list pages as item>
<li><a href="${root}${item.uri}">${item.title}<#if site.columns?filter(column -> column.name == item.title)?size gt 0>台账</#if></a></li>
</#list>
</ul>
</#if>
</section>
</@layout.frame>
