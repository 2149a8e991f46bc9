/** The frame of all pages: which page an address shows, the state of the repository, the connection. */
import {button, fill, failed, h, say} from './dom.js';
import {get, onConnection} from './api.js';
import {contradictions, isApproved, overview} from './overview.js';
import {newEntry} from './new.js';
import {entry} from './entry.js';
import {commit, isReady} from './commit.js';
import {conflicts} from './merge.js';
import {history} from './history.js';
import {plain} from './problems.js';

const PAGES = {overview, contradictions, new: newEntry, entry, commit, conflicts, history};
/** The branches that nobody has chosen. */
const USUAL = ['main', 'master'];
const main = document.getElementById('main');
const notes = document.getElementById('notes');
const banner = document.getElementById('connection');
/** What needs the program; without it there is nothing to press. */
const WORKING = '.beside, [data-view=check], .steps, .entry-head .save, .entry-head .more-actions, .fate, .paper-side .offer, .add, .attachments .plain, [data-name=图片], [data-name=附件], .send, .answer .buttons, .overview .head, .new, .conflicts .buttons';
let reachable = true;
let leave = null;
let visit = 0;
/** Whether a page could not be shown because the program did not answer. */
let lost = false;

/** The page and the path of an entry that an address names: #/entry/content/a.md. */
function route() {
  const parts = decodeURI(location.hash.replace(/^#\/?/, '')).split('/');
  const name = parts.shift() || 'overview';
  const rest = parts.join('/');
  const question = rest.indexOf('?');
  return PAGES[name]
    ? {name, path: question < 0 ? rest : rest.slice(0, question), place: question < 0 ? '' : rest.slice(question + 1)}
    : {name: 'overview', path: '', place: ''};
}

async function show() {
  const here = ++visit;
  lost = false;
  const target = route();
  if (leave) {
    const ready = leave;
    leave = null;
    await Promise.resolve(ready()).catch(() => {});
  }
  document.querySelectorAll('nav [data-page]').forEach(link => {
    if (link.dataset.page === target.name) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  });
  document.body.className = 'page-' + target.name;
  main.before(notes);
  fill(main, h('p', {class: 'loading'}, '正在读取……'));
  try {
    const page = await PAGES[target.name](target);
    if (here !== visit) {
      if (page.leave) {
        page.leave();
      }
      return;
    }
    leave = page.leave || null;
    document.title = page.title + ' - 工作台';
    fill(main, page.element);
    // Beside the tools a message takes the place of nothing; on a phone the head is what stays in sight.
    const place = main.querySelector(matchMedia('(max-width: 600px)').matches ? '.entry-head' : '.bar');
    if (place) {
      place.append(notes);
    }
    work();
    // Whoever works by keyboard goes on in the new page, not at the head of the window.
    if (here > 1 && document.activeElement === document.body) {
      main.focus({preventScroll: true});
    }
    if (page.shown) {
      page.shown();
    }
    say(page.title);
  } catch (error) {
    if (here === visit) {
      document.body.className = '';
      document.querySelectorAll('nav [aria-current]').forEach(link => link.removeAttribute('aria-current'));
      // It is said once: here, not above as well.
      banner.hidden = banner.hidden || error.status === 0;
      fill(main, h('h1', null, error.status === 0 ? '请再打开一次工作台' : error.status === 404 ? '没有找到这一篇' : '打不开'), h('section', {class: 'shown'}, h('p', null, plain(error.message || '')),
        h('p', null, error.status === 0 ? button('打开了，接着用', () => {
          location.hash = '#/';
          return show();
        }, {class: 'primary'}) : error.status === 404 && target.path ? h('a', {class: 'button primary', href: '#/overview?' + encodeURI(target.path.replace(/^.*\/|\.\w+$/g, ''))}, '按名称找') : h('a', {class: 'button primary', href: '#/'}, '回到文稿')),
        error.status === 404 && target.path ? h('p', {class: 'hint'}, '刚删去的，文字还在“文稿”里的“没有保存的文字”那里。') : null));
      lost = error.status === 0;
      if (error.status === undefined) {
        failed(error);
      }
    }
  }
  repository();
}

/** Shows branch, changes and commits that are not pushed. */
export async function repository() {
  const state = await get('state').catch(() => null);
  if (!state) {
    return;
  }
  document.querySelector('.site-name a').textContent = state.name ? state.name + ' · 工作台' : '工作台';
  const count = document.getElementById('changed');
  document.dispatchEvent(new CustomEvent('state', {detail: state}));
  document.getElementById('shared').hidden = !state.shared;
  // As many as the page offers.
  const [{changes}, {entries}] = await Promise.all([(state.changed || []).length ? get('changes').catch(() => ({changes: []})) : {changes: []}, state.git ? get('entries').catch(() => ({entries: []})) : {entries: []}]);
  const open = changes.filter(change => change.part === 'entry' && isReady(change)).length
    + entries.filter(entry => isApproved(entry) && !changes.some(change => change.path === entry.path)).length || state.ahead || 0;
  count.textContent = open || '';
  count.hidden = !open;
  count.setAttribute('title', '可以发布的有' + open + '篇');
  const words = [];
  if (state.git) {
    words.push(!state.branch ? '打开的是以前的样子，不能发布，请管理员看一看' : USUAL.includes(state.branch) ? '' : '分支 ' + state.branch);
    const told = ['commit', 'conflicts'].includes(route().name);
    words.push(state.ahead && !told ? '有' + state.ahead + '次发布还没有送到' : '');
    words.push(state.behind && !told ? '别人有新的修改，发布时自动取来' : '');
  } else {
    words.push('写的都存在这台电脑上');
  }
  const place = document.getElementById('repository');
  place.classList.toggle('only-wide', !state.git);
  place.textContent = words.filter(word => word).join('；');
}

function work() {
  main.querySelectorAll(WORKING).forEach(element => { element.inert = !reachable; });
}

// What stays in sight begins below it.
new ResizeObserver(() => document.documentElement.style.setProperty('--banner', banner.offsetHeight + 'px')).observe(banner);

onConnection((now, message) => {
  reachable = now;
  banner.hidden = reachable;
  fill(banner, reachable ? null : message);
  document.documentElement.classList.toggle('is-offline', !reachable);
  work();
  if (reachable && lost) {
    show();
  }
  if (!reachable) {
    const timer = setInterval(() => get('state').then(() => {
      clearInterval(timer);
      repository();
    }, () => {}), 2000);
  }
});

// A file that misses its place must not take the page away.
['dragover', 'drop'].forEach(name => document.addEventListener(name, event => event.preventDefault()));
window.addEventListener('hashchange', show);
document.addEventListener('repository', repository);
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
show();
