/** What is asked about an entry beside its paper. */
import {append, dayInput, fill, h} from './dom.js';
import {get} from './api.js';
import {grid} from './grid.js';

/** The number and the unit stand by themselves. */
const ONE_LINE = ['发文字号', '发布机构'];
/** Longer words may not have room in half a row of a phone. */
const LONG = 9;
/** Lists of which one is usual. */
const ONE = ['文种', '栏目'];
const GROUPS = ['range', 'notice', 'meeting', 'step'];
const PERIOD = ['起', '止'].map(name => ({name, input: 'date', need: 'required', choices: [], members: []}));
/** What is typed into a blank fact of a meeting. */
const HINTS = {次数: '第几次', 地点: '如：二楼会议室', 主持人: '姓名', 记录人: '姓名', 应到: '人数', 实到: '人数', 主题: '没有的不写', 党小组: '哪个组'};
let ids = 0;

/** How a few of them are asked for. */
const QUESTIONS = {
  公开范围: '给谁看？', 发布日期: '什么时候发？', 文种: '这是一份什么？', 栏目: '放在哪一栏？',
};
/** What fields are called on the paper where their own names are those of the program. */
const CALLED = {任务项: '要办的任务', 整改项: '要整改的问题'};
export const called = name => CALLED[name] || name;
const MOST = 5;
/** What the further fields are about; those that no group names belong to the kind. */
const MEANINGS = {
  归类和查找: ['栏目', '标签', '事项', '目录项', '摘要', '年度', '索引号'], 谁负责: ['责任人', '拟稿人'],
  公开多久: ['公开时限', '失效日期', '有效性', '状态'], 改动的记录: ['修订日期', '历史', '旧址', '勘误', '撤回日期', '撤回原因'],
};
/** Those that most papers never have: the program writes them, or the kind asks for them. */
const RARE = MEANINGS.改动的记录.concat('有效性');

/**
 * @param onchange is given the name of a field and its new value: a text, a list, or an object; '' for none
 */
