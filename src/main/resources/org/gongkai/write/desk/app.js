/** The frame of all pages: which page an address shows, the state of the repository, the connection. */
import {button, day, fill, failed, h, plain, say, worded} from './dom.js';
import {get, isElsewhere, onConnection} from './api.js';
import {contradictions, entryLink, frame, isApproved, overview} from './overview.js';
import {newEntry} from './new.js';
import {entry} from './entry.js';
import {commit, isReady} from './commit.js';
import {conflicts} from './merge.js';
import {history} from './history.js';
import {settings} from './settings.js';

const PAGES = {overview, contradictions, new: newEntry, entry, commit, conflicts, history, settings};
/** The branches that nobody has chosen. */
const USUAL = ['main', 'master'];
const main = document.getElementById('main');
const notes = document.getElementById('notes');
const banner = document.getElementById('connection');
/** What needs the program; without it there is nothing to press. */
const WORKING = '.beside, [data-view=check], .steps, .entry-head .save, .entry-head .more-actions, .fate, .paper-side .offer, .add, .attachments .plain, [data-name=图片], [data-name=附件], .send, .answer .buttons, .overview .head, .new, .settings, .conflicts .buttons';
let reachable = true;
let leave = null;
let visit = 0;
/** Whether a page could not be shown because the program did not answer. */
let lost = false;

/** The page and the path of an entry that an address names: #/entry/content/a.md. */
function route() {
  const [parts, ...asked] = decodeURI(location.hash.replace(/^#\/?/, '')).split('?');
  const name = parts.replace(/\/.*$/, '') || 'overview';
  return PAGES[name] ? {name, path: parts.slice(name.length + 1), place: asked.join('?')} : {name: 'overview', path: '', place: ''};
}

async function show() {
  const here = ++visit;
  lost = false;
  // Whoever goes back, as on a telephone, leaves what is asked of the page before.
  document.querySelectorAll('dialog[open]').forEach(box => box.close());
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
  fill(main, target.name === 'overview' ? frame() : h('p', {class: 'loading'}, '正在读取……'));
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
      document.body.className = 'page-none';
      document.querySelectorAll('nav [aria-current]').forEach(link => link.removeAttribute('aria-current'));
      // It is said once: here, not above as well.
      banner.hidden = banner.hidden || error.status === 0;
      lost = error.status === 0;
      fill(main, h('section', {class: 'shown'}, lost ? closed() : error.status === 404 && target.path ? await missing(target.path) : [h('h1', null, '打不开'), h('p', null, plain(error.message || '')),
        h('p', null, h('a', {class: 'button primary', href: '#/'}, '回到文稿'))]));
      work();
      if (error.status === undefined) {
        failed(error);
      }
    }
  }
  repository();
}

/** How the program is opened anew, by whom that can be done; what was found before goes on by itself. */
function closed() {
  const program = h('b', {class: 'program'}, 'gongkai');
  const steps = isElsewhere() ? [['请开工作台的人再开一次', ['工作台在他那台电脑上：双击图标 ', program, '。平时由管理员开的，找管理员。']],
    ['点他发来的新网址', '每开一次换一个网址，旧的打不开。打开以后，没写完的接着写。']]
    : [['双击平时打开工作台的图标', ['它的名称是 ', program, '。工作台开在别的电脑上、由管理员开的，请他再开一次。']],
      ['回到这里', '开好了，这一页自己接上，不用再写一遍。']];
  return [h('h1', null, isElsewhere() ? '工作台关上了' : '请再打开一次工作台'),
    h('p', null, isElsewhere() ? '写的字都在，没有丢。您这里开不了，要请人再开。' : '工作台关过一次。写的字都存在这台电脑上，没有丢。'),
    h('ol', {class: 'first-steps'}, steps.map(([name, words]) => h('li', null, h('span', null, h('b', null, name), words)))),
    h('p', null, button(isElsewhere() ? '刚才是断了网的，再试一次' : '开好了还没有接上，按这里', () => {
      location.hash = '#/';
      return show();
    }))];
}

const pairs = text => Array.from(text).slice(1).map((each, i) => Array.from(text)[i] + each);

/** What an entry that is not there may be: a text that was not saved, those with the likest names, else the latest. */
async function missing(path) {
  const name = path.replace(/^.*\/|\.\w+$/g, '');
  const {entries, drafts} = await get('entries').catch(() => ({entries: [], drafts: []}));
  const own = drafts.filter(draft => draft.path === path);
  const parts = pairs(name);
  const alike = entry => parts.filter(part => (entry.title + ' ' + entry.path).includes(part)).length;
  const like = entries.filter(entry => alike(entry) > parts.length / 2).sort((a, b) => alike(b) - alike(a)).slice(0, 5);
  const latest = like.length ? like : entries.filter(entry => entry.day <= new Date().toISOString()).sort((a, b) => a.day < b.day ? 1 : -1).slice(0, 5);
  return [h('h1', null, '没有找到这一篇'), h('p', null, '没有“' + name + '”这一篇，可能改了名，或者删去了。'),
    own.length ? h('p', null, '它没有保存的文字还在：', h('a', {href: entryLink(path, '接着写')}, '接着写')) : null,
    latest.length ? h('div', {class: 'last'}, h('h2', null, like.length ? '名称相近的' : '日期最近的'), h('ul', null, latest.map(entry => h('li', null,
      h('a', {href: entryLink(entry.path)}, worded(entry.title)), h('span', {class: 'path'}, entry.kind + '，' + day(entry.day)))))) : null,
    h('p', {class: 'buttons'}, h('a', {class: 'button primary', href: '#/overview?' + encodeURI(name)}, '按名称找'), h('a', {class: 'button', href: '#/'}, '看全部文稿'))];
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
  const unsent = state.unsent || 0;
  // As many as the page offers.
  const [{changes}, {entries}] = await Promise.all([(state.changed || []).length ? get('changes').catch(() => ({changes: []})) : {changes: []}, state.git ? get('entries').catch(() => ({entries: []})) : {entries: []}]);
  const open = changes.filter(change => change.part === 'entry' && isReady(change)).length
    + entries.filter(entry => isApproved(entry) && !changes.some(change => change.path === entry.path)).length || unsent;
  count.textContent = open || '';
  count.hidden = !open;
  count.setAttribute('title', '可以发布的有' + open + '篇');
  const words = [];
  const told = ['page-commit', 'page-conflicts', 'page-none'].includes(document.body.className);
  if (state.git) {
    words.push(!state.branch ? '打开的是以前的样子，不能发布，请管理员看一看' : USUAL.includes(state.branch) ? '' : '分支 ' + state.branch);
    words.push(unsent && !told && !state.sending ? h('a', {href: '#/commit'}, '上次要发布的还没有送到网站，去送') : '');
    words.push(state.behind && !told ? '别人有新的修改，发布时自动取来' : '');
  } else {
    words.push('写的都存在这台电脑上');
  }
  const place = document.getElementById('repository');
  // On a phone the number at 发布 says so, but not what was pressed and has not arrived.
  place.classList.toggle('only-wide', (USUAL.includes(state.branch) || !state.git) && !(unsent && !told && !state.sending));
  fill(place, words.filter(word => word).map((word, i) => [i ? '；' : '', word]));
}

function work() {
  document.querySelector('nav').inert = lost;
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

// A page that is asked for anew begins anew, also the one that is open.
document.querySelector('nav').addEventListener('click', event => {
  const link = event.target.closest('a');
  if (link && link.hash === location.hash) {
    window.dispatchEvent(new Event('hashchange'));
  }
});
