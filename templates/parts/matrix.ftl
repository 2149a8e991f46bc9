<#-- Years against columns: how many entries, each number a link. On a phone the style sheet shows it as a list a year. -->
<#macro table matrix>
<div class="table-wrap">
<table class="matrix">
<caption class="vh">各年度、各栏目公开的篇数</caption>
<thead>
<tr><th scope="col">年度</th><#list matrix.columns as column><th scope="col"><a href="${root}${column.uri}"><@halves column.name/></a></th></#list><th scope="col">合计</th></tr>
</thead>
<tbody>
<#list matrix.rows as row>
<tr><th scope="row"><a href="${root}${row.uri}" aria-label="${row.year}年，全年${numbers.thousands(row.total)}篇">${row.year}</a></th><#list row.cells as cell><#local name = matrix.columns[cell?index].name><#if cell.uri?? && cell.count gt 0><td class="shade-${cell.shade}"><a href="${root}${cell.uri}" data-name="${name}">${numbers.thousands(cell.count)}</a></td><#else><td class="none"><span data-name="${name}">—</span></td></#if></#list><td class="sum"><span data-name="合计">${numbers.thousands(row.total)}</span></td></tr>
</#list>
</tbody>
<tfoot>
<tr><th scope="row">合计</th><#list matrix.totals as count><td><span data-name="${matrix.columns[count?index].name}">${numbers.thousands(count)}</span></td></#list><td class="sum"><span data-name="全部">${numbers.thousands(matrix.total)}</span></td></tr>
</tfoot>
</table>
</div><#if matrix.severalColumns gt 0>
<p class="note matrix-note">${matrix.severalColumns}篇同在几个栏目，在各栏目里都列出，合计只算一次。</p></#if>
</#macro>

<#macro years matrix><#if matrix.severalYears gt 0><p class="note matrix-note">${matrix.severalYears}篇跨年度，各年度均列出，各行相加因此大于合计。</p></#if></#macro>

<#-- A name of four characters is two words: its lines end between them. -->
<#macro halves name><#if name?length == 4>${name?substring(0, 2)}<wbr>${name?substring(2)}<#else>${name}</#if></#macro>
