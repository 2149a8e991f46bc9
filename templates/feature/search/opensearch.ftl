<#ftl output_format="XML">
<?xml version="1.0" encoding="UTF-8"?>
<#-- From this browsers offer to search the site from their address bar. The format limits names to 16 and 48 characters. -->
<#function first text count><#return text[0..*count]?replace("[\\uD800-\\uDBFF]$", "", "r")></#function>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${first(site.name, 16)}</ShortName>
<LongName>${first(site.name, 48)}</LongName>
<Description>${site.name}：搜索公开的内容</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>zh-CN</Language>
<Url type="text/html" template="${site.baseUrl}search.html?q={searchTerms}"/>
</OpenSearchDescription>
