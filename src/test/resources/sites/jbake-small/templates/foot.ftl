<footer>${data.get("office.yml").phone} ${data.get("office.yml").seats + 1} <#list data.get("office.yml").hours as h>${h} </#list>JBake ${version}</footer></body></html>
