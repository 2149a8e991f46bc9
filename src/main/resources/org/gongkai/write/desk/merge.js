/** Two have changed the same entries: both versions side by side, by paragraphs. */
import {ask, button, h, note, time, withoutYear} from './dom.js';
import {get, post} from './api.js';
import {choices} from './merge-choices.js';

/** How the id of a merge ends: with the id of the commit that others had published. */
const THEIRS = -40;

/** Who wrote each of two versions, and when; nothing of one that is not known. */
async function writers(path, merge) {
  const last = from => get('history', {path, from}).then(({revisions}) => revisions[0], () => null);
  const [mine, other] = await Promise.all([last(), last(merge.slice(THEIRS))]);
  return {mine, other, isOne: Boolean(mine && other) && mine.author === other.author};
}

const when = revision => withoutYear(time(revision.time));

/** What the version of somebody else is called; who works at two machines meets himself. */
const whose = ({other, isOne}) => isOne ? '另一台电脑上的' : other ? other.author + '的' : '别人的';

/** Says who wrote what, and when. */
const told = ({mine, other, isOne}) => other && h('p', {class: 'writers'}, isOne ? '您在另一台电脑上' : h('b', null, other.author), when(other) + '改过，已经发布',
  mine ? '；您在这里' + when(mine) + '改的，还没有发出去' : '', '。');

export async function conflicts() {
  const [data, {entries}] = await Promise.all([get('conflicts'), get('entries')]);
  const titles = Object.fromEntries(entries.map(entry => [entry.path, entry.title]));
  if (!data.files.length) {
    return {title: '选一份', element: h('div', null, h('h1', null, '没有要选的'), h('p', null, '两个人改的没有碰到一起。'),
      h('p', null, h('a', {href: '#/commit'}, '回到发布')))};
  }
  let parts = null;
  let done = null;
  const by = await Promise.all(data.files.map(file => writers(file.path, data.merge)));
  parts = data.files.map((file, i) => Object.assign({file, by: by[i]}, file.paragraphs
    ? {choice: choices(file.paragraphs, '我的', whose(by[i]), count)}
    : {radio: whole(file, whose(by[i]))}));
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

  function whole(file, theirs) {
    let value = null;
    const pick = (side, label) => h('label', null, h('input', {
      type: 'radio', name: 'whole-' + file.path, onchange: () => {
        value = side;
        count();
      },
    }), label);
    return {
      element: h('div', {class: 'pick'},
        pick('ours', file.ours ? '用我的' : '照我的，删去'), pick('theirs', file.theirs ? '用' + theirs : '照' + theirs + '，删去')),
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
      h('h1', null, '两个人改了同一处，请一处一处选'),
      h('p', null, by.some(one => one.isOne) ? '' : '别人先发布了他改的。', '加底色的是不同的字；选好以前，哪一份都不会丢。'),
      parts.map(part => h('section', null, h('h2', null, titles[part.file.path] || part.file.path.replace(/^.*\//, '')), told(part.by),
        (part.choice || part.radio).element)),
      h('div', {class: 'buttons'}, done, left), h('p', null, button('以后再选', abandon, {class: 'plain'}))),
  };
}
