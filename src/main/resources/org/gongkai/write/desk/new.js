/** A new entry: of a kind, like a former one, or from a document that is dropped in. */
import {button, failed, fill, h, note} from './dom.js';
import {get, post, upload} from './api.js';
import {WINDOW} from './autosave.js';
import {entryLink} from './overview.js';

/** What a branch writes most, and what for. */
const USUAL = {
  通知: '布置一件事：什么时间、什么要求、找谁', 支委会: '支部委员会开会议定了什么', 党员大会: '党员大会讨论和表决了什么',
  党课: '谁讲、讲什么、多少人听', 主题党日: '活动怎么开展的', 公示: '把结果亮出来，听大家的意见',
  工作计划: '一年要做的几件事', 工作总结: '一年做了什么、还差什么', 党小组会: '党小组开会的情况',
};
const MOST = 8;

/** A new entry with the text of a former one; its years become the site's current one. */
async function likeFormer(former) {
  const year = (await get('persons')).today.slice(0, 4);
  const created = await post('new', {kind: former.kind, title: former.title.replace(/20\d\d(?=年)/g, year)});
  const [fresh, old] = await Promise.all([get('entry', {path: created.path}), get('entry', {path: former.path})]);
  const text = {path: created.path, window: WINDOW, header: fresh.header, body: old.body};
  await post('save', Object.assign({base: fresh.version, opened: fresh.header + fresh.body}, text));
  location.hash = entryLink(created.path);
  note('已照《' + former.title + '》写好一份，请把日期、人数和事情改成今年的。');
}

export async function newEntry() {
  const [kinds, listed] = await Promise.all([get('kinds'), get('entries')]);
  const title = h('input', {type: 'text', id: 'title', autocomplete: 'off', placeholder: '可以以后再写'});
  const begin = kind => post('new', {kind, title: title.value}).then(created => {
    location.hash = entryLink(created.path);
  });
  const known = kinds.columns.flatMap(column => column.kinds.map(kind => kind.name));
  const usual = Object.keys(USUAL).filter(name => known.includes(name)).slice(0, MOST);
  const formers = listed.entries.filter(one => one.kind && /\.md$/.test(one.path)).sort((a, b) => (a.day || '') < (b.day || '') ? 1 : -1);
  const former = h('input', {id: 'former', type: 'text', list: 'formers', autocomplete: 'off', placeholder: '打几个字，从里面选'});
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
    h('p', null, '把 Word、WPS 或者文本文件拖到这里，或者'),
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
    title: '写一份新的',
    element: h('div', {class: 'new'},
      h('h1', null, '写一份新的'),
      h('section', null, h('p', {class: 'field'}, h('label', {for: 'title'}, '标题'), title),
        h('ul', {class: 'papers'}, usual.map(name => h('li', null,
          button(name, () => begin(name), {'aria-describedby': 'about-' + name}),
          h('p', {id: 'about-' + name, class: 'hint'}, USUAL[name])))),
        h('details', null, h('summary', null, '更多（' + known.length + '种）'),
          h('div', {class: 'kinds'}, kinds.columns.map(column => h('div', {class: 'kind-column'},
            h('h3', null, column.name),
            h('ul', null, column.kinds.filter(kind => !usual.includes(kind.name)).map(kind => h('li', null,
              button(kind.name, () => begin(kind.name), {class: 'kind', title: kind.example || null}))))))))),
      formers.length ? h('section', null, h('h2', null, '照以前的一份写'),
        h('p', {class: 'field'}, h('label', {for: 'former'}, '照哪一份'), former,
          h('datalist', {id: 'formers'}, formers.map(one => h('option', {value: one.title}, (one.day || '').slice(0, 10) + ' ' + one.kind)))),
        button('照这一份写', () => {
          const found = formers.find(one => one.title === former.value.trim());
          if (!found) {
            note('没有这一份，请从列出来的里面选。', 'bad');
            return null;
          }
          return likeFormer(found);
        })) : null,
      h('section', null, h('h2', null, '从 Word、WPS 的文件开始'), drop, result)),
  };
}
