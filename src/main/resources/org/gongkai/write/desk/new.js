/** A new entry: of a kind, like a former one, or from a document that is dropped in. */
import {ask, button, day, failed, fill, h, plain, quiet, worded} from './dom.js';
import {get, post, upload} from './api.js';
import {WINDOW} from './autosave.js';
import {dueList, entryLink, isOld} from './overview.js';

/** How many former papers of a kind are offered. */
const FORMERS = 3;
/** The size of a document that is taken. */
const MAX_FILE = 50 * 1024 * 1024;
/** How many are offered at once. */
const LATEST = 6;
/** So many kinds are offered with a picture: those that were written most often. */
const SHOWN = 8;

/** The line of a header that names what a paper was made like, in every browser, until somebody has changed what is of that. */
const LIKE = /^# 照《(.*)》写的：(.+)\n/m;
const ASCIIDOC = /\.(?:adoc|asciidoc|ad)$/;
/** Whom a text says in its first line that it goes to. */
const GREETING = /^\s*([\p{Script=Han}\d、，（）]{2,40})：\n/u;
/** Days and years, with their months. */
const DAYS = /20\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日/g;
/** What was corrected in a paper is nothing of the one that is made like it. */
const CORRECTED = /\n+更正：20\d\d年\d{1,2}月\d{1,2}日，[^\n]*/g;
/** So many places are named one by one. */
const PLACES = 6;
/** So many characters are said of each. */
const WORDS = 9;
/** The month from which on plans are those of the next year. */
const NEXT = 10;
/** Where a text says that tasks stand in a table that the paper may not have any more. */
const TABLED = /任务[^。；\n]{0,10}(?:列在|附在|见)(?:文后|文末|后面|下表|附表)/;

/** What a line reads from a day on. */
const FIGURE = /\{\{(?:[^{}]*=)?\s*([^{}=]+?)\s=\s([^{}]*)\}\}/g;
const from = (line, day) => day + plain(line.replace(FIGURE, '$1的$2')).replace(/\*\*/g, '').replace(/\|/g, ' ').split(day).slice(1).join(day).trim().slice(0, WORDS);

/** Puts a text where it is read as what it is, in place of the file that was begun; returns its path. */
async function inAsciiDoc(begun, text) {
  const place = i => begun.replace(/\.\w+$/, (i ? '-' + (i + 1) : '') + '.adoc');
  let i = 0;
  while ((await post('save', Object.assign({}, text, {path: place(i), base: '', opened: ''}))).conflict) {
    i++;
  }
  await post('remove', {path: begun, window: WINDOW});
  await post('discard', {path: begun, window: WINDOW});
  return place(i);
}

/** What a paper that is made like a former one takes over of its text. */
const copied = (path, body) => (ASCIIDOC.test(path) ? body.replace(/^= [^]*?\n(?=\n)/, '') : body).replace(CORRECTED, '');

/** A new entry with the text of a former one; the year of its title becomes the one that it will be of. */
export async function likeFormer(former) {
  const {today} = await get('persons');
  const year = Number(today.slice(0, 4));
  const titled = to => former.title.replace(/20\d\d(?=年)/g, to);
  // Plans are written before their year begins.
  const isNext = titled(year) === former.title && /计划/.test(former.kind + former.title) && Number(today.slice(5, 7)) >= NEXT;
  const created = await post('new', {kind: former.kind, title: titled(isNext ? year + 1 : year)});
  const [fresh, old] = await Promise.all([get('entry', {path: created.path}), get('entry', {path: former.path})]);
  // The header of AsciiDoc is part of its text; the one that was begun is read there, too.
  const body = copied(former.path, old.body);
  const [, to] = GREETING.exec(body) || [];
  const header = fresh.header.replace(/^---\n/, '---\n# 照《' + former.title + '》写的：' + former.path + '\n').replace(/^主送:.*$/m, line => to ? '主送: ' + to : line)
    // It may be called by another name of its kind, as 半年总结 is.
    .replace(/^文种:.*$/m, line => (/^文种:.*$/m.exec(old.header) || [line])[0]);
  const text = {path: created.path, window: WINDOW, header, body};
  if (ASCIIDOC.test(former.path)) {
    text.path = await inAsciiDoc(created.path, text);
  } else {
    await post('save', Object.assign({base: fresh.version, opened: fresh.header + fresh.body}, text));
  }
  location.hash = entryLink(text.path);
}

