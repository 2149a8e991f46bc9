<#--
  The frame that every page stands in.
    <#import "layout.ftl" as layout>
    <@layout.frame> … content of <main>, with the page's one h1 … </@layout.frame>
  The inputs come before everything that they change, so that font size, large print, contrast and, on a phone in large
  print, the menu work without a script;
  their labels stand in the header, which also owns them for screen readers (aria-owns). Checkers that do not follow
  aria-owns take a live region as a place of its own; nothing is ever announced by it.
    head     further elements of <head>, as markup
    sheet    names of further style sheets, with blanks between them
    crumbs   false: no breadcrumb
    paper    name of a further style sheet for paper
    wide     true: on paper the sheets lie on their long side
-->
<#macro frame head="" crumbs=true sheet="" paper="" wide=false>
<#local zone = "2026-01-01 12:00"?datetime("yyyy-MM-dd HH:mm")?string("XXX")>
<!DOCTYPE html>
<html lang="zh-CN"<#if zone != "+08:00"> data-zone="${zone}"</#if>>
<head>
<meta charset="UTF-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="renderer" content="webkit">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><#if page.type == "home">${site.name}<#else>${page.title} - ${site.name}</#if></title>
<#if page.description??>
<meta name="description" content="${page.description}">
</#if>
<#list page.meta! as item>
<meta name="${item.name}" content="${item.content}">
</#list>
<#if head?has_content>
${head}
</#if>
<#if page.type == "home" && site.baseUrl?? && site.links.search?has_content>
<link rel="search" type="application/opensearchdescription+xml" title="${site.name}" href="${root}opensearch.xml">
</#if>
<link rel="icon" href="${root}assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/gongkai.css" media="screen">
<#list sheet?split(" ")?filter(one -> one != "") as one>
<link rel="stylesheet" href="${root}assets/${one}.css" media="screen">
</#list>
<link rel="stylesheet" href="${root}assets/print.css" media="print">
<#if paper != "">
<link rel="stylesheet" href="${root}assets/${paper}.css" media="print">
</#if>
<#if wide>
<link rel="stylesheet" href="${root}assets/print-wide.css" media="print">
</#if>
<#if ownEdition?? && page.type == "post">
<link rel="stylesheet" href="${root}../later.css">
</#if>
<#if page.feed??>
<link rel="alternate" type="application/atom+xml" title="${page.feed.title}" href="${root}${page.feed.uri}">
</#if>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<input class="view" type="checkbox" id="view-settings" aria-live="polite">
<input class="view set" type="checkbox" id="elder" aria-live="polite">
<input class="view set" type="radio" name="size" id="size-s" aria-live="polite">
<input class="view set" type="radio" name="size" id="size-m" aria-live="polite" checked>
<input class="view set" type="radio" name="size" id="size-l" aria-live="polite">
<input class="view set" type="checkbox" id="view-contrast" aria-live="polite">
<input class="view<#if (site.columns?last.rest)!false> view-wide</#if>" type="checkbox" id="view-columns" aria-live="polite">
<#-- Not deferred: what the reader chose before is restored before anything is shown. -->
<script src="${root}assets/gongkai.js"></script>
<div class="site">
<#include "header.ftl">
<main id="main" class="wrap" tabindex="-1">
<#-- Shown by the style sheet of the current site, if the entry changed since. -->
<#if ownEdition?? && page.type == "post">
<p class="strip" data-page="${ownEdition}/${page.path}" hidden>这里是存档时的内容<span></span>，<a href="${root}../../${page.path}">看现在的页面</a>。</p>
</#if>
<#if crumbs && (page.crumbs!?size gt 1)>
<nav class="crumbs" aria-label="当前位置">
<span class="crumbs-name">当前位置：</span>
<ol>
<#list page.crumbs?filter(crumb -> crumb.title != "正文" && (!(.globals.help!false) || !crumb.title?matches("[0-9]{4}年"))) as crumb>
<li<#if crumb.title?length gt 8> class="crumb-long"</#if>><#if crumb.uri??><a href="${root}${crumb.uri}">${crumb.title}</a><#else><span aria-current="page">${crumb.title}</span></#if></li>
</#list>
</ol>
</nav>
</#if>
<#nested>
</main>
<#include "parts/editions.ftl">
<#include "parts/print-foot.ftl">
<#include "footer.ftl">
</div>
</body>
</html>
</#macro>
