<#-- The box of a form with role="search"; the field has no id, so that no heading of an entry can take it. -->
<#macro box>
<span class="search-box"><input type="search" name="q" aria-label="搜索全站" placeholder="搜索全站" autocomplete="off" enterkeyhint="search"><button type="submit">搜索</button></span>
</#macro>
