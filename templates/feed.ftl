<#ftl output_format="XML">
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${feed.title}</title>
<id>${feed.id}</id>
<updated>${feed.updated}</updated>
<#if feed.selfUri??>
<link rel="self" type="application/atom+xml" href="${feed.selfUri}"/>
</#if>
<link rel="alternate" type="text/html" href="${feed.alternateUri}"/>
<author><name>${site.unit!site.name}</name></author>
<#list feed.entries as entry>
<entry>
<title>${entry.title}</title>
<id>${entry.id}</id>
<link rel="alternate" type="text/html" href="${entry.href}"/>
<#if entry.published??>
<published>${entry.published}</published>
</#if>
<updated>${entry.updated}</updated>
<#if entry.author??>
<author><name>${entry.author}</name></author>
</#if>
<#if entry.category??>
<category term="${entry.category}"/>
</#if>
<#if entry.summary??>
<summary>${entry.summary}</summary>
</#if>
</entry>
</#list>
</feed>
