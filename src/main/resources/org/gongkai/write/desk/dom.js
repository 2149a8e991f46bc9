/** Elements, messages and dialogs. */

/**
 * Makes an element. Properties beginning with "on" are listeners; true and false set and leave out an attribute.
 * Children may be elements, texts, arrays of them, and null for none.
 */
export function h(name, properties, ...children) {
  const element = document.createElement(name);
  Object.keys(properties || {}).forEach(key => {
    const value = properties[key];
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'value') {
      element.value = value;
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  });
  append(element, children);
  return element;
}

export function append(element, children) {
  element.append(...[children].flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function fill(element, ...children) {
  element.textContent = '';
  return append(element, children);
}

/** A button that cannot be pressed twice while its work is done. */
export function button(label, work, properties) {
  const element = h('button', Object.assign({type: 'button'}, properties), label);
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const all = Array.from(document.querySelectorAll('main :is(a[href], button, summary, input, select, textarea)'));
    const pending = work(element);
    element.setAttribute('aria-disabled', 'true');
    Promise.resolve(pending).finally(() => {
      element.removeAttribute('aria-disabled');
      goOn(element, all.slice(all.indexOf(element) + 1).concat(all.slice(0, all.indexOf(element)).reverse()));
    }).catch(failed);
  });
  return element;
}

/** Where what was pressed is gone, the focus goes to its menu, to what has its name now, or to what was next. */
function goOn(pressed, near) {
  const menu = pressed.closest('details:not([open])');
  if ([document.body, pressed].includes(document.activeElement) && (menu || !pressed.getClientRects().length)) {
    const name = one => one.getAttribute('aria-label') || one.textContent;
    (menu ? [menu.firstChild] : []).concat(Array.from(document.querySelectorAll('button')).filter(one => name(one) === name(pressed)), near)
      .find(one => one.focus({preventScroll: true}) || one === document.activeElement);
  }
}

/** Tells users of screen readers. */
export function say(text) {
  document.getElementById('live').textContent = text;
}

/**
 * Shows a sentence, instead of the one before, where it lies over nothing. It goes by itself, and as soon as somebody types,
 * as it may no longer be true then; one that reports a failure stays until it is closed, or the page is left, or the same is tried
 * again.
 */
export function note(text, kind, action) {
  const close = button('×', () => box.remove(), {class: 'close', 'aria-label': '关闭这条提示'});
  const box = h('div', {class: 'note ' + (kind || 'good'), role: kind === 'bad' ? 'alert' : 'status'},
    h('p', null, kind === 'bad' ? plain(text) : text),
    action ? button(action.label, () => {
      box.remove();
      return action.work();
    }, {class: 'plain'}) : null,
    close);
  document.getElementById('notes').replaceChildren(box);
  if (kind !== 'bad') {
    // A long one takes longer to be read.
    setTimeout(() => box.remove(), Math.max(action ? 15000 : 6000, text.length * 250));
    document.addEventListener('beforeinput', () => box.remove(), {once: true});
  }
  // It may be said while a page is being left; it goes with the next one.
  setTimeout(() => window.addEventListener('hashchange', () => box.remove(), {once: true}), 1000);
}

/** Takes away what was said of an attempt before, as another begins. */
export function quiet() {
  document.getElementById('notes').replaceChildren();
}

export function failed(error) {
  if (error && error.status === 0) {
    // That the program does not answer is said above the page.
    say(error.message);
  } else if (error && error.status !== undefined) {
    note(error.message, 'bad');
  } else {
    note('这一步没有做成，请再试一次。', 'bad');
    throw error;
  }
}

/**
 * Opens a dialog.
 *
 * @param actions buttons: {label, about, primary, work, waits}; work may return false to leave the dialog open, and none is pressed while it waits
 * @returns a promise that ends when the dialog is closed
 */
