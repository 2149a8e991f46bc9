/** Differences between two texts, as the program found them. */
import {h, shownDay} from './dom.js';

/** The signs of a line that say how it is set, which are not for those who compare what it says. */
function signs(line) {
  const whole = line.runs.map(run => run.text).join('');
  return /^[^\s:]+: *[{[]|^ *- \{.*\}$/.test(whole) ? /[{}[\]]|^ *- /g : /^#{1,6}\s+|\*\*/g;
}

const worded = (text, marks, fact) => (fact ? text.replace(/:(?: |$)/g, '：').replace(/, /g, '，') : text).replace(marks, '').replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, shownDay);

/** How many characters two texts share at the beginning, and then at the end. */
export function shared(text, other) {
  let start = 0;
  while (start < text.length && text[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(text.length, other.length) - start && text[text.length - 1 - end] === other[other.length - 1 - end]) {
    end++;
  }
  return {start, end};
}

/**
 * @param lines the lines of both: {kind: same, deleted, inserted or changed, runs: [{kind, text}]}
 */
export function difference(lines) {
  const rows = [];
  let skipped = 0;
  const facts = lines.findIndex((line, i) => i && line.runs.map(run => run.text).join('') === '---');
  const near = lines.map((line, i) => lines.slice(Math.max(0, i - 2), i + 3).some(other => other.kind !== 'same'));
  lines.forEach((line, i) => {
    if (line.runs.length === 1 && line.runs[0].text === '---') {
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
    const marks = signs(line);
    rows.push(h('p', {class: 'line ' + line.kind}, line.runs.length ? line.runs.map(run => {
      const text = worded(run.text, marks, i < facts);
      return run.kind === 'same' ? text : h(run.kind === 'deleted' ? 'del' : 'ins', null, text || '（格式）');
    }) : '\u00a0'));
  });
  if (skipped) {
    rows.push(h('p', {class: 'skipped'}, '……'));
  }
  return lines.some(line => line.kind !== 'same')
    ? h('div', {class: 'difference'}, rows)
    : h('p', {class: 'empty'}, '两份文字相同。');
}