export function form(onchange) {
  const element = h('form', {class: 'form', 'aria-label': '发布的安排', onsubmit: event => event.preventDefault()});
  let rows = {};
  let shown = '';

  /** Shows the fields that have no place on the paper; the one that is being typed into is left alone. */
  function show(all, placed) {
    // What the steps and a withdrawal write is not chosen beside them.
    const stepped = all.some(field => field.name === '审批' && field.need === 'required');
    const fields = all.filter(field => !placed.includes(field.name) && field.input !== 'step' && field.name !== '例外' && !(stepped && field.name === '状态' && field.value !== '已撤回')
      && (field.usual || !RARE.includes(field.name) && (field.name !== '目录项' || field.choices.length)));
    // A field that was filled in stays where it is, so that nothing jumps while one types.
    const structure = JSON.stringify(fields.map(field => Object.assign({}, field, {value: null, usual: null})));
    if (structure !== shown) {
      shown = structure;
      rows = {};
      const weight = field => field.need === 'required' ? 0 : QUESTIONS[field.name] && field.name !== '栏目' ? 1
        : field.need === 'recommended' ? 2 : field.name === '栏目' ? 3 : 9;
      const first = fields.filter(field => weight(field) < 9).sort((a, b) => weight(a) - weight(b))
        .filter((field, i) => i < MOST || field.need === 'required');
      const named = Object.values(MEANINGS).flat();
      const box = (heading, wanted) => {
        const further = fields.filter(field => !first.includes(field) && wanted(field.name));
        return further.length ? h('details', null, h('summary', null, heading), h('div', {class: 'fields'}, further.map(row))) : null;
      };
      fill(element, h('div', {class: 'fields'}, first.map(row)), box('还可以写的', name => !named.includes(name)),
        Object.keys(MEANINGS).map(heading => box(heading, name => MEANINGS[heading].includes(name))));
      return;
    }
    fields.forEach(field => {
      const present = rows[field.name];
      if (JSON.stringify(present.value) !== JSON.stringify(field.value)
          && !present.element.contains(document.activeElement)) {
        const fresh = row(field);
        present.element.replaceWith(fresh);
      }
    });
  }

  function row(given) {
    // A question says what its field is for, and that it is a text needs no words.
    const field = QUESTIONS[given.name] && given.name !== '发布日期' || given.help === '一段文字' ? Object.assign({}, given, {help: ''}) : given;
    const id = 'field-' + (++ids);
    const problems = h('div', {class: 'field-problems', id: id + '-problems', 'aria-live': 'polite'});
    const state = {value: field.value, problems};
    const widget = control(field, id, value => {
      state.value = value;
      onchange(field.name, value);
    });
    const group = field.input === 'table' || GROUPS.includes(field.input);
    const wide = group || field.input === 'long-text' || field.name === '标题';
    const name = [QUESTIONS[field.name] || called(field.name), field.need === 'required' ? h('span', {class: 'must', title: '必填'}, '*')
      : field.need === 'recommended' ? h('span', {class: 'should', title: '应填'}, '应填') : null];
    state.element = h(group ? 'fieldset' : 'div', {class: 'field' + (wide ? ' wide' : ''), 'data-field': field.name},
      group ? h('legend', null, name) : h('label', {for: id}, name),
      widget,
      preset(field, value => {
        onchange(field.name, value);
        state.element.replaceWith(row(Object.assign({}, field, {value, preset: ''})));
        rows[field.name].element.querySelector('input, select, textarea').focus();
      }),
      field.help ? h('p', {class: 'hint', id: id + '-help'}, field.help) : null,
      problems);
    rows[field.name] = state;
    return state.element;
  }

  /** Shows problems below the fields that they belong to; the others are returned. */
  function mark(all, explain) {
    const rest = [];
    Object.keys(rows).forEach(name => {
      rows[name].problems.textContent = '';
      rows[name].element.classList.remove('bad', 'wait');
    });
    all.forEach(problem => {
      const row = rows[problem.field];
      if (!row) {
        rest.push(problem);
        return;
      }
      row.element.classList.add(problem.severity === 'error' ? 'bad' : 'wait');
      append(row.problems, [h('p', {class: 'field-problem ' + (problem.severity === 'error' ? 'bad' : 'wait')},
        problem.message + (problem.hint ? '；' + problem.hint : ''), ' ', explain(problem))]);
    });
    element.querySelectorAll('details').forEach(box => { box.open = box.open || Boolean(box.querySelector('.field.bad')); });
    return rest;
  }

  return {
    element, show, mark,
    focus(name) {
      const row = rows[name];
      if (!row) {
        return false;
      }
      for (let box = row.element.closest('details'); box; box = box.parentElement.closest('details')) {
        box.open = true;
      }
      const input = row.element.querySelector('input, select, textarea');
      if (input) {
        input.focus();
      }
      row.element.scrollIntoView({block: 'center'});
      return true;
    },
  };
}

export function blank(value) {
  return value === null || value === undefined || value === ''
    || typeof value === 'object' && Object.keys(value).every(key => blank(value[key]));
}

/** Offers the default of a blank field. */
function preset(field, take) {
  // Entries without 栏目 are in the one of their kind.
  if (blank(field.preset) || !blank(field.value) || field.input === 'step' || field.name === '栏目') {
    return null;
  }
  const words = typeof field.preset === 'string' ? field.preset
    : Array.isArray(field.preset) ? field.preset.join('、')
      : Object.keys(field.preset).filter(key => typeof field.preset[key] === 'string' && field.preset[key])
        .map(key => field.preset[key]).join('，');
  const offer = '填入“' + (words.length > 30 ? words.slice(0, 30) + '…' : words) + '”';
  return words ? h('p', {class: 'preset'},
    h('button', {type: 'button', class: 'plain', onclick: () => take(field.preset)}, offer)) : null;
}

