/** The earlier versions of an entry. */
import {button, fill, h, note, time} from './dom.js';
import {get, post} from './api.js';
import {WINDOW} from './autosave.js';
import {difference} from './diff.js';
import {entryLink} from './overview.js';

export async function history(target) {
  const data = await get('history', {path: target.path});
  const shown = h('section', {class: 'shown', 'aria-live': 'polite'}, h('p', {class: 'empty'}, '点左边的一次修改，看改了什么。'));

  function look(revision, before) {
    return get('version', {path: revision.path, commit: revision.id, before: before ? before.id : null,
      formerly: before ? before.path : null}).then(result => {
      fill(shown, h('h2', null, time(revision.time) + ' ' + revision.author),
        h('p', null, revision.subject),
        h('div', {class: 'buttons'}, button('取回这一版', () => takeBack(revision), {class: 'primary'})),
        difference(result.lines));
    });
  }

  async function takeBack(revision) {
    const draft = await post('take-back',
      {path: target.path, from: revision.path, commit: revision.id, window: WINDOW});
    note('已取回' + time(revision.time) + '的文字，打开后选“接着写这一份”，再保存。');
    location.hash = entryLink(draft.path);
  }

  return {
    title: '历史',
    element: h('div', {class: 'history'},
      h('div', {class: 'head'}, h('h1', null, '历史：' + (data.title || target.path)),
        h('a', {class: 'button', href: entryLink(target.path)}, '回到条目')),
      h('div', {class: 'columns'},
        data.revisions.length ? h('ol', {class: 'revisions'}, data.revisions.map((revision, i) => h('li', null,
          button(revision.subject || '（没有说明）', () => look(revision, data.revisions[i + 1]), {class: 'plain'}),
          h('span', {class: 'path'}, time(revision.time) + ' ' + revision.author))))
          : h('p', {class: 'empty'}, '还没有发布过。'),
        shown)),
  };
}