export function dialog(title, content, actions, className) {
  return new Promise(resolve => {
    const id = 'dialog-title';
    const error = h('p', {class: 'field-problem', role: 'alert'});
    const box = h('dialog', {'aria-labelledby': id, class: className});
    const buttons = actions.map(action => button([action.label, action.about ? h('small', null, action.about) : null], () => {
      error.textContent = '';
      return Promise.resolve(action.work ? action.work() : true).then(result => {
        if (result !== false) {
          box.close();
        }
      }, problem => {
        error.textContent = problem.status === undefined ? '这一步没有做成，请再试一次。' : plain(problem.message);
        const empty = Array.from(box.querySelectorAll('input[required]')).find(input => !input.value.trim());
        // Beside the field that it is about.
        if (empty) {
          (empty.closest('.field') || content).append(error);
          empty.focus();
        } else if (typed && document.activeElement === document.body) {
          // Enter has left its input.
          typed.focus();
        }
      });
    }, {class: action.primary ? 'primary' : '', 'data-name': action.label}));
    append(box, [h('h2', {id: id, tabindex: '-1'}, title), content, error, h('div', {class: actions.some(action => action.about) ? 'buttons is-choice' : 'buttons'}, buttons)]);
    box.addEventListener('close', () => {
      box.remove();
      resolve();
    });
    document.body.append(box);
    const look = () => actions.forEach((action, i) => { buttons[i].disabled = Boolean(action.waits && action.waits()); });
    box.addEventListener('change', look);
    look();
    box.showModal();
    // As in the windows of other programs: what is typed first has the focus, and Enter presses the main button. Where there
    // is a choice none has it, which would look as if it were chosen.
    const typed = box.querySelector('input[type=text]');
    const main = box.querySelector('button.primary');
    const first = typed || main && main.disabled && box.querySelector('[data-chosen=""] input')
      || (main && !box.querySelector('.folders') ? main : box.querySelector('h2'));
    first.focus({preventScroll: true});
    // What is written there beforehand is replaced by what is typed.
    if (first === typed) {
      first.select();
    }
    box.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.isComposing && main && event.target.matches('input[type=text]')) {
        event.preventDefault();
        // A day is read when its input is left.
        event.target.blur();
        main.click();
      }
    });
  });
}

/**
 * Asks before something is done; the answer is a promise of true or false.
 *
 * @param no the word for false if that is the unusual answer, which closing the question does not give
 */
export function ask(question, yes, explanation, no) {
  let answer = Boolean(no);
  return dialog(question, explanation ? h('p', null, explanation) : null, [
    {label: yes, primary: true, work: () => { answer = true; }},
    {label: no || '取消', work: () => { answer = false; }},
  ]).then(() => answer);
}

/** The words of a text. */
export const wordsOf = text => Intl.Segmenter ? Array.from(new Intl.Segmenter('zh', {granularity: 'word'}).segment(text), each => each.segment) : [text];

/** A title whose lines end between words; 12月份 is one. */
export function worded(title) {
  const parts = wordsOf(title);
  return h('span', {class: 'worded'}, parts.map((part, i) => [
    i && !/[\d（《“]$/.test(parts[i - 1]) && !/^[的了份月日年、，。：；！？）》”]/.test(part) ? h('wbr') : null, part]));
}

export function day(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text || '');
  return match ? Number(match[1]) + '年' + Number(match[2]) + '月' + Number(match[3]) + '日' : text || '';
}

/** A day of this year without its year. */
export const withoutYear = words => words.replace(new RegExp('^' + new Date().getFullYear() + '年(?=.)'), '');

const two = number => String(number).padStart(2, '0');
export const hour = (hours, minutes) => Number(hours) + '时' + (minutes === '00' ? '' : minutes + '分');

/** A day as papers write it, with its time if it has one: 2026年12月8日14时30分; what is no day remains as it is. */
export const shownDay = text => /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(text)
  ? day(text) + (text.length > 10 ? hour(text.slice(11, 13), text.slice(14)) : '') : text;

