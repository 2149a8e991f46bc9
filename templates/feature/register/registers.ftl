<#-- All registers by what they are about: what each tells, how much it holds, and what is missing. -->
<#import "layout.ftl" as layout>
<#import "parts/charts.ftl" as figures>
<@layout.frame sheet="tables" paper="tables-print">
<section class="paper registers">
<div class="paper-head list-head"><h1>台账</h1><p class="total">截至${site.asOfText}　<a href="${root}${due.uri}">${due.title}</a></p></div>
<p class="intro">台账就是逐条列出来的表：同一类事情的公开内容按年列在一起，每一行都能点到原文。</p>
<#if audience??><p class="intro">${audience}</p></#if>
<#-- Their pages show several rows in one: the number would not be found there. -->
<#assign merged = ["organisation", "catalogue", "points"]>
<#-- Two stacks as high as each other: a group stands in the first that has room for it. -->
<#assign groups = []>
<#list registers as register><#if !groups?seq_contains(register.group)><#assign groups += [register.group]></#if></#list>
<#assign half = (registers?size + groups?size * 1.2) / 2 + 0.5 height = 0 stacks = [[], []]>
<#list groups as group>
<#assign size = registers?filter(register -> register.group == group)?size + 1.2>
<#if height + size lte half || group?index == 0><#assign height += size stacks = [stacks[0] + [group], stacks[1]]><#else><#assign stacks = [stacks[0], stacks[1] + [group]]></#if>
</#list>
<div class="register-groups">
<#list stacks as stack>
<div>
<#list stack as group><@listed group registers?filter(register -> register.group == group)/>
</#list></div>
</#list>
</div>
<#if charts?size gt 0>
<details class="js-fold fold-wide register-year" open><summary>各月开展情况</summary>
<#list charts as chart><@figures.table chart=chart name=chart.title/>
</#list></details>
</#if>
<#if sheets?size gt 0>
<p class="note">公开栏张贴稿（每月一张，A3纸）：<#list sheets as sheet><a href="${root}${sheet.uri}">${sheet.title}</a>　</#list><a href="${root}${sheetsUri}">全部月份</a></p>
</#if>
<#if gaps && without?has_content><p class="note">还没有记录的台账：${without}。</p></#if>
</section>
</@layout.frame>

<#-- On a phone a group is folded, and tells what is in it. -->
<#macro listed group registers>
<details class="js-fold register-group" open>
<summary><h2 class="sub">${group}</h2> <span class="register-names">${registers?map(register -> register.name)?join("、")}</span></summary>
<ul class="register-list">
<#list registers as register>
<li>
<p class="register-name"><a href="${root}${register.uri}">${register.name}</a> <span class="count">${register.years}年<#if merged?filter(name -> register.uri?contains("/" + name + "/"))?size == 0>，${register.rows}条</#if></span><#if gaps && register.overdue gt 0> <strong class="missing">已逾期${register.overdue}项</strong></#if><#if gaps && register.open gt 0> <span class="count">未到期${register.open}项</span></#if></p>
<#if register.description??><p class="register-text">${register.description}</p></#if>
</li>
</#list>
</ul>
</details>
</#macro>
