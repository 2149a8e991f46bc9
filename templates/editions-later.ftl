<#ftl output_format="JavaScript">
/* Tells readers of an edition, which never changes, what happened to the entry since. */
(function () {
  var script = document.getElementById('later');
  var main = document.getElementById('main');
  var later = {

<#list changes as change>
'${change.page?js_string}': ['${change.text?js_string}', '${change.uri?js_string}'],
</#list>
  }[script.getAttribute('data-page')];
  if (!later) {
    return;
  }
  var line = document.createElement('p');
  line.className = 'strip';
  line.appendChild(document.createTextNode('这里是存档时的内容。这一条后来于' + later[0] + '，'));
  var link = document.createElement('a');
  link.href = script.getAttribute('data-root') + later[1];
  link.appendChild(document.createTextNode('看现在的页面'));
  line.appendChild(link);
  main.insertBefore(line, main.firstChild);
})();
