/** Publishes what was written: which papers, with which files; what the server says, and what readers see then. */
import {append, ask, button, day, failed, fill, h, isLater, note, plain, spoken, time, withoutYear, worded} from './dom.js';
import {get, post} from './api.js';
import {difference} from './diff.js';
import {asides, legend, markChanges, near} from './marked.js';
import {ERRATUM} from './merge-choices.js';
import {PUBLISHED, STATED, entryLink, isApproved} from './overview.js';
import {articleOf, preview} from './preview.js';

const WORDS = {NEW: '新增', MODIFIED: '修改', DELETED: '删去', RENAMED: '改名'};
export const SETTINGS = {
  'content/_data/site.yml': '站点设置', 'content/_data/categories.yml': '栏目', 'content/_data/organisation.yml': '组织情况',
  'content/_data/catalogue.yml': '公开目录', 'content/_data/kinds.yml': '文种', 'content/_data/registers.yml': '台账',
};
/** The address of this page behind its name for whoever comes to publish settings. */
export const OWN = '设置';
/** Who sees a paper, by its 公开范围. */
const READERS = {社会: '所有人', 全党: '党员', 本单位: '本单位的人', 特定对象: '指定的人'};
/** The place of a problem as hooks write it, or as checks do. */
const PROBLEM = /^(.*?)(content\/.+?\.[a-z]+)(?: 第 (\d+) 行|:(\d+):\d+:)(.*)$/;
/** How a problem is called by those who look after the program. */
const CODE = /^\s*(错误|警告|提醒) [EW]\d+ /;
const ADDRESS = /^\s*(https?:\/\/\S+)$/;

const HEADS = {
  REFUSED: '没有发出去，网站没有变',
  NO_NETWORK: '连不上服务器',
  NEEDS_LOGIN: '服务器要求登录',
  NOT_FOUND: '找不到服务器',
  TIMED_OUT: '服务器太久没有回应',
  CANCELLED: '已停止',
};
const PICTURE = /\.(?:jpe?g|png|gif|webp|bmp)$/i;
const SAFE = '写的都留在这台电脑上，没有丢。';
const THEN = {
  REFUSED: '先按“去改”，到那一处改好、保存，再回到这里发布。' + SAFE,
  NO_NETWORK: SAFE + '网络恢复以后再按“发布”。',
  NEEDS_LOGIN: SAFE + '请管理员在这台电脑上设好连接服务器的密码或密钥，再按“发布”。',
  NOT_FOUND: SAFE + '请管理员核对服务器的地址，再按“发布”。',
  TIMED_OUT: SAFE + '过一会儿再按“发布”。',
};
/** What is done where the server took nothing and named no place. */
const WHOLE = '服务器说的写在下面，看不明白的请管理员看。' + SAFE + '过一会儿可以再按“发布”。';
/** What is done where it said nothing that a secretary reads, and where the address of the server is not whole. */
const UNSAID = '服务器没有说清为什么不收，请管理员看一看。' + SAFE;
const UNWHOLE = SAFE + '这台电脑上记的服务器地址不完整，过多久再试都一样；请管理员改好，再按“发布”，怎么改写在记录里。';
/** What is done about any other failure. */
const OTHERWISE = SAFE + '过一会儿再按“发布”；还不行的，请管理员看一看。';

/** Whether a paper can be published as it is. */
export const isReady = paper => !paper.errors && !paper.stale && paper.status !== 'draft';

/** What was said of the last publication, until the next; whoever comes back finds it. */
const answer = h('section', {class: 'answer', 'aria-live': 'polite'});
/** The publication that is under way; it goes on when its page is left. */
let running = null;
/** The papers that are committed and of which no server has said yet that they are published, whoever has committed them. */
let sent = [];
/** How long the check of what has changed is waited for before it is asked again. */
const CHECKING = 700;
/** So many are named one by one. */
const NAMED = 3;
const names = papers => (papers.length > NAMED ? papers.slice(0, NAMED - 1) : papers).map(paper => '《' + paper.title + '》').join('') + (papers.length > NAMED ? '等' + papers.length + '篇' : '');

