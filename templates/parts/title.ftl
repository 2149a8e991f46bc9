<#-- A branch is not named on each line of its own lists; voices read the whole title. -->
<#assign own = site.name?keep_before(" · ")>
<#macro short text own=own><#if text?starts_with(own) && text?length gt own?length + 3 && !text[own?length..]?starts_with("委员")><span class="vh">${own}</span>${breakable(text?remove_beginning(own))}<#else>${breakable(text)}</#if></#macro>
