<#import "layout.ftl" as layout>
<#import "parts/post-line.ftl" as line>
<#import "parts/chooser.ftl" as chooser>
<#import "parts/pager.ftl" as pages>
<#-- On the pages of one column its name would stand on each line again. -->
<#assign ofColumn = false>
<#list site.columns as column><#if column.uri == (page.section!"")><#assign ofColumn = true><#break></#if></#list>
<#-- Pages of help are of one day and have no number: the day says nothing there. -->
<#assign dated = posts?size lt 2 || years?size gt 1 || posts?filter(post -> (post.number!"") != "" || post.published != posts[0].published)?size gt 0>
<#-- A theme may have lines of its own, which know no such parameter. -->
<#global summaries = total lt 4>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${heading}</h1><p class="total">共${total}篇</p></div>
<#if intro??>
<p class="intro">${intro}</p>
</#if>
<#-- Series of which not all is published: what is missing is not what was not done. -->
<#if ofColumn && posts?filter(post -> post.title?matches(".*(第[0-9]+次|[0-9]+月).*"))?size gt posts?size / 2>
<p class="intro">只列已经公开的；没有列出的月份、次数，不等于没有开展。</p>
</#if>
<@chooser.fold names=years?filter(item -> item.current)?map(item -> item.year + "年") + columns?filter(item -> item.current)?map(item -> item.name) size=years?size + months?size + columns?size/>
<#if years?size gt 1><@chooser.row "年度" years yearsAllUri!""/></#if>
<#-- An entry of several years counts in each of them. -->
<#assign inYears = 0>
<#if years?size gt 1 && years?filter(year -> year.current)?size == 0>
<#list years as year><#assign inYears += year.count></#list>
</#if>
<@chooser.months months/>
<@chooser.row "栏目" columns columnsAllUri!""/>
<#if inYears gt total>
<p class="list-foot">有的属于几个年度，在各年度都计，所以各年度相加是${inYears}篇；不重复计，共${total}篇。</p>
<#elseif !ofColumn && heading?matches("[0-9]{4}年.*") && posts?filter(post -> !post.published?starts_with(heading[0..3]))?size gt 0>
<p class="list-foot">${heading[0..4]}的事，有的到下一年才公开，也列在这里<#if months?size gt 0>；月份是公开的月份</#if>。</p>
</#if>
<#if groups?size gt 0 && ofColumn>
<#list groups as group>
<h2 class="sub list-month">${group.name}</h2>
<@line.lines posts=group.posts showColumn=false showKind=true/>
</#list>
<@pages.nav pager/>
<#elseif posts?size gt 0>
<#-- Titles such as that of the theme day of November do not say of which year; a whole year is read by months. -->
<#assign digits = (ofColumn && years?size gt 1 && posts?filter(post -> post.title?contains("月") && !post.title?contains("年"))?size gt posts?size / 2)?then(4, (months?size gt 0)?then(7, 0))>
<#if digits gt 0>
<#list posts?map(post -> post.published?substring(0, digits)) as time>
<#if time?index == 0 || posts[time?index - 1].published?substring(0, digits) != time>
<h2 class="sub list-month">${time?substring(0, 4)}年<#if digits gt 4>${time?substring(5)?number}月</#if></h2>
<@line.lines posts=posts?filter(post -> post.published?starts_with(time)) showColumn=!ofColumn showKind=meetings dated=dated/>
</#if>
</#list>
<#else>
<@line.lines posts=posts showColumn=!ofColumn showKind=meetings dated=dated/>
</#if>
<@pages.nav pager/>
<#else>
<p class="empty">${empty!"这里还没有公开的内容。"}</p>
</#if>
</section>
</@layout.frame>
