<#-- The red band: name of the site (the h1 of the home page), the reader's settings behind one button and the search box at the
     right, the columns below. The search page and that of a missing page
     have a box of their own. -->
<#import "parts/search-box.ftl" as find>
<header class="band" id="top">
<div class="wrap masthead">
<div class="masthead-name">
<#if page.type == "home">
<h1 class="site-name"><@siteName/></h1>
<#else>
<p class="site-name"><a href="${root}index.html"><@siteName/></a></p>
</#if>
</div>
<div class="tools">
<div class="settings" role="group" aria-label="阅读设置" aria-owns="view-settings elder size-s size-m size-l view-contrast view-columns">
<label class="settings-word settings-open" for="view-settings">大字<span>与阅读设置</span></label>
<span class="settings-panel">
<label class="settings-word" for="elder">长者模式</label>
<span class="settings-name" aria-hidden="true">字号</span>
<label for="size-s">小<span class="vh">号字</span></label>
<label for="size-m">中<span class="vh">号字</span></label>
<label for="size-l">大<span class="vh">号字</span></label>
<label class="settings-word" for="view-contrast">高对比</label>
</span>
<#if !(.globals.printsItself!false)>
<button class="settings-word js-print" type="button" hidden>打印</button>
</#if>
<#-- On a phone: the search box would push the page away, and so would the columns in large print. -->
<label class="settings-more" for="view-columns">栏目</label>
<#list site.links.search?filter(link -> link.uri != page.path && page.type != "error404") as link>
<a class="settings-more settings-search" href="${root}${link.uri}">${link.title}</a>
</#list>
</div>
<#list site.links.search?filter(link -> link.uri != page.path && page.type != "error404") as link>
<form class="find find-wide" role="search" action="${root}${link.uri}" method="get"><@find.box/></form>
</#list>
</div>
</div>
<#include "menu.ftl">
</header>
<#-- The dot between the parts of a name goes where the second has a line of its own. -->
<#macro siteName><#list site.name?split(" · ") as part><span>${part}</span><#sep><span class="site-dot">${"\xA0·\xA0"}</span></#list></#macro>