/**
 * What a paper still has of the former one that it was made like: a box that leads there, and what is marked in the text;
 * null if somebody has changed it.
 *
 * @param changed is called with the header without that line when somebody says so
 * @param goTo leads to a place: {line} or {field}
 * @param now returns the title and the text as they are: {title, text}
 */
export function taken(header, changed, goTo, now) {
  const [, title, path] = LIKE.exec(header()) || [];
  if (!title || !/^:?状态: *草稿/m.test(header())) {
    return null;
  }
  const former = {title, days: [], emptied: false, text: ''};
  const bare = (title, text) => title.replace(/20\d\d(?=年)/g, '') + '\n' + text.replace(/\s+/g, '');
  // Who has not changed one letter of it may have pressed the button by mistake.
  const confirm = async () => {
    const {title: called, text} = now();
    if (bare(called, text) !== bare(title, former.text) || !await ask('正文和原来那一份一字不差', '再去改', '日期、人数和事情多半要改。真的都一样，按“不用改”。', '不用改')) {
      await changed(header().replace(LIKE, ''));
    }
  };
  const left = h('ul');
  const box = {
    marks: [],
    element: h('section', {class: 'arrived is-like', 'aria-label': '改成今年的'}, h('div', null,
      h('p', null, h('b', null, '改成今年的'), '：照《', former.title, '》写的，日期、人数和事情还是原来的。'), left),
    button('改过了', confirm, {class: 'primary'})),
    /** Known as soon as the former one was read; one that is gone has no days to be found again. */
    read: get('entry', {path}).then(({body}) => Object.assign(former, {text: copied(path, body), days: Array.from(new Set(body.match(DAYS) || [])), emptied: TABLED.test(body)}), () => {}),
    /**
     * @param first the number of the first line of the text in the file
     * @param isBare whether the paper has no table of tasks
     */
    look(title, text, first, isBare) {
      const places = [];
      text.split('\n').forEach((line, i) => Array.from(new Set(line.match(DAYS) || [])).filter(day => former.days.includes(day)).forEach(day => places.push({line: i + first, day, words: from(line, day)})));
      box.marks = places.map(place => ({severity: 'warning', line: place.line, message: '“' + place.day + '”是原来那一份的'}));
      const emptied = former.emptied && TABLED.exec(text);
      const lead = (words, place) => h('li', null, button(words, () => goTo(place), {class: 'plain'}));
      fill(left, title === former.title ? lead('标题和原来那一份一样', {field: '标题'}) : null,
        emptied && isBare ? lead('写着“' + emptied[0] + '”，表还空着', {field: '任务项'}) : null,
        places.slice(0, PLACES).map(place => lead(place.words + '……', place)), places.length > PLACES ? h('li', null, '……一共' + places.length + '处，纸上都画了线') : null);
    },
  };
  return box;
}

/** What was said of a document that an entry was made from, until somebody has seen it, also if the browser was closed. */
const ARRIVED = 'gongkai-arrived ';
/** What the header of an entry begins with that was made from a document. */
const ORIGIN = /^# 导入的原件.*\n/m;
/** The line below that which tells every browser that nobody has compared the two yet. */
const UNCOMPARED = '# 还没有对照原件\n';
/** A header without that line. */
export const compared = header => header.replace(UNCOMPARED, '');
/** How a remark tells of the paragraph that it is about. */
const BEGINS = /（在“([^”…]+)(?:……)?”一段）$/;
/** The documents that this window was given, by the paths of what was made of them. */
const ORIGINALS = new Map();
/** What was chosen together with a document, by the path that this became: its annexes. */
const ALONG = new Map();
const DOCUMENT = /\.(?:docx?|docm|dotx?|wp[st]|rtf|f?odt|txt|md)$/i;
/** Whether a document that an entry was made from is still to be compared with it. */
export const isUncompared = path => Boolean(localStorage.getItem(ARRIVED + path));
/** Papers with a table, and with facts above their text, as they look from afar. */
const LOOKS = {'is-table': /工作计划|公示|清单/, 'is-facts': /会|课|党日/};

/**
 * Makes entries of documents, and opens them: what was not taken along, and what has to be compared, is said there.
 *
 * @param wanted names what is left out otherwise, with commas
 * @param made is given the paths of what several were made into
 */
