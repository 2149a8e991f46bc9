<#-- Numbers as all templates write them, which import this by themselves. -->

<#-- A count with its thousands. -->
<#function thousands number><#return number?string(",##0")></#function>
