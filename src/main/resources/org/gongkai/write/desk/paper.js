/** The paper around a text: the facts of an entry in the places where readers see them. */
import {button, day, fill, h} from './dom.js';
import {chooser} from './files.js';
import {blank, called, control} from './form.js';

const TITLE = '标题';
const NUMBER = '发文字号';
const UNIT = '发布机构';
const SIGNED = '成文日期';
const FILES = '附件';
const TO = '主送';
const FIXED = [TITLE, NUMBER, UNIT, SIGNED, FILES];
/** Those that are more than a line. */
const BROAD = ['table', 'range', 'notice', 'meeting', 'step'];
/** What stands above and below the fields of a kind; see form.yml. */
const ABOVE = ['标题', '文种', '栏目', '发布日期'];
const BELOW = '公开范围';

/** The fields that have their places on the paper. */
export function placed(fields) {
  const start = fields.reduce((last, field, i) => ABOVE.includes(field.name) ? i : last, 0) + 1;
  const end = fields.findIndex(field => field.name === BELOW);
  return FIXED.concat(fields.slice(start, end).filter(field => field.usual || field.need !== 'optional' || field.input === 'table').map(field => field.name));
}

/**
 * @param text the element that the text is written in
 * @param onchange is given the name of a field and its new value
 * @param addFile lets a file be chosen
 * @param replaceFile is given a link, and a file that takes the place of what it leads to
 */