/** What is said in the words of the program, and how those who write papers say it; in this order. */
const SAID = [
  [/图片“＿＿”这个空还没有填/, '图片还没有写说明'],
  // Signs of the text, and where files lie.
  [/（content\/[^\s）]+\.(?:md|adoc|html)）/g, ''],
  [/!?\[([^\[\]]*)\]\([^()]*\)/g, '$1'],
  [/`/g, ''],
  // What is mended at the desk by its own means.
  [/或者用 gongkai figures --write \S+ 写上；从前发布的，加 --as-published 写上发布时的数/, '从前发布过的，写发布时的数'],
  [/（也可以用 gongkai [^）]*）/g, ''],
  [/写成“\{\{[^“”]* = ([^“”{}]+)\}\}”/g, '改成$1'],
  [/(?:改正路径；)?路径从本文件所在的文件夹写起，(?:如 \S+|只能指到 content 里的文件)/g, '请点到这个链接，按“链接”重新选一篇'],
  [/请把图片放在条目旁边，(?:或改正路径|路径从条目所在的文件夹写起|只写文件名)/g, '请按“图片”重新放一次'],
  [/(?:请)?把文件放(?:在|到)条目旁边，(?:路径从条目所在的文件夹写起|只写文件名)/g, '请按“附件”重新放一次'],
  [/路径超出了 content 文件夹，只能链接 content 里的文件/g, '只能链到本站的文稿和附件'],
  [/在正文末尾写明更正的日期和原因，重新审批，写上修订日期；只是错别字的，写 勘误: .*/, '在正文末尾写明更正的日期和原因，再请审批人看过，重新审批'],
  [/可以导入 Word、WPS 文字、txt、md 文件/g, '能转的是 Word、WPS 文字和 txt 文件。PDF、Excel 请打开文稿当附件放，图片也打开文稿再放'],
  [/请在文件头里写上“(.+?)(?:: ……)?”/g, '请补上“$1”'],
  [/在文件头里写 ?状态: 草稿/g, '先不要发布'],
  // What the settings say.
  [/在 content\/_data\/organisation\.yml 里写上起、止/g, '到“设置”里写上从哪天起、到哪天止'],
  [/在 content\/_data\/organisation\.yml 里写明哪天起/g, '到“设置”里写明从哪天起'],
  [/改 content\/_data\/organisation\.yml/g, '到“设置”里改'],
  [/写进 (?:content\/_data\/)?organisation\.yml/g, '写进“设置”'],
  [/同 (?:content\/_data\/)?organisation\.yml/g, '同“设置”'],
  [/(?:content\/_data\/)?organisation\.yml/g, '支部的设置'],
  [/(?:把它)?写进 content\/_data\/privacy\.yml 的“允许”/g, '请管理员设为允许'],
  [/(?:请)?写进 content\/_data\/[\w/-]+\.yml/g, '请管理员加上'],
  [/(?:请)?(?:写进|把那一年的放假安排写进) content\/_data\/holidays(?: 文件夹|\/)/g, '请管理员加上那一年的放假安排'],
  [/在 (?:content\/_data\/)?(?:site|kinds|categories)\.yml ?(?:的“规则”)?里/g, '请管理员在网站的设置里'],
  [/content\/_data\/[\w/-]+\.yml/g, '网站的设置'],
  // The head of a file and its fields.
  [/(?:，)?在文件头里写(?:上)? ?例外[:：]? ?[EW]?\d*(?: ?和|和)理由/g, '，按“不改”，写上理由'],
  [/(?:照提示)?写例外和理由/g, '按“不改”，写上理由'],
  [/文件头里(?:是|写的是)/g, '上面填的是'],
  [/文件头里的(?=[^“])/g, '上面填的'],
  [/文件头里没有/g, '上面没有填'],
  [/文件头/g, '开头的内容'],
  [/字段(?=“)/g, ''],
  [/字段/g, '内容'],
  // Papers are called as the desk calls them.
  [/本条/g, '这一篇'],
  [/两条写成一样/g, '两篇写成一样'],
  [/条目/g, '文稿'],
  [/“([^”]+)\.(?:md|adoc)”指向的文件不存在/g, '指的文稿“$1”找不到'],
  [/指向的文件不存在/g, '指的文件找不到'],
  [/“([^”\/]+)\.(?:md|adoc)”/g, '“$1”'],
  [/content\/(?:[^\s，；。”]*\/)?([^\s/，；。”]+)\.(?:md|adoc)/g, '$1'],
  [/ ?content (?:文件夹)?里的/g, '本站的'],
  // What programs leave behind.
  [/是 ?git ?合并时留下的冲突标记/g, '是两份合在一起时留下的记号'],
  [/这里有 Word 留下的代码/g, '这里有从 Word 带来的、读者看不懂的字'],
  [/这里用网页代码凑空格/g, '这里用特殊的字凑空格'],
  [/代码[框块]/g, '灰色的方框'],
  [/不要只改扩展名/g, '不要只改文件名'],
  [/没有扩展名/g, '文件名末尾没有 .docx、.pdf 这样的字'],
  [/不(?:合|符合) YAML 的写法/g, '写法不对，读不出来'],
  // Days and hours as papers write them.
  [/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, shownDay],
  [/(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g, (time, hours, minutes) => hour(hours, minutes)],
];

/** A sentence in the words of those who write papers. */
export function plain(words) {
  return SAID.reduce((said, [what, better]) => said.replace(what, better), words);
}

/** A figure that is counted, as a text has it. */
const COUNT = /“\{\{(?:计数|合计): *([^{}“”]*?)(?: = [^={}“”]*)?\}\}”/g;
const asked = (whole, question) => '自动算的数（' + question.split(/, */).map(part => part.replace(/^[^=]*=/, '').replace('.', '的')).join('，') + '）';

/** What a rule says, in the words of the desk; marks on the paper still need the signs that it quotes. */
export const spoken = message => plain(message.replace(COUNT, asked));

/** The day that somebody has typed, as 2026-01-18 14:30; of this year if none is named. What is no day remains as it is. */
export function typedDay(typed) {
  const found = new RegExp('^\\s*(?:(\\d{4})\\s*[-年./]\\s*)?(\\d{1,2})\\s*[-月./]\\s*(\\d{1,2})\\s*日?'
    + '(?:\\s*(上午|下午|晚上)?\\s*(\\d{1,2})\\s*[时点:：]\\s*(?:(\\d{1,2})\\s*分?|(半))?)?\\s*$').exec(typed);
  if (!found) {
    return typed.trim();
  }
  const [, year, month, date, half, hours, minutes, thirty] = found;
  return [year || new Date().getFullYear(), two(month), two(date)].join('-') + (hours
    ? ' ' + two(Number(hours) + (half && half !== '上午' && Number(hours) < 12 ? 12 : 0)) + ':' + (thirty ? '30' : two(minutes || 0)) : '');
}

/**
 * A day as papers write it, with a calendar to choose from. That of the browser alone writes days as its own language
 * does: 01/18/2026.
 */
export function dayInput(properties, value, change) {
  const show = now => {
    input.value = shownDay(now);
    calendar.value = /^\d{4}-\d{2}-\d{2}$/.test(now) ? now : '';
    return now;
  };
  const input = h('input', Object.assign({placeholder: '如：' + day(new Date().toISOString())}, properties,
    {type: 'text', autocomplete: 'off', onchange: () => change(show(typedDay(input.value))), oninput: () => {
      if (/^\d{4}-/.test(typedDay(input.value))) {
        change(typedDay(input.value));
      }
    }}));
  const calendar = h('input', {type: 'date', class: 'vh', tabindex: '-1', 'aria-hidden': 'true', onchange: () => change(show(calendar.value))});
  show(value);
  return h('span', {class: 'day-input'}, input, calendar,
    // A calendar knows no hours.
    calendar.showPicker && value.length <= 10 ? button('日历', () => calendar.showPicker(), {class: 'plain', 'aria-label': '从日历里选日期'}) : null);
}

/** The zone of the site; a browser may be set to another. */
const ZONE = 'Asia/Shanghai';

/** Whether a day is still to come, as readers see what is published for it on that day only. */
export const isLater = date => Boolean(date) && date > new Intl.DateTimeFormat('sv-SE', {dateStyle: 'short', timeZone: ZONE}).format(new Date());

/** A point in time. */
export function time(text) {
  const at = new Intl.DateTimeFormat('sv-SE', {dateStyle: 'short', timeStyle: 'short', timeZone: ZONE}).format(new Date(text));
  return shownDay(at.slice(0, 16));
}
