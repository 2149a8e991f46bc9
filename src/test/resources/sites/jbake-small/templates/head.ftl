<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>${(content.title)!config.site_title}</title>
<link rel="stylesheet" href="${content.rootpath}css/site.css"></head><body>
<nav><a href="${content.rootpath}index.html">${config.site_title}</a> <#list published_pages as p><a href="${content.rootpath}${p.uri}">${p.title}</a></#list></nav>
