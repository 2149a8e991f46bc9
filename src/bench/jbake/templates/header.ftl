<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><#if content?? && content.title??>${content.title?html}<#else>清溪示例水站党支部</#if></title>
<link rel="stylesheet" href="<#if content?? && content.rootpath??>${content.rootpath}</#if>style.css">
</head>
<body>
<header><a href="<#if content?? && content.rootpath??>${content.rootpath}</#if>index.html">清溪示例水站党支部</a>
<nav><a href="<#if content?? && content.rootpath??>${content.rootpath}</#if>archive.html">全部</a></nav></header>
<main>