export function documents(wanted, made) {
  const answer = h('section', {class: 'imported', 'aria-live': 'polite'});
  const file = h('input', {type: 'file', multiple: true, hidden: true, onchange: event => {
    take(Array.from(event.target.files));
    event.target.value = '';
  }});

  const send = document => document.size > MAX_FILE ? Promise.reject({status: 413, message: '文件有 ' + Math.ceil(document.size / 1024 / 1024) + ' MB，最多 50 MB。'})
    : upload('import', document, {name: document.name, with: wanted() || null});
  const keep = async (report, document) => {
    const {path} = report;
    const {header, body, version} = await get('entry', {path});
    const marked = header.replace(ORIGIN, '$&' + UNCOMPARED);
    await post('save', {path, window: WINDOW, base: version, opened: header + body, header: marked, body});
    localStorage.setItem(ARRIVED + path, JSON.stringify(Object.assign(report, {name: document.name, isMarked: marked !== header})));
    ORIGINALS.set(path, document);
  };

  /** One after another; each is opened from the list of them. */
  async function takeAll(files) {
    const head = h('h2', {role: 'status'});
    const list = h('ul');
    const paths = [];
    let before = 0;
    fill(answer, head, list);
    for (const [i, document] of files.entries()) {
      head.textContent = '正在读取第' + (i + 1) + '个，一共' + files.length + '个……';
      await send(document).then(async report => {
        if (report.known) {
          before++;
        } else {
          await keep(report, document);
        }
        paths.push(report.path);
        // Where they stand below, they are not listed twice.
        list.append(made ? '' : h('li', null, h('span', null, h('b', null, report.recognised['标题'] || document.name), h('span', {class: 'path'}, report.known ? '以前转过' : '从“' + document.name + '”转来')), h('a', {class: 'button', href: entryLink(report.path), 'aria-label': '打开：' + document.name}, '打开')));
      }, error => list.append(h('li', {class: 'bad'}, h('span', null, error.message.includes(document.name) ? plain(error.message) : '“' + document.name + '”没有转：' + plain(error.message)))));
    }
    const refused = files.length - paths.length;
    const fresh = paths.length - before;
    head.textContent = [fresh ? fresh + '个文件' + (refused + before ? '' : '都') + '转好了' : '', before ? before + '个以前转过，没有再转' : '', refused ? '有' + refused + '个没有转' : ''].filter(Boolean).join('，');
    if (fresh) {
      head.after(h('p', {class: 'hint'}, made ? '在下面写着“刚转来”。请一篇一篇打开，看着原件核对。' : '请一篇一篇打开，看着原件核对。'));
    }
    answer.scrollIntoView({block: 'center'});
    if (made && paths.length) {
      await made(paths);
    }
  }

  function take(files) {
    quiet();
    const some = files.filter(file => DOCUMENT.test(file.name));
    const others = some.length === 1 ? files.filter(file => file !== some[0]) : [];
    if (files.length > 1 && (!others.length || others.some(file => file.type.startsWith('image/')))) {
      takeAll(files).catch(failed);
      return;
    }
    const document = some[0] || files[0];
    if (!document) {
      return;
    }
    fill(answer, h('p', null, '正在读取“' + document.name + '”……'));
    send(document).then(report => {
      if (report.known) {
        fill(answer, h('p', null, '“' + document.name + '”以前转过，没有再转一次。要重新转，打开那一篇，按“更多”里的“删去这一篇”，再放一次。' + (others.length ? '一起选的附件也没有放。' : '')),
          h('p', null, h('a', {class: 'button', href: entryLink(report.path)}, '打开那一篇')));
        answer.scrollIntoView({block: 'nearest'});
        return;
      }
      ALONG.set(report.path, others);
      return keep(report, document).then(() => { location.hash = entryLink(report.path); });
    }).catch(error => {
      fill(answer);
      failed(error);
    });
  }
  return {answer, file, take, choose: () => { file.click(); }};
}

/** The annexes that were chosen with the document of an entry, once. */
export function along(path) {
  const files = ALONG.get(path) || [];
  ALONG.delete(path);
  return files;
}

/** The name of the document that an entry was made from, which opens it if this window was given it. */
export function original(path, words) {
  const file = ORIGINALS.get(path);
  return file ? h('a', {href: URL.createObjectURL(file), download: file.name, title: '打开“' + file.name + '”'}, words) : words;
}

