/** All entries by their state, what is due and what is wrong. */
import {button, day, failed, fill, h, isLater, note, plain, shownDay, spoken, time, withoutYear, worded} from './dom.js';
import {get, post} from './api.js';
import {readable} from './merge-choices.js';
import {begin, documents, isUncompared} from './new.js';
import {UNFINISHED} from './problems.js';

/** What has been overdue for a year is history rather than a duty. */
const OLD = new Date(Date.now() - 365 * 24 * 3600 * 1000).toISOString().slice(0, 10);
/** How many of the papers published last are shown. */
const LAST = 8;
/** How many days ahead something is said to be due. */
const AHEAD = 31;
/** So many are chosen from by their year. */
const MANY = 40;
/** More rows than this make the browser slow. */
const MOST = 300;
export const isOld = item => item.due < OLD;
/** Where the paths of what was published from this window are kept. */
export const PUBLISHED = 'gongkai-published';
/** What a tab without papers is left out for. */
const RARE = '已撤回';

export function entryLink(path, line) {
  return '#/entry/' + encodeURI(path) + (line ? '?' + line : '');
}

/** Whether nothing had been published when the page was shown last. */
const FIRST = 'gongkai-first';
const firstUse = open => h('section', {class: 'first-use'}, h('h2', null, '从这里开始：写第一篇'),
  h('p', {class: 'buttons'}, h('a', {class: 'button primary', href: '#/new'}, '写新的'), open),
  h('ol', {class: 'first-steps'}, [['写', '选一种来写，或者打开写好的文件。'], ['请人看', '请人保密审查、审批，填上是谁、哪天。'], ['发布', '看好读者看到的样子，再发出去。']].map(([name, words]) => h('li', null, h('span', null, h('b', null, name), words)))));

/** What the page shows while the papers are read. */
export function frame() {
  const first = localStorage.getItem(FIRST) === 'yes';
  return h('div', {class: first ? 'reading is-first' : 'reading'}, h('div', {class: 'head'}, h('h1', null, '文稿'), first ? null : h('a', {class: 'button primary', href: '#/new'}, '写新的')),
    first ? firstUse(null) : null, h('section', {class: 'entries'}, h('div', {class: 'list loading', role: 'status'}, '正在读取文稿……')));
}

