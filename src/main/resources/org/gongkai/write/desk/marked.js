/** What changed in a paper, marked in the page as readers see it. */
import {h, shownDay} from './dom.js';

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, td, th, dt, dd, pre, figcaption, .source span';
/** Rows that hold several values: of a table, or fields within braces. */
const CELLS = /^\s*\|/;
const FIELDS = /^ *- \{.*\}$|^[^\s:]+: *\{.*\}$/;
/** What of a line says how it is set. */
const SIGNS = /\*\*|`|\]\([^)]*\)|\[(?=[^\]]*\]\()|^ *(?:#{1,6} +|[-*+] +|\d+[.)] +|> *)|[{}|]/g;
const KEY = /^[\s,-]*\{?\s*([^\s:{]+): +/;
const MOST = 26;
/** So many characters stand on either side of one that was changed. */
const NEAR = 8;

const NUMBER = /[\d.:：年月日时分人名票次项户元%％]/;

const squeezed = text => text.replace(/\s+/g, '');

/** The text after a change. */
export const after = lines => lines.filter(line => line.kind !== 'deleted')
  .map(line => line.runs.filter(run => run.kind !== 'deleted').map(run => run.text).join('') + '\n').join('');

const charsOf = line => line.runs.flatMap(run => Array.from(run.text.split(''), c => ({c, kind: run.kind})));
/** What asks for a figure, and what stands behind it; readers see only what is between them. */
const ASKED = /\{\{[^{}]* = (?=[^{}]*\}\})|(?<=\{\{[^{}]* = [^{}]*)\}\}/g;
/** A figure that nobody has written beside what asks for it. */
const COUNTED = /\{\{(?:计数|合计)[^{}=]*(?:=[^{}=]+)*\}\}/g;

/** A line with the figures that it counts as readers see them. */
export function figured(line) {
  if (!line.runs.some(run => run.text.includes('{{'))) {
    return line;
  }
  const chars = charsOf(line);
  ['deleted', 'inserted'].forEach(gone => {
    const side = chars.filter(one => one.kind !== gone);
    const text = side.map(one => one.c).join('');
    Array.from(text.matchAll(ASKED)).forEach(({0: {length}, index}) => side.slice(index, index + length).forEach(one => { one.isAsked = true; }));
    Array.from(text.replace(ASKED, each => ' '.repeat(each.length)).matchAll(COUNTED)).forEach(({0: {length}, index}) =>
      side.slice(index, index + length).forEach((one, i) => Object.assign(one, i ? {isAsked: true} : {shown: '（自动算的数）'})));
  });
  const runs = [];
  chars.filter(one => !one.isAsked).forEach(({c, shown, kind}) => {
    const last = runs[runs.length - 1];
    if (last && last.kind === kind) {
      last.text += shown || c;
    } else {
      runs.push({kind, text: shown || c});
    }
  });
  return Object.assign({}, line, {runs});
}

/** The values of a line, each with its characters: {name, chars: [{c, kind}]}. */
function values(given, inHeader) {
  const line = figured(given);
  const whole = line.runs.map(run => run.text).join('');
  const chars = charsOf(line);
  const cuts = [0];
  const divider = FIELDS.test(whole) ? /, (?=[^\s:]+: )/g : CELLS.test(whole) ? /\|/g : null;
  for (let found; divider && (found = divider.exec(whole));) {
    cuts.push(found.index + found[0].length);
  }
  return cuts.map((start, i) => {
    const end = i + 1 < cuts.length ? cuts[i + 1] : chars.length;
    const text = whole.slice(start, end);
    const key = inHeader && KEY.exec(text);
    const dropped = new Set();
    const drop = (from, length) => { for (let k = 0; k < length; k++) { dropped.add(from + k); } };
    if (key) {
      drop(0, key[0].length);
    }
    text.replace(SIGNS, (sign, ...more) => { drop(more.find(each => typeof each === 'number'), sign.length); return sign; });
    if (divider) {
      text.replace(/, $/, (sign, at) => { drop(at, 2); return sign; });
    }
    return {name: key ? key[1] : '', chars: chars.slice(start, end).filter((c, k) => !dropped.has(k))};
  });
}

const textOf = (value, left) => value.chars.filter(one => one.kind !== left).map(one => one.c).join('');
const isChanged = value => value.chars.some(one => one.kind !== 'same' && one.c.trim());

/** The values of all lines in order; those of the header first. */
function valuesOf(lines) {
  let marks = 0;
  let heading = '';
  return lines.flatMap(line => {
    marks += after([line]).trim() === '---' ? 1 : 0;
    heading = marks > 1 && (/^#+ +(.+)\n$/.exec(after([line])) || [])[1] || heading;
    return values(line, marks < 2).map(value => Object.assign(value, {line: line.kind, inHeader: marks < 2, heading}));
  }).filter(value => value.chars.length && textOf(value, '').trim() !== '---');
}

/** What the program or those who take the steps write, of which nobody is to be told among what was changed. */
export const BOOKS = /^(状态|修订日期|保密审查|审查人|审核|审核人|审批|审批人|日期|勘误|历史)$/;

/** The characters of a kind; those of a word or two with what stands around them up to the next mark, where something takes their place. */
function around(chars, kind) {
  const own = chars.map(one => one.kind === kind);
  const [from, to] = [own.indexOf(true), own.lastIndexOf(true) + 1];
  const changed = chars.filter(one => one.kind !== 'same').length;
  if (from < 0 || changed > 4 || !['deleted', 'inserted'].every(each => chars.some(one => one.kind === each))) {
    return chars.filter(one => one.kind === kind).map(one => one.c).join('');
  }
  // A number is told whole, with the day that it is part of and what it counts.
  if (chars.some(one => one.kind !== 'same' && /\d/.test(one.c))) {
    let [first, last] = [from, to];
    for (; first > 0 && NUMBER.test(chars[first - 1].c); first--);
    for (; last < chars.length && NUMBER.test(chars[last].c); last++);
    return chars.slice(first, last).filter(one => one.kind === 'same' || one.kind === kind).map(one => one.c).join('');
  }
  const ends = one => one.kind === 'same' && /[，、；。：（）“”\s]/.test(one.c);
  const left = chars.slice(0, from).map(ends).lastIndexOf(true) + 1;
  const right = chars.slice(to).findIndex(ends);
  const end = right < 0 ? chars.length : to + right;
  const [first, last] = [Math.max(left, from - NEAR), Math.min(end, to + NEAR)];
  return (first > left ? '…' : '') + chars.slice(first, last).filter(one => one.kind === 'same' || one.kind === kind).map(one => one.c).join('') + (last < end ? '…' : '');
}

/** A sentence that says what of the text changed first, and how much. */
export function summary(lines) {
  const all = valuesOf(lines).filter(value => isChanged(value) && !(value.inHeader && BOOKS.test(value.name)) && !/^更正：\d/.test(textOf(value, 'deleted')));
  const first = all.find(value => !value.inHeader) || all[0];
  if (!first) {
    return '文字没有变';
  }
  const words = kind => shownDay(around(first.chars, kind).trim().replace(/^[，、；。]/, ''));
  const quoted = text => '“' + (text.length > MOST ? text.slice(0, MOST) + '…' : text) + '”';
  const [gone, come] = [words('deleted'), words('inserted')];
  return (first.name || first.heading ? (first.name || first.heading) + '：' : '') + (gone && come ? quoted(gone) + '改为' + quoted(come) : come ? '加上' + quoted(come) : '删去' + quoted(gone))
    + (all.length > 1 ? '，共' + all.length + '处' : '');
}

/** The places of the characters of a block that are no blanks. */
function places(block) {
  const all = [];
  const walk = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    Array.from(walk.currentNode.data.split('')).forEach((c, offset) => c.trim() && all.push({node: walk.currentNode, offset}));
  }
  return all;
}

/** Marks a value in a block that holds it from a character on; from the end, so that places stay what they are. */
function put(block, value, from) {
  const page = block.ownerDocument;
  const at = places(block);
  const chars = value.chars.filter(one => one.c.trim());
  let next = from + chars.filter(one => one.kind !== 'deleted').length;
  for (let i = chars.length; i > 0;) {
    const {kind} = chars[i - 1];
    let start = i;
    while (start > 0 && chars[start - 1].kind === kind) {
      start--;
    }
    if (kind === 'deleted') {
      const gone = page.createElement('del');
      gone.textContent = chars.slice(start, i).map(one => one.c).join('');
      if (at[next]) {
        at[next].node.parentNode.insertBefore(gone, at[next].node.splitText(at[next].offset));
      } else {
        block.append(gone);
      }
    } else {
      for (let k = i - 1; k >= start; k--) {
        next--;
        let first = next;
        while (k > start && at[first - 1] && at[first - 1].node === at[next].node) {
          first--;
          k--;
        }
        if (kind === 'inserted') {
          const come = page.createElement('ins');
          const piece = at[first].node.splitText(at[first].offset);
          piece.splitText(at[next].offset + 1 - at[first].offset);
          piece.replaceWith(come);
          come.append(piece);
        }
        next = first;
      }
    }
    i = start;
  }
}

/**
 * Marks in a page what lines changed.
 *
 * @returns what the page does not show: {name, gone, come}
 */
export function markChanges(page, lines) {
  // What a paper strikes out by itself is no change of it.
  [['del', 's'], ['ins', 'u']].forEach(([own, other]) => page.querySelectorAll(own).forEach(element => {
    const plain = page.createElement(other);
    plain.append(...element.childNodes);
    element.replaceWith(plain);
  }));
  const blocks = Array.from(page.body.querySelectorAll(BLOCKS)).filter(block => !block.querySelector(BLOCKS))
    .map(block => ({block, text: squeezed(block.textContent)}));
  const rest = [];
  let last = null;
  valuesOf(lines).forEach(value => {
    const text = squeezed(shownDay(textOf(value, 'deleted').trim()));
    const within = text.length > 1 ? one => one.text.includes(text) : () => false;
    const from = value.inHeader ? 0 : blocks.findIndex(one => one.block.closest('.prose'));
    const found = text ? blocks.find((one, i) => i >= from && one.text === text && !one.used) || blocks.find((one, i) => i >= from && within(one)) : null;
    if (found) {
      found.used = true;
      last = value.inHeader ? null : found.block;
    }
    if (!isChanged(value)) {
      return;
    }
    if (found && found.text === squeezed(found.block.textContent) && text === squeezed(textOf(value, 'deleted'))) {
      put(found.block, value, found.text.indexOf(text));
    } else if (!text && last && last.closest('.prose') && !last.closest('table')) {
      const gone = page.createElement('p');
      gone.append(page.createElement('del'));
      gone.firstChild.textContent = textOf(value, 'inserted');
      last.after(gone);
      last = gone;
    } else {
      const words = kind => value.chars.filter(one => one.kind !== kind).map(one => one.c).join('').trim();
      rest.push({name: value.name, gone: value.line === 'inserted' ? '' : words('inserted'), come: value.line === 'deleted' ? '' : words('deleted')});
    }
  });
  return rest;
}

/** Where there is one column. */
const NARROW = '(max-width: 600px)';

/** Leaves of an article, where there is one column, what was changed with the heading above it; a sentence that says so, or ''. */
export function near(page) {
  const isChanged = block => block && block.querySelector('ins, del');
  const blocks = Array.from(page.querySelectorAll('.prose > *, .facts, .attachments, .signature'));
  if (!matchMedia(NARROW).matches || !blocks.some(isChanged)) {
    return '';
  }
  blocks.concat(...page.querySelectorAll('.source, .tags')).filter(block => !isChanged(block) && !(/^H\d$/.test(block.tagName) && isChanged(block.nextElementSibling))).forEach(block => block.remove());
  return '只列出改了的地方。';
}

/** What the marks of a page mean, of those that it has. */
export function legend(page, cut) {
  const [come, gone] = ['ins', 'del'].map(name => page.querySelector(name));
  return h('p', {class: 'hint'}, come ? [h('ins', null, '绿底'), '的是写上的'] : '', come && gone ? '，' : '', gone ? [h('del', null, '红斜纹'), '的是去掉的'] : '',
    come || gone ? '。' : '正文没有变。', cut);
}

/** What a page does not show; that steps were taken is told elsewhere. */
export function asides(rest) {
  const some = rest.filter(one => !BOOKS.test(one.name));
  return some.length ? h('details', null, h('summary', null, '正文以外还改了' + some.length + '处'), h('ul', null, some.map(each => h('li', null, each.name ? each.name + '：' : '',
    each.gone ? h('del', null, shownDay(each.gone)) : null, each.come ? h('ins', null, shownDay(each.come)) : null)))) : null;
}