/** @param target its path is the one paper to publish, or says that settings are, which nobody is offered unasked */
export async function commit(target) {
  const listed = () => get('entries').catch(() => ({entries: []}));
  const [data, entries, all] = await Promise.all([get('changes'), listed(), get('problems')]);
  let known = entries;
  /** What is wrong anywhere, as far as it is known. */
  let found = all.problems;
  let isKnown = all.complete;
  const list = h('div', {class: 'changes'});
  const message = h('textarea', {id: 'message', rows: 2});
  let typed = false;
  message.addEventListener('input', () => { typed = true; });
  let rows = [];
  let ahead = 0;
  let watching = 0;

  /** What was merged a moment ago may be wrong where each of both was right, and files may be; that is known once all is checked. */
  function watch(now) {
    clearTimeout(watching);
    watching = !isKnown || now.ahead || now.changes.some(change => change.part === 'file') ? setTimeout(() => page.isConnected && !running && Promise.all([get('changes'), get('problems')]).then(([next, {complete, problems}]) => {
      const isNew = JSON.stringify([next.unsent, next.changes]) !== JSON.stringify([now.unsent, now.changes]);
      found = problems;
      isKnown = complete;
      rows.forEach(one => one.remind());
      if (isNew) {
        show(next);
      } else if (!complete) {
        watch(now);
      }
    }, () => {}), CHECKING) : 0;
  }

  function show(now) {
    watch(now);
    ahead = now.ahead;
    sent = now.unsent || [];
    const changes = now.changes;
    rows = [];
    const of = part => changes.filter(change => change.part === part);
    const papers = of('entry');
    const loose = of('file').filter(file => !file.namedBy.some(path => papers.some(paper => paper.path === path)));
    const used = loose.filter(file => file.namedBy.length || file.kind === 'DELETED');
    const unused = loose.filter(file => !used.includes(file));
    const files = of('file').filter(file => !loose.includes(file));
    const wanted = of('setting').filter(file => target.path === OWN && SETTINGS[file.path]);
    const settings = of('setting').filter(file => !wanted.includes(file));
    const filesOf = paper => files.filter(file => file.namedBy.includes(paper.path));
    // What the server refuses of a file keeps its paper back.
    const reason = file => found.filter(problem => problem.path === file.path && problem.severity === 'error').map(problem => '：' + spoken(problem.message)).slice(0, 1).join('') || '有' + file.errors + '处要改';
    const fault = file => file.errors ? '“' + shortName(file.path) + '”' + reason(file) + '，改好才能发' : '';
    const held = paper => filesOf(paper).map(fault).find(Boolean);
    const ready = papers.filter(paper => isReady(paper) && !held(paper));
    const open = papers.filter(paper => !ready.includes(paper));
    const isOne = ready.some(paper => paper.path === target.path);
    const aside = [
      besides('没有哪一篇用到的文件', '要用的，请在文稿里放上它；不要的可以删去。', unused.map(file => row(file, shortName(file.path), false, '', []))),
      besides('网站的设置和版式', now.first ? '第一次发布，和文稿一起发。' : '管全站的样子和规矩。改了要发的，请勾上。',
        settings.map(file => row(file, SETTINGS[file.path] || file.path, now.first, '', [])))].filter(Boolean);
    // Approved drafts of which nobody has said that readers may see them.
    const others = () => aside.length ? h('details', {class: 'besides', open: settings.length > 0 && !papers.length}, h('summary', null, now.first && settings.length ? '网站的开头设置，第一次和文稿一起发' : settings.length ? '网站的设置改了，要发的在这里勾上' : '没有用到的文件（' + unused.length + '个），要用还是删去'), aside) : null;
    const refused = answer.querySelector('.refused');
    const wrong = ahead && !refused ? sent.filter(paper => paper.errors && !changes.some(change => change.path === paper.path)) : [];
    const waiting = refused ? [] : known.entries.filter(entry => isApproved(entry) && !papers.some(paper => paper.path === entry.path));
    // Beside what was just published or refused nothing else is looked at.
    const told = refused || answer.querySelector('.published') && !answer.matches('.is-past');
    offered.hidden = !used.length && !wanted.length && !(ahead && !refused) && !ready.length && (Boolean(told) || !(now.first && aside.length) && (Boolean(answer.firstChild) || waiting.length > 0));
    fill(list, now.unfinished ? h('p', {class: 'field-problem bad'}, now.unfinished) : null,
      ready.length + used.length + wanted.length
        ? h('ul', null, ready.map(paper => row(paper, paper.title || shortName(paper.path), !isOne || paper.path === target.path, '', filesOf(paper))),
          used.map(file => row(file, '文件 ' + shortName(file.path), !file.errors, fault(file), [])), wanted.map(file => row(file, SETTINGS[file.path], true, '', [])))
        : ahead ? null : open.length ? h('p', {class: 'empty'}, '现在没有可以发布的。')
          : h('div', {class: 'nothing'}, h('p', {class: 'big'}, '写的都已经发布了，没有要发布的修改。'),
            h('p', {class: 'hint'}, '写好一份，办完审查和审批，就会列在这里。'),
            h('div', {class: 'buttons'}, h('a', {class: 'button', href: '#/'}, '看文稿'), h('a', {class: 'button primary', href: '#/new'}, '写新的'))),
      now.first ? others() : null,
      now.drafts ? h('p', {class: 'hint'}, '还有' + now.drafts + '篇没有保存，这次不发。', h('a', {href: '#/'}, '去看看')) : null,
      ahead && !refused ? h(ready.length ? 'details' : 'div', {class: 'ahead'}, h(ready.length ? 'summary' : 'p', null, unsent(ready)),
        wrong.map(paper => h('p', {class: 'wrong'}, '《' + paper.title + '》有' + paper.errors + '处要改，改好才发得出去。', h('a', {class: 'button primary', href: entryLink(paper.path)}, '去改'))),
        h('div', {class: 'buttons'}, button(['回到发布以前', h('small', null, '文稿还在，一个字也不少')], () => takeBack(), {'data-name': '回到发布以前'}))) : null);
    // Before the places are mended the same would be refused again.
    fill(stopped, ahead && refused ? h('details', {class: 'ahead'}, h('summary', null, '不改怎么办'),
      h('p', null, '不发了的，撤销这一次，回到按“发布”以前，写的字一个也不少；管理员说不用改的，再发布一次。'),
      h('div', {class: 'buttons'}, button('回到发布以前', () => takeBack()))) : null);
    later.hidden = !open.length && !waiting.length && (now.first || !aside.length);
    const papersLeft = [waiting.length ? h('div', null, h('h2', null, '审批好了，等着发布的（' + waiting.length + '篇）'), h('ul', {class: 'waiting'}, waiting.map(entry => h('li', null, h('span', null, worded(entry.title)),
      h('a', {href: entryLink(entry.path), 'aria-label': '去发布：' + entry.title}, '去发布'))))) : null, open.length ? h('div', {class: 'not-ready'}, h('h2', null, '还不能发布的（' + open.length + '篇）'),
        h('ul', null, open.map(paper => row(paper, paper.title || shortName(paper.path), false, isReady(paper) ? held(paper) : why(paper), filesOf(paper)))),
        h('p', {class: 'hint'}, '要请别人在他的电脑上接着写的，', button('选出来送给一起写的人', event => {
          event.closest('.not-ready').classList.add('is-chosen');
          event.parentNode.textContent = '勾上的草稿只送给一起写的人，网站上看不到；还有要改的，送不出去。';
        }, {class: 'plain'}))) : null];
    // Beside what is published now the others are not looked at.
    fill(later, (ready.length || told) && open.length ? h('details', null, h('summary', null, '这次不发的（' + (waiting.length + open.length) + '篇）'), papersLeft) : papersLeft, now.first ? null : others());
    chose();
  }

  /** What was to be published before and is still on this computer, by its titles; with others it is sent along. */
  function unsent(others) {
    const before = names(sent.filter(paper => !others.some(other => other.path === paper.path)));
    return others.length ? (before ? '上次要发布的' + before : '上次按过“发布”的') + '没有送到，这次一起送出。'
      : (before || '上次按过“发布”的') + '还没有发出去。' + seen(sent.filter(paper => !paper.errors));
  }

  /** Why a paper cannot be published. */
  function why(paper) {
    const {missing, turn} = known.entries.find(entry => entry.path === paper.path) || {missing: []};
    const lacking = missing.filter(name => name !== '改正错误');
    return paper.stale ? '审批以后又改了字，打开说明改了什么' : paper.errors ? paper.errors + '处要改，改好才能发' : '草稿' + (lacking.length ? '，缺' + lacking.join('、') : turn ? '，等' + turn : '');
  }

  /** What can be done with what is chosen. */
  function chose() {
    const some = chosen().length;
    words.hidden = !data.git || !some;
    // A draft that was chosen below has its button here.
    offered.hidden = offered.hidden && !some;
    // What is only to be sent again has its button beside what it says of it; what is wrong comes first.
    const again = !some && (list.querySelector('.ahead .buttons') || stopped.querySelector('.buttons'));
    (again || sending).prepend(send);
    send.hidden = Boolean(again && list.querySelector('.wrong'));
    // Where there is nothing else to be sent, what is left is not folded.
    list.querySelectorAll('.ahead').forEach(box => { box.open = Boolean(again || box.querySelector('.wrong')); });
    send.classList.toggle('primary', !stopped.contains(send));
    foreign.hidden = Boolean(answer.firstChild) && !answer.matches('.is-past');
    const papers = papersChosen().filter(paper => paper.kind !== 'DELETED');
    const open = papers.filter(paper => paper.status === 'published');
    readers.textContent = seen(papers) || (own().length ? '按下以后，服务器查过没有错，网站就照新的设置。' : '');
    const visible = sent.filter(paper => paper.status === 'published');
    const gone = papers.filter(paper => paper.status === 'withdrawn').length;
    send.textContent = does(again ? sent : papers) || (again ? '再发布一次' : '发布');
    offered.firstChild.textContent = again ? '还没有发出去的' : gone && !open.length ? '这次要撤回的（' + gone + '篇）' : '这次要发布的' + (open.length ? '（' + open.length + '篇）' : '');
    rows.forEach(row => row.look && (row.look.hidden = open.length < 2));
    // What goes out with the next press is seen before that, also if it was merged with what others wrote.
    present(open.find(paper => paper.path === shown) || open[0] || (again && list.contains(send) && visible.length ? Object.assign({}, visible[0], {kind: 'NEW'}) : null), marked);
    propose();
  }

  /** Shows a paper as readers will see it, or with what was changed in it; what was just published as long as there is no other. */
  function present(paper, changes) {
    const one = paper || !answer.matches('.is-past') && answer.seen;
    look.hidden = !one || !one.address;
    page.classList.toggle('has-look', !look.hidden);
    const isChange = Boolean(paper && changes && paper.kind !== 'NEW');
    const key = one && one.path + (paper ? '' : ' live');
    if (!look.hidden && !(shown === key && marked === isChange)) {
      fill(look.firstChild, !paper ? h('h2', null, answer.querySelector('.refused') ? '没有收下的这一篇' : '读者看到的样子') : paper.kind === 'NEW' ? h('h2', null, '发布以后的样子') : h('div', {class: 'views', role: 'group', 'aria-label': '看什么'},
        ['发布以后的样子', '改了什么'].map((name, i) => button(name, () => {
          asked = true;
          present(paper, i > 0);
        }, {class: 'tool', 'aria-pressed': String(isChange === i > 0)}))));
      Promise.all([fetch('/site/' + encodeURI(one.address)).then(page => page.text()), isChange ? get('difference', {path: one.path, former: one.former}) : null]).then(([html, result]) => {
        const page = articleOf(new DOMParser().parseFromString(html, 'text/html'));
        const rest = result && result.lines ? markChanges(page, result.lines) : [];
        if (isChange) {
          page.querySelectorAll('ins, del').forEach((change, k) => k || change.classList.add('first-change'));
        }
        const cut = isChange && near(page);
        if (!paper) {
          markWords(page, answer.words || []);
        }
        fill(beside, isChange ? legend(page, cut) : null, asides(rest));
        finished.show({address: one.address, html: page.documentElement.outerHTML});
      }).catch(() => {});
    }
    marked = isChange;
    shown = key;
  }

  /** What is done with papers, for the button. */
  function does(papers) {
    const of = status => papers.filter(paper => paper.status === status).length;
    return [[of('published'), '发布', '这'], [of('withdrawn'), '撤回', '这'], [of('draft'), '送出草稿', '']].filter(([count]) => count)
      .map(([count, verb, these], i) => verb + (i ? '' : these) + count + '篇').join('，');
  }

  /** Who sees what after the button is pressed. */
  function seen(papers) {
    const of = status => papers.filter(paper => paper.status === status);
    const open = of('published').filter(paper => !isLater(paper.day));
    const later = of('published').filter(paper => isLater(paper.day));
    const who = Array.from(new Set(open.map(paper => READERS[paper.scope] || READERS.本单位))).join('、');
    return (open.length ? '按下以后，服务器查过没有错，' + who + '就看得到这' + open.length + '篇；发错了可以更正、撤回。' : '')
      + later.map(paper => (later.length + open.length > 1 ? '《' + paper.title + '》' : '') + '到' + withoutYear(day(paper.day)) + '读者才看得到，那天网站自己放上去。').join('')
      + (of('withdrawn').length ? '撤回的' + of('withdrawn').length + '篇，原来的网址上只留一页说明。' : '')
      + (of('draft').length ? '草稿' + of('draft').length + '篇只送给一起写的人，网站上看不到。' : '');
  }

  function besides(head, explanation, items) {
    return items.length ? [h('h3', null, head), h('p', {class: 'hint'}, explanation), h('ul', null, items)] : null;
  }

  /**
   * A line of the list.
   *
   * @param fault why the server would not take it; empty if it would
   * @param files changes of files that go along
   */
  function row(change, label, checked, fault, files) {
    const box = h('input', {type: 'checkbox', id: 'change-' + rows.length, checked, onchange: chose});
    // What is shown beside the list tells there what was changed.
    const seen = change.status === 'published' && change.kind !== 'DELETED' && !fault && change.address;
    const open = h('div', {class: 'reminded', hidden: true});
    /** What whoever sends it should look at first: with such, nothing looks as if all were well. */
    const remind = () => {
      const own = change.status === 'published' && change.kind !== 'DELETED' ? found.filter(problem => problem.path === change.path && problem.severity !== 'error') : [];
      open.hidden = !seen || isKnown && !own.length;
      open.parentNode.classList.toggle('is-open', !open.hidden);
      fill(open, own.length ? [h('b', null, '还有' + own.length + '处请看一看：'), h('ul', null, own.map(problem => h('li', null, spoken(problem.message), ' ',
        h('a', {href: entryLink(problem.path, problem.line), 'aria-label': '去看：' + spoken(problem.message)}, '去看'))))] : '正在检查……');
    };
    const one = {change, box, files, remind, look: seen ? button('看样子', () => {
      present(change, false);
      look.scrollIntoView({block: 'nearest'});
    }, {class: 'plain', 'aria-label': '看发布以后的样子：' + label}) : null};
    rows.push(one);
    const steps = change.stale ? [] : ['保密审查', '审批'].map((name, i) => [name, i ? change.approval : change.review]).filter(([, step]) => step && step.person);
    // What was changed after these steps is said below them, as they do not vouch for it.
    const errata = h('span', {class: 'path'});
    if (seen && change.kind !== 'NEW' && steps.length) {
      get('difference', {path: change.path, former: change.former}).then(({lines}) => {
        const stated = kind => lines.flatMap(line => Array.from(line.runs.filter(run => run.kind !== kind).map(run => run.text).join('').matchAll(ERRATUM), found => found[0]));
        const fresh = stated('deleted').filter(one => !stated('inserted').includes(one));
        errata.textContent = fresh.length ? '后来改了' + fresh.length + '处，记作错别字：' + fresh.join('，') : '';
      }, () => {});
    }
    const place = h('div', {class: 'difference-place'});
    const more = button('看改了什么', () => {
      if (place.firstChild) {
        fill(place);
        more.textContent = '看改了什么';
        more.setAttribute('aria-expanded', 'false');
        return null;
      }
      return get('difference', {path: change.path, former: change.former}).then(result => {
        more.textContent = '收起';
        more.setAttribute('aria-expanded', 'true');
        fill(place, result.lines ? difference(result.lines) : h('p', {class: 'empty'}, '这不是文字文件，看不出差别。'));
      });
    }, {class: 'plain', 'aria-expanded': 'false', 'aria-label': '看改了什么：' + label});
    const item = h('li', null, box, h('label', {for: box.id},
      h('span', {class: 'change'}, change.kind ? h('span', {class: 'chip ' + change.kind.toLowerCase()}, change.status === 'withdrawn' ? '撤回' : WORDS[change.kind]) : null, worded(label)),
      steps.length ? h('span', {class: 'path'}, steps.map(([name, step]) => h('span', {class: 'taken'}, '✓ ' + name + '：' + step.person + '，', h('span', {class: 'whole'}, withoutYear(day(step.day))))))
        : seen ? h('span', {class: 'path'}, '这种文稿不用审查、审批') : null,
      errata, files.length ? h('span', {class: 'path'}, '连同' + withIt(files)) : null,
      fault ? h('span', {class: 'fault chip ' + (change.errors ? 'bad' : 'wait')}, fault) : null),
    h('span', {class: 'row-links'},
      one.look, (change.path || '').startsWith('content/') && change.kind !== 'NEW' && !seen ? more : null,
      change.part === 'entry' && change.kind !== 'DELETED' ? h('a', {href: entryLink(change.path)}, '打开') : null,
      change.part === 'file' && change.kind === 'NEW' && !change.namedBy.length ? button('删去', () => drop(change.path), {class: 'plain', 'aria-label': '删去' + label}) : null), open, place);
    remind();
    return item;
  }

  function chosenRows() {
    return rows.filter(row => row.box.checked);
  }

  /** The settings that are chosen, by their names. */
  const own = () => chosenRows().map(row => SETTINGS[row.change.path]).filter(Boolean);

  function papersChosen() {
    return chosenRows().map(row => row.change).filter(change => change.part === 'entry');
  }

  function chosen() {
    const paths = new Set();
    chosenRows().forEach(row => [row.change.path].concat(row.files.map(file => file.path))
      .forEach(path => paths.add(path)));
    return Array.from(paths);
  }

  function propose() {
    if (!typed && own().length && own().length === chosen().length) {
      message.value = '修改' + own().join('、');
    } else if (!typed && chosen().length) {
      post('message', {paths: chosen()}).then(result => {
        if (!typed) {
          message.value = papersChosen().every(paper => paper.status === 'withdrawn') ? result.message.replace(/^修改/, '撤回') : result.message;
        }
      }, () => {});
    }
  }

  /** Removes a file that was put in, and taken out of its paper before readers had it. */
  async function drop(path) {
    const name = shortName(path);
    if (await ask('删去“' + name + '”？', '删去', '没有发布过，也没有哪一篇用到它。删去以后找不回来。')) {
      await post('drop', {path});
      await reload();
      note('“' + name + '”删去了。');
    }
  }

  async function takeBack() {
    if (await ask('回到发布以前？', '回到发布以前', '文稿不变，写的字一个也不少。')) {
      await post('undo-commit');
      answer.querySelectorAll('.buttons').forEach(offer => offer.remove());
      await reload();
      note('已经回到发布以前，文稿没有变。');
    }
  }

  async function reload() {
    typed = false;
    // What others wrote may have come.
    const [now, entries] = await Promise.all([get('changes'), listed()]);
    known = entries;
    show(now);
    document.dispatchEvent(new Event('repository'));
  }

  async function identity() {
    const name = h('input', {id: 'person', type: 'text', autocomplete: 'name'});
    const mail = h('input', {id: 'mail', type: 'text', autocomplete: 'email'});
    fill(answer, h('h2', null, '请写上姓名和邮箱'),
      h('p', {class: 'hint'}, '记下这次是谁改的。在这台电脑上写一次就行，以后不再问。'),
      h('p', {class: 'field'}, h('label', {for: 'person'}, '姓名或职务'), name),
      h('p', {class: 'field'}, h('label', {for: 'mail'}, '邮箱'), mail, h('span', {class: 'hint'}, '读者看不到；自己没有的，写单位的')),
      h('div', {class: 'buttons'}, button('用这个姓名发布', () => work({name: name.value.trim(), mail: mail.value.trim()}), {class: 'primary'}),
        button('先不发布', () => {
          fill(answer);
          page.classList.remove('is-asking');
          chose();
        })));
    // Nothing else is to be done until it is known.
    page.classList.add('is-asking');
    name.focus();
  }

  /** @param left what is under way is waited for, whichever window began it, and nothing is added */
  function work(person, left) {
    const others = () => Array.from(page.querySelectorAll('.ahead button')).filter(one => one !== send);
    others().forEach(one => { one.disabled = true; });
    running = running || publish(person, left).finally(() => {
      running = null;
      others().forEach(one => { one.disabled = false; });
      const head = answer.querySelector('h2');
      if (head && !answer.isConnected) {
        const {address} = answer;
        // Where nothing is typed the list shows what became of it, also a list that is being read.
        const search = document.getElementById('search');
        if (document.body.matches('.page-overview') && !(search && search.value)) {
          window.dispatchEvent(new Event('hashchange'));
        }
        note(answer.said || head.textContent + '。', head.className, address ? {label: '看网页', work: () => { window.open(address, '_blank', 'noopener'); }}
          : {label: '看结果', work: () => { location.hash = '#/commit'; }});
      }
    });
    return running;
  }

  async function publish(person, left) {
    const paths = left ? [] : chosen();
    if (!paths.length && !ahead) {
      return note('请先勾上要发布的。', 'wait');
    }
    answer.classList.remove('is-past');
    Object.assign(answer, {said: '', address: null, seen: null});
    if (paths.length) {
      // What was typed there stays if it cannot be taken.
      const asked = Array.from(answer.childNodes).filter(() => person);
      fill(answer, h('p', {class: 'working'}, '正在发布……'));
      // The sentence that is proposed may not have come yet.
      const said = message.value.trim() || (await post('message', {paths})).message;
      const done = await post('commit', Object.assign({paths, message: said}, person)).catch(error => {
        fill(answer, asked);
        throw error;
      });
      if (done.result === 'identity') {
        return identity();
      }
      page.classList.remove('is-asking');
      if (done.result !== 'done') {
        return told('没有发布', done.lines, 'bad');
      }
      sent = (await get('changes')).unsent;
    }
    fill(answer, h('p', {class: 'working'}, '正在送到服务器，等它检查……可以先去写别的，有了结果会告诉您。'));
    return pushed(await post('push'));
  }

  async function pushed(result) {
    if (result.status === 'NOT_FAST_FORWARD') {
      return pull(true);
    }
    // What git itself says begins with a mark and is no answer of the server.
    const lines = result.lines.map(line => line.replace(/^remote: ?/, '')).filter(line => !line.startsWith('!'));
    if (result.status === 'DONE') {
      published(lines);
    } else {
      const places = result.status === 'REFUSED' ? faults(lines) : [];
      answer.seen = sent.find(paper => paper.status === 'published' && places.some(([first]) => first.includes(paper.path)));
      answer.words = answer.seen ? places.filter(([first]) => first.includes(answer.seen.path)).flat().flatMap(line => line.split(STATED).filter((part, i) => i % 2)) : [];
      // Where no place is named, what the server says is all there is to go by; commands and paths are for the record.
      const isWhole = result.status === 'REFUSED' && !places.length;
      const said = lines.filter(line => /\p{Script=Han}/u.test(line) && !/ --\w|[\s“：]\/\w/.test(line));
      told(HEADS[result.status] || '没有发布', lines, 'bad', isWhole ? said.length ? WHOLE : UNSAID : /^服务器的地址“/.test(lines[0]) ? UNWHOLE : THEN[result.status] || OTHERWISE, isWhole ? said : places.flat());
    }
    return reload();
  }

  /** What readers see now, with what to do with it; the server says more than they need. */
  function published(lines) {
    const live = lines.some(line => line.startsWith('已发布'));
    const soon = lines.some(line => line.startsWith('已收下，'));
    const failed = lines.some(line => line.startsWith('已收下，但是'));
    const addresses = lines.map(line => ADDRESS.exec(line)).filter(match => match).map(match => match[1]);
    const rest = lines.filter(line => line.trim() && !ADDRESS.test(line) && !/^已发布|^已收下，(?!但是)/.test(line));
    const papers = sent.filter(paper => paper.address);
    const others = addresses.filter(address => !papers.some(paper => address.endsWith('/' + encodeURI(paper.address))));
    if (live || soon) {
      sessionStorage.setItem(PUBLISHED, JSON.stringify(papers.map(paper => paper.path)));
    }
    const isGone = paper => paper.status === 'withdrawn';
    const allGone = papers.length > 0 && papers.every(isGone);
    const waits = paper => paper.status === 'published' && isLater(paper.day);
    const allWait = papers.length > 0 && papers.every(waits);
    const head = failed ? '服务器收下了，网站还没有变' : live ? allGone ? '已经撤回' : allWait ? '已经送出，到日子再公开' : '已经发布' : soon ? '服务器收下了，正在发布' : '服务器收下了';
    Object.assign(answer, {said: head + (papers.length ? '：' + names(papers) : '。'), address: live ? addresses[0] : null,
      seen: live ? papers.find(paper => paper.status === 'published' && !waits(paper)) : null});
    fill(answer, h('h2', {class: failed ? 'bad' : 'good', tabindex: '-1'}, head),
    failed ? null : h('p', null, time(new Date()) + '。', live ? allGone ? '原来的网址上只留一页说明，列表、检索和订阅里都不再有。' : allWait ? '到了那天，网站自己放上去，不用再做什么：' : papers.length ? '读者现在看到的就是这些：' : '读者现在看到的就是改好的。'
      : soon ? '过一会儿就能看到：' : '服务器没有说网站什么时候更新；看不到新内容时，请问管理员。'),
    papers.length ? h('ul', {class: 'published'}, papers.map(paper => {
      const address = addresses.find(each => each.endsWith('/' + encodeURI(paper.address)));
      return h('li', null, h('strong', null, worded(paper.title), address ? h('span', {class: 'path'}, broken(address)) : null),
        waits(paper) ? h('p', null, withoutYear(day(paper.day)) + '起读者看得到。') : live ? h('a', {class: 'button primary', href: address || '/site/' + encodeURI(paper.address), target: '_blank', rel: 'noopener noreferrer'}, '看网页') : null,
        isGone(paper) ? allGone ? null : h('p', {class: 'hint'}, '已撤回，原来的网址上只留一页说明。') : button('打印张贴', () => print(paper.address), {'aria-label': '打印张贴：' + paper.title}),
        address && !isGone(paper) && !waits(paper) ? button('复制网址', () => navigator.clipboard.writeText(address)
          .then(() => note('已复制，可以粘贴到要发的地方。')), {'aria-label': '复制网址：' + paper.title}) : null,
        paper.status === 'published' ? h('p', {class: 'hint'}, '发错了，可以', h('a', {href: entryLink(paper.path, '更正'), 'aria-label': '更正：' + paper.title}, '更正'), '，也可以',
          h('a', {href: entryLink(paper.path, '撤回'), 'aria-label': '撤回：' + paper.title}, '撤回'), '。') : null);
    })) : null,
    others.map(address => h('p', null, h('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, address))),
    rest.length ? h('details', {class: 'record', open: failed}, h('summary', null, '给管理员看的记录'), h('pre', null, rest.join('\n'))) : null);
    answer.firstChild.focus();
  }

  function print(address) {
    const page = window.open('/site/' + encodeURI(address), '_blank');
    page.addEventListener('load', () => page.print());
  }

  /** What has to be mended of what the server said: each place with the lines that belong to it. Reminders are not among them. */
  function faults(lines) {
    const all = [];
    let place = null;
    lines.forEach(line => {
      if (PROBLEM.test(line)) {
        place = [line];
        all.push(place);
      } else if (/^\S/.test(line)) {
        // What follows is said to those who use git by hand.
        place = null;
      } else if (place && line.trim() && !ADDRESS.test(line)) {
        place.push(line);
      }
    });
    return all.filter(place => !place.some(line => /(警告|提醒) [EW]\d+/.test(line)));
  }

  /** @param shown the lines that are said to whoever writes, if not all are; the rest is for those who look after the machine */
  function told(head, lines, kind, then, shown) {
    const all = lines || [];
    const some = shown || all;
    // What must not even be stored there is to be taken back before it is mended.
    const stored = all.some(line => /git reset/.test(line));
    fill(answer, h('h2', {class: kind, tabindex: '-1'}, head),
      then ? h('p', null, then) : null,
      stored ? answerOf(all.filter(line => PROBLEM.test(line)), true, stored) : some.length ? answerOf(some, kind === 'bad') : null,
      stored || some.length < all.length ? h('details', {class: 'record'}, h('summary', null, '给管理员看的记录'), h('pre', null, all.join('\n'))) : null);
    answer.firstChild.focus();
  }

  /** Where a line is, in words of the paper: what its paragraph begins with, or which fact it is. */
  function placeOf(path, line) {
    const place = h('span');
    get('entry', {path}).then(({header, body}) => {
      const lines = (header + body).split('\n');
      const name = line < header.split('\n').length ? /^([^\s:]+):/.exec(lines[line - 1] || '') : null;
      const words = (lines[line - 1] || '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[#>*\s|-]+|\*\*/g, '');
      place.textContent = name ? '上面的“' + name[1] + '”' : words ? '“' + words.slice(0, 10) + (words.length > 10 ? '……' : '') + '”那一段' : '';
    }, () => {});
    return place;
  }

  const titled = path => known.entries.find(entry => entry.path === path);

  /** A file by the title of its paper. */
  function called(path) {
    const paper = titled(path);
    return paper ? '《' + paper.title + '》' : path.replace(/^content\//, '') + ' ';
  }

  /**
   * What the server said; the place of a problem leads there, and what is indented below it belongs to it.
   *
   * @param mended whether the places are to be mended
   * @param stored whether what was published is taken back first, of which nobody has to know
   */
  function answerOf(lines, mended, stored) {
    const box = h('div', {class: 'server', 'aria-label': '服务器的回答'});
    const places = lines.filter(line => PROBLEM.test(line)).length;
    let item = null;
    lines.filter(line => !(places && /^没有收下/.test(line))).forEach(line => {
      const match = PROBLEM.exec(line);
      const page = match ? null : ADDRESS.exec(line);
      if (match) {
        const link = entryLink(match[2], match[3] || match[4]);
        const name = [answer.seen && answer.seen.path === match[2] ? null : called(match[2]), placeOf(match[2], Number(match[3] || match[4]))];
        const inline = plain(match[5].replace(/^[:：]\s*/, '').replace(CODE, '').trim());
        item = h('div', null, mended ? h('p', null, h('b', null, inline)) : h('p', null, match[1], h('a', {href: link}, name), inline ? [h('br'), inline] : null));
        // What is wrong comes first; the place is led to anyway.
        box.append(h('div', {class: mended ? 'refused' : ''}, item, mended ? [h('p', {class: 'hint'}, name), h('a', {class: 'button' + (box.querySelector('.primary') ? '' : ' primary'), href: link, onclick: event => {
          if (stored) {
            event.preventDefault();
            post('undo-commit').then(() => {
              fill(answer);
              location.hash = link;
            }).catch(failed);
          }
        }}, '去改')] : null));
      } else if (item && /^\s+\S/.test(line) && !page) {
        const words = plain(line.replace(CODE, '').trim());
        const first = item.querySelector('b:empty');
        if (first) {
          first.textContent = words;
        } else {
          item.append(h('p', null, words));
        }
      } else if (titled(line)) {
        box.append(h('p', null, h('a', {href: entryLink(line)}, called(line))));
      } else {
        box.append(h('p', null, page ? h('a', {href: page[1], target: '_blank', rel: 'noopener noreferrer'}, page[1]) : plain(line.replace(CODE, ''))));
      }
    });
    return box;
  }

  /** Fetches and merges what others have pushed; of itself if the server refused because of that. */
  async function pull(refused) {
    fill(answer, h('p', {class: 'working'}, refused ? '服务器上有别人的新修改，正在拿到这台电脑上……' : '正在把别人新写的拿到这台电脑上……'));
    const result = await post('pull');
    if (result.result === 'conflicts') {
      fill(answer);
      const choose = () => { location.hash = '#/conflicts'; };
      if (page.isConnected) {
        choose();
      } else {
        note('服务器上有别人的新修改，有的文稿您和别人都改了，请逐段选定。', 'wait', {label: '去选定', work: choose});
      }
      return;
    }
    const merged = refused && result.good;
    await reload();
    told(merged ? '服务器上有别人的新修改，已取回，和您的合在一起' : (HEADS[result.status] ? HEADS[result.status] + '，' : '') + result.head, result.lines, result.good ? 'good' : 'bad',
      merged ? '您的还没有发布。下面是别人改的，请看一眼，再按“发布”。' : result.status ? THEN[result.status] || OTHERWISE : null, result.status ? [] : null);
  }

  if (answer.querySelector('input')) {
    fill(answer);
  }
  // What comes next is above what was published before.
  answer.classList.toggle('is-past', Boolean(answer.querySelector('h2.good')) && data.changes.some(change => change.part === 'entry'));
  if (answer.matches('.is-past') && !answer.querySelector('.past')) {
    const before = Array.from(answer.childNodes);
    fill(answer, h('details', {class: 'past'}, h('summary', null, '上一次发布的'), before));
  }
  let shown = null;
  let marked = true;
  // One is led down to what was changed when one asks for it, and not when the page is opened.
  let asked = false;
  const finished = preview(() => asked);
  const beside = h('div', {class: 'beside-look'});
  const look = h('section', {class: 'finished', hidden: true}, h('div'), beside, finished.element);
  const later = h('section', {class: 'changes later', hidden: true});
  const stopped = h('div', {class: 'stopped'});
  const foreign = button('取来别人新写的', () => pull(false), {title: '发布时也会自动合进来，不会盖掉您写的'});
  const readers = h('p', {class: 'readers'});
  const send = button('发布', () => work(), {class: 'primary', id: 'publish', 'data-name': '发布'});
  const sending = h('div', {class: 'buttons'}, send);
  // On a phone what the button does stays in sight with it.
  const words = h('div', {class: 'send', hidden: !data.git}, h('details', {class: 'field', open: matchMedia('(min-width: 601px)').matches},
    h('summary', null, h('label', {for: 'message'}, '给这次发布记一句（已经替您写好，可以改）')), message), h('div', {class: 'pressed'}, readers, sending));
  const offered = h('section', null, h('h2', null, '这次要发布的'), list, words);
  const page = h('div', {class: 'commit'});
  show(data);
  // Left while it was under way: what has changed by its end is shown here.
  if (running) {
    running.then(() => page.isConnected && reload());
  } else if (data.sending) {
    work(null, true).catch(failed);
    offered.hidden = true;
  }
  return {
    title: '发布',
    element: append(page, [
      h('div', {class: 'head'}, h('h1', null, '发布'), data.git ? foreign : null),
      data.git ? null : h('p', null, '这个文件夹没有连着服务器，只能保存在这台电脑上。要发布，请管理员设好。'),
      answer, stopped, offered, look, later]),
  };
}

/** Marks in a page the words that a server names, and a number that stands alone among the facts. */
function markWords(page, words) {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text; (text = texts.nextNode());) {
    const alone = text.parentNode.closest('dd') && text.data.trim();
    words.filter(word => alone ? alone === word || alone === String(parseFloat(word)) : text.data.includes(word)).slice(0, 1)
      .forEach(word => found.push([text, alone || word]));
  }
  found.forEach(([text, word]) => {
    const rest = text.splitText(text.data.indexOf(word));
    rest.splitText(word.length);
    const mark = page.createElement('mark');
    rest.replaceWith(mark);
    mark.append(rest);
  });
}

/** An address whose lines end at its marks. */
function broken(address) {
  return address.split(/(?<=[^/:]\/)/).map((part, i) => [i ? h('wbr') : null, part]);
}

/** What goes along with a paper: its pictures by their number, other files by their names. */
function withIt(files) {
  const pictures = files.filter(file => PICTURE.test(file.path)).length;
  return [pictures ? '图片' + pictures + '张' : ''].concat(files.filter(file => !PICTURE.test(file.path)).map(file => '“' + shortName(file.path).replace(/\.\w+$/, '') + '”')).filter(Boolean).join('、');
}

function shortName(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}