/** @param target its place is what is looked for at first */
export async function overview(target) {
  const data = {};
  let unpublished = [];
  let fresh = [];
  /** What was made of files just now. */
  let brought = [];
  async function read() {
    const [listed, state, {changes}] = await Promise.all([get('entries'), get('state').catch(() => ({})), get('changes').catch(() => ({changes: []}))]);
    Object.assign(data, listed);
    // Those that nobody has said of what was changed after the approval.
    changes.filter(change => change.stale).forEach(change => data.entries.filter(entry => entry.path === change.path).forEach(entry => { entry.turn = '说明改了什么'; }));
    data.entries.filter(entry => isUncompared(entry.path) && !entry.states.includes('已发布')).forEach(entry => { entry.turn = '对照原件'; });
    unpublished = (state.changed || []).map(change => change.path);
    fresh = (state.changed || []).filter(change => change.kind === 'new').map(change => change.path);
  }
  const [kinds, {today}] = await Promise.all([get('kinds'), get('persons'), read()]);
  // What was never published stands among the papers in hand alone.
  const isIn = (entry, tab) => tab === '待审' && entry.states.includes('已发布') ? unpublished.includes(entry.path)
    : entry.states.includes(tab) && !(tab === '已发布' && fresh.includes(entry.path));
  const tabNames = ['草稿', '待审', '已发布', RARE].filter(tab => tab !== RARE || data.entries.some(entry => isIn(entry, tab)));
  const dueBox = h('section', null, h('h2', null, '应办事项'), h('p', {class: 'empty'}, '正在计算……'));
  const problemBox = h('section', null, h('h2', null, '检查'), h('p', {class: 'empty'}, '正在检查……'));
  const until = new Date(Date.parse(today) + AHEAD * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const ending = data.entries.filter(entry => entry.ends && entry.ends <= until && entry.states.includes('已发布'))
    .map(entry => ({what: entry.title, due: entry.ends, path: entry.path}));
  // On a phone what presses stands far below the papers: its numbers lead there.
  const urgent = h('p', {class: 'urgent only-phone', hidden: true}, h('a', {href: '#/', onclick: event => {
    event.preventDefault();
    dueBox.parentNode.scrollIntoView();
  }}));
  const pressing = {件逾期: 0, 件快到期: 0, 处要改: 0};
  const press = (what, count) => {
    pressing[what] = count;
    const words = Object.keys(pressing).filter(each => pressing[each]).map(each => pressing[each] + each).join('，');
    urgent.firstChild.textContent = '有' + words;
    urgent.hidden = !words;
  };
  get('due').then(result => {
    const items = result.items.concat(ending).sort((a, b) => a.due < b.due ? -1 : 1);
    due(dueBox, items, kinds.columns.flatMap(column => column.kinds));
    const now = items.filter(item => !isOld(item));
    press('件逾期', now.filter(item => item.overdue).length);
    press('件快到期', now.filter(item => !item.overdue).length);
  }).catch(failed);
  const check = () => get('problems').then(result => {
    // What is not saved yet may use a file.
    const known = result.problems.filter(problem => !(data.drafts.length && /^没有条目用到/.test(problem.message)));
    if (result.complete) {
      count(known);
      press('处要改', known.filter(problem => problem.severity === 'error').length);
    }
    problems(problemBox, Object.assign({}, result, {problems: known}), Object.fromEntries(data.entries.map(entry => [entry.path, entry.title])), () => setTimeout(check, 700),
      data.entries.filter(entry => lacking(entry).length).length);
    if (!result.complete && problemBox.isConnected) {
      setTimeout(check, 700);
    }
  }).catch(failed);
  setTimeout(check, 0);
  const list = h('div', {class: 'list', id: 'list', role: 'tabpanel', tabindex: '0'});
  const input = h('input', {
    type: 'search', id: 'search', placeholder: '标题、正文', autocomplete: 'off', oninput: () => search(),
  });
  let chosen = tabNames.find(tab => data.entries.some(entry => isIn(entry, tab))) || '已发布';
  let year = '';
  let texts = null;
  let timer = null;

  function tab(name) {
    return h('button', {
      type: 'button', role: 'tab', id: 'tab-' + name, 'aria-controls': 'list',
      onclick: () => choose(name), onkeydown: move,
    }, name === '待审' ? '在办' : name, h('span'));
  }
  const tabs = h('div', {role: 'tablist', class: 'tabs', 'aria-label': '文稿的状态'}, tabNames.map(tab));

  function move(event) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? tabNames.length - 1 : 0;
    if (step) {
      choose(tabNames[(tabNames.indexOf(chosen) + step) % tabNames.length]);
      document.getElementById('tab-' + chosen).focus();
    }
  }

  function choose(name) {
    chosen = name;
    input.value = '';
    texts = null;
    draw();
  }

  function search() {
    clearTimeout(timer);
    const words = input.value.trim();
    if (!words) {
      texts = null;
      draw();
      return;
    }
    timer = setTimeout(() => get('search', {q: words}).then(found => {
      if (input.value.trim() === words) {
        texts = found.paths;
        draw();
      }
    }, failed), 200);
  }

  function draw() {
    Array.from(tabs.children).forEach((element, i) => {
      const active = !texts && tabNames[i] === chosen;
      element.setAttribute('aria-selected', String(active));
      element.tabIndex = active || texts && i === 0 ? 0 : -1;
      const count = data.entries.filter(entry => isIn(entry, tabNames[i])).length;
      Object.assign(element.lastChild, {textContent: count, className: count && ['草稿', '待审'].includes(tabNames[i]) ? 'count' : 'count none'});
    });
    list.setAttribute('aria-labelledby', 'tab-' + chosen);
    const all = data.entries.filter(entry => texts ? texts.includes(entry.path) : isIn(entry, chosen));
    const years = Array.from(new Set(all.map(entry => entry.day.slice(0, 4)))).sort().reverse();
    year = all.length > MANY && years.includes(year) ? year : '';
    const shown = all.filter(entry => entry.day.startsWith(year)).sort((a, b) => brought.includes(b.path) - brought.includes(a.path));
    fill(list, all.length > MANY && years.length > 1 ? h('label', {class: 'by-year'}, '看哪一年的', h('select', {onchange: event => {
      year = event.target.value;
      draw();
      list.querySelector('select').focus();
    }}, ['', ...years].map(each => h('option', {value: each, selected: each === year}, each ? each + '年（' + all.filter(entry => entry.day.startsWith(each)).length + '篇）' : '都看')))) : null,
    shown.length ? [table(shown.slice(0, MOST), unpublished, data.drafts, today, brought, Boolean(texts)), shown.length > MOST
      ? h('p', {class: 'hint'}, '只列出前' + MOST + '篇，其余的请选年份，或者用“查找”。') : null]
      : h('p', {class: 'empty'}, texts ? '没有找到，请换一个词。' : '这里没有文稿。'));
    if (chosen === '已发布' && !texts) {
      list.append(h('p', {class: 'hint'}, '使用帮助、给特定对象看的和还没有到公开日期的也在里面，网站首页的篇数不算它们。'));
    }
    if (texts && shown.length) {
      list.prepend(h('p', {class: 'hint'}, '找到' + shown.length + '篇'));
    }
  }

  /** What is wrong in a text is known later than what its head lacks. */
  function count(found) {
    const of = (entry, isError) => found.filter(problem => problem.path === entry.path && (problem.severity === 'error') === isError).length;
    const wrong = data.entries.filter(entry => entry.turn !== '说明改了什么' && (entry.errors !== of(entry, true) || entry.warnings !== of(entry, false)));
    wrong.forEach(entry => Object.assign(entry, {errors: of(entry, true), warnings: of(entry, false)}));
    if (wrong.length && !list.contains(document.activeElement)) {
      draw();
    }
  }

  draw();
  if (target.place) {
    input.value = target.place;
    search();
  }
  const strange = data.drafts.filter(draft => !data.entries.some(entry => entry.path === draft.path));
  // What was made of several files is seen in the list.
  const reader = documents(() => '', paths => read().then(() => {
    brought = paths;
    choose(tabNames.find(tab => data.entries.some(entry => paths.includes(entry.path) && isIn(entry, tab))) || chosen);
    check();
  }));
  const now = JSON.parse(sessionStorage.getItem(PUBLISHED) || '[]');
  const last = data.entries.filter(entry => entry.states.includes('已发布') && entry.day <= today && !unpublished.includes(entry.path))
    .sort((a, b) => now.includes(b.path) - now.includes(a.path) || (a.day < b.day ? 1 : -1)).slice(0, LAST);
  const first = !last.length && !data.drafts.length && !data.entries.some(entry => isIn(entry, '草稿'));
  localStorage.setItem(FIRST, first ? 'yes' : 'no');
  const filled = tabNames.filter(tab => data.entries.some(entry => isIn(entry, tab)));
  const open = button(first ? '打开写好的 Word、WPS 文件' : '打开 Word、WPS 文件', reader.choose, {title: '也可以把文件拖到这一页', class: first ? 'plain' : ''});
  return {
    title: '文稿',
    shown: () => target.place && input.focus(),
    element: h('div', {class: 'overview' + (first ? ' is-first' : '') + (first && filled.length < 2 ? ' has-few' : '') + (data.entries.length ? '' : ' has-none'), ondrop: event => {
      event.preventDefault();
      reader.take(Array.from(event.dataTransfer.files));
    }},
      h('div', {class: 'head'},
        h('h1', null, '文稿'),
        h('p', {class: 'search'}, h('label', {for: 'search'}, '查找'), input),
        first ? null : open, reader.file,
        first ? null : h('a', {class: 'button primary', href: '#/new'}, '写新的')),
      first ? firstUse(open) : null,
      h('section', {class: 'entries'},
        reader.answer,
        data.unread.length ? unread(data.unread) : null,
        strange.length ? h('section', {class: 'unsaved'}, h('h2', null, '没有保存的文字'), h('ul', null, strange.map(draft =>
          h('li', null, h('span', null, titleIn(draft) || draft.title || draft.path.replace(/^.*\/|\.\w+$/g, '')), unsaved([draft]), h('a', {href: entryLink(draft.path)}, '接着写'))))) : null,
        urgent, first && filled.length < 2 && data.entries.length ? h('h2', null, '写好还没有发布的') : null, tabs, list),
      last.length ? h('section', {class: 'last'}, h('h2', null, '最近发布的'), h('ul', null, last.map(entry => h('li', null,
        h('a', {href: entryLink(entry.path)}, worded(entry.title)), h('span', {class: 'path'}, isLater(entry.day) ? h('span', {class: 'chip'}, withoutYear(day(entry.day)) + '起看得到') : now.includes(entry.path) ? h('span', {class: 'chip good'}, '✓ 刚才发布') : entry.kind + '，' + day(entry.day)))))) : null,
      h('aside', {'aria-label': '要办的事'},
        dueBox, problemBox)),
  };
}

