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
</ul>
<ul class="foot-links">
<li><a href="#top">回到顶部</a></li>
<#if site.monthUri??>
<li><a href="${root}${site.monthUri}">本月</a></li>
</#if>
<#if site.mattersUri??>
<li><a href="${root}${site.mattersUri}">事项办理</a></li>
</#if>
<#if site.attachmentsUri??>
<li><a href="${root}${site.attachmentsUri}">附件下载</a></li>
</#if>
<#if portal??>
<li><a href="${root}help.html">怎样看这个网站</a></li>
<#else>
<li><a href="${root}sitemap.html">网站地图</a></li>
</#if>
<li><a href="${root}years/index.html">按年浏览</a></li>
<#if (site.tagCount!0) gt 0>
<li><a href="${root}tags/index.html">标签</a></li>
</#if>
<#if !portal??>
<li><a href="${root}changes/index.html">更新记录</a></li>
<li><a href="${root}feed.xml">订阅地址</a></li>
</#if>
</ul>
</div>
</footer>
