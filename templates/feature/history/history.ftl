<#import "layout.ftl" as layout>
<@layout.frame sheet="history" paper="history-print">
<section class="paper">
<div class="paper-head list-head"><h1>修改记录</h1><p class="total">共${history.total}版</p></div>
<#-- Who answers for all versions is named once. -->
<#assign authors = []>
<#list history.rows as row><#if row.made?? && !authors?seq_contains(row.made.author!"")><#assign authors += [row.made.author!""]></#if></#list>
<#assign one = authors?size == 1 && authors[0] != "" && history.total gt 1>
<p class="intro"><a href="${root}${history.uri}">《${history.title}》</a><#if history.published??>发布于${history.published}，${history.rows?last.made.dayText}起在本网站公开。<#else>每改一次就留下一版，旧版都能看。</#if><#if one>${authors[0]?contains("：")?then("", "修改人：")}<span class="version-who">${authors[0]}</span>。</#if></p>
<#if history.uncommitted>
<p class="strip-note">现在的文字还有尚未提交的改动，没有列在下面。</p>
</#if>
<ol class="versions">
<#list history.rows as row><@version row/></#list>
</ol>
<#if history.beginsText??>
<p class="strip-note">记录从${history.beginsText}开始，更早的修改没有保存在这里。</p>
</#if>
</section>
</@layout.frame>

<#macro version row>
<#if row.made??>
<#local made = row.made>
<li<#if made.current> class="version-now"</#if>>
<p class="version-name"><#if row.uri??><a href="${root}${row.uri}">第${made.number}版</a><#else>第${made.number}版</#if><#if made.current> <span class="chip chip-good">现行版</span></#if></p>
<p class="version-when"><time datetime="${made.day}">${made.dayText}</time><#if made.author?has_content && !one> <span class="version-who">${made.author}</span></#if></p>
<div class="version-what">
<#if made.purpose??>
<p class="version-why">${made.purpose}</p>
</#if>
<#if row.changed??>
<p class="version-amount">${row.changed?replace("^更正“([^”]+)”为“", "把$1改为“", "r")?replace("更正“([^”]+)”为“", "$1改为“", "r")}</p>
</#if>
<#if row.withheld?has_content>
<p class="version-withheld">不予显示：${row.withheld}</p>
</#if>
</div>
<p class="version-see"><#if row.uri?? && made.number gt 1 && row.changed?? && !row.changed?starts_with("没有文字改动")><a href="${root}${row.uri}">看改动</a></#if></p>
</li>
<#else>
<li class="version-gone"><p><time datetime="${row.gone.day}">${row.gone.text}</time></p></li>
</#if>
</#macro>
