<footer class="foot">
<div class="wrap">
<ul class="foot-items">
<#if site.unit??>
<li>主办：${site.unit}</li>
</#if>
<#if site.contact??>
<li>联系：${site.contact}</li>
</#if>
<#if site.supervision??>
<li>监督：${site.supervision}</li>
</#if>
<#if portal??>
<li>有意见，请向公开它的单位反映，电话在该单位网站的页脚：<a href="${root}units/index.html">各单位</a></li>
</#if>
</ul>
<ul class="foot-links">
<li><a href="#top">回到顶部</a></li>
<#-- The home page has some of them above. -->
<#list site.links.foot?filter(link -> page.type != "home" || !link.uri?starts_with("years/") && site.links.home?filter(above -> above.uri == link.uri)?size == 0) as link>
<li><a href="${root}${link.uri}">${link.title}</a></li>
</#list>
</ul>
</div>
</footer>
