<#-- An entry as the paper that its unit signs, laid out as GB/T 9704 wants it: what print makes of an entry. Nothing of the web page
     stands on it. Texts that begin with 附件 are moved behind the signature, one to a sheet. -->
<#import "parts/facts.ftl" as facts>
<#import "parts/pictures.ftl" as pictures>
<#-- What only the header says. -->
<#function unsaid rows><#return rows?filter(row -> row.label != "主送" && row.label != "签发人" && !content.text.body?contains(row.value))></#function>
<#assign number = facts.value(content.details.all, "发文字号") recipients = facts.value(content.details.all, "主送") copies = facts.value(content.details.all, "抄送") signatory = facts.value(content.details.all, "签发人")>
<#assign letterhead = (number != "" && content.publication.publisher??)>
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<title>${content.title}</title>
<style>
<#include "paper.css" parse=false>
</style>
</head>
<body>
<article>
<#if letterhead>
<div class="letterhead">
<p class="mark" style="font-size: ${[(438 / (content.publication.publisher?length + 2))?floor, 48]?min}pt">${content.publication.publisher}文件</p>
<p class="number<#if signatory != ""> number-up</#if>"><span>${number}</span><#if signatory != ""><span>签发人：<span class="signatory">${signatory}</span></span></#if></p>
</div>
</#if>
<h1>${breakable(content.title)}</h1>
<#if number != "" && !letterhead>
<p class="facts-line">${number}</p>
</#if>
<#assign body = facts.addressed(pictures.captioned(content.text.body), recipients)>
<#if recipients != "" && !body?contains('<p class="recipients">')>
<p class="recipients">${recipients}：</p>
</#if>
<@facts.lists content.details.meeting content.details.tables/>
<#assign key = unsaid(content.details.key)>
<#if key?size gt 0>
<dl class="facts">
<#list key as row><@facts.row row/></#list>
</dl>
</#if>
<#list content.details.tables?filter(table -> !facts.isList(table)) as table>
<@facts.typed table/>
</#list>
<div class="prose">
${body?no_esc}
</div>
<#assign contacts = unsaid(content.validity.contacts)>
<#if content.validity.notice?? && !(content.text.body?contains("公示期") || content.text.body?contains(content.validity.notice.toText?substring(5)))>
<p class="facts-line">公示期：${content.validity.notice.fromText}至${content.validity.notice.toText}<#if content.validity.notice.workingDays??>，共${content.validity.notice.workingDays}个工作日</#if>。</p>
</#if>
<#list contacts as contact>
<p class="facts-line">${contact.label}：${contact.value}</p>
</#list>
<div class="annexes">
<p>附件：</p>
<ol>
<#list content.text.attachments as file>
<li>${file.name}</li>
</#list>
</ol>
</div>
<#assign signer = facts.signer(content)>
<#if signer != "" || content.publication.signedText??>
<div class="signature"><div>
<#if signer != "">
<p>${signer}</p>
</#if>
<p>${content.publication.signedText!content.publication.dayText}</p>
</div></div>
</#if>
<#if letterhead>
<div class="imprint">
<#if copies != "">
<p class="copies">抄送：${copies}</p>
</#if>
<p class="issued"><span>${content.publication.publisher}</span><span>${content.publication.dayText}印发</span></p>
</div>
</#if>
</article>
</body>
</html>