/** The input of a field. A value of another shape than the form knows is shown as text and left alone. */
export function control(field, id, change) {
  const value = field.value === null || field.value === undefined ? '' : field.value;
  const common = {
    id, name: field.name, autocomplete: 'off', 'aria-required': field.need === 'required' ? 'true' : null,
    'aria-describedby': (field.help ? id + '-help ' : '') + id + '-problems',
  };
  switch (field.input) {
    case 'table':
      return table(field, value, change);
    case 'range':
    case 'notice':
    case 'meeting':
    case 'step':
      return group(field, value, change);
    case 'choice':
      return typeof value === 'string' ? choice(field, value, change, common) : unknown(common);
    case 'date':
      return typeof value === 'string' ? dayInput(Object.assign(common, field.name === '时间' ? {placeholder: '如：12月8日14时30分'} : {}), value, change) : unknown(common);
    case 'reference':
      return typeof value === 'string' ? reference(field, value, change, common) : unknown(common);
    case 'list':
      return ONE.includes(field.name) && (!Array.isArray(value) || value.length < 2)
        ? choice(field, Array.isArray(value) ? value[0] || '' : value, text => change(text ? [text] : []), common)
        : listOf(field, value, change, common);
    default:
      return typeof value === 'string' ? words(field, value, change, common) : unknown(common);
  }
}

/** Another paper, chosen by its title; what is written is where it lies from here. */
function reference(field, value, change, common) {
  const here = decodeURI(location.hash).replace(/^#\/entry\/|\?.*$/g, '');
  const base = 'http://localhost/' + encodeURI(here);
  const option = (link, title) => h('option', {value: link, selected: link === value}, title);
  const select = h('select', Object.assign(common, {onchange: event => change(event.target.value)}),
    option('', '（不填）'), value ? option(value, value.replace(/^.*\/|\.\w+$/g, '')) : null);
  get('entries').then(({entries}) => {
    const target = value && decodeURI(new URL(encodeURI(value), base).pathname.slice(1));
    const chosen = entries.find(one => one.path === target);
    const like = one => chosen ? one.kind === chosen.kind : field.name.endsWith(one.kind.slice(-2));
    const others = entries.filter(one => one.path !== here && one.path !== target && like(one)).sort((a, b) => a.day < b.day ? 1 : -1);
    fill(select, option('', '（不填）'), value ? option(value, chosen ? chosen.title : select.options[1].text) : null, others.map(one => option(relative(here, one.path), one.title)));
  }, () => {});
  return select;
}

/** Where a file lies from another. */
export function relative(from, to) {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && here[same] === there[same]) {
    same++;
  }
  return '../'.repeat(here.length - same) + there.slice(same).join('/');
}

function unknown(common) {
  return h('input', Object.assign(common, {type: 'text', disabled: true, value: '（写法特殊，请在“更多”里的“看文件原文”中改）'}));
}

function words(field, value, change, common) {
  if (value.includes('\n') || field.input === 'long-text') {
    return h('textarea', Object.assign(common, {rows: 3, value, oninput: event => change(event.target.value)}));
  }
  const numeric = ['number', 'money', 'percentage'].includes(field.input);
  const suggestions = field.choices && field.choices.length
    ? h('datalist', {id: common.id + '-list'}, field.choices.map(text => h('option', {value: text}))) : null;
  // Long words are not cut off at the end of a line.
  const long = !suggestions && common.id.startsWith('paper-') && value.length > LONG && !ONE_LINE.includes(field.name);
  const input = h(long ? 'textarea' : 'input', Object.assign(common, {
    type: 'text', rows: 1, class: long ? 'one-line' : null, value, inputmode: numeric ? 'decimal' : null, placeholder: field.name === '主题' && field.need !== 'optional' ? null : HINTS[field.name] || null, list: suggestions ? common.id + '-list' : null,
    onkeydown: event => long && event.key === 'Enter' && event.preventDefault(),
    oninput: event => change(event.target.value),
  }));
  return suggestions ? h('span', {class: 'with-list'}, input, suggestions) : input;
}

