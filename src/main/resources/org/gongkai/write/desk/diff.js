/** Differences between two texts, as the program found them. */
import {h, shownDay} from './dom.js';
import {BOOKS, figured} from './marked.js';

/** The signs of a line that say how it is set, which are not for those who compare what it says. */
function signs(line) {
  const whole = line.runs.map(run => run.text).join('');
  return /^\s*\|/.test(whole) ? /(?:^ *)?\|(?: *$)?|-{3,}:?/g : /^[^\s:]+: *[{[]|^ *- \{.*\}$/.test(whole) ? /[{}[\]]|^ *- /g : /^#{1,6}\s+|\*\*/g;
}

const worded = (text, marks, fact) => (fact ? text.replace(/:(?: |$)/g, '：').replace(/, /g, '，') : text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')).replace(marks, '').replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, shownDay);

/** How many characters two texts share at the beginning, and then at the end. A number is shared as a whole or not at all. */
export function shared(text, other) {
  const isWithinNumber = (whole, at) => /\d{2}/.test(whole.slice(Math.max(0, at - 1), at + 1));
  let start = 0;
  while (start < text.length && text[start] === other[start]) {
    start++;
  }
  while (isWithinNumber(text, start) || isWithinNumber(other, start)) {
    start--;
  }
  let end = 0;
  while (end < Math.min(text.length, other.length) - start && text[text.length - 1 - end] === other[other.length - 1 - end]) {
    end++;
  }
  while (isWithinNumber(text, text.length - end) || isWithinNumber(other, other.length - end)) {
    end--;
  }
  return {start, end};
}

function shown(given, fact) {
  const line = figured(given);
  const marks = signs(line);
  return h('p', {class: 'line ' + line.kind}, line.runs.map(run => {
    const text = worded(run.text, marks, fact);
    return run.kind === 'same' ? text : h(run.kind === 'deleted' ? 'del' : 'ins', null, text || '（格式）');
  }));
}

/**
 * @param lines the lines of both: {kind: same, deleted, inserted or changed, runs: [{kind, text}]}
 */
export function difference(lines) {
  const rows = [];
  /** Facts that were changed, and what was written of the steps. */
  const changed = [];
  const books = [];
  let skipped = 0;
  let name = '';
  const facts = lines.findIndex((line, i) => i && line.runs.map(run => run.text).join('') === '---');
  const near = lines.map((line, i) => lines.slice(Math.max(0, i - 2), i + 3).some(other => other.kind !== 'same'));
  lines.forEach((line, i) => {
    if (line.runs.length === 1 && line.runs[0].text === '---') {
      return;
    }
    if (i < facts) {
      const whole = line.runs.map(run => run.text).join('');
      name = (/^([^\s:#]+):/.exec(whole) || [])[1] || name;
      // That it is published is true only afterwards.
      if (line.kind !== 'same' && !/^#|^状态: *(草稿|已发布)/.test(whole)) {
        (BOOKS.test(name) ? books : changed).push(shown(line, true));
      }
      return;
    }
    if (!near[i]) {
      skipped++;
      return;
    }
    if (skipped) {
      rows.push(h('p', {class: 'skipped'}, '……'));
      skipped = 0;
    }
    // One empty line is enough to tell paragraphs apart.
    if (line.runs.length) {
      rows.push(shown(line, false));
    }
  });
  if (skipped) {
    rows.push(h('p', {class: 'skipped'}, '……'));
  }
  const texts = lines.some((line, i) => i > facts && line.kind !== 'same' && line.runs.length) ? rows : [];
  return texts.length + changed.length + books.length
    ? h('div', {class: 'difference'}, texts, changed,
      books.length ? h('details', {open: !texts.length && !changed.length}, h('summary', null, '审查、审批一类的记录（' + books.length + '处）'), books) : null)
    : h('p', {class: 'empty'}, '文字没有变。');
}