function table(entries, unpublished, drafts, today, brought, found) {
  const rows = entries.map(entry => row(entry, unpublished.includes(entry.path), drafts.filter(draft => draft.path === entry.path), today, brought.includes(entry.path), entries.some(other => other !== entry && other.title === entry.title && other.states.includes('草稿')), found));
  // What nobody has to do anything about has no column for it.
  const some = name => rows.some(one => one.querySelector('.' + name).firstChild);
  const table = h('table', {class: 'rows'},
    h('thead', null, h('tr', null, ['标题', '文种', '日期', some('how') ? '情况' : null, some('acts') ? '办理' : null].filter(Boolean).map(name => h('th', {scope: 'col'}, name)))),
    h('tbody', null, rows));
  ['how', 'acts'].filter(name => !some(name)).forEach(name => rows.forEach(one => one.querySelector('.' + name).remove()));
  return table;
}

/** What a paper lacks. That there are errors is said by their number. */
const lacking = entry => entry.missing.filter(name => name !== '改正错误');

/** Whether an entry waits only for somebody to say that readers may see it. */
export const isApproved = entry => isReady(entry, false) && entry.states.includes('待审') && !entry.states.includes('已发布');

const isReady = (entry, unpublished) => !entry.errors && !lacking(entry).length && !entry.turn && (unpublished || entry.states.includes('待审'));