export function paper(text, onchange, addFile, replaceFile) {
  const title = h('textarea', {
    rows: 1, 'aria-label': TITLE, placeholder: '标题', autocomplete: 'off', 'data-field': TITLE, spellcheck: 'false',
    // What a new paper is called at first is chosen as a whole, so that typing replaces it.
    onfocus: () => /（请改标题）$/.test(title.value) && setTimeout(() => title.select()),
    onkeydown: event => {
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        element.dispatchEvent(new Event('body'));
      }
    },
    // A whole paper that is pasted here begins with its title.
    onpaste: event => {
      if (/（请改标题）$|^$/.test(title.value)) {
        element.dispatchEvent(new CustomEvent('whole', {detail: event}));
      }
    },
    oninput: () => {
      holder.dataset.text = title.value;
      onchange(TITLE, title.value.replace(/\s*\n\s*/g, ''));
    },
  });
  // What is typed stands behind the input as well, and makes it as high as it must be.
  const holder = h('span', {class: 'paper-title'}, title);
  const number = h('span', {class: 'paper-number'});
  const line = h('div', {class: 'source'}, h('span'), number, h('span'));
  const facts = h('dl', {class: 'facts'});
  const broad = h('div', {class: 'paper-broad'});
  // Plans begin with their text, as their pages do.
  const below = h('div', {class: 'paper-broad is-below'});
  const files = h('div', {class: 'attachments'});
  const signature = h('div');
  const element = h('article', {class: 'sheet'},
    h('header', null, h('h1', null, holder), line), facts, broad, text, below, files,
    h('div', {class: 'signature'}, signature));
  let inputs = {};
  let shown = '';
  let values = {};
  /** Of what type and how large the files are, as the page says. */
  let sizes = [];
  /** The files as they are drawn; what is not published yet of each, by its path. */
  let drawn = null;
  let fresh = {};
  /** The row that says whom it goes to, which stands above the text unless that begins with it. */
  let recipients = null;
  let isAddressed = false;

  function addressed(said) {
    isAddressed = said;
    if (recipients && !facts.contains(document.activeElement)) {
      if (said) {
        recipients.remove();
      } else if (recipients.parentNode !== facts) {
        facts.prepend(recipients);
      }
      facts.hidden = !facts.children.length;
    }
  }

  function show(fields) {
    const named = {};
    fields.forEach(field => { named[field.name] = field; });
    const places = placed(fields);
    const names = places.filter(name => !FIXED.includes(name));
    values = {};
    places.concat('文种').forEach(name => { values[name] = named[name] ? named[name].value : ''; });
    const structure = JSON.stringify(names.concat([NUMBER, UNIT, SIGNED]).map(name => named[name] && [name, named[name].choices, named[name].need]));
    if (document.activeElement !== title) {
      title.value = typeof values[TITLE] === 'string' ? values[TITLE] : '';
      title.readOnly = !blank(values[TITLE]) && typeof values[TITLE] !== 'string';
      holder.dataset.text = title.value;
    }
    title.classList.toggle('is-missing', blank(values[TITLE]));
    const source = values[UNIT];
    const published = named['发布日期'] && named['发布日期'].value;
    line.firstChild.textContent = typeof source === 'string' && source || (named[UNIT] && named[UNIT].need === 'required' ? '（落款的单位）' : '');
    line.lastChild.textContent = published && typeof published === 'string' ? day(published) + '发布' : '（还没有定哪天发布）';
    if (structure !== shown) {
      shown = structure;
      inputs = {};
      const wide = names.filter(name => BROAD.includes(named[name].input));
      [broad, below].forEach(place => fill(place, wide.filter(name => (name === '任务项') === (place === below)).map(name => h('section', null, h('h2', null, called(name), named[name].input === 'meeting' ? h('small', null, '有的写，没有的空着') : null), input(named[name])))));
      const rows = names.filter(name => !wide.includes(name)).map(name => h('div', {class: /list|long/.test(named[name].input) ? 'facts-long' : ''}, h('dt', null, h('label', {for: 'paper-' + name}, name)), h('dd', null, input(named[name]))));
      fill(facts, rows);
      recipients = rows.find(row => row.textContent.startsWith(TO)) || null;
      facts.hidden = !facts.children.length;
      addressed(isAddressed);
      fill(signature, input(named[UNIT]), input(named[SIGNED]));
      fill(number, input(named[NUMBER]));
    } else {
      Object.keys(inputs).forEach(name => {
        const place = inputs[name];
        if (JSON.stringify(place.value) !== JSON.stringify(named[name].value) && !place.element.contains(document.activeElement)) {
          place.element.replaceWith(input(named[name]));
        }
      });
    }
    Object.keys(inputs).forEach(name =>
      inputs[name].element.classList.toggle('is-missing', named[name].need === 'required' && blank(named[name].value)));
    number.hidden = !inputs[NUMBER];
    const rows = Array.isArray(values[FILES]) ? values[FILES] : [];
    // A name that is being typed is left alone; an answer may be about less of it. Another file is shown all the same.
    const isTyping = files.contains(document.activeElement) && document.activeElement.matches('input[type=text]');
    if (JSON.stringify(rows) !== drawn && !(isTyping && rows.length === files.querySelectorAll('li').length)) {
      attachments(rows);
    }
  }

  function input(field) {
    if (!field) {
      return null;
    }
    const place = {value: field.value};
    // A meeting of all is not one of a group.
    const of = field.input === 'meeting' && /党员大会|支委会/.test(values.文种) ? {without: '党小组'} : {};
    const widget = control(Object.assign(of, field), 'paper-' + field.name, value => {
      place.value = value;
      onchange(field.name, value);
    });
    place.element = h('div', {class: 'paper-field', 'data-field': field.name}, widget);
    const typed = place.element.querySelector('input, select, textarea');
    if (typed) {
      if (!BROAD.includes(field.input)) {
        typed.setAttribute('aria-label', field.name);
      }
      if (typed.type === 'text' && !typed.placeholder && FIXED.includes(field.name)) {
        typed.placeholder = field.name === NUMBER ? '发文字号（没有的不写）' : field.name === UNIT ? '落款的单位' : '';
      }
      if (field.name === SIGNED) {
        typed.placeholder = '落款的日期（可不写）';
      }
    }
    // The value that is usual is there by a key.
    if (typeof field.preset === 'string' && field.preset && blank(field.value)) {
      place.element.append(button('填“' + field.preset + '”', () => {
        onchange(field.name, field.preset);
        place.element.replaceWith(input(Object.assign({}, field, {value: field.preset})));
      }, {class: 'plain'}));
    }
    inputs[field.name] = place;
    return place.element;
  }

  /** What readers see of a file, without the ending of its name. */
  const plainName = row => row['文件'].replace(/^.*\//, '').replace(/\.\w+$/, '');
  const shownName = row => row['名称'] || plainName(row);
  /** Tells that a file has another name, or none. @param undo puts it back; isFresh whether readers never had it */
  const renamed = (was, now, undo, isFresh) => was !== now && element.dispatchEvent(new CustomEvent('file', {detail: {was, now, undo, isFresh}}));

  function attachments(rows) {
    drawn = JSON.stringify(rows);
    const replacing = rows.map(row => chooser(chosen => replaceFile(row['文件'], [chosen[0]])));
    fill(files, h('h2', null, '附件：', rows.length ? h('small', null, '框里是读者看到的名称，可以改') : null), rows.length ? h('ol', null, rows.map((row, i) => h('li', null,
      h('input', {
        type: 'text', value: shownName(row), placeholder: plainName(row), title: '显示的名称，可以改',
        'aria-label': '附件' + (i + 1) + '的名称', autocomplete: 'off', 'data-was': shownName(row), oninput: event => {
          const typed = event.target.value.trim();
          rows = rows.map(one => Object.assign({}, one));
          if (typed && typed !== plainName(row)) {
            rows[i]['名称'] = typed;
          } else {
            delete rows[i]['名称'];
          }
          drawn = JSON.stringify(rows);
          onchange(FILES, rows);
          told(event.target.closest('li'), i);
        },
        onchange: event => {
          const {was} = event.target.dataset;
          event.target.dataset.was = shownName(rows[i]);
          renamed(was, shownName(rows[i]));
        },
      }),
      replacing[i], button('换文件', () => replacing[i].click(), {'aria-label': '换附件' + (i + 1) + '的文件', title: '用新文件换掉它，名称和各处的链接不变'}),
      button('删去', () => {
        const all = rows.filter((one, k) => k !== i);
        onchange(FILES, all);
        attachments(all);
        renamed(shownName(rows[i]), '', () => {
          onchange(FILES, rows);
          attachments(rows);
        }, /^新放/.test(fresh[rows[i]['文件']]));
      }, {'aria-label': '删去附件' + (i + 1)}), h('p', {class: 'hint'})))) : null,
    button('＋ 加附件', addFile, {class: 'add', 'data-name': '加附件'}));
    files.classList.toggle('is-empty', !rows.length);
    Array.from(files.querySelectorAll('li')).forEach(told);
  }

  /** Below the name of a file: what it is, and whether readers will know it by that name. */
  function told(item, i) {
    const name = item.querySelector('input[type=text]');
    const strange = !/\p{Script=Han}/u.test(name.value || name.placeholder);
    const now = fresh[(JSON.parse(drawn)[i] || {})['文件']];
    fill(item.lastChild, now ? h('span', {class: 'chip wait'}, now) : null, strange ? h('b', null, '请换成读者看得懂的名称，如“值班安排表”。') : null, sizes[i] || '');
  }

  /** Of a meeting or a period, the part that a message names first. */
  function cell(place, message = '') {
    const at = one => (message + one.querySelector('label').textContent).indexOf(one.querySelector('label').textContent);
    return Array.from(place.querySelectorAll('.inner > .field')).filter(one => at(one) < message.length).sort((a, b) => at(a) - at(b))[0];
  }

  return {
    element,
    show,
    /** @param said whether the text begins with whom it goes to */
    addressed,
    /** Takes from a page what it says of the files. */
    seen(page) {
      const said = Array.from(page.querySelectorAll('.attachments .file'), file => file.textContent.replace(/[（）]/g, ''));
      sizes = said.length === files.querySelectorAll('li').length ? said : [];
      Array.from(files.querySelectorAll('li')).forEach(told);
    },
    value: name => name in values ? values[name] : null,
    /** Goes to the name of the attachment that was put in last, which what is typed replaces. */
    named: () => Array.from(files.querySelectorAll('ol input[type=text]')).slice(-1).forEach(name => name.select()),
    /** @param said what is not published yet of files, by their paths */
    unpublished(said) {
      fresh = said;
      Array.from(files.querySelectorAll('li')).forEach(told);
    },
    focus(name, message) {
      const whole = element.querySelector('[data-field="' + name + '"]');
      const place = whole && cell(whole, message) || whole;
      const typed = place && (place.matches('textarea') ? place : place.querySelector('input, select, textarea'));
      if (typed) {
        typed.scrollIntoView({block: 'center'});
        typed.focus();
      }
      return Boolean(typed);
    },
    /** Marks the places that problems are about. */
    mark(problems) {
      element.querySelectorAll('[data-field]').forEach(place => {
        const own = problems.filter(problem => problem.field === place.dataset.field);
        const cells = own.filter(problem => problem.severity === 'error').map(problem => cell(place, problem.message) || place);
        [place, ...place.querySelectorAll('.inner > .field')].forEach(one => one.classList.toggle('is-bad', cells.includes(one)));
        place.title = own.map(problem => problem.message).join('；');
      });
    },
  };
}
