<#-- The box of a form with role="search"; the field has no id, so that no heading of an entry can take it. -->
<#-- What readers ask; help that names them leads to their answers. -->
<#assign questions = ["党费怎么交", "今年党费交了多少", "怎么入党", "今年的工作计划", "下次主题党日是什么时候", "有意见找谁反映"]>

<#macro box>
<span class="search-box"><input type="search" name="q" aria-label="搜索全站" placeholder="搜索全站" autocomplete="off" enterkeyhint="search"><button type="submit">搜索</button></span>
</#macro>
