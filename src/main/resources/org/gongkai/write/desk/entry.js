/** One entry: the paper that is written on, and what is still missing. */
import {append, ask, button, day, dayInput, dialog, failed, fill, h, isLater, note, plain, quiet, say, shownDay, spoken, time, withoutYear, wordsOf} from './dom.js';
import {get, post} from './api.js';
import {Autosave, GONE, WINDOW, forget, keptTexts} from './autosave.js';
import {choices} from './merge-choices.js';
import {difference} from './diff.js';
import {chooser, store} from './files.js';
import {remove} from './file.js';
import {blank, form} from './form.js';
import {along, arrived, compared, likeFormer, original, taken as takenOver} from './new.js';
import {markChanges} from './marked.js';
import {paper, placed} from './paper.js';
import {articleOf, preview} from './preview.js';
import {LACKS, checklist, explanation, isUntitled, made} from './problems.js';
import {scan, scanned} from './scan.js';
import {siteStyle} from './sheet-style.js';
import {writing} from './writing.js';

export async function entry(target) {
  const [loaded, state] = await Promise.all([get('entry', {path: target.path}), get('state')]);
  return new EntryPage(Object.assign(loaded, {unsent: isUnsent(state, target.path), ahead: await aheadOf(state, target.path)}), target.place).page();
}

