<#import "layout.ftl" as layout>
<@layout.frame sheet="overview">
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1></div>
<h2 class="sub">栏目</h2>
<#assign twice = false>
<#list site.columns as column><#assign each = 0><#list column.years! as year><#assign each += year.count></#list><#if each gt column.count><#assign twice = true></#if></#list>
<#if twice><p class="map-text">跨年度的在各年度里都列出，各年度的篇数加起来可以多于栏目的篇数。</p></#if>
<ul class="map">
<#list site.columns as column>
<li>
<p class="map-name"><a href="${root}${column.uri}">${column.name}</a> <span class="count">${numbers.thousands(column.count)}篇</span></p>
<#if column.description??>
<p class="map-text">${column.description}</p>
</#if>
<ul class="map-years">
<#list column.years! as year>
<li><a href="${root}${year.uri}"><span class="vh">${column.name} </span>${year.year}年<span class="count"> ${numbers.thousands(year.count)}篇</span></a></li>
</#list>
</ul>
</li>
</#list>
</ul>
<h2 class="sub">年度和其他页面</h2>
<#if site.years?size gt 0>
<#assign listed = 0>
<ul class="map map-more">
<li>
<p class="map-name"><a href="${root}years/index.html">按年浏览</a></p>
<ul class="map-years">
<#list site.years as year>
<li><a href="${root}${year.uri}">${year.year}年<span class="count"> ${numbers.thousands(year.count)}篇</span></a></li>
<#assign listed += year.count>
</#list>
</ul>
<#if listed gt site.total><p class="map-text">跨年度的在各年度里都列出，总数里只算一次。</p></#if>
</li>
<#else>
<ul class="map map-more">
</#if>
<li>
<p class="map-name">其他页面</p>
<ul class="map-years">
<#list site.links.map?filter(link -> site.years?size == 0 || !link.uri?starts_with("years/")) as link>
<li><a href="${root}${link.uri}">${link.title}</a></li>
</#list>
</ul>
</li>
</ul>
<#if pages?size gt 0>
<h2 class="sub">台账：逐条列出的表</h2>
<ul class="map map-more">
<#list pages as item>
<#if pages[0..<item?index]?filter(other -> other.label == item.label)?size == 0>
<li>
<p class="map-name">${item.label}</p>
<ul class="map-years">
<#list pages?filter(other -> other.label == item.label) as other>
<li><a href="${root}${other.uri}">${other.value}</a></li>
</#list>
</ul>
</li>
</#if>
</#list>
</ul>
</#if>
</section>
</@layout.frame>
