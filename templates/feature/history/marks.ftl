<#-- The marked places of a difference, by number: the list of all, and the number before one. -->
<#macro walk places>
<#if places gt 0>
<nav class="version-walk" id="changes" aria-label="改动的地方" tabindex="-1"><p>共${places}处：</p>
<ul>
<#list 1..places as place>
<#if place gt 40 && place lt places>
<#if place == 41>
<li class="gap">…</li>
</#if>
<#else>
<li><a href="#change-${place}" aria-label="第${place}处改动">${place}</a></li>
</#if>
</#list>
</ul>
</nav>
</#if>
</#macro>

<#macro number place places><span class="change-no"><span class="change-at" id="change-${place}"></span><a href="#<#if place < places>change-${place + 1}<#else>changes</#if>" aria-label="第${place}处改动，到<#if place < places>下一处<#else>各处改动</#if>">${place}</a></span></#macro>
