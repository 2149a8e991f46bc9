<#function link words heading>
<#return "[" + words + "](#" + heading?lower_case?replace("[^\\p{L}\\p{N}]+", "-", "r")?replace("-$", "", "r") + ")">
</#function>
<#function escaped words>
<#local text = "">
<#list words?split("`") as part>
<#local text += (part?index > 0)?then("`", "") + (part?index % 2 == 1)?then(part, part?replace("([\\\\*_{}\\[\\]<>|~#&$])", "\\\\$1", "r"))>
</#list>
<#return text>
</#function>
<#-- Which rules of a group cannot be switched off, those next to each other as first and last. -->
<#function fixed rules>
<#local text = "", first = "", last = "", size = 0>
<#list rules?sort_by("code") as rule>
<#if rule.fixed()>
<#if size == 0><#local first = rule.code()></#if>
<#local last = rule.code(), size += 1>
</#if>
<#if size != 0 && (!rule.fixed() || !rule?has_next)>
<#local text += (text == "")?then("不能关的有", "、") + (size == 1)?then(last, first + (size == 2)?then("、", "至") + last), size = 0>
</#if>
</#list>
<#return (text == "")?then("这一组都可以在站点设置里关", text) + "。">
</#function>
<#-- The label is in the box, so that neither a page nor a sheet of paper parts them, and is its language, by which it is coloured. -->
<#macro example label text>
<#if text != "">

```${label}
${label}：
${text?remove_ending("\n")}
```
</#if>
</#macro>
---
标题: 规则一览
文种: 文章
栏目: 规则
发布日期: 2025-01-15
摘要: 检查时报出的每个代码是什么意思，怎么改，哪些不能关。
---

检查时报出的每个代码在这里都有说明：什么不对、怎么改。E 开头的是错误，改好才能发布；W 开头的是警告，可以发布，但建议看一眼。

这一页由程序写成，请不要手工改。在命令行里看一个代码：`gongkai explain E123`。

## 按代码找

<#list groups as heading, rules>
<#assign tens = []>
- ${link(heading, heading)}：<#list rules as rule><#if !tens?seq_contains(rule.code()[1..2])><#assign tens += [rule.code()[1..2]]><#if (tens?size > 1)> </#if>${link(rule.code(), rule.code() + " " + rule.name())}</#if></#list>
</#list>
<#list groups as heading, rules>

## ${heading}

${fixed(rules)}
<#list rules as rule>

### ${rule.code()} ${escaped(rule.name())}

${escaped(rule.sentence())}

改法：${escaped(rule.mend())}
<@example "错", rule.wrong()/>
<@example "对", rule.right()/>
</#list>

${link("回到“按代码找”", "按代码找")}
</#list>