/** The title of a text that is not saved. */
const titleIn = draft => draft.fields && draft.fields['标题'] || (/^标题: *(.+)$/m.exec(draft.header) || [])[1] || '';

/** @param like whether another in the list has the same title, so that their texts tell them apart */
function row(entry, unpublished, drafts, today, isBrought, like, found) {
  // What is typed and not saved may have it.
  const missing = drafts.length ? [] : lacking(entry);
  const typed = drafts.length ? titleIn(drafts[0]) : '';
  const ready = isReady(entry, unpublished);
  const act = drafts.length ? '接着写并保存' : ready ? '去发布' : missing.length ? '接着写' : entry.turn ? '去办' : '';
  const begins = h('small', {class: 'begins'});
  if (like) {
    get('entry', {path: entry.path}).then(({body}) => fill(begins, body.split('\n').map(line => readable(line).trim()).find(line => line && !/^（在这里写/.test(line)) || '正文还没有写'), () => {});
  }
  return h('tr', null,
    h('td', null, h('a', {href: entryLink(entry.path)}, worded(typed || entry.title || '（没有标题）')), like ? begins : null),
    h('td', null, entry.kind),
    h('td', {class: 'day'}, day(entry.day)),
    h('td', {class: 'how'},
      found && entry.day <= today && [RARE, '已发布'].some(state => entry.states.includes(state)) ? h('span', {class: 'chip'}, entry.states.includes(RARE) ? RARE : '已发布') : null,
      drafts.length ? unsaved(drafts) : null,
      isBrought ? h('span', {class: 'chip good'}, entry.turn && !missing.length && !entry.errors ? '刚转来，等' + entry.turn : '刚转来') : null,
      missing.length ? h('span', {class: 'chip'}, '缺：' + missing.join('、')) : null,
      entry.errors || missing.length || isBrought && entry.turn ? null : entry.turn ? h('span', {class: 'chip wait'}, '等' + entry.turn)
        : ready ? h('span', {class: 'chip good'}, '可以发布') : null,
      entry.day > today && entry.states.includes('已发布') ? h('span', {class: 'chip'}, '到那天才公开') : null,
      entry.ends ? h('span', {class: 'chip wait'}, day(entry.ends) + '止') : null,
      entry.errors ? h('span', {class: 'chip bad'}, entry.errors + '处要改') : null,
      entry.warnings ? h('span', {class: 'chip'}, entry.warnings + '处提醒') : null),
    h('td', {class: 'acts'}, act ? h('a', {href: drafts.length ? entryLink(entry.path, '接着写') : ready && entry.states.includes('已发布') ? '#/commit/' + encodeURI(entry.path) : entryLink(entry.path), 'aria-label': act + '：' + entry.title}, act) : null));
}

