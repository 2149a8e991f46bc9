<#-- The days on which members joined the Party, month by month. -->
<#import "layout.ftl" as layout>
<@layout.frame>
<section class="paper">
<div class="paper-head list-head"><h1>${page.title}</h1></div>
<#list months as month>
<h2>${month}月</h2>
<ul>
<#list members[month?index] as member>
<li>${member.name}　<time datetime="${member.joined}">${member.joined}</time>　${member.years} 年</li>
</#list>
</ul>
</#list>
</section>
</@layout.frame>