function choice(field, value, change, common) {
  const known = !value || field.choices.includes(value);
  // What is required is never left blank, and a paper has the column of its kind without saying so.
  const none = field.need === 'required' ? '请选一个' : field.name === '栏目' && !blank(field.preset) ? field.preset[0] + '（照文种）' : '（不填）';
  return h('select', Object.assign(common, {onchange: event => change(event.target.value)}),
    (value && field.need === 'required' ? [] : ['']).concat(known ? [] : [value], field.choices).map(text =>
      h('option', {value: text, selected: text === value}, text || none)));
}

/** A list as words between 、; commas of both widths divide as well. */
function listOf(field, value, change, common) {
  const texts = Array.isArray(value) ? value : value ? [value] : [];
  if (texts.some(text => typeof text !== 'string')) {
    return unknown(common);
  }
  const divide = typed => typed.split(/[、，,；;\n]/).map(text => text.trim()).filter(text => text);
  const suggestions = field.choices && field.choices.length
    ? h('span', {class: 'suggestions'}, field.choices.slice(0, 10).map(text => h('button', {
      type: 'button', class: 'plain', onclick: () => {
        const now = divide(input.value);
        const next = now.includes(text) ? now.filter(other => other !== text) : now.concat(text);
        input.value = next.join('、');
        change(next);
      },
    }, text))) : null;
  // All who attended are seen, on several lines if need be.
  const areNames = /席$/.test(field.name);
  const input = h(areNames ? 'textarea' : 'input', Object.assign(common, areNames ? {rows: 1, class: 'one-line', onkeydown: event => event.key === 'Enter' && event.preventDefault()} : {type: 'text'}, {
    value: texts.join('、'), placeholder: areNames ? '姓名，用顿号隔开' : '几个之间用顿号隔开',
    oninput: event => change(divide(event.target.value)),
  }));
  return h('span', {class: 'with-list'}, input, suggestions);
}

function group(field, value, change) {
  const given = value && typeof value === 'object' && !Array.isArray(value) ? value : {};
  if (value && typeof value === 'string') {
    return words(field, value, change, {id: 'field-' + (++ids), 'aria-label': field.name, autocomplete: 'off'});
  }
  const now = Object.assign({}, given);
  return h('div', {class: 'fields inner'}, (field.members.length ? field.members : PERIOD).filter(member => !field.without || member.name !== field.without || !blank(now[member.name])).map(member => {
    const id = 'field-' + (++ids);
    return h('div', {class: 'field'}, h('label', {for: id}, member.name),
      control(Object.assign({}, member, {value: now[member.name], help: '', preset: ''}), id, part => {
        if (blank(part)) {
          delete now[member.name];
        } else {
          now[member.name] = part;
        }
        change(Object.keys(now).length ? Object.assign({}, now) : '');
      }));
  }));
}

function table(field, value, change) {
  const lines = Array.isArray(value) ? value : [];
  const extra = lines.some(line => !line || typeof line !== 'object'
    || Object.keys(line).some(name => !field.members.some(column => column.name === name)
      || typeof line[name] !== 'string'));
  if (extra || value && !Array.isArray(value)) {
    return unknown({id: 'field-' + (++ids), 'aria-label': field.name});
  }
  return grid({
    label: called(field.name),
    columns: field.members.map(member => ({
      name: member.name, choices: member.choices, required: member.need === 'required',
    })),
    rows: lines.map(line => field.members.map(column => line[column.name] || '')),
    // A row of which there is no more than its number is not written yet.
    onchange: rows => change(rows.filter(row => row.some((cell, i) => cell.trim() && field.members[i].name !== '序号')).map(row => {
      const line = {};
      field.members.forEach((column, i) => {
        if (row[i].trim()) {
          line[column.name] = row[i].trim();
        }
      });
      return line;
    })),
  });
}
