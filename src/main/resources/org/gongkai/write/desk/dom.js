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
  children.forEach(child => {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  });
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
    const pending = work(element);
    if (pending && pending.then) {
      element.setAttribute('aria-disabled', 'true');
      const done = () => element.removeAttribute('aria-disabled');
      pending.then(done, error => {
        done();
        failed(error);
      });
    }
  });
  return element;
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
    const opener = document.activeElement;
    const box = h('dialog', {'aria-labelledby': id, class: className});
    const buttons = actions.map(action => button([action.label, action.about ? h('small', null, action.about) : null], () => {
      error.textContent = '';
      return Promise.resolve(action.work ? action.work() : true).then(result => {
        if (result !== false) {
          box.close();
        }
      }, problem => {
        error.textContent = problem.status === undefined ? '这一步没有做成，请再试一次。' : plain(problem.message);
      });
    }, {class: action.primary ? 'primary' : '', 'data-name': action.label}));
    append(box, [h('h2', {id: id, tabindex: '-1'}, title), content, error, h('div', {class: actions.some(action => action.about) ? 'buttons is-choice' : 'buttons'}, buttons)]);
    box.addEventListener('close', () => {
      box.remove();
      // A button in a menu that is closed by now cannot have the focus back.
      const menu = opener && opener.closest('details:not([open])');
      if (menu && document.activeElement === document.body) {
        menu.querySelector('summary').focus();
      }
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

/** A sentence in the words of those who write papers. */
export function plain(words) {
  return words.replace(/!?\[([^\[\]]*)\]\([^()]*\)/g, '$1').replace(/(?:改正路径；)?路径从本文件所在的文件夹写起，(?:如 \S+|只能指到 content 里的文件)/g, '请点到这个链接，按“链接”重新选一篇')
    .replace(/在正文末尾写明更正的日期和原因，重新审批，写上修订日期；只是错别字的，写 勘误: .*/, '在正文末尾写明更正的日期和原因，再请审批人看过，重新审批').replace(/`/g, '').replace(/(?:把它)?写进 content\/_data\/privacy\.yml 的“允许”/g, '请管理员设为允许').replace(/(?:请)?写进 content\/_data\/[\w/-]+\.yml/g, '请管理员加上')
    .replace(/文件头里(?:是|写的是)/g, '上面填的是').replace(/文件头里的(?=[^“])/g, '上面填的').replace(/可以导入 Word、WPS 文字、txt、md 文件/g, '能转的是 Word、WPS 文字和 txt 文件。PDF、Excel 请打开文稿当附件放，图片也打开文稿再放').replace(/条目/g, '文稿').replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, shownDay).replace(/(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g, (time, hours, minutes) => hour(hours, minutes)).replace(/请在文件头里写上“(.+?): ……”/g, '请补上“$1”').replace(/字段(?=“)/g, '').replace(/字段/g, '内容')
    .replace(/“([^”]+)\.(?:md|adoc)”指向的文件不存在/g, '指的文稿“$1”找不到').replace(/指向的文件不存在/g, '指的文件找不到').replace(/“([^”\/]+)\.(?:md|adoc)”/g, '“$1”').replace(/文件头/g, '开头的内容').replace(/content\/(?:[^\s，；。”]*\/)?([^\s/，；。”]+)\.(?:md|adoc)/g, '$1');
}

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
  const set = now => {
    input.value = shownDay(now);
    calendar.value = now;
    change(now);
  };
  const input = h('input', Object.assign({placeholder: '如：' + day(new Date().toISOString())}, properties,
    {type: 'text', autocomplete: 'off', onchange: () => set(typedDay(input.value)), oninput: () => {
      if (/^\d{4}-/.test(typedDay(input.value))) {
        change(typedDay(input.value));
      }
    }}));
  const calendar = h('input', {type: 'date', class: 'vh', tabindex: '-1', 'aria-hidden': 'true', onchange: () => set(calendar.value)});
  input.value = shownDay(value);
  calendar.value = value;
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
