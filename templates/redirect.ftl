<#import "layout.ftl" as layout>
<#assign head>
<meta http-equiv="refresh" content="0; url=${root}${target.uri}">
<link rel="canonical" href="<#if site.baseUrl??>${site.baseUrl?remove_ending("/")}/<#else>${root}</#if>${target.uri}">
</#assign>
<@layout.frame head=head crumbs=false>
<section class="paper notice-page">
<h1>这个页面换了地址</h1>
<p>如果没有自动打开，请点：<a href="${root}${target.uri}">${target.title}</a></p>
</section>
</@layout.frame>