/**
 * What was said of the document that an entry was made from, until somebody has compared them; null if nothing is to be.
 *
 * @param header its header; another entry may have got the path since
 * @param pictured whether its text is still to be typed, which comes first
 * @param ended is called then
 * @param choose leads to where the kind is chosen, which decides what steps a paper needs: of one that was not recognised
 *     somebody has to say what it is, before anything else is done with it
 * @param find how to go to the paragraph that begins with some words; null if the paper has none
 */
export function arrived(path, header, pictured, ended, choose, find) {
  const isOpen = ORIGIN.test(header) && header.includes(UNCOMPARED);
  const own = JSON.parse(localStorage.getItem(ARRIVED + path));
  // Somebody may have compared them in another browser.
  if (!isOpen && !(own && ORIGIN.test(header) && !own.isMarked)) {
    localStorage.removeItem(ARRIVED + path);
    return null;
  }
  const report = own || {remarks: [], blanks: [], optional: []};
  const {remarks} = report;
  const guess = report.blanks.map(blank => /^文种.*先按“([^”]+)”/.exec(blank.question)).find(Boolean);
  // What has to be looked at comes first; what has its place is told to whoever asks.
  const open = report.blanks.filter(blank => /没有认出来/.test(blank.question) && !/^文种.*先按/.test(blank.question)).map(blank => ({text: blank.question.replace(/（(.*)）/, '$1')}))
    .concat(remarks.filter(remark => remark.weight === 'left-out' || !/^认出了/.test(remark.text)));
  // Seals have no place on pages, and are not offered.
  const further = report.optional.filter(name => !/印章/.test(name));
  const asked = guess && !report.isKindSaid ? h('div', {class: 'kind-asked'}, h('p', null, h('b', null, '先选：这是一份什么？')),
    h('p', null, '没有认出来，现在按“' + guess[1] + '”。要不要审查、审批，照这一项定。'),
    h('div', {class: 'buttons'}, button('去选', choose, {class: pictured ? '' : 'primary'}), button('就是' + guess[1], () => { said(); }))) : null;
  const end = button('核对过了', () => {
    localStorage.removeItem(ARRIVED + path);
    return ended();
  }, {class: pictured ? '' : 'primary', disabled: Boolean(asked), 'data-name': '核对过了'});
  function said() {
    if (asked) {
      localStorage.setItem(ARRIVED + path, JSON.stringify(Object.assign(report, {isKindSaid: true})));
      asked.remove();
      end.disabled = false;
    }
  }
  const box = h('section', {class: 'arrived', 'aria-label': '转来的文稿', onkind: said}, asked,
    h('div', null,
      own ? h('p', null, '对照“', original(path, report.name), '”看一遍' + (open.length ? '，先看：' : '。'))
        : h('p', null, '这一篇是从文件转来的，还没有对照原件看过。哪些没有转，只写在转它的那台电脑的浏览器里。'),
      h('ul', null, open.map(remark => {
        const go = (BEGINS.exec(remark.text) || [])[1];
        const lead = go && find(go);
        // Nobody counts paragraphs: words of theirs tell where they are.
        const words = (remark.weight === 'left-out' && remark.place && !(/^第\d+段$/.test(remark.place) && /“/.test(remark.text)) ? remark.place + '：' : '') + plain(remark.text);
        return h('li', null, lead ? button(words, lead, {class: 'plain'}) : words);
      })),
      further.length ? h('p', null, '要连同' + further.join('、') + '一起转：按“更多”里的“删去这一篇”，到“写新的”里勾上，再放一次。') : null),
    end);
  return box;
}

/** Begins an entry of a kind. */
export function begin(kind, title) {
  return post('new', {kind, title}).then(created => {
    location.hash = entryLink(created.path);
  });
}

