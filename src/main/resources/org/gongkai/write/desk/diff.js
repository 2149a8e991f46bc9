/** Differences between two texts, as the program found them. */
import {h} from './dom.js';

/**
 * @param lines the lines of both: {kind: same, deleted, inserted or changed, runs: [{kind, text}]}
 */
export function difference(lines) {
  const rows = [];
  let skipped = 0;
  const near = lines.map((line, i) => lines.slice(Math.max(0, i - 2), i + 3).some(other => other.kind !== 'same'));
  lines.forEach((line, i) => {
    if (!near[i]) {
      skipped++;
      return;
    }
    if (skipped) {
      rows.push(h('p', {class: 'skipped'}, '……' + skipped + ' 行没有变化……'));
      skipped = 0;
    }
    rows.push(h('p', {class: 'line ' + line.kind}, line.runs.length ? line.runs.map(run =>
      run.kind === 'deleted' ? h('del', null, run.text)
        : run.kind === 'inserted' ? h('ins', null, run.text) : run.text) : '\u00a0'));
  });
  if (skipped) {
    rows.push(h('p', {class: 'skipped'}, '……' + skipped + ' 行没有变化……'));
  }
  return lines.some(line => line.kind !== 'same')
    ? h('div', {class: 'difference'}, rows)
    : h('p', {class: 'empty'}, '两份文字相同。');
}