/** How the steps before publication are taken; which of them a paper needs is said by its form. */
const STEPS = {保密审查: 'review', 审核: 'examine', 审批: 'approve'};
const NUMBERS = '①②③④⑤';
/** The day below a paper: as a rule that on which who is responsible has signed it, and so asked for with the last step. */
const SIGNED = '成文日期';
const REVIEW = '保密审查';
/** What is written into the header beside and after the review. */
const UNREVIEWED = /^:?(?:保密审查|审核|审批|状态|发布日期|成文日期|例外|索引号)(?:[-_.][^:=]*)?\s*[:：=]/;
/** How long the check of the whole site is waited for before it is asked again. */
const CHECKING = 1000;
/** How often it is looked what another browser does. */
const OTHERS = 10000;
/** The version of a file that is not there. */
const ABSENT = '';
/** What stands below a paper, by the words of those who write it. */
const CALLED = {发布机构: '落款', 成文日期: '落款的日期'};
/** The name of a file in a text, and not in the address of a file. */
const mention = name => new RegExp('(?<![\\p{L}\\p{N}_/-])' + name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') + '(?![\\p{L}\\p{N}]|\\.\\w)', 'gu');
/** Whether a line lists an annex, which is one of its own paper. */
const isAnnex = line => /^(?:附件\s*[\d：:]|\d+[.．、]|[-*] )[^，。；]*$/.test(line.trim());
/** So many reminders are said where a paper is looked through. */
const REMINDED = 3;
/** What is said of a file that readers do not have yet, or not as it is. */
const UNPUBLISHED = {NEW: '新放的，还没有发布', MODIFIED: '换过的，还没有发布', RENAMED: '新放的，还没有发布'};
const VIEWS = {write: '写', read: '预览', check: '检查'};

/** Windows that show the same entry talk by it. */
const CHANNEL = 'gongkai entry';
const isUnsent = (state, path) => state.git && state.changed.some(change => change.path === path);
/** How a problem is called that says of a paper that it was changed after its approval. */
const UNAPPROVED = 'E385';
/** Whether what was to be published of an entry has not arrived, and whether nobody has approved it as it is; null if it has. */
async function aheadOf(state, path) {
  if (!state.unsent || !(await get('changes')).unsent.some(paper => paper.path === path)) {
    return null;
  }
  const {problems} = await get('problems');
  return {isUnapproved: problems.some(problem => problem.path === path && problem.code === UNAPPROVED)};
}
/** What is alike in a menu that fills a phone. */
const groupName = (name, of) => h('b', {class: 'only-phone' + (of ? ' ' + of : '')}, name);
const lineCount = text => text ? text.split('\n').length - 1 : 0;

class EntryPage {
  /** @param place a line to go to; 更正 to write, 接着写 with what was not saved; or 撤回 to be asked about that */
  constructor(loaded, place) {
    this.path = loaded.path;
    this.place = place;
    this.base = loaded.version;
    this.header = loaded.header;
    this.saved = loaded.header + loaded.body;
    this.loaded = loaded;
    this.left = new AbortController();
    this.status = h('p', {class: 'saved', role: 'status'});
    this.title = h('h1', null, this.titleOf(loaded));
    this.state = h('span', {class: 'chip'});
    this.steps = h('ol', {class: 'steps', 'aria-label': '发布以前的几步'});
    this.unsent = loaded.unsent;
    this.ahead = loaded.ahead;
    /** The approval of a paper that nobody has approved as it is; another one counts. */
    this.outdated = null;
    /** The days on which the steps of the version that readers see were taken. */
    this.before = {};
    this.public = false;
    /** What was changed in an approved text and is not saved; the box of a document that nobody has compared yet. */
    this.approved = null;
    this.arrived = null;
    /** The box of a paper that was made like a former one, until what is of the former is changed; who withdrew a paper. */
    this.like = null;
    this.withdrawer = '';
    /** Whom the text says in its first line that it goes to, if the fact is the same and follows it. */
    this.greeting = '';
    /** What is wrong in the files that are attached. */
    this.inFiles = [];
    this.now = 'opened';
    this.fate = h('p', {class: 'fate', hidden: true});
    /** On a phone, where only the step that is next stands in the head: those that were taken. */
    this.taken = h('p', {class: 'taken-steps'});
    this.correcting = Boolean(place) && place !== '撤回';
    this.elsewhere = h('div');
    this.others = h('div');
    this.offers = h('div', {class: 'offers'});
    this.problems = checklist(problem => this.goTo(problem), (line, from, to) => {
      this.unlock();
      return this.editor.replace(line, from, to);
    }, problem => this.excuse(problem), (problem, write) => this.signed(problem, write));
    this.preview = preview(() => false);
    const touch = (name, value) => {
      this.greeting = name === '主送' ? '' : this.greeting;
      this.autosave.touch(name, value);
      if (name === '文种' && this.arrived) {
        this.arrived.dispatchEvent(new Event('kind'));
      }
    };
    this.form = form(touch);
    this.editor = writing({
      path: this.path,
      text: loaded.body,
      firstLine: lineCount(loaded.header) + 1,
      onchange: () => {
        this.greets(true);
        this.autosave.touch();
      },
      onattachment: link => this.attach(link),
      onfacts: (facts, tell, undo) => this.takeFacts(facts, tell, undo),
      onsource: shown => {
        this.sourceBox.hidden = !shown;
        this.sourceBox.open = shown;
      },
    });
    const files = chooser(chosen => this.editor.take(chosen));
    this.paper = paper(this.editor.element, touch, () => files.click(), (link, chosen) => this.replaceFile(link, chosen).catch(failed));
    this.paper.element.append(files);
    this.paper.element.addEventListener('body', () => this.editor.focus());
    this.paper.element.addEventListener('whole', ({detail: event}) => this.editor.paste(event) && event.preventDefault());
    this.paper.element.addEventListener('file', ({detail}) => Promise.all([this.fileNamed(detail), this.lookAtFiles()]).catch(failed));
    this.source = h('textarea', {
      class: 'header-source', rows: 14, spellcheck: 'false', 'aria-label': '开头的内容', oninput: () => {
        this.header = this.source.value.endsWith('\n') ? this.source.value : this.source.value + '\n';
        this.editor.first(lineCount(this.header) + 1);
        this.autosave.touch();
      },
    });
    this.sourceBox = h('details', {class: 'header-box', hidden: this.editor.paged}, h('summary', null, '这些内容在文件里的写法'), this.source);
    this.autosave = new Autosave(this.path,
      () => ({base: this.base, header: this.header, body: this.editor.text()}),
      (result, sent) => this.received(result, sent),
      (state, message) => this.show(state, message));
  }

  page() {
    this.views = h('div', {class: 'views', role: 'group', 'aria-label': '看什么'}, Object.keys(VIEWS).map(name =>
      button(VIEWS[name], () => { this.look(name); }, {'data-view': name, class: 'tool'})));
    const head = h('div', {class: 'entry-top'},
      h('div', {class: 'entry-head'},
        h('a', {class: 'back', href: '#/'}, '‹ 文稿'),
        h('div', {class: 'entry-title'}, this.title, this.state),
        h('div', {class: 'buttons'},
          this.status,
          button('保存', () => this.keep(), {title: 'Ctrl+S', class: 'save', onmousedown: event => event.preventDefault()}),
          button('打印', () => this.preview.print(), {class: 'when-locked'}),
          h('details', {class: 'more-actions', onclick: event => {
            event.currentTarget.open = event.currentTarget.open && !event.target.closest('.buttons');
          }}, h('summary', {class: 'button'}, '更多'), h('div', {class: 'buttons'}, groupName('这一篇'),
            button('更正这一篇', () => {
              this.edit();
              this.editor.focus();
            }, {class: 'when-locked'}),
            this.loaded.committed ? h('a', {class: 'button', href: '#/history/' + encodeURI(this.path), 'data-name': '历史'}, '历史版本') : null,
            button('照这一份再写一份', () => likeFormer({kind: this.loaded.form.kinds[0], title: this.title.textContent, path: this.path}), {'data-name': '照这一份写'}),
            h('hr', {class: 'when-writing'}), groupName('正在写的', 'when-writing'),
            this.editor.paged ? button('标题重新编号', () => {
              this.edit();
              this.editor.number();
            }, {class: 'when-writing'}) : null,
            button('填审核人（有的才填）', () => this.step('审核'), {'data-name': '填审核', class: 'when-writing'}),
            this.undoing = button('撤销修改', () => this.undo(), {'data-name': '退回'}),
            h('hr'), groupName('不要了'),
            this.removing = button('删去这一篇', () => remove(this), {'data-name': '删去', class: 'danger'}),
            this.editor.paged ? h('details', {class: 'for-admin', onclick: event => event.stopPropagation()}, h('summary', null, '管理员用的'),
              button('看文件原文', () => {
                this.edit();
                return this.editor.source();
              }, {'data-name': '文件里的写法'})) : null)))),
      this.steps, h('div', {class: 'bar'}, this.views, this.editor.bar, h('p', {class: 'read-bar'}, h('span', null, '读者看到的样子'),
        button('打印', () => this.preview.print(), {class: 'tool', 'data-name': '打印样子'}))));
    this.beside = h('div', {class: 'beside'}, this.problems.element,
      h('section', {class: 'form-box', 'aria-label': '发布的安排'}, this.form.element, this.sourceBox));
    // What state a paper is in is said above it, whichever view is shown.
    const element = this.element = h('div', {class: 'entry'}, head,
      h('div', {class: 'columns'},
        h('div', {class: 'paper-side'}, this.taken, this.elsewhere, this.others, this.offers, this.fate, h('div', {class: 'desk-paper'}, this.paper.element), this.preview.element), this.beside));
    // What stays in sight beside the paper begins below the tools, which may take two rows.
    const rows = new ResizeObserver(() => requestAnimationFrame(() => element.style.setProperty('--top', head.offsetHeight + 'px')));
    rows.observe(head);
    this.left.signal.addEventListener('abort', () => rows.disconnect());
    this.look('write');
    siteStyle([new URL('/site/assets/gongkai.css', location.origin).href]);
    this.keys = event => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        this.keep().catch(failed);
      }
    };
    element.addEventListener('drop', event => {
      if (!this.locked && !event.defaultPrevented && event.dataTransfer.files.length) {
        event.preventDefault();
        this.editor.take(event.dataTransfer.files);
      }
    });
    document.addEventListener('keydown', this.keys);
    // A menu closes as those of other programs do.
    const close = except => element.querySelectorAll('.entry-head .more-actions[open]').forEach(menu => { menu.open = menu.contains(except); });
    const escape = () => {
      const menu = document.activeElement.closest('.more-actions[open]');
      close(null);
      // What had the focus is gone with the menu.
      if (menu) {
        menu.querySelector('summary').focus();
      }
    };
    document.addEventListener('click', event => close(event.target), {signal: this.left.signal});
    document.addEventListener('keydown', event => event.key === 'Escape' && escape(), {signal: this.left.signal});
    document.addEventListener('state', ({detail: state}) => {
      this.sees(isUnsent(state, this.path));
      this.site = state.base;
      this.showSteps();
      this.show(this.now, '');
      aheadOf(state, this.path).then(ahead => {
        this.ahead = ahead;
        this.showSteps();
        this.check();
        this.show(this.now, '');
      }).catch(() => {});
    }, {signal: this.left.signal});
    this.takeHeader(this.loaded.header);
    return {
      title: this.titleOf(this.loaded),
      element,
      shown: () => this.shown(),
      leave: () => this.leave(),
    };
  }

  /** Shows one of the views; beside a wide one, the problems are always there. */
  look(name) {
    this.element.dataset.view = name;
    if (name === 'read') {
      this.preview.start();
    }
    this.views.querySelectorAll('button').forEach(one => one.setAttribute('aria-pressed', String(one.dataset.view === name)));
  }

  /** Tells that another window shows the entry, as long as it does. The browser releases the lock of a window that is closed. */
  async lookElsewhere() {
    if (!navigator.locks) {
      return;
    }
    const name = 'entry ' + this.path;
    const {signal} = this.left;
    const channel = new BroadcastChannel(CHANNEL);
    signal.addEventListener('abort', () => channel.close());
    let asked = false;
    const box = h('div', {class: 'offer elsewhere'}, h('p', null, '另一个窗口也打开着这一篇，两边都可以写', h('span', {class: 'only-wide'}, '；写得不同的，保存时请您选'), '。'),
      button('只在这里写', () => {
        asked = true;
        channel.postMessage(this.path);
      }, {class: 'primary', title: '那边就退出，它没有保存的字到这里接着写'}));
    if ((await navigator.locks.query()).held.some(lock => lock.name === name)) {
      this.elsewhere.append(box);
      say(box.textContent);
    }
    await navigator.locks.request(name, {signal}, () => {
      box.remove();
      // What the other window has written is offered here.
      if (asked) {
        window.dispatchEvent(new Event('hashchange'));
      }
      channel.onmessage = ({data}) => {
        if (data === this.path) {
          location.hash = '#/';
        }
      };
      return new Promise(release => signal.addEventListener('abort', release));
    });
  }

  /** Tells what another browser does with the entry, of which no lock tells: by what the program has of it meanwhile. */
  async lookAtOthers() {
    if (document.visibilityState === 'hidden' || this.elsewhere.querySelector('.elsewhere')) {
      return;
    }
    const own = this.base;
    const {version, drafts} = await get('entry', {path: this.path});
    const before = new Map(this.loaded.drafts.map(draft => [draft.window, draft.time]));
    const isSaved = version !== own && own === this.base;
    const isWritten = drafts.some(draft => draft.window !== WINDOW && draft.time !== before.get(draft.window));
    const words = isSaved ? '这一篇刚才在另一处保存过，这里看到的是以前的。' : isWritten ? '另一处（别的浏览器，或者手机）也在写这一篇，写得不同的，保存时请您选。' : '';
    if (words !== (this.others.querySelector('p') || this.others).textContent) {
      fill(this.others, words ? h('div', {class: 'offer'}, h('p', null, words), isSaved ? button('看新的', () => window.dispatchEvent(new Event('hashchange')), {title: '这里没有保存的字也留着'}) : null) : null);
      // Who writes further down sees it there, too.
      (words && !document.getElementById('notes').firstChild ? note : say)(words, 'wait');
    }
  }

  shown() {
    // It ends by being aborted.
    this.lookElsewhere().catch(() => {});
    const others = setInterval(() => this.lookAtOthers().catch(() => {}), OTHERS);
    this.left.signal.addEventListener('abort', () => clearInterval(others));
    this.editor.refresh();
    const annexes = along(this.path);
    if (annexes.length) {
      this.editor.take(annexes).then(() => this.save()).catch(failed);
    }
    get('removal', {path: this.path}).then(state => {
      this.public = state.public;
      fill(this.removing, state.public ? ['撤回这一篇', h('small', null, '读者只看到一页说明')] : '删去这一篇');
      this.showSteps();
      this.show(this.now, '');
      return this.public && this.markChanges();
    }).catch(() => {});
    const links = this.editor.paged ? scanned(this.path, this.loaded.body) : [];
    this.arrived = arrived(this.path, this.header, links.length, async () => {
      this.arrived = null;
      this.offers.querySelectorAll('.told').forEach(told => told.remove());
      this.check();
      this.showSteps();
      if (this.header !== compared(this.header)) {
        this.takeHeader(compared(this.header));
        this.autosave.touch();
        await this.save();
      }
      const [next] = this.untaken();
      return next && this.step(next.name);
    }, () => this.goTo({field: '文种'}), words => {
      const line = this.editor.text().split('\n').findIndex(text => text.includes(words));
      // Of what was taken out of the text a fact of the paper tells.
      const fact = (this.loaded.form || {fields: []}).fields.find(({value}) => typeof value === 'string' && value.length > 3 && [value, shownDay(value)].some(said => said.startsWith(words) || words.startsWith(said)));
      return line >= 0 ? () => this.goTo({line: lineCount(this.header) + 1 + line}) : fact ? () => this.goTo({field: fact.name}) : null;
    });
    this.like = takenOver(() => this.header, header => {
      this.like = null;
      this.takeHeader(header);
      this.autosave.touch();
      this.check();
      this.showSteps();
      return this.save();
    }, place => this.goTo(place), () => ({title: this.field('标题').value, text: this.editor.text()}));
    if (this.like) {
      this.like.read.then(() => this.like && this.lookForOld());
    }
    if (links.length) {
      this.typeFrom(links);
    } else {
      this.tellArrived();
    }
    this.received(this.loaded, null);
    this.show('opened', '');
    const kept = keptTexts(this.path).map(text => Object.assign({local: true}, text));
    kept.filter(text => text.header + text.body === this.saved && !Object.keys(text.fields || {}).length)
      .forEach(forget);
    const older = this.loaded.drafts.concat(kept)
      .filter(draft => draft.header + draft.body !== this.saved || Object.keys(draft.fields || {}).length)
      .sort((a, b) => a.time < b.time ? 1 : -1);
    const distinct = older.filter((draft, i) => older.findIndex(other =>
      other.header + other.body === draft.header + draft.body
      && JSON.stringify(other.fields || {}) === JSON.stringify(draft.fields || {})) === i);
    if (this.place === '接着写' && distinct.length === 1 && distinct[0].base === this.base) {
      this.take(distinct[0]).catch(failed);
      this.adopted = older;
    } else {
      distinct.forEach(draft => this.offer(draft, older));
    }
    if (Number(this.place)) {
      this.goTo({line: Number(this.place)});
    } else if (this.place === '撤回') {
      remove(this).catch(failed);
    } else if (this.place === '更正' && !this.isNarrow()) {
      this.editor.focus();
    } else if (isUntitled(this.fields) && !this.isNarrow()) {
      // What is typed first replaces it; on a telephone its keyboard would hide the paper.
      this.paper.focus('标题');
    }
    post('look', {path: this.path, header: this.header, body: this.editor.text()})
      .then(result => this.autosave.answered(result, null), failed);
    this.lookAtFiles().catch(() => {});
  }

  /** Where the list of what is missing does not stand beside the paper, one is led to what has to be compared. */
  tellArrived() {
    if (this.arrived) {
      const first = Array.from(this.arrived.querySelectorAll('li'), each => each.querySelector('button') ? button(each.textContent, () => each.querySelector('button').click(), {class: 'plain'}) : each.textContent);
      const few = first.length < 4 && !this.arrived.querySelector('.kind-asked');
      this.offers.prepend(h('div', {class: 'fate told only-narrow'}, h('div', null, h('p', null, this.arrived.querySelector('.kind-asked') ? '先选这是一份什么，再对照' : '请对照', original(this.path, '原件'), '看一遍' + (few && first.length ? '，先看：' : '。')), few ? h('ul', null, first.map(each => h('li', null, each))) : null),
        few ? button('核对过了', () => Array.from(this.arrived.querySelectorAll('button')).pop().click(), {class: 'primary', 'data-name': '核对过了'}) : button('看要核对的', () => this.look('check'), {class: 'primary'})));
    }
  }

  /** Shows the pages of a scanned paper beside the sheet until their text is typed. */
  typeFrom(links) {
    const type = button('开始打字', () => {
      this.element.classList.add('is-typing');
      cover();
      this.editor.below();
    }, {class: 'primary'});
    // Its pages lie above the sheet where there is no room beside it; a keyboard takes room as well.
    const cover = () => this.editor.covered(this.isNarrow() ? 60 + view.element.offsetHeight : 140);
    const end = button('打完了', () => {
      const before = this.editor.text();
      view.done(this.path);
      this.editor.without(links);
      this.scan.end();
      this.tellArrived();
      note('图已经拿掉，打的字都在。请再看一遍。', 'good', {label: '图还要用', work: async () => {
        this.offers.querySelectorAll('.told').forEach(one => one.remove());
        await this.editor.set(before);
        this.typeFrom(scanned(this.path, before, links));
        this.autosave.touch();
      }});
    });
    const view = scan(this.editor.element, links, type, end);
    const told = h('p', {class: 'fate scan-told'}, h('span', null, h('b', null, '原件是扫描的图片，里面没有字。'), '请看着图，把字打在这张纸上；打完了按“打完了”，图就拿掉，网页上只放字。'));
    this.scan = {
      links,
      /** What is next is the main button. */
      show: () => {
        const none = this.editor.isEmpty();
        type.hidden = !none;
        end.hidden = none;
        this.element.classList.toggle('is-typing', !none || this.element.matches('.is-typing'));
      },
      end: () => {
        view.element.remove();
        told.remove();
        this.scan = null;
        this.element.classList.remove('is-scan', 'is-typing');
        this.editor.covered(140);
      },
    };
    this.element.classList.add('is-scan');
    this.element.querySelector('.columns').prepend(view.element);
    this.offers.prepend(told);
    cover();
    new ResizeObserver(() => this.scan && cover()).observe(view.element);
    end.hidden = true;
  }

  /** Whether what is missing has a view of its own, as there is no room for it beside the paper. */
  isNarrow() {
    return matchMedia('(max-width: 1000px)').matches;
  }

  /** Offers a text that was typed before and is in no file. */
  offer(draft, all) {
    const same = all.filter(other => other.header + other.body === draft.header + draft.body);
    const drop = () => Promise.all(same.map(other => other.local ? forget(other) : post('discard', other)));
    const box = h('section', {class: 'offer', 'aria-label': '没有保存的文字'},
      h('p', null, '有一份' + time(draft.time) + '写的文字没有保存。',
        draft.base !== this.base ? '文件后来又改过。' : ''),
      h('div', {class: 'buttons'},
        button('看差别', () => this.compare(draft)),
        button('接着写这一份', () => this.take(draft).then(() => {
          box.remove();
          this.adopted = (this.adopted || []).concat(same);
        }), {class: 'primary'}),
        button('不要了', () => drop().then(() => {
          box.remove();
          note('已放弃这份没有保存的文字。', 'good', {label: '恢复', work: () => post('draft', draft).then(() => this.take(draft))});
        }))));
    this.offers.append(box);
    say('有一份没有保存的文字');
  }

  /** Takes note of whether readers do not have yet what is saved. */
  sees(unsent) {
    const isOther = unsent !== this.unsent;
    this.unsent = unsent;
    // Whether the paper is public may have been answered before.
    return isOther && this.public && this.markChanges().catch(() => {});
  }

  /** Marks in the text what readers do not see yet. */
  async markChanges() {
    const {lines} = this.unsent ? await get('difference', {path: this.path}) : {lines: null};
    (lines || []).forEach(line => {
      const gone = /^(\S+): *(?:\{.*)?.*?(\d{4}-\d{2}-\d{2})/.exec(line.runs.filter(run => run.kind !== 'inserted').map(run => run.text).join(''));
      if (gone && gone[1] in STEPS) {
        this.before[gone[1]] = gone[2];
      }
    });
    this.showSteps();
    const text = lines && lines.map(line => line.runs.filter(run => run.kind !== 'inserted').map(run => run.text).join('')
      + (line.kind === 'inserted' ? '' : '\n')).join('');
    this.editor.since(text ? (await post('split', {path: this.path, text})).body : this.loaded.body);
  }

  compare(draft) {
    return post('compare', {before: this.saved, after: draft.header + draft.body}).then(result =>
      dialog('文件里的文字与没有保存的文字', h('div', null,
        h('p', {class: 'hint'}, h('ins', null, '绿底'), '的只在没有保存的文字里有，', h('del', null, '红斜纹'), '的只在文件里有。'),
        difference(result.lines)), [{label: '关闭', primary: true}], 'wide'));
  }

  take(draft) {
    this.base = draft.base;
    this.takeHeader(draft.header);
    this.editor.set(draft.body);
    Object.keys(draft.fields || {}).forEach(name => this.autosave.touch(name, draft.fields[name]));
    this.autosave.touch();
    return this.autosave.send();
  }

  takeHeader(header) {
    this.header = header;
    this.editor.first(lineCount(header) + 1);
    if (document.activeElement !== this.source) {
      this.source.value = header;
    }
  }

  titleOf(result) {
    const field = result.form && result.form.fields.find(one => one.name === '标题');
    return field && typeof field.value === 'string' && field.value || result.title || '（没有标题）';
  }

  /** Shows what the program says about a text. */
  received(result, sent) {
    if (result.header !== undefined && sent && !this.typedSource(sent)) {
      this.takeHeader(result.header);
    }
    this.address = result.preview ? result.preview.address : this.address;
    if ('approved' in result) {
      this.approved = result.approved;
    }
    if (result.form) {
      this.fields = result.form.fields;
      this.addressed();
      this.paper.show(this.fields);
      this.greets(false);
      this.form.show(this.fields, placed(this.fields));
      this.form.element.hidden = false;
    } else if (result.form === null) {
      this.form.element.hidden = true;
      this.sourceBox.hidden = false;
      this.sourceBox.open = true;
    }
    if (result.form || result.title) {
      this.title.textContent = this.titleOf(result);
      this.showSteps();
    }
    if (result.problems) {
      result.problems = this.named(result.problems);
      // What is asked for there is said by name; of what is only typed from, nothing is.
      const lines = (this.header + this.editor.text()).split('\n');
      result.problems.filter(problem => problem.code === 'W220' && /^(?:!\[|<figure><img [^>]*alt=")＿/.test(lines[problem.line - 1]))
        .forEach(problem => Object.assign(problem, {message: '图片还没有写说明', hint: '写一句图上是什么，软件念给看不见的人听', code: ''}));
      if (this.scan) {
        result.problems = result.problems.filter(problem => !this.scan.links.some(link => (lines[problem.line - 1] || '').endsWith('](' + link + ')')));
        this.scan.show();
      }
      result.problems = made(result.problems, this.fields || [], this.editor);
      this.form.mark(result.problems.map(problem => Object.assign({}, problem, {message: plain(problem.message), hint: problem.hint && plain(problem.hint)})), problem => explanation(problem));
      const said = result.problems.map(problem => Object.assign({}, problem, {message: plain(problem.message)}));
      this.paper.mark(said);
      this.said = said;
      this.lookForOld();
      this.found = result.problems;
      this.check();
      this.showSteps();
    }
    if (result.preview) {
      const page = new DOMParser().parseFromString(result.preview.html, 'text/html');
      const address = new URL('/site/' + encodeURI(result.preview.address), location.origin).href;
      siteStyle(Array.from(page.querySelectorAll('link[rel~="stylesheet"]:not([media="print"])'), link =>
        new URL(link.getAttribute('href'), address).href));
      this.editor.seen(page, address);
      this.paper.seen(page);
      // The paper alone, without the frame of its site.
      this.shownPage = {address: result.preview.address, html: articleOf(page).documentElement.outerHTML};
      this.preview.show(this.shownPage);
    } else if (result.preview === null) {
      this.preview.unavailable(this.field('状态').value === '已撤回' ? '正在取读者看到的那一页说明……' : '改好上面的错误以后，这里显示预览。');
    }
    if (result.preview === null && this.field('状态').value === '已撤回') {
      this.lookAtNotice().catch(() => {});
    }
    if (sent && sent.body === this.editor.text()) {
      this.editor.verify().catch(() => {});
    }
    if (result.refusals && result.refusals.length) {
      note(result.refusals.join(''), 'bad');
    }
    if (sent && this.adopted) {
      const done = this.adopted;
      this.adopted = null;
      done.forEach(draft => draft.local ? forget(draft) : post('discard', draft).catch(() => {}));
    }
  }

  /** Marks what was found, and what a paper still has of the former one that it was made like. */
  lookForOld() {
    if (this.like) {
      this.like.look(this.field('标题').value, this.editor.text(), lineCount(this.header) + 1, blank(this.field('任务项').value));
    }
    this.editor.mark((this.said || []).concat(this.like ? this.like.marks : []));
  }

  /** Problems with the fields that they name. */
  named(problems) {
    return problems.map(problem => {
      const lacks = LACKS.test(problem.code) && /“([^“”]+)”$/.exec(problem.message);
      return lacks && this.field(lacks[1]).name ? Object.assign(problem, {field: lacks[1], hint: '请填写“' + lacks[1] + '”'}) : problem;
    });
  }

  /** Shows what readers see at the address of a withdrawn paper, which is that of the paper, once it is saved. */
  async lookAtNotice() {
    const was = this.header + this.editor.text() === this.saved && (await post('look', {path: this.path, header: this.header.replace(/^(:?状态: *).*$/m, '$1已发布'), body: this.editor.text()})).preview;
    const answer = was && await fetch('/site/' + encodeURI(was.address));
    if (answer && answer.ok && !this.left.signal.aborted) {
      this.address = was.address;
      this.preview.show({address: was.address, html: articleOf(new DOMParser().parseFromString(await answer.text(), 'text/html')).documentElement.outerHTML});
      this.showSteps();
    }
  }

  /** What the text says of whom it goes to, and of who answers, is offered in place of what is usual. */
  addressed() {
    const text = this.editor.text();
    [['主送', /^\s*([^\n]{2,30})[：:]\n/], ['联系人', /联系人[：:] *([^\s。；*]{2,30})/]].forEach(([name, where]) => {
      const said = where.exec(text);
      const field = this.field(name);
      if (said && typeof field.preset === 'string' && field.preset) {
        field.preset = said[1];
      }
    });
  }

  /** Whom it goes to stands once on a paper: in its text, if that begins with it. Who writes it there anew writes the fact, too. */
  greets(isTyped) {
    const [, words] = /^\s*([^\n。]{2,80}?)[：:][ \t]*(?:\n|$)/.exec(this.editor.text()) || ['', ''];
    const {value} = this.field('主送');
    if (isTyped && this.greeting && words && words !== this.greeting) {
      this.greeting = words;
      this.autosave.touch('主送', words);
    } else if (!isTyped && !this.autosave.changed) {
      this.greeting = words === value ? words : '';
    }
    this.paper.addressed(Boolean(words && (words === this.greeting || value && words.startsWith(value))));
  }

  /** Fills in what a pasted paper states about itself, where nobody has given it another title; returns what does so and undoes it. */
  takeFacts(facts, tell, undo) {
    const title = this.field('标题').value;
    if (this.locked || !blank(title) && title !== facts['标题'] && !isUntitled(this.fields || [])) {
      return null;
    }
    const names = Object.keys(facts).filter(name => typeof facts[name] === 'string' && facts[name] && (this.fields || []).some(field => field.name === name));
    const before = names.map(name => this.field(name).value);
    const put = values => names.forEach((name, i) => this.autosave.touch(name, values[i]));
    const move = isThere => {
      quiet();
      put(isThere ? names.map(name => facts[name]) : before);
    };
    move(true);
    tell('认出了' + names.map(name => CALLED[name] || name).join('、') + '，已经放到纸上各自的位置。请再看一眼。', {label: '照原样粘贴', work: undo});
    return move;
  }

  /** Asks what is wrong with the files that are attached, which is known once the whole site is checked. */
  async lookAtFiles(again) {
    const folder = this.path.replace(/[^/]*$/, '');
    const rows = this.paper.value('附件');
    const [{complete, problems}, now] = await Promise.all([get('problems'), !again && Array.isArray(rows) && rows.length ? get('changes') : null]);
    if (now) {
      this.paper.unpublished(Object.fromEntries(now.changes.filter(file => file.part === 'file' && file.path.startsWith(folder))
        .map(file => [file.path.slice(folder.length), UNPUBLISHED[file.kind]])));
    }
    const name = path => path.slice(folder.length);
    this.inFiles = problems.filter(problem => problem.severity === 'error' && problem.path.startsWith(folder) && Array.isArray(rows) && rows.some(row => row['文件'] === name(problem.path)))
      .map(problem => Object.assign({}, problem, {message: '附件“' + name(problem.path) + '”：' + problem.message, field: '附件'}));
    this.check();
    this.showSteps();
    clearTimeout(this.looking);
    if (!complete && !this.left.signal.aborted) {
      this.looking = setTimeout(() => this.lookAtFiles(true).catch(() => {}), CHECKING);
    }
  }

  /** Tells what is open. */
  check() {
    const unapproved = this.outdated === JSON.stringify(this.field('审批').value) ? [{severity: 'error', message: '现在这一份没有人审批过，请重新审批', step: '审批'}] : [];
    this.missing = this.problems.show(this.fields || [], unapproved.concat(this.found || [], this.inFiles), this.editor, [this.arrived, this.like && this.like.element].filter(Boolean), this.approved ? '先说明改了什么，再看还差几项' : '', this.locked || this.field('状态').value === '已撤回', this.public);
    const reminders = (this.found || []).filter(problem => problem.severity !== 'error').length;
    if (this.arrived) {
      // What is next is said before it is begun.
      const [next] = this.untaken(1);
      const words = '核对过了' + (next ? '，接着' + next.name : '');
      this.element.querySelectorAll('[data-name="核对过了"]').forEach(end => end.textContent === words || fill(end, words));
    }
    const open = this.views.querySelector('[data-view=check]');
    open.textContent = this.approved ? VIEWS.check : this.missing ? '还差' + this.missing + '项' : reminders ? '提醒' + reminders + '处' : VIEWS.check;
    open.classList.toggle('is-open', this.missing + reminders > 0);
  }

  field(name) {
    return (this.fields || []).find(field => field.name === name) || {value: '', members: []};
  }

  /** What is to be done until readers see the paper: by whom and when it was, and what is next. */
  showSteps() {
    const status = this.field('状态').value;
    const unsent = this.unsent || this.dirty || Boolean(this.ahead);
    this.outdated = this.ahead && this.ahead.isUnapproved ? this.outdated || JSON.stringify(this.field('审批').value) : null;
    const isOutdated = field => field.name === '审批' && JSON.stringify(field.value) === this.outdated;
    const isGone = status === '已撤回';
    // Until its withdrawal is sent, readers see a paper.
    const isGoing = isGone && unsent && this.public;
    this.state.textContent = isGone && !isGoing ? status : '';
    this.undoing.hidden = !this.dirty && !(this.loaded.committed && this.unsent);
    const person = field => field.value && field.value[field.members[0].name];
    const taken = (this.fields || []).filter(field => field.input === 'step' && (field.need === 'required' || person(field)));
    const all = taken.map(field => {
      const done = person(field) && !this.approved && !isOutdated(field);
      return {
        name: field.name, done, label: field.name, work: () => this.approved ? this.again(field.name) : this.step(field.name),
        about: this.approved ? [field === taken[0] ? '先说明改了什么' : ''] : isOutdated(field) ? ['要重新审批'] : !done && this.before[field.name] ? ['上次 ' + withoutYear(day(this.before[field.name]))]
          : [person(field) || field.preset && person({value: field.preset, members: field.members}), done && day(field.value['日期'])],
      };
    }).concat({
      name: '发布', label: status === '草稿' || unsent ? '发布' : '已发布', done: status !== '草稿' && !unsent, work: () => this.publish(),
      about: status === '草稿' || unsent ? [taken.length ? '' : this.arrived ? this.arrived.querySelector('.kind-asked') ? '先选这是一份什么' : '核对以后再发' : '这种文稿不用审查、审批'] : ['', day(this.field('发布日期').value)],
    });
    const published = Boolean(this.fields) && !['草稿', '已撤回'].includes(status) && !unsent && !this.approved;
    const isOpen = taken.some(isOutdated);
    this.fate.hidden = !published && !this.approved && !isOpen && !isGone && !(this.public && status === '草稿');
    this.fate.classList.toggle('good', published);
    this.removing.hidden = isGone;
    // What keeps a withdrawal from being sent is said; what could be better is not, since nobody reads it.
    this.problems.element.hidden = isGone && !(this.found || []).some(problem => problem.severity === 'error');
    this.element.classList.toggle('is-withdrawn', isGone);
    this.element.classList.toggle('is-stale', Boolean(this.approved));
    const locked = (published || isGone && Boolean(this.fields)) && !this.correcting;
    if (isGone && !isGoing && !this.withdrawer && this.loaded.committed) {
      this.withdrawer = '……';
      get('history', {path: this.path}).then(({revisions: [last]}) => {
        this.withdrawer = last ? last.author : '';
        this.showSteps();
      }, () => {});
    }
    const why = this.field('撤回原因').value;
    if (locked !== Boolean(this.locked)) {
      this.locked = locked;
      this.element.classList.toggle('is-locked', locked);
      this.look(locked ? 'read' : 'write');
      this.check();
    }
    const reasons = Array.from(this.editor.text().matchAll(/^更正：\d+年\d+月\d+日，(.+?)。?$/gm), match => match[1]);
    const fate = h('div', null, h('span', null, isGone ? isGoing ? ['撤回已写好，', h('b', null, '还没有发布，读者现在仍看得到这一篇'), '。', why ? '原因：' + why + '。' : '']
      : ['已撤回，', withoutYear(day(this.field('撤回日期').value)), /^…*$/.test(this.withdrawer) ? '' : '，' + this.withdrawer + '撤的', why ? '：' + why : '', '。读者在原来的网址上只看到一页说明。']
    : this.approved ? '审批以后又改了字。只是错别字的，说明以后就能发布；改了意思的，重新审查、审批。'
      : isOpen ? '和审批过的不一样了，还没有重新审批，发不出去。请审批人看过现在这一份。'
      : status === '草稿' ? '正在更正' + (reasons.length ? '：' + reasons.pop() : '') + '。重新办好以前，读者看到的还是原来的。'
        : this.correcting ? '直接在纸上改，改好按“保存”。' + (this.field('审批').need === 'required' ? '只改错别字不用重新审批，改了意思的要重新审批。' : '')
          : isLater(this.field('发布日期').value) ? '✓ 都办好了，' + withoutYear(day(this.field('发布日期').value)) + '起读者看得到'
            : ['✓ 已发布 ', withoutYear(day(this.field('发布日期').value)), h('span', {class: 'only-wide'}, '，读者看到的就是这一份')]),
    isGoing ? [button('发布这次撤回', () => this.publish(), {class: 'primary'}), this.unsent ? button('不撤回了', () => this.restore(), {class: 'plain'}) : null]
      : isGone ? this.address ? this.pageLink() : null
        : this.approved ? button('说明改了什么', all[0].work, {class: 'primary'}) : !locked ? null : [button('更正', () => {
      this.edit();
      this.editor.focus();
    }), this.address && !isLater(this.field('发布日期').value) ? this.pageLink() : null]);
    // A button that is about to be pressed is not drawn anew in vain.
    if (fate.innerHTML !== this.fate.innerHTML) {
      fill(this.fate, Array.from(fate.childNodes));
    }
    fill(this.taken, published || isGone ? null : all.filter(step => step.done).map(step => h('span', null, '✓ ' + step.label + ' ' + withoutYear(step.about.filter(Boolean).pop() || ''))));
    const next = all.findIndex(step => !step.done);
    const unwritten = this.editor.isEmpty() || this.editor.asks() || isUntitled(this.fields || []);
    const waits = unwritten || Boolean(this.approved);
    // What is wrong is mended, and what was taken over compared, before anybody is asked.
    const pale = this.arrived || this.like || (this.found || []).some(problem => problem.severity === 'error' && !problem.field);
    const drawn = JSON.stringify([all, status, unsent, waits, Boolean(pale)]);
    if (drawn === this.drawn) {
      return;
    }
    this.drawn = drawn;
    const focused = this.steps.contains(document.activeElement);
    // What was changed after the approval is said before any step is taken anew.
    fill(this.steps, isGone ? null : all.map((step, i) => h('li', {class: step.done ? 'done' : i === next ? 'next' : ''},
      button([(step.done ? '✓' : NUMBERS[i]) + ' ' + step.label, h('small', null, step.about.filter(Boolean).map(word => h('span', null, withoutYear(word), ' ')))], step.work, {
        class: i !== next || waits ? '' : pale ? 'pale' : 'primary', 'data-name': step.name, disabled: next >= 0 && i > next || waits && !step.done, 'aria-current': i === next ? 'step' : null,
      }))));
    if (focused && this.steps.firstChild) {
      this.toNextStep();
    }
  }

  /** Leads to what readers see of it. */
  pageLink() {
    return h('a', {class: 'button primary', target: '_blank', rel: 'noopener noreferrer',
      href: (this.site || location.origin + '/site').replace(/\/?$/, '/') + encodeURI(this.address)}, '看网页');
  }

  /** The row is drawn anew, which takes the focus from its buttons. */
  toNextStep() {
    (this.steps.querySelector('.next button') || this.fate.querySelector('button.primary') || this.steps.querySelector('button') || this.element.querySelector('.more-actions summary')).focus();
  }

  /** Leads to the page that publishes, once nothing is lacking. */
  async publish() {
    if (this.missing) {
      this.look(this.scan || this.isNarrow() ? 'check' : 'write');
      note('还差' + this.missing + '项才能发布。', 'wait');
      return;
    }
    if (this.field('状态').value === '草稿') {
      this.autosave.touch('状态', '已发布');
    }
    // What is corrected has to be approved anew.
    if (await this.save() && this.field('状态').value !== '草稿') {
      location.hash = '#/commit/' + encodeURI(this.path);
    }
  }

  /** Whether the header was typed while a text was under way. */
  typedSource(sent) {
    return this.header !== sent.header;
  }

  /** The field that a line of the header belongs to; empty for a line of the text. */
  fieldAt(line) {
    const above = this.header.split('\n').slice(0, line).map(each => /^:?([^\s#:-][^:]*):/.exec(each)).filter(Boolean);
    return line <= lineCount(this.header) && above.length ? above.pop()[1].trim() : '';
  }

  goTo(problem) {
    if (problem.step) {
      this.step(problem.step).catch(failed);
      return;
    }
    this.edit();
    if (problem.body) {
      this.editor.focus();
      return;
    }
    const field = problem.field || this.fieldAt(problem.line);
    if (field && this.paper.focus(field, problem.message)) {
      return;
    }
    if (field === '主送' && this.paper.value(field)) {
      this.editor.show(lineCount(this.header) + 1 + this.editor.text().search(/\S/));
      return;
    }
    if (field || problem.line <= lineCount(this.header)) {
      this.look(this.scan || this.isNarrow() ? 'check' : 'write');
      if (!field || !this.form.focus(field)) {
        this.sourceBox.hidden = false;
        this.sourceBox.open = true;
        const lines = this.source.value.split('\n');
        const start = lines.slice(0, problem.line - 1).join('\n').length + Math.min(problem.line - 1, 1);
        this.source.focus();
        this.source.setSelectionRange(start, start + lines[problem.line - 1].length);
        this.source.scrollTop = this.source.scrollHeight * Math.max(problem.line - 4, 0) / lines.length;
        this.source.scrollIntoView({block: 'center'});
      }
      return;
    }
    this.editor.show(problem.line);
  }

  /** Opens a published paper to be written on. */
  edit() {
    this.correcting = true;
    this.showSteps();
    this.look('write');
  }

  unlock() {
    if (this.locked) {
      this.edit();
    }
  }

  /** Asks what a paper that readers know stated when it was published; what records give today is a correction of that. */
  signed(problem, write) {
    const was = h('input', {id: 'figure', type: 'text', autocomplete: 'off', required: true});
    return dialog('写上发布时的数', h('div', null, h('p', null, '这一篇发布过，签发的是那时的数。请看存档的那一份，或者“更多”里的“历史版本”。'),
      h('div', {class: 'field'}, h('label', {for: 'figure'}, '发布时写的是几'), was, h('span', {class: 'hint'}, '现在数出来是' + problem.now + '。要换成这个数的，照“更正”办：写明原因，重新审批。'))), [
      {label: '写上', primary: true, work: () => {
        if (!/\d/.test(was.value)) {
          throw Object.assign(new Error('请写上发布时的数，如 ' + problem.now + '。'), {status: 0});
        }
        write(was.value.trim());
      }},
      {label: '取消'},
    ]);
  }

  /** Asks why what a rule tells of is right as it is, and writes that into the paper, where the rule is silent from then on. */
  async excuse(problem) {
    const reason = h('input', {id: 'reason', type: 'text', autocomplete: 'off'});
    await dialog('不改，写上理由', h('div', null, h('p', null, spoken(problem.message)),
      h('div', {class: 'field'}, h('label', {for: 'reason'}, '为什么不改（只有写的人看得到；这一篇里同样的提醒不再提）'), reason)), [
      {label: '写上', primary: true, work: async () => {
        if (!reason.value.trim()) {
          throw Object.assign(new Error('请写上为什么不改。'), {status: 0});
        }
        this.unlock();
        const before = this.field('例外').value;
        this.autosave.touch('例外', [].concat(blank(before) ? [] : before, problem.code + ' ' + reason.value.trim()));
        await this.save();
      }},
      {label: '取消'},
    ]);
  }

  /** Asks what was changed in an approved text, and begins its steps anew if it is a correction. */
  async again(title) {
    if (await this.save() && this.field('状态').value === '草稿') {
      await this.step(title);
    }
  }

  show(state, message) {
    // Until it is kept again, no more is known than that it is not.
    this.now = state === 'typing' && this.now === 'offline' ? this.now : state;
    const behind = this.public && (this.unsent || Boolean(this.ahead));
    const saved = behind ? [h('span', {class: 'only-wide'}, '已保存，'), '改的还没有发布'] : '已保存';
    const dirty = this.header + this.editor.text() !== this.saved || Boolean(this.autosave && this.autosave.changed);
    if (dirty !== this.dirty) {
      this.dirty = dirty;
      this.showSteps();
    }
    const words = {
      typing: '正在备份……',
      kept: dirty ? ['未保存', h('span', {class: 'only-wide'}, '，已自动备份')] : saved,
      opened: dirty ? '未保存' : saved,
      saved,
      offline: ['字都在', h('span', {class: 'only-wide'}, '，接上以后再保存')],
      gone: '文件被删去或者改名了；写的都在，按“保存”再存一份',
      failed: '没有备份：' + message + ' 文字暂存在浏览器里',
    };
    fill(this.status, words[this.now]);
    const lost = ['offline', 'gone', 'failed'].includes(this.now);
    this.status.className = 'saved ' + (lost && this.now !== 'offline' ? 'bad' : dirty || behind ? 'wait' : 'good');
    // Where all is saved there is nothing to save, and who has pressed the button for it is beside it.
    if (this.element.classList.toggle('is-clean', !dirty && !lost) && document.activeElement.matches('.save')) {
      this.element.querySelector('.more-actions summary').focus();
    }
  }

  /** What the program is told of the text, and of the file that it was made from. */
  sent() {
    return {
      path: this.path, window: WINDOW, base: this.base, opened: this.saved, header: this.header, body: this.editor.text(),
    };
  }

  /** Saves what somebody has written, who goes on writing at the same place. */
  async keep() {
    // What is read when its input is left is read now.
    if (document.activeElement.matches('.entry input')) {
      document.activeElement.dispatchEvent(new Event('change', {bubbles: true}));
    }
    return await this.askAboutReview() === 'later' ? false : this.save();
  }

  /** Writes the file. If it has been changed meanwhile, both versions are shown to choose from. */
  async save() {
    await this.autosave.send().catch(error => {
      if (error.status !== GONE) {
        throw error;
      }
    });
    const text = this.sent();
    const result = await post('save', text);
    if (result.conflict && result.version === ABSENT) {
      if (!await ask('文件已经不在了，再存一份？', '再存一份', '别的程序或者别的窗口删去了它，或者改了它的名。这里的文字都在。')) {
        return false;
      }
      this.base = ABSENT;
      return this.save();
    }
    if (result.conflict) {
      return this.merge(result);
    }
    if (result.approved) {
      return this.askAboutApproval(result.lines);
    }
    this.base = result.version;
    this.sees(this.unsent || Boolean(this.loaded.committed) && this.saved !== text.header + text.body);
    this.saved = text.header + text.body;
    this.approved = null;
    this.check();
    if (this.header + this.editor.text() === this.saved && !this.autosave.changed) {
      this.autosave.done();
    }
    this.show('saved', '');
    document.dispatchEvent(new Event('repository'));
    return this.field('状态').value !== '已撤回' || this.lookAtNotice().then(() => true, () => true);
  }

  /**
   * Asks whether a draft that has other words since its secrecy review is to be reviewed anew, unless nothing but typing errors
   * were mended; returns 'kept', 'void', or 'later' if nobody has decided.
   */
  async askAboutReview() {
    const now = this.header + this.editor.text();
    const covered = text => text.split('\n').filter(line => !UNREVIEWED.test(line)).join('\n');
    if (!blank(this.field('审批').value) || blank(this.field(REVIEW).value) || covered(this.saved) === covered(now)) {
      return 'kept';
    }
    const {lines} = await post('compare', {before: covered(this.saved), after: covered(now)});
    const isTyping = lines.every(line => line.runs.every(run => run.kind === 'same' || run.text.length <= 2 && !/[\d不未无没非]/.test(run.text)));
    let answer = 'later';
    await dialog(REVIEW + '以后又改了字', difference(lines.filter(line => line.kind !== 'same')), [
      {label: '请再审查一次', about: '审查人没有看过改的字。', work: () => {
        answer = 'void';
        this.autosave.touch(REVIEW, '');
      }},
      isTyping ? {label: '只是错别字、标点', about: '审查照旧。', work: () => { answer = 'kept'; }} : null,
      {label: '以后再说'},
    ].filter(Boolean));
    return answer;
  }

  merge(conflict) {
    const pick = choices(conflict.paragraphs, '我刚写的', '另一处存的');
    let done = false;
    return dialog('这一篇在另一处也改了，' + (pick.open() ? '请一处一处选' : '改的不是同一处，都放进来了'), h('div', null,
      h('p', {class: 'hint'}, '另一处可能是另一个窗口，也可能是别的软件。加底色的是两边不同的字；选好以前，哪一份都不会丢。'), pick.element), [
      {label: '按所选的保存', primary: true, waits: pick.open, work: async () => {
        const mine = this.header + this.editor.text();
        const [whole, stored] = await Promise.all([post('split', {path: this.path, text: pick.text()}), get('entry', {path: this.path})]);
        const taken = name => JSON.stringify((this.field(name) || {}).value || null);
        const before = Object.keys(STEPS).map(taken);
        this.takeHeader(whole.header);
        this.editor.set(whole.body);
        this.base = conflict.version;
        this.autosave.touch();
        // Whoever took the steps in one of two texts has not seen one made of both: those that are stored count.
        const isMixed = pick.text() !== mine && stored.form && stored.form.fields.some(field => STEPS[field.name] && JSON.stringify(field.value || null) !== taken(field.name));
        if (isMixed) {
          stored.form.fields.filter(field => STEPS[field.name] || field.name === '状态').forEach(field => this.autosave.touch(field.name, field.value));
        }
        done = await this.save();
        if (isMixed && Object.keys(STEPS).some((name, i) => taken(name) !== before[i])) {
          done = false;
          note('合进了另一处改的字，刚才记下的审查、审批不算，请再办一次。', 'wait');
        }
        return true;
      }},
      {label: '先不保存'},
    ], 'wide').then(() => done);
  }

  /** Asks what a change of an approved text is, and of a correction its reason. */
  async askAboutApproval(lines) {
    let saved = false;
    let corrected = false;
    const changed = what => lines.some(line => line.runs.some(run => run.kind !== 'same' && what.test(run.text)));
    await dialog('这一篇审批以后又改了', h('div', null,
      difference(lines.filter((line, i) => line.kind !== 'same' || line.runs.length === 1 && line.runs[0].text === '---' || !i)), h('p', null, (changed(/\d/) ? '改了数字，多半是更正。' : changed(/.{8}/) ? '改了一整句，多半是更正。' : '') + '改的是哪一种？')), [
      {label: '只是错别字', about: '不用重新审批，审批记录里写明改了哪几个字。', work: async () => {
        const changed = lines.filter(line => line.kind === 'changed').flatMap(line => ['deleted', 'inserted'].map(gone => line.runs.filter(run => run.kind !== gone).map(run => run.text).join('')));
        await this.change('errata', {words: changed.flatMap(wordsOf).filter(word => word.length > 1)});
        saved = true;
      }},
      {label: '更正', about: '数字、日期、金额、姓名或者意思变了，要重新审批。办好以前，读者看到的还是原来的。', work: () => { corrected = true; }},
      {label: '以后再说'},
    ]);
    const reason = h('input', {id: 'reason', type: 'text', autocomplete: 'off', placeholder: '如：人数原来写的是12人，漏计1人'});
    if (corrected) {
      await dialog('更正', h('div', {class: 'field'}, h('label', {for: 'reason'}, '更正了什么，为什么（读者看得到）'), reason), [
        {label: '保存更正', primary: true, work: async () => {
          await this.change('correct', {reason: reason.value.trim()});
          saved = true;
        }},
        {label: '以后再说'},
      ]);
    }
    return saved;
  }

  /**
   * The steps that nobody has taken yet if they, and the day below the paper, are all that is missing.
   *
   * @param other how much else is missing that is about to be done
   */
  untaken(other = 0) {
    const open = (this.fields || []).filter(field => field.need === 'required' && blank(field.value) && (field.input === 'step' || field.name === SIGNED));
    return open.length === this.missing - other ? open.filter(field => field.input === 'step') : [];
  }

  /** Fills in who reviewed or approved, and saves. */
  async step(title) {
    const action = STEPS[title];
    if (this.editor.isEmpty() || this.editor.asks()) {
      this.goTo({body: true});
      note('正文还没有写好，写好再' + title + '。', 'wait');
      return;
    }
    if (isUntitled(this.fields)) {
      this.goTo({field: '标题'});
      note('标题还没有改，改好再' + title + '。', 'wait');
      return;
    }
    await this.autosave.send();
    const review = title === REVIEW ? 'kept' : await this.askAboutReview();
    if (review !== 'kept') {
      return review === 'void' && await this.save() ? this.step(REVIEW) : undefined;
    }
    const offered = await get('persons');
    const field = this.field(title);
    const label = field.members[0].name;
    const who = h('input', {
      id: 'who', value: field.value && field.value[label] || field.preset && field.preset[label] || '', type: 'text', list: 'persons',
      autocomplete: 'off', required: true,
    });
    // A step that was taken keeps its day.
    let when = field.value && field.value['日期'] || offered.today;
    const left = field.value ? [] : this.untaken();
    // Records of meetings have no such day as a rule.
    const has = name => this.fields.some(one => one.name === name);
    const isSigned = (title === '审批' || left.length === 1) && !this.public && has(SIGNED) && blank(this.field(SIGNED).value) && !has('会议');
    let signed = isSigned ? when : '';
    const keep = async () => {
      if (signed) {
        this.autosave.touch(SIGNED, signed);
        await this.autosave.send();
      }
      await this.change(action, {person: who.value.trim(), day: when});
    };
    // With the last of what is missing the paper goes on to where it is published, with another one to the next step.
    const last = left.length === 1;
    const next = left.length > 1 && left.find(other => other.name !== title);
    let goesOn = false;
    const open = (this.found || []).filter(problem => problem.severity !== 'error');
    await dialog(title, h('div', {class: 'fields'},
      open.length ? h('div', {class: 'reminded'}, h('b', null, '还有' + open.length + '处请看一看' + (this.public ? '：' : '，现在改不用写更正：')),
        h('ul', null, open.slice(0, REMINDED).map(problem => h('li', null, spoken(problem.message)))), open.length > REMINDED ? '……' : null) : null,
      h('p', null, '请' + label + '看过全文。同意公开的，在这里记下是谁、哪一天。'),
      h('p', {class: 'hint'}, '程序不会发给他：可以请他当面看，也可以',
        button('打印或者存成 PDF', () => this.preview.print(), {class: 'plain'}),
        this.public && this.unsent ? ['，', button('标出改动的也印一份', () => this.printChanges(), {class: 'plain'})] : null, '，交给他或者发给他。'),
      h('div', {class: 'field'}, h('label', {for: 'who'}, label), who,
        h('datalist', {id: 'persons'}, offered.persons.map(person => h('option', {value: person})))),
      h('div', {class: 'field'}, h('label', {for: 'when'}, '日期'), dayInput({id: 'when', required: true}, when, day => {
        if (signed === when && isSigned) {
          signed = day;
          document.getElementById('signed').value = shownDay(day);
        }
        when = day;
      })),
      isSigned ? h('div', {class: 'field'}, h('label', {for: 'signed'}, '落款的日期'), dayInput({id: 'signed'}, signed, day => { signed = day; }),
        h('span', {class: 'hint'}, '一般是负责人签发的那天，不是的请改')) : null), [
      last ? {label: '记下，去发布', primary: true, work: () => keep().then(() => this.publish())} : null,
      next ? {label: '记下，接着' + next.name, primary: true, work: () => keep().then(() => { goesOn = true; })} : null,
      {label: '记下并保存', primary: !last && !next, work: keep},
      {label: '取消'},
    ].filter(Boolean));
    this.toNextStep();
    if (goesOn && !blank(this.field(title).value)) {
      await this.step(next.name);
    }
  }

  /** Prints the paper with what was changed since readers saw it, for whoever looks through it again. */
  async printChanges() {
    const {lines} = await get('difference', {path: this.path});
    const page = new DOMParser().parseFromString(this.shownPage.html, 'text/html');
    markChanges(page, lines || []);
    this.preview.show({address: this.shownPage.address, html: page.documentElement.outerHTML});
    this.preview.print();
    this.preview.show(this.shownPage);
  }

  /** Lets the program change the text, and saves it. */
  async change(action, words) {
    const result = await post(action, Object.assign(this.sent(), words));
    this.takeHeader(result.header);
    if (result.body !== this.editor.text()) {
      this.editor.set(result.body);
    }
    this.received(result, null);
    this.autosave.touch();
    const saved = await this.save();
    // What is to be done then stands above the paper.
    if (saved && !['correct', 'withdraw'].includes(action)) {
      note(plain(result.message), Object.values(STEPS).includes(action) ? 'good step' : 'good');
    }
  }

  /** Adds a file to the field of attachments. */
  attach(link) {
    const now = this.paper.value('附件');
    const rows = Array.isArray(now) ? now : [];
    if (!rows.some(row => row['文件'] === link)) {
      const all = rows.concat({'文件': link});
      this.autosave.touch('附件', all);
      return this.autosave.send().then(() => {
        this.paper.named();
        this.lookAtFiles().catch(() => {});
      });
    }
    return null;
  }

  /** Tells where the text, and other papers, still have the name that a file had. */
  async fileNamed({was, now, undo, isFresh}) {
    const count = was ? this.editor.count(was) : 0;
    const {by} = was ? await get('mentions', {name: was}) : {by: {}};
    const paths = (by[was] || []).filter(path => path !== this.path && /\.md$/.test(path));
    const papers = await Promise.all(paths.map(path => get('entry', {path}).then(paper => Object.assign(paper, {path}))));
    const others = papers.filter(paper => paper.body.split('\n').some(line => line.search(mention(was)) >= 0 && !isAnnex(line))).map(paper => Object.assign(paper, {title: this.titleOf(paper)}));
    const names = some => some.slice(0, 3).map(one => '《' + one.title + '》').join('') + (some.length > 3 ? '等' + some.length + '篇' : '');
    const still = count ? '正文里还有' + count + '处写着“' + was + '”' : '';
    // What somebody has approved, or readers see, is changed by whoever opens it.
    const value = (paper, name) => paper.form && (paper.form.fields.find(field => field.name === name) || {}).value;
    const open = others.filter(paper => value(paper, '状态') === '草稿' && blank(value(paper, '审批')));
    const closed = others.filter(one => !open.includes(one));
    const said = [still, open.length ? names(open) + '里也写着它' : '', closed.length ? names(closed) + '审批过或者发布过，里面也写着它，要到那里更正' : ''].filter(Boolean).join('；');
    if (!now) {
      note('附件“' + was + '”不放了' + (isFresh ? '；文件还在，用不着的到“发布”里删去。' : '。') + (said && said + '。请看看要不要改。'), 'wait', {label: '放回去', work: undo});
    } else if (count || open.length) {
      note(said.replace(/^([^“]*)它/, '$1“' + was + '”') + '。', 'wait', {label: '都改成“' + now + '”', work: () => this.renameEverywhere(count, open, was, now)});
    } else if (closed.length) {
      note(said.replace('它', '“' + was + '”') + '。', 'wait', {label: '打开《' + closed[0].title + '》', work: () => { location.hash = '#/entry/' + encodeURI(closed[0].path); }});
    }
  }

  /** Writes the name that a file has now in this text, and in other papers that nobody has approved yet. */
  async renameEverywhere(count, others, was, now) {
    if (count) {
      this.editor.rename(was, now);
    }
    const changed = [];
    const put = async (one, from, to) => {
      const {header, body, version} = await get('entry', {path: one.path});
      const result = await post('save', {path: one.path, window: WINDOW, base: version, opened: header + body, header, body: body.replace(mention(from), () => to)});
      return 'version' in result && !result.conflict;
    };
    for (const one of others) {
      if (await put(one, was, now)) {
        changed.push(one);
      }
    }
    document.dispatchEvent(new Event('repository'));
    const left = others.filter(one => !changed.includes(one));
    if (others.length) {
      note((changed.length ? changed.map(one => '《' + one.title + '》').join('') + '里也改好了。' : '') + (left.length ? left.map(one => '《' + one.title + '》').join('') + '正在别处改，没有动。' : ''), left.length ? 'wait' : 'good',
        changed.length ? {label: '改回去', work: async () => {
          for (const one of changed) {
            await put(one, now, was);
          }
        }} : null);
    }
  }

  /** Puts a file in the place of an attachment. If it is of another type, this text names it anew. */
  replaceFile(link, chosen) {
    return store(this.path, chosen, null, async fresh => {
      // Who looked through the former file has not seen this one.
      const before = this.paper.value('附件');
      const rows = before.map(row => row['文件'] === link
        ? Object.fromEntries(Object.entries(Object.assign({}, row, {文件: fresh})).filter(([name]) => name !== '人工核查')) : row)
        // It may have stood there already.
        .filter((row, i, all) => all.findIndex(other => other['文件'] === row['文件']) === i);
      if (JSON.stringify(rows) !== JSON.stringify(before)) {
        this.autosave.touch('附件', rows);
      }
      const text = this.editor.text();
      const renamed = text.split('](' + link + ')').join('](' + fresh + ')');
      if (renamed !== text) {
        await this.editor.set(renamed);
      }
      await this.autosave.send();
      this.lookAtFiles().catch(() => {});
    }, link);
  }

  async undo() {
    await this.autosave.send();
    const dirty = this.header + this.editor.text() !== this.saved;
    await dialog('撤销修改', h('div', null,
      h('p', null, '只撤销刚才的一步，按 Ctrl+Z。更早发布的，在“更多”里的“历史版本”。'),
      append(h('div', {class: 'choice-buttons'}), [
        dirty ? button('撤销没有保存的修改', () => this.revert()) : null,
        this.loaded.committed ? button('撤销没有发布的修改', () => this.restore()) : null,
      ])), [{label: '关闭'}]);
  }

  async revert() {
    const before = {header: this.header, body: this.editor.text(), base: this.base, time: new Date().toISOString()};
    const stored = await get('entry', {path: this.path});
    document.querySelectorAll('dialog[open]').forEach(box => box.close());
    await post('discard', {path: this.path, window: WINDOW});
    this.autosave.done();
    this.approved = null;
    this.base = stored.version;
    this.saved = stored.header + stored.body;
    this.takeHeader(stored.header);
    this.editor.set(stored.body);
    this.received(await post('look', {path: this.path, header: stored.header, body: stored.body}), null);
    this.show('opened', '');
    note('已撤销没有保存的修改。', 'good', {label: '恢复', work: () => this.take(before)});
  }

  async restore() {
    document.querySelectorAll('dialog[open]').forEach(box => box.close());
    if (!await ask('撤销没有发布的修改？', '撤销', '回到上次发布的版本；撤销以后可以马上恢复。')) {
      return;
    }
    const result = await post('undo', this.sent());
    if (result.conflict) {
      await this.merge(result);
      return;
    }
    const time = new Date().toISOString();
    const before = {header: this.header, body: this.editor.text(), base: result.version, time};
    await this.revert();
    note('已撤销，现在是上次发布的版本。', 'good', {label: '恢复', work: () => this.take(before).then(() => this.save())});
    document.dispatchEvent(new Event('repository'));
  }

  leave() {
    this.left.abort();
    document.removeEventListener('keydown', this.keys);
    this.preview.stop();
    const closed = this.autosave.close();
    this.editor.destroy();
    return closed;
  }
}
