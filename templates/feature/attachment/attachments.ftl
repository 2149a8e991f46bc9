<#-- All attachments, by their entries, those of the newest first. -->
<#import "layout.ftl" as layout>
<#import "parts/pager.ftl" as pages>
<#import "parts/facts.ftl" as facts>
<#import "parts/days.ftl" as days>
<#import "parts/title.ftl" as titles>
<@layout.frame sheet="history">
<section class="paper">
<div class="paper-head list-head"><h1>附件下载</h1><p class="total">共${numbers.thousands(total)}个</p></div>
<p class="intro">各篇公开内容所附的文件，新发布的在前。</p>
<ul class="files">
<#list rows as row>
<li id="${row.uri?remove_ending(".html")}">
<div class="files-own">
<#list row.files as file>
<p class="files-name"><a href="${root}${file.uri}">${facts.fileName(file)}</a> <span class="file">${facts.fileType(file.type)}，${file.size?replace(" ", "\xA0")}</span></p>
</#list>
</div>
<p class="files-of"><span><span class="vh">原文：</span><a href="${root}${row.uri}"><@titles.short row.title/></a></span> <time datetime="${row.published}">${days.text(row.published)}</time></p>
</li>
</#list>
</ul>
<@pages.nav pager/>
</section>
</@layout.frame>