export async function newEntry() {
  const [kinds, listed, {today}] = await Promise.all([get('kinds'), get('entries'), get('persons')]);
  const title = h('input', {type: 'text', id: 'title', autocomplete: 'off', placeholder: '可以以后再写'});
  const known = kinds.columns.flatMap(column => column.kinds);
  const papers = listed.entries.filter(one => /\.md$/.test(one.path) && one.day <= today && one.states.includes('已发布')).sort((a, b) => a.day < b.day ? 1 : -1);
  const count = kind => papers.filter(one => one.kind === kind.name).length;
  const most = known.filter(kind => kind.purpose).sort((a, b) => count(b) - count(a)).slice(0, SHOWN);
  const usual = known.filter(kind => most.includes(kind));
  const formers = kind => papers.filter(one => one.kind === kind.name).slice(0, FORMERS);
  /** One of each of the kinds that were written last. */
  const latest = papers.filter((one, i) => usual.some(kind => kind.name === one.kind) && papers.findIndex(other => other.kind === one.kind) === i).slice(0, LATEST);
  const list = some => h('ul', null, some.map(one => h('li', null, button(worded(one.title), () => likeFormer(one), {class: 'plain'}), h('span', {class: 'path'}, day(one.day)))));
  const optional = kinds.optional.map(name => ({name, box: h('input', {type: 'checkbox'})}));

  const reader = documents(() => optional.filter(each => each.box.checked).map(each => each.name).join(','));
  const drop = h('div', {class: 'drop'},
    h('p', {class: 'only-wide'}, '把文件拖到这里，或者'), h('p', null, button('选择文件', reader.choose, {class: 'primary'})), reader.file);
  const wanted = h('details', {class: 'optional'}, h('summary', null, optional.map(each => each.name).join('、') + '平时不转，要转的点这里'),
    h('p', {class: 'hint'}, '先勾上，再选文件：'), h('div', null, optional.map(each => h('label', null, each.box, each.name))));
  ['dragover', 'dragenter'].forEach(name => drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.add('over');
  }));
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    reader.take(Array.from(event.dataTransfer.files));
  });

  const duties = h('section', {class: 'duties', hidden: true});
  get('due').then(({items}) => {
    const now = items.filter(item => !isOld(item)).slice(0, 4);
    duties.hidden = !now.length;
    // On a phone what may be begun is not far below the most pressing.
    const isNarrow = matchMedia('(max-width: 800px)').matches;
    const head = h('h2', null, '该写的', h('small', null, isNarrow && now.length ? now[0].what + (now.length > 1 ? '等' + now.length + '件' : '') : now.length + '件'));
    fill(duties, isNarrow ? h('details', null, h('summary', null, head), dueList(now, known)) : [head, dueList(now, known)]);
  }).catch(failed);
  return {
    title: '写一份新的',
    element: h('div', {class: 'new'},
      h('h1', null, '写一份新的'), reader.answer,
      h('div', {class: 'new-columns'}, h('div', {class: 'from-file'}, duties,
        h('section', null, h('h2', null, '有写好的 Word、WPS 文件'), drop,
          h('p', {class: 'hint only-wide'}, '标题、文号、主送、落款会认出来填好，表格、图片照原样转过来；没有转的，逐条告诉您。'), wanted)),
      h('section', {class: 'from-kind'}, h('h2', null, '没有写好的，从头写'), h('p', {class: 'field'}, h('label', {for: 'title'}, '标题'), title),
        h('p', {class: 'asked'}, '点一种，就打开一张排好的纸'),
        h('ul', {class: 'papers'}, usual.map(kind => h('li', null,
          button([h('span', {class: 'thumb ' + (Object.keys(LOOKS).find(look => LOOKS[look].test(kind.name)) || ''), 'aria-hidden': 'true'}),
            h('span', null, kind.name, h('small', null, worded(kind.purpose)))], () => begin(kind.name, title.value), {'data-name': kind.name})))),
        h('details', null, h('summary', null, '更多文种（公告、决议、党费收缴公示……）'),
          h('dl', {class: 'kinds'}, kinds.columns.map(column => [column.name, column.kinds.filter(kind => !usual.includes(kind))]).filter(([, some]) => some.length).map(([name, some]) => h('div', null, h('dt', null, name), h('dd', null, some.map(kind =>
            button(kind.name, () => begin(kind.name, title.value), {class: 'kind', title: kind.example || null})))))))),
      latest.length ? h('section', {class: 'formers'}, h('h2', null, '照以前的一份写'), list(latest), h('details', null, h('summary', null, '更多'),
        usual.filter(kind => formers(kind).length).map(kind => [h('h3', null, kind.name), list(formers(kind))]),
        h('p', {class: 'hint'}, '更早的：打开那一份，按“更多”里的“照这一份再写一份”。'))) : null)),
  };
}
