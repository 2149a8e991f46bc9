<#-- Entries as lines: column, title, date at the right.
     showKind  the kind in place of the column
     dated  with the date
     In lists that say so (summaries), with what each says; below the name of a year (lineYear), days are told without it. -->
<#import "notice.ftl" as notice>
<#import "days.ftl" as days>
<#import "title.ftl" as titles>

<#macro lines posts showColumn=true showKind=false dated=true>
<ul class="lines<#if !showColumn> lines-own</#if>">
<#list posts as post>
<li id="${post.uri?remove_ending(".html")}">
<#if showColumn>
<span class="line-column">${post.column.name}</span>
<#elseif showKind>
<span class="line-column">${post.kinds[0]}</span>
</#if>
<span class="line-title"><a href="${root}${post.uri}"><@titles.short post.title/></a><#if (.globals.summaries!false) && post.summary??> <span class="line-summary"><#if post.summary?ends_with("……") && post.summary?contains("。")>${post.summary?keep_before_last("。")}。<#else>${post.summary}</#if></span></#if></span><#if post.notice?? || post.state?? || post.ways?size gt 0>
<span class="line-mark"><#if post.notice??><span class="line-notice<#if post.notice.state == "公示已结束"> line-over</#if>"><@notice.chip post.notice/><#if post.notice.state != "公示已结束"> <span class="line-until">至${post.notice.toText?remove_beginning(post.published?substring(0, 4) + "年")}</span><#elseif !showColumn> <span class="line-period"><@notice.days post.notice/></span></#if><#if notice.untold(post)> <span class="line-period">结果未公布</span></#if></span><#if !showColumn && notice.worded(post)> <span class="line-way"><a href="${root}${post.uri}">公示结果<span class="vh">：${post.title}</span></a></span></#if></#if><#if post.state??> <@notice.state post.state/></#if><#list post.ways as way> <span class="line-way"><a href="${root}${way.uri}">${way.label}<span class="vh">：${way.value}</span></a></span></#list></span></#if>
<#if dated>
<time class="line-date" datetime="${post.published}">${days.text(post.published)?remove_beginning(.globals.lineYear!"")}</time>
</#if>
</li>
</#list>
</ul>
</#macro>
