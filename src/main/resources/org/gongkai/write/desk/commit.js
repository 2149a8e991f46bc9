/** Commit and push: what changed, in which words, and what the server says. */
import {ask, button, fill, h, note} from './dom.js';
import {get, post} from './api.js';
import {difference} from './diff.js';
import {entryLink} from './overview.js';

const WORDS = {NEW: '新增', MODIFIED: '修改', DELETED: '删除', RENAMED: '改名'};
/** The place of a problem as hooks write it, or as checks do. */
const PROBLEM = /^(.*?)(content\/.+?\.[a-z]+)(?: 第 (\d+) 行|:(\d+):\d+:)(.*)$/;

/** What these say comes from git and not from the server, in English. */
const OF_GIT = ['NO_NETWORK', 'NEEDS_LOGIN', 'NOT_FOUND'];

export async function commit() {
  const data = await get('changes');
  const list = h('div', {class: 'changes'});
  const answer = h('section', {class: 'answer', 'aria-live': 'polite'});
  const message = h('textarea', {id: 'message', rows: 3});
  let typed = false;
  message.addEventListener('input', () => { typed = true; });
  let changes = data.changes;
  let boxes = [];
  let others = [];
  let ahead = 0;

  function show(now) {
    changes = now.changes;
    ahead = now.ahead;
    boxes = changes.map((change, i) =>
      h('input', {type: 'checkbox', id: 'change-' + i, checked: true, onchange: chose}));
    others = (now.others || []).map((group, i) => Object.assign({
      box: h('input', {type: 'checkbox', id: 'other-' + i, onchange: chose}),
    }, group));
    fill(list, now.unfinished ? h('p', {class: 'field-problem bad'}, now.unfinished) : null,
      changes.length ? h('ul', null, changes.map((change, i) => row(change, boxes[i])))
        : h('p', {class: 'empty'}, '没有要提交的修改。'),
      others.length ? besides() : null,
      now.drafts ? h('p', {class: 'hint'}, '有 ' + now.drafts + ' 条写了还没有保存到文件，',
        h('a', {href: '#/'}, '去看看'), '。没有保存的不会提交。') : null,
      now.ahead ? h('p', null, '有 ' + now.ahead + ' 个提交还没有上传。', button('撤消最近一次提交', () => takeBack())) : null);
    if (!typed) {
      message.value = now.message;
    }
    ready();
  }

  /** What can be done with what is chosen. */
  function ready() {
    const some = changes.length || chosen().length;
    words.hidden = !some && !ahead;
    message.parentNode.hidden = !some;
    send.textContent = some || !ahead ? '提交并上传' : '上传';
  }

  function chose() {
    ready();
    propose();
  }

  /** Files that are no part of the site, such as pages that were built into its folder. */
  function besides() {
    return h('details', {class: 'besides'},
      h('summary', null, '别的文件（' + others.reduce((sum, group) => sum + group.paths.length, 0) + '个），不提交'),
      h('p', {class: 'hint'}, '这些不是条目、附件、设置和版式，多半是程序生成的网页，或者别的软件留下的，不用提交。'
        + '确实要提交的才勾上；不想再看到的，请管理员写进 .gitignore。'),
      h('ul', null, others.map(group => h('li', null, group.box, h('label', {for: group.box.id},
        h('span', {class: 'path'}, group.place), group.place.endsWith('/') ? ' ' + group.paths.length + '个文件' : null)))));
  }

  function row(change, box) {
    const place = h('div', {class: 'difference-place'});
    const look = button('看差别', () => {
      if (place.firstChild) {
        fill(place);
        look.setAttribute('aria-expanded', 'false');
        return null;
      }
      return get('difference', {path: change.path, former: change.former}).then(result => {
        look.setAttribute('aria-expanded', 'true');
        fill(place, result.lines ? difference(result.lines) : h('p', {class: 'empty'}, '这不是文字文件，看不出差别。'));
      });
    }, {class: 'plain', 'aria-expanded': 'false', 'aria-label': '看差别：' + (change.title || change.path)});
    return h('li', null, box, h('label', {for: box.id},
      h('span', {class: 'chip ' + change.kind.toLowerCase()}, WORDS[change.kind]), ' ',
      change.title || change.path.replace(/^content\//, ''),
      h('span', {class: 'path'}, change.path)),
    change.errors ? h('span', {class: 'chip bad'}, change.errors + ' 个错误，服务器不会收') : null,
    change.kind !== 'DELETED' && change.entry ? h('a', {href: entryLink(change.path)}, '打开') : null,
    change.comparable ? look : null, place);
  }

  function chosen() {
    return others.filter(group => group.box.checked).reduce((all, group) => all.concat(group.paths),
      changes.filter((change, i) => boxes[i].checked).map(change => change.path));
  }

  function propose() {
    if (!typed) {
      post('message', {paths: chosen()}).then(result => {
        if (!typed) {
          message.value = result.message;
        }
      }, () => {});
    }
  }

  async function takeBack() {
    if (await ask('撤消最近一次提交？', '撤消提交', '文件不变，只是回到还没有提交的样子。')) {
      await post('undo-commit');
      await reload();
      note('已撤消最近一次提交，文件没有变。');
    }
  }

  async function reload() {
    typed = false;
    show(await get('changes'));
    document.dispatchEvent(new Event('repository'));
  }

  async function identity() {
    const name = h('input', {id: 'person', type: 'text', autocomplete: 'name'});
    const mail = h('input', {id: 'mail', type: 'text', autocomplete: 'email'});
    fill(answer, h('h2', null, '提交上要写姓名和邮箱'),
      h('p', {class: 'hint'}, '别人由此知道是谁改的。在这台电脑上写一次就行，以后不再问。'),
      h('p', {class: 'field'}, h('label', {for: 'person'}, '姓名或职务'), name),
      h('p', {class: 'field'}, h('label', {for: 'mail'}, '邮箱'), mail),
      button('用这个姓名提交', () => work({name: name.value.trim(), mail: mail.value.trim()}), {class: 'primary'}));
    name.focus();
  }

  async function work(person) {
    if (chosen().length) {
      fill(answer, h('p', null, '正在提交……'));
      const done = await post('commit', Object.assign({paths: chosen(), message: message.value}, person));
      if (done.result === 'identity') {
        return identity();
      }
      if (done.result !== 'done') {
        return told('没有提交', done.lines, 'bad');
      }
    }
    fill(answer, h('p', null, '正在上传，等服务器检查……'));
    return pushed(await post('push'));
  }

  async function pushed(result) {
    const heads = {
      DONE: '已上传，服务器收下了',
      REFUSED: '服务器没有收下',
      NO_NETWORK: '连不上服务器',
      NEEDS_LOGIN: '服务器要求登录',
      NOT_FOUND: '找不到服务器上的仓库',
      TIMED_OUT: '服务器太久没有回应',
      CANCELLED: '已停止上传',
    };
    const then = {
      REFUSED: '按下面服务器说的改好，保存，再提交上传一次。这次的提交留着，不会丢。',
      NO_NETWORK: '提交已经做好，留在这台电脑上；网络恢复后再按“上传”。',
      NEEDS_LOGIN: '请让管理员在这台电脑上为 git 设好密码或密钥，再按“上传”。',
      NOT_FOUND: '提交已经做好，留在这台电脑上。请让管理员核对服务器的地址，再按“上传”。',
      TIMED_OUT: '提交已经做好，留在这台电脑上；过一会儿再按“上传”。',
    };
    if (result.status === 'NOT_FAST_FORWARD') {
      return pull(true);
    }
    // What git itself says begins with a mark and is no answer of the server.
    const lines = result.lines.filter(line => !line.startsWith('!'));
    told(heads[result.status] || '没有上传', lines, result.status === 'DONE' ? 'good' : 'bad', then[result.status],
      OF_GIT.includes(result.status));
    await reload();
  }

  /** @param technical whether the lines are for whoever looks after the machine */
  function told(head, lines, kind, then, technical) {
    const words = lines && lines.length ? h('div', {class: 'server', 'aria-label': '服务器的回答'}, lines.map(said)) : null;
    fill(answer, h('h2', {class: kind, tabindex: '-1'}, head), then ? h('p', null, then) : null,
      words && technical ? h('details', null, h('summary', null, '给管理员看的原话'), words) : words);
    answer.firstChild.focus();
  }

  /** A line of the server; the place of a problem leads there. */
  function said(line) {
    const match = PROBLEM.exec(line);
    const number = match && (match[3] || match[4]);
    const page = match ? null : /^(\s*)(https?:\/\/\S+)$/.exec(line);
    return h('p', null, match ? [match[1], h('a', {href: entryLink(match[2], number)},
      match[2].replace(/^content\//, '') + ' 第' + number + '行'), match[5]]
      : page ? [page[1], h('a', {href: page[2], target: '_blank', rel: 'noopener noreferrer'}, page[2])] : line);
  }

  /** Fetches and merges what others have pushed; of itself if the server refused because of that. */
  async function pull(refused) {
    fill(answer, h('p', null, refused ? '服务器上有别人的新提交，正在取回……' : '正在取回……'));
    const result = await post('pull');
    if (result.result === 'conflicts') {
      note((refused ? '服务器上有别人的新提交，所以没有收；' : '') + '有的条目您和别人都改了，请逐段选定。', 'wait');
      location.hash = '#/conflicts';
      return;
    }
    const merged = refused && result.good;
    told(merged ? '服务器上有别人的新提交，已取回，和您的合在一起' : result.head, result.lines, result.good ? 'good' : 'bad',
      merged ? '您的提交还没有上传。下面是别人改的，请看一眼，再按“上传”。' : null, result.technical);
    await reload();
  }

  const send = button('提交并上传', () => work(), {class: 'primary'});
  const words = h('section', {hidden: !data.git}, h('p', {class: 'field'}, h('label', {for: 'message'}, '说明'), message),
    h('div', {class: 'buttons'}, send));
  show(data);
  return {
    title: '提交上传',
    element: h('div', {class: 'commit'},
      h('div', {class: 'head'}, h('h1', null, '提交上传'), data.git ? button('取回别人的修改', () => pull(false)) : null),
      data.git ? null : h('p', null, '这个文件夹不在 git 仓库里，只能保存文件，不能提交和上传。'),
      h('section', null, h('h2', null, '这次的修改'), list),
      words,
      answer),
  };
}
