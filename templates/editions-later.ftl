<#ftl output_format="CSS">
/* Tells readers of an edition, which never changes, what happened to the entry since; needs no script. */
<#list changes as change>
[data-page="${change.page}"][hidden] { display: block !important; }
[data-page="${change.page}"] span::before { content: "。这一条后来于${change.text}"; }
</#list>
