/** The earlier versions of an entry. */
import {button, fill, h, note, time, worded} from './dom.js';
import {get, post} from './api.js';
import {WINDOW} from './autosave.js';
import {difference} from './diff.js';
import {after, asides, legend, markChanges, near, summary} from './marked.js';
import {entryLink} from './overview.js';
import {articleOf, preview} from './preview.js';

/** How many versions tell what they changed before somebody looks at them. */
const TOLD = 20;
/** How many a phone lists at first, so that the one that is looked at is not far below. */
const SHORT = 3;

export async function history(target) {
  const [{revisions: committed, title}, state] = await Promise.all([get('history', {path: target.path}), get('state')]);
  // What is saved and not published stands above what readers see.
  const open = committed.length && state.changed.some(change => change.path === target.path);
  const revisions = (open ? [null] : []).concat(committed);
  const seen = revisions.findIndex(revision => revision && !revision.unsent);
  const shown = h('section', {class: 'shown', 'aria-live': 'polite'});
  const first = revisions.length - 1;
  // Where two wrote at the same time, the version that one began with is not the next in the list.
  const before = i => i === first ? {} : revisions[i + 1].path === revisions[i].path ? {before: revisions[i].parents[0], formerly: revisions[i].path}
    : {before: revisions[i + 1].id, formerly: revisions[i + 1].path};
  const changes = i => (!revisions[i] ? get('difference', {path: target.path}) : get('version', Object.assign({path: revisions[i].path, commit: revisions[i].id}, before(i))))
    .then(result => result.lines);
  const items = revisions.map((revision, i) => {
    const what = h('span', null, i === first ? '第一版' : revision ? revision.subject : '');
    if (!revision) {
      return {what, element: h('li', {class: 'is-open'}, button([h('b', null, '现在写的，还没有发布'), what], () => ask(i)))};
    }
    const live = h('span', {class: 'chip good', hidden: true}, '读者现在看到的');
    return {what, live, element: h('li', null, button([h('b', null, time(revision.time)), revision.unsent ? h('span', {class: 'chip wait'}, '还没有送到') : live, what, h('span', {class: 'path'}, revision.author)],
      () => ask(i), {'data-name': revision.subject}), i ? button('取回这一版', () => takeBack(revision), {'aria-label': '取回这一版：' + time(revision.time)}) : null)};
  });

  const list = h('ol', {class: items.length > SHORT + 1 ? 'revisions is-short' : 'revisions'}, items.map(item => item.element));
  let asked = false;
  const ask = i => {
    asked = true;
    return look(i).then(() => {
      // Where it stands below the list it is not in sight.
      if (matchMedia('(max-width: 600px)').matches) {
        shown.scrollIntoView({block: 'start'});
      }
    });
  };

  /** Shows a version as readers see it, with what it changed. */
  async function look(i) {
    items.forEach((item, k) => item.element.firstChild.setAttribute('aria-pressed', String(k === i)));
    const lines = await changes(i);
    const {preview: its} = await post('look', {path: target.path, header: after(lines), body: ''});
    const page = its && new DOMParser().parseFromString(its.html, 'text/html');
    let rest = [];
    let cut = '';
    const view = preview(() => asked);
    if (page) {
      articleOf(page);
      rest = i < first ? markChanges(page, lines) : [];
      cut = near(page);
      if (i < first) {
        page.querySelectorAll('ins, del').forEach((change, k) => k || change.classList.add('first-change'));
      }
    }
    fill(shown, i && revisions[i] ? h('p', {class: 'only-phone which'}, h('b', null, time(revisions[i].time)), button('取回这一版', () => takeBack(revisions[i]), {'aria-label': '取回这一版：' + time(revisions[i].time)})) : null, i < first && page ? legend(page, cut) : i < first ? null : h('p', {class: 'hint'}, first ? '这是第一版。' : '这是第一版，以后没有改过。'),
    asides(rest), page ? view.element : difference(lines));
    if (page) {
      view.show({address: its.address, html: page.documentElement.outerHTML});
    }
  }

  async function takeBack(revision) {
    const draft = await post('take-back',
      {path: target.path, from: revision.path, commit: revision.id, window: WINDOW});
    note('已取回' + time(revision.time) + '的文字，选“接着写这一份”，再保存。');
    location.hash = entryLink(draft.path);
  }

  /** One after another, as each asks the program for two texts. */
  async function tell() {
    // Which one readers see is known by its text.
    if (seen >= 0 && !/^状态: *草稿/m.test(after(await changes(seen)))) {
      items[seen].live.hidden = false;
    }
    for (let i = 0; i < Math.min(first, TOLD); i++) {
      items[i].what.textContent = summary(await changes(i));
    }
  }

  // What is sent meanwhile, by this window or another, is shown as sent.
  const sent = ({detail}) => {
    if (list.isConnected && !detail.unsent) {
      window.dispatchEvent(new Event('hashchange'));
    }
    if (!list.isConnected || !detail.unsent) {
      document.removeEventListener('state', sent);
    }
  };
  if (committed.some(revision => revision.unsent)) {
    document.addEventListener('state', sent);
  }
  return {
    title: '历史',
    shown: () => revisions.length && look(0).then(tell).catch(() => {}),
    element: h('div', {class: 'history'},
      h('div', {class: 'head'}, h('h1', null, h('span', {class: 'of'}, '历史版本'), worded(title || target.path)),
        h('a', {class: 'button', href: entryLink(target.path)}, h('span', {class: 'only-phone'}, '‹ '), '回到这一篇')),
      revisions.length ? h('div', {class: 'columns'}, h('div', null,
        first ? h('p', {class: 'hint'}, '点一版，看改了什么，也可以取回。取回的先放到写的那一页，读者看到的不变；您看过、保存、发布以后才换。') : null, list,
        items.length > SHORT + 1 ? button('看更早的' + (items.length - SHORT) + '版', more => {
          list.classList.remove('is-short');
          items[SHORT].element.firstChild.focus();
          more.remove();
        }, {class: 'only-phone older'}) : null), shown)
        : h('p', {class: 'shown'}, '还没有发布过，发布以后每改一次，这里多一版。')),
  };
}
