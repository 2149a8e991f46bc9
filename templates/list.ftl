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
<div class="paper-head list-head"><h1>${heading}</h1><p class="total">共 ${total} 篇</p></div>
<#if intro??>
<p class="intro">${intro}</p>
</#if>
<@chooser.fold names=years?filter(item -> item.current)?map(item -> item.year + "年") + columns?filter(item -> item.current)?map(item -> item.name) size=years?size + months?size + columns?size/>
<#if years?size gt 1><@chooser.row "年度" years yearsAllUri!""/></#if>
<#-- An entry of several years counts in each of them. -->
<#if years?size gt 1 && years?filter(year -> year.current)?size == 0>
<#assign inYears = 0>
<#list years as year><#assign inYears += year.count></#list>
<#if inYears gt total><p class="intro">有的属于几个年度，在各年度都计，所以各年度相加是${inYears}篇；不重复计，共${total}篇。</p></#if>
</#if>
<@chooser.months months/>
<@chooser.row "栏目" columns columnsAllUri!""/>
<#if groups?size gt 0 && ofColumn>
<#list groups as group>
<h2 class="sub list-month">${group.name}</h2>
<@line.lines posts=group.posts showColumn=false showKind=true/>
</#list>
<@pages.nav pager/>
<#elseif posts?size gt 0>
<#-- Titles such as that of the theme day of November do not say of which year. -->
<#if ofColumn && years?size gt 1 && posts?filter(post -> post.title?contains("月") && !post.title?contains("年"))?size gt posts?size / 2>
<#list posts?map(post -> post.published?substring(0, 4)) as year>
<#if year?index == 0 || posts[year?index - 1].published?substring(0, 4) != year>
<h2 class="sub list-month">${year}年</h2>
<@line.lines posts=posts?filter(post -> post.published?starts_with(year)) showColumn=false showKind=meetings dated=dated/>
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