/** That something was typed and is not saved. */
const unsaved = drafts => h('span', {class: 'chip unsaved-words', title: time(drafts[0].time) + '写的'}, '有字没保存');

/** Entries whose header cannot be read are in no list. */
function unread(list) {
  return h('section', {class: 'unsaved'}, h('h2', null, '读不出来的文稿'), h('ul', null, list.map(problem =>
    h('li', null, h('a', {href: entryLink(problem.path, problem.line)}, problem.path.replace(/^content\//, '')),
      h('span', {class: 'path'}, '第' + problem.line + '行：' + problem.message)))));
}

function due(box, items, kinds) {
  const now = items.filter(item => !isOld(item));
  const folded = (words, rest) => rest.length ? h('details', null, h('summary', null, words + '（' + rest.length + '）'),
    dueList(rest.slice(0, MOST), kinds), rest.length > MOST ? h('p', {class: 'hint'}, '只列出前 ' + MOST + ' 项。') : null) : null;
  box.classList.toggle('is-empty', !now.length);
  const old = items.filter(isOld);
  fill(box, h('h2', null, '应办事项'), now.length ? dueList(now.slice(0, 8), kinds)
    : h('p', {class: 'empty'}, '没有逾期的，一个月内也没有到期的。'),
  folded('其余的', now.slice(8)), folded('一年以前没有登记办好的', old));
}

/** Each item with a button that leads to the paper that names it, or begins one of its kind. */
export function dueList(items, kinds) {
  // A task is called by its plan and its words: 9月学习计划：上级安排的专题学习.
  const work = item => get('search', {q: item.what.replace(/^.*：/, '')}).then(({paths}) => {
    const path = paths.find(each => /计划\/|方案/.test(each)) || paths.find(each => /计划/.test(each)) || paths[0];
    const kind = kinds.find(each => item.what.includes(each.name));
    if (path || kind) {
      note(path ? '“' + item.what + '”写在这一份里。办好了的，请在表里改它的状态；不办了的，状态写“已取消”，后面用括号写上原因，就不再算逾期。' : '还没有写，已开了一份新的。');
    } else {
      note('“' + item.what + '”没有对应的文稿，请从“写新的”里选一种来写。', 'wait');
    }
    if (path) {
      location.hash = entryLink(path);
    }
    return path ? null : kind && begin(kind.name, '');
  });
  return h('ul', {class: 'due'}, items.map(item => h('li', null,
    h('span', {class: 'chip ' + (item.overdue ? 'bad' : 'wait')}, item.overdue ? '已逾期' : '将到期'),
    item.what, h('span', {class: 'path'}, day(item.due) + (item.path ? '止' : ''), item.path ? h('a', {href: entryLink(item.path), 'aria-label': '去看：' + item.what}, '去看')
      : button('去办', () => work(item), {class: 'plain', 'aria-label': '去办：' + item.what})))));
}

/** A button that removes from a photograph where it was taken. */
function strip(path, again) {
  return button('去掉拍摄信息', () => post('strip', {path}).then(done => {
    note(done.remarks.join('，') + '，画面没有变。');
    again();
  }), {class: 'plain', 'aria-label': '去掉拍摄信息：' + path});
}

function problems(box, result, titles, again, unwritten) {
  const all = result.problems;
  const errors = all.filter(problem => problem.severity === 'error');
  const reminders = all.filter(problem => problem.severity !== 'error');
  box.classList.toggle('is-empty', result.complete && !errors.length && !unwritten);
  // What was found before stays until all is read.
  if (!result.complete && box.querySelector('ul')) {
    return;
  }
  /** Paper by paper: what it is called leads to the first place, each place to itself. */
  const list = some => h('ul', {class: 'problems'}, Array.from(new Set(some.map(problem => problem.path))).slice(0, 12).map(path => h('li', null, h('b', null, worded(place({path}, titles))),
    some.filter(problem => problem.path === path).slice(0, 4).map(problem => h('p', {class: problem.severity},
      /\.(md|adoc|html)$/.test(path) ? h('a', {href: entryLink(path, problem.line)}, spoken(problem.message)) : spoken(problem.message),
      problem.code === 'E266' ? strip(path, again) : null)))),
  new Set(some.map(problem => problem.path)).size > 12 ? h('li', {class: 'hint'}, '先列出12篇的。') : null);
  const open = box.querySelector('details');
  fill(box, h('h2', null, errors.length ? '要改的问题' : '检查'), !result.complete ? h('p', {class: 'empty'}, '正在检查正文……') : errors.length
    ? [h('p', null, '共' + errors.length + '处，改好才能发布。'), list(errors)]
    : h('p', {class: 'empty'}, unwritten ? unwritten + '篇草稿还没有写完，别的没有要改的。' : '没有要改的。'),
  result.complete && reminders.length ? h('details', {open: Boolean(open && open.open)}, h('summary', null, '提醒' + reminders.length + '处，改不改由您定'), list(reminders)) : null);
}

/** Whose problem it is: the title of an entry, or the name of a file. */
function place(problem, titles) {
  return titles[problem.path] || problem.path.slice(problem.path.lastIndexOf('/') + 1);
}

/** What is compared, in the words of those who write. */
const COMPARED = {日期和钟点: '哪一天在先，是星期几，写法对不对', 人数和票数: '应到、实到、赞成票，过没过半数',
  数目: '合计、百分比，金额的大写和小写', 人和职务: '和组织情况、任期对不对得上', 同一件事: '两篇里写的时间、地点、人数、金额',
  前后两篇: '公示和结果，计划和总结，正文和附件'};

/** What two papers say otherwise: days, numbers, amounts, and what is quoted. */
export const STATED = /(\d{4}年\d{1,2}月\d{1,2}日(?:\d{1,2}时(?:\d{1,2}分)?)?|\d{1,2}时(?:\d{1,2}分)?|[\d,.]+(?:元|人|名|票|次|项|户|%|％)|“[^”]+”)/;

/** The other paper that a message names, by its file. */
const OTHER = /《.+》（(content\/[^（）\s]+?\.\w+)[^（）]*）/;
/** What a message says that one of two papers has, if that is a number alone. */
const NUMBER = /[\d,.]+/;
const HAN = '零一二三四五六七八九十';
/** How much of a sentence is shown on either side of what it says. */
const AROUND = 30;
/** How a line reads without the signs of its file. */
const read = line => readable(line).replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, shownDay).replace(/^[\s>·]+|[`{}\[\]"]/g, '').replace(/\s*\|\s*/g, ' ').trim();
const pairs = text => Array.from(text, (sign, i) => text.slice(i, i + 2)).filter(pair => /^[\u4e00-\u9fff]{2}$/.test(pair));

/**
 * Where a paper states a value, in the sentence that is most like some words: {line, before, value, after}; null if it does nowhere.
 *
 * @param at the line that is known, if one is
 */
function stated(text, value, like, at) {
  const number = /^\d+$/.test(value) ? '(?:' + value + (HAN[value] ? '|' + HAN[value] : '') + ')' : value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(/^\d/.test(value) ? '(?<![\\d.第年月])' + number + '(?![\\d.年月日])' : number);
  const wanted = pairs(like);
  let best = null;
  text.split('\n').forEach((line, i) => !at || i + 1 === at ? read(line).split(/(?<=[。；！？])/).forEach(sentence => {
    const found = pattern.exec(sentence);
    const score = found ? wanted.filter(pair => sentence.includes(pair)).length + 1 : 0;
    if (score > (best ? best.score : at ? 0 : 1)) {
      const [from, to] = [found.index, found.index + found[0].length];
      best = {score, sentence, line: i + 1, value: found[0], before: (from > AROUND ? '……' : '') + sentence.slice(Math.max(0, from - AROUND), from), after: sentence.slice(to, to + AROUND) + (sentence.length > to + AROUND ? '……' : '')};
    }
  }) : null);
  return best;
}

/** A message with what it states in bold, but for the numbers in titles. */
const bold = message => plain(message).split(/(《[^》]*》)/).map(part => part.startsWith('《') ? part
  : part.split(STATED).map((each, i) => i % 2 ? h('b', null, each) : each));

/** What each of two papers says, with links to both places. */
function both(problem, titles) {
  const [whole, path] = OTHER.exec(problem.message);
  const [left, right] = [problem.message.slice(0, problem.message.indexOf(whole)), problem.message.slice(problem.message.indexOf(whole) + whole.length)].map(plain);
  const values = part => part.split(STATED).filter((each, i) => i % 2).concat(NUMBER.exec(part.replace(STATED, '').replace(/\d{4}年/g, '')) || []).map(each => each.replace(/^“|”$/g, ''));
  const list = h('ul', {class: 'stand of-both'});
  const item = (name, place, found) => h('li', null, h('a', {href: entryLink(place, found ? found.line : null), 'aria-label': '打开：' + name}, '《', worded(name), '》'),
    found ? h('q', null, found.before, h('mark', null, found.value), found.after) : null);
  const [mine, others] = [values(left).pop() || values(right)[0] || '', values(right)[0] || values(left).pop() || ''];
  Promise.all([get('entry', {path: problem.path}), get('entry', {path})]).then(([own, other]) => {
    const first = stated(own.header + own.body, mine, left, problem.line) || stated(own.header + own.body, mine, left);
    fill(list, item(titles[problem.path] || '这一篇', problem.path, first || {line: problem.line, before: '', value: mine, after: ''}),
      item(titles[path] || '那一篇', path, stated(other.header + other.body, others, left + (first ? first.sentence : ''))));
  }).catch(() => {});
  return list;
}

/** Where in a paper stands what two of its places say otherwise: its facts by their names, its text by the sentence. */
function stand(problem) {
  const list = h('ul', {class: 'stand'});
  const said = spoken(problem.message).split(STATED);
  get('entry', {path: problem.path}).then(({header, body}) => fill(list, said.map((value, i) => {
    const moment = i % 2 && /时/.test(value) && (plain(header).split('\n').find(line => line.includes(value)) || '').split(':')[0];
    const name = moment || i % 2 && (/([\u4e00-\u9fff]{2,4})$/.exec(said[i - 1]) || [])[1] || '';
    const fact = moment || name && new RegExp(name + ': *"?' + parseFloat(value) + '(?!\\d)').test(header);
    const sentences = i % 2 && !fact ? body.split('\n').map(read).join('\n').split(/[。；！？\n]/).filter(sentence => sentence.includes(value)) : [];
    const at = sentences.length === 1 ? sentences[0].indexOf(value) : 0;
    return fact ? h('li', null, h('b', null, value), ' 写在上面的“' + name + '”里') : sentences.length === 1
      ? h('li', null, '写在正文里：', h('q', null, (at > AROUND ? '……' : '') + sentences[0].slice(Math.max(0, at - AROUND), at), h('mark', null, value),
        sentences[0].slice(at + value.length, at + value.length + AROUND) + (sentences[0].length > at + value.length + AROUND ? '……' : ''))) : null;
  }))).catch(() => {});
  return list;
}

/** Where the branch contradicts itself, each with its entry and line. */
export async function contradictions() {
  const box = h('section', {class: 'compared-box'});
  let papers = null;
  const check = () => Promise.all([get('problems'), papers || get('entries').then(result => result.entries)]).then(([result, entries]) => {
    papers = entries;
    // What a draft does not have yet contradicts nothing.
    const drafts = entries.filter(entry => entry.states.includes('草稿')).map(entry => entry.path);
    const found = result.contradictions.filter(problem => !(UNFINISHED[problem.code] && drafts.includes(problem.path)));
    const titles = Object.fromEntries(entries.map(entry => [entry.path, entry.title]));
    const errors = found.filter(problem => problem.severity === 'error').length;
    const compared = entries.filter(entry => entry.states.includes('已发布')).length;
    const told = !found.length ? '✓ 都对得上'
      : '有' + found.length + '处对不上';
    fill(box, h('div', {class: 'compared-head'}, h('h2', {class: !result.complete ? '' : found.length ? errors ? 'bad' : '' : 'all-good'}, result.complete ? told : '正在检查……'),
      button('再查一次', () => {
        papers = null;
        return check();
      }, {class: 'plain'}), result.complete ? h('p', null, !found.length ? '' : errors ? '前' + errors + '处是错误，改好才能发布。' : '请看看以哪一处为准。', time(new Date()) + '查的，查了' + compared + '篇（草稿只查自己的前后），'
        + (found.length ? '别的都对得上。' : '没有两处说法不同的。')) : null),
      h('ul', {class: 'problems compared-list'}, found.map((problem, i) => h('li', {class: problem.severity},
        h('div', null, OTHER.test(problem.message) ? null : h('span', {class: 'path'}, worded(place(problem, titles))),
          h('p', {class: 'found'}, bold(problem.message.replace(/（content\/[^（）]*）/g, ''))),
          OTHER.test(problem.message) ? both(problem, titles) : stand(problem), problem.hint ? h('p', {class: 'mend'}, plain(problem.hint)) : null),
        /\.(md|adoc|html)$/.test(problem.path) ? h('a', {class: i ? 'button' : 'button primary', href: entryLink(problem.path, problem.line)}, '去改') : null))),
      h('div', {class: 'compared-about'}, h('h2', null, '查的是这几样'), h('ul', {class: 'compared-what'}, Object.keys(COMPARED).map(name => h('li', null, h('b', null, name), COMPARED[name])))));
    if (!result.complete) {
      setTimeout(() => box.isConnected && check(), 700);
    }
  }).catch(failed);
  setTimeout(check, 0);
  return {title: '前后核对', element: h('div', null, h('h1', null, '前后核对'), box)};
}
