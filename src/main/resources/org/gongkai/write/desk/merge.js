/** Two have changed the same entries: both versions side by side, by paragraphs. */
import {ask, button, h, note} from './dom.js';
import {get, post} from './api.js';
import {choices} from './merge-choices.js';

export async function conflicts() {
  const [data, {entries}] = await Promise.all([get('conflicts'), get('entries')]);
  const titles = Object.fromEntries(entries.map(entry => [entry.path, entry.title]));
  if (!data.files.length) {
    return {title: '选一份', element: h('div', null, h('h1', null, '没有要选的'), h('p', null, '两个人改的没有碰到一起。'),
      h('p', null, h('a', {href: '#/commit'}, '回到发布')))};
  }
  let parts = null;
  let done = null;
  parts = data.files.map(file => Object.assign({file}, file.paragraphs
    ? {choice: choices(file.paragraphs, '我的', '别人的', count)}
    : {radio: whole(file)}));
  const left = h('span', {class: 'left', role: 'status'});
  done = button('就用选好的', finish, {class: 'primary'});

  function count() {
    if (done) {
      const open = parts.reduce((sum, part) => sum + (part.choice ? part.choice.open() : part.radio.value() ? 0 : 1), 0);
      done.disabled = open > 0;
      left.textContent = open ? '还有' + open + '处没有选' : '都选好了';
      left.classList.toggle('is-done', !open);
    }
  }

  function whole(file) {
    let value = null;
    const pick = (side, label) => h('label', null, h('input', {
      type: 'radio', name: 'whole-' + file.path, onchange: () => {
        value = side;
        count();
      },
    }), label);
    return {
      element: h('div', {class: 'pick'},
        pick('ours', file.ours ? '用我的' : '照我的，删去'), pick('theirs', file.theirs ? '用别人的' : '照别人的，删去')),
      value: () => value,
    };
  }

  async function finish() {
    await post('resolve', {merge: data.merge, files: parts.map(part => part.choice
      ? {path: part.file.path, text: part.choice.text()}
      : {path: part.file.path, side: part.radio.value()})});
    note('照选好的改好了，还没有发出去。看过样子，再按“发布”。');
    document.dispatchEvent(new Event('repository'));
    location.hash = '#/commit';
  }

  async function abandon() {
    if (await ask('以后再选？', '以后再选', '您写的都在，别人改的也在；下次按“发布”再来选。')) {
      await post('abandon');
      location.hash = '#/commit';
    }
  }

  count();
  return {
    title: '选一份',
    element: h('div', {class: 'conflicts'},
      h('h1', null, '两个人改了同一处，请选一份'),
      h('p', null, '别人先发布了他改的。加底色的是不同的字；选好以前，哪一份都不会丢。'),
      parts.map(part => h('section', null, h('h2', null, titles[part.file.path] || part.file.path.replace(/^.*\//, '')),
        (part.choice || part.radio).element)),
      h('div', {class: 'buttons'}, done, left, button('以后再选', abandon))),
  };
}
