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
/* The text reaches from 37 mm to 262 mm; half of the space between lines stands above the first and below the last. */
@page { size: A4; margin: 34.57mm 26mm 32.5mm 28mm; }
@page :right {
  @bottom-right { content: "— " counter(page) " —"; margin: 0; padding: 4.5mm 14pt 0 0; vertical-align: top; text-align: right; font-family: SimSun, "宋体", STSong, "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: 14pt; line-height: 1; white-space: nowrap; }
}
@page :left {
  @bottom-left { content: "— " counter(page) " —"; margin: 0; padding: 4.5mm 0 0 14pt; vertical-align: top; text-align: left; font-family: SimSun, "宋体", STSong, "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: 14pt; line-height: 1; white-space: nowrap; }
}
html, body { margin: 0; padding: 0; background: #fff; color: #000; }
/* A line is a character and 7/8 of one high, which makes 22 lines in 225 mm; 28 characters fill all but .4 mm of 156 mm. */
body {
  font-family: "仿宋_GB2312", FangSong_GB2312, FangSong, "仿宋", STFangsong, "FZFangSong-Z02S", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  font-size: 15.75pt; line-height: 10.42mm; overflow-wrap: break-word;
}
article { display: block; padding-right: .3mm; }
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote, pre { margin: 0; font-weight: normal; font-size: 15.75pt; }
strong, b, th { font-weight: normal; }
ul, ol { padding: 0; }
a { color: #000; text-decoration: none; }
p { orphans: 2; widows: 2; }
h2, h3, h4, h5, h6, caption { break-after: avoid; }
tr, img, figure, .annexes, .signature { break-inside: avoid; }
no-break, .num, .seq { white-space: nowrap; }

.letterhead { padding-top: 37.4mm; }
.mark, h1, .prose.annex .annex-title { font-family: "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋", STZhongsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
.mark { color: #e60012; line-height: 1; text-align: center; white-space: nowrap; }
.number { display: flex; justify-content: center; margin-top: 18.4mm; padding-bottom: 4mm; border-bottom: 1pt solid #e60012; margin-right: -.3mm; }
.number-up { justify-content: space-between; padding-left: 1em; padding-right: 1em; }
.letterhead + h1 { margin-top: 18.4mm; }
h1, .annex-title { margin-bottom: 10.42mm; font-size: 22pt; line-height: 10.42mm; text-align: center; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
p.recipients, .prose p.recipients { text-indent: 0; }
.signatory, .prose h3 { font-family: "楷体_GB2312", KaiTi_GB2312, KaiTi, "楷体", STKaiti, "AR PL UKai CN", "Noto Serif CJK SC", "Source Han Serif SC", serif; }

.facts > div, .facts-line { padding-left: 2em; }
.facts dt, .facts dd { display: inline; }
.facts dt:after { content: "："; }
.facts ol { padding-left: 2em; }
.facts dt, .prose h2, caption, th, .annex-label { font-family: SimHei, "黑体", STHeiti, "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }

.prose p, .prose h2, .prose h3, .prose h4, .prose h5, .prose h6, .prose dt { text-indent: 2em; }
.prose p { text-align: justify; }
.prose td p, .prose th p, .prose li p, .prose dd p, .prose figure p, .prose .imageblock p { text-indent: 0; }
/* An item is a paragraph that begins with its number. */
.prose ul, .prose ol { list-style-position: inside; }
.prose li { text-indent: 2em; text-align: justify; }
.prose li > p:first-child { display: inline; }
.prose li li { margin-left: 1em; }
.prose dd { margin-left: 2em; }
.prose blockquote { padding-left: 2em; }
.prose figure, .prose .imageblock { text-align: center; }
.prose figcaption, .prose .title { font-size: 12pt; line-height: 7mm; text-align: center; text-indent: 0; }
.prose img { max-width: 100%; max-height: 200mm; height: auto; }
.prose .admonitionblock .title { font-size: 15.75pt; line-height: inherit; text-align: left; text-indent: 2em; font-family: SimHei, "黑体", STHeiti, "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
.prose pre { white-space: pre-wrap; font-size: 12pt; line-height: 7mm; }
.prose sup { font-size: 9pt; line-height: 0; }
.prose .footnotes li, .prose .footnotes p, .prose #footnotes .footnote { font-size: 12pt; line-height: 7mm; text-indent: 0; }
.footnote-backref { display: none; }
.prose .task-list-item, .prose .checklist li { list-style: none; }
table { width: 100%; margin: 3mm 0; border-collapse: collapse; font-size: 12pt; line-height: 7mm; }
caption { font-size: 12pt; text-align: center; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
thead, tbody > tr:first-child { break-after: avoid; }
th, td { padding: .5mm 1.5mm; border: .5pt solid #000; text-align: left; vertical-align: middle; }
td p, th p { font-size: 12pt; }
.short { white-space: nowrap; }
.seq, .halign-center, .halign-center p, .align-center, .align-center p { text-align: center; }
.num, .halign-right, .halign-right p, .align-right, .align-right p { text-align: right; }

.annexes { display: flex; margin-top: 10.42mm; padding-left: 2em; break-before: avoid; }
.annexes ol { flex: 1 1 0%; list-style: none; }
.annexes li { display: flex; }
.annexes li > span { flex: 0 0 auto; }
/* The day begins two characters after the name, and what is longer ends two characters before the edge. */
.signature { display: flex; justify-content: flex-end; margin-top: 10.42mm; padding-right: 2em; break-before: avoid; }
.signature p + p { padding-left: 2em; }
.annex { display: block; break-before: page; }
.prose.annex .annex-label { text-indent: 0; }
.prose.annex .annex-title { margin-top: 10.42mm; text-indent: 0; }
.imprint { break-inside: avoid; margin: 10.42mm -.3mm 0 0; border: solid #000; border-width: 1pt 0; font-size: 14pt; line-height: 9mm; }
.imprint p { font-size: 14pt; padding: 0 1em; }
.imprint .issued { display: flex; justify-content: space-between; }
.imprint p + p { border-top: .75pt solid #000; }
.imprint .copies { padding-left: 4em; text-indent: -3em; }

article + article { break-before: page; }
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
<#if content.publication.publisher?? || content.publication.signedText??>
<div class="signature"><div>
<#if content.publication.publisher??>
<p>${content.publication.publisher}</p>
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
