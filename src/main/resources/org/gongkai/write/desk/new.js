/** A new entry: from a kind, or from a document that is dropped in. */
import {button, failed, fill, h, note} from './dom.js';
import {get, post, upload} from './api.js';
import {entryLink} from './overview.js';

export async function newEntry() {
  const kinds = await get('kinds');
  const title = h('input', {type: 'text', id: 'title', autocomplete: 'off', placeholder: '可以以后再写'});
  const result = h('section', {class: 'imported', 'aria-live': 'polite'});
  const file = h('input', {type: 'file', hidden: true, accept: kinds.formats, onchange: event => {
    take(event.target.files[0]);
    event.target.value = '';
  }});

  const optional = kinds.optional.map(name => ({name, box: h('input', {type: 'checkbox'})}));

  function take(document) {
    if (!document) {
      return;
    }
    if (document.size > 50 * 1024 * 1024) {
      note('文件有 ' + Math.ceil(document.size / 1024 / 1024) + ' MB，最多 50 MB。', 'bad');
      return;
    }
    fill(result, h('p', null, '正在读取“' + document.name + '”……'));
    const wanted = optional.filter(each => each.box.checked).map(each => each.name).join(',');
    upload('import', document, {name: document.name, with: wanted || null}).then(report => {
      if (report.known) {
        fill(result, h('p', null, '“' + document.name + '”以前转过，没有再转一次。要重新转，打开那一条，按“删去”，再放一次。'),
          h('p', null, h('a', {class: 'button', href: entryLink(report.path)}, '打开那一条')));
        return;
      }
      const steps = ['保密审查', '审批'].filter(name => report.blanks.includes(name));
      const blanks = report.blanks.filter(name => !steps.includes(name));
      fill(result, h('div', {class: 'head'}, h('h2', null, '“' + document.name + '”已转成条目'),
        h('a', {class: 'button primary', href: entryLink(report.path)}, '打开这一条')),
        h('dl', {class: 'facts'}, Object.entries(report.recognised).map(([field, value]) =>
          [h('dt', null, field), h('dd', null, value)])),
        report.remarks.length ? [h('h3', null, '请核对'), h('ul', null, report.remarks.map(remark =>
          h('li', {class: remark.weight === 'left-out' ? 'bad' : ''}, remark.place ? remark.place + '：' : '', remark.text)))] : null,
        report.optional.length ? h('p', null, '要连同' + report.optional.join('、') + '一起转：打开这一条，按“删去”，在上面勾上，再放一次。') : null,
        blanks.length ? [h('h3', null, '还要填写'), h('p', null, blanks.join('、'))] : null,
        steps.length ? h('p', {class: 'hint'}, steps.join('、') + '等文稿定了再填，那一页上有按钮。') : null);
      result.scrollIntoView({block: 'nearest'});
    }, error => {
      fill(result);
      failed(error);
    });
  }

  const drop = h('div', {class: 'drop'},
    h('p', null, '把 Word、WPS、文本或网页文件拖到这里，或者'),
    button('选择文件', () => file.click()), file,
    h('fieldset', {class: 'optional'}, h('legend', null, '平时不转、这次也要转的：'),
      h('div', null, optional.map(each => h('label', null, each.box, each.name)))));
  ['dragover', 'dragenter'].forEach(name => drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    take(event.dataTransfer.files[0]);
  });

  return {
    title: '新建',
    element: h('div', {class: 'new'},
      h('h1', null, '新建条目'),
      h('section', null, h('h2', null, '从文件转换'), drop, result),
      h('section', null, h('h2', null, '从文种开始'),
        h('p', {class: 'field'}, h('label', {for: 'title'}, '标题'), title),
        h('div', {class: 'kinds'}, kinds.columns.map(column => h('div', {class: 'kind-column'},
          h('h3', null, column.name),
          h('ul', null, column.kinds.map(kind => h('li', null,
            button(kind.name, () => post('new', {kind: kind.name, title: title.value}).then(created => {
              location.hash = entryLink(created.path);
            }), {class: 'kind', title: kind.example || null}))))))))),
  };
}
