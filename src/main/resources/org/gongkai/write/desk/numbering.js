/** The numbers of headings in official papers: 一、 then （一） then 1. then （1）. */

const DIGITS = '零一二三四五六七八九';

export function chinese(number) {
  if (number > 99) {
    return String(number);
  }
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + (ones || !tens ? DIGITS[ones] : '');
}

const LEVELS = {
  2: {number: n => chinese(n) + '、', typed: /^[一二三四五六七八九十百零]+、\s*/},
  3: {number: n => '（' + chinese(n) + '）', typed: /^[（(][一二三四五六七八九十百零]+[）)]\s*/},
  4: {number: n => n + '.', typed: /^\d+[.．、]\s*/},
  5: {number: n => '（' + n + '）', typed: /^[（(]\d+[）)]\s*/},
};
const ANY = /^([一二三四五六七八九十百零]+、|[（(][一二三四五六七八九十百零]+[）)]|\d+[.．、]|[（(]\d+[）)])\s*/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;

/** A text without its number. */
export function unnumbered(text) {
  return text.replace(ANY, '');
}

/** Which lines are headings: not those inside of fenced code. */
function headings(lines) {
  let fence = null;
  return lines.map(line => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line);
    if (mark && (!fence || mark[1].startsWith(fence))) {
      fence = fence ? null : mark[1];
      return null;
    }
    return fence ? null : HEADING.exec(line);
  });
}

/** A line as a heading of a level with the number that follows those above it. */
export function numberedHeading(lines, at, level) {
  const found = headings(lines);
  let count = 1;
  for (let i = at - 1; i >= 0; i--) {
    if (found[i] && found[i][1].length < level) {
      break;
    }
    if (found[i] && found[i][1].length === level && LEVELS[level].typed.test(found[i][2])) {
      count++;
    }
  }
  const text = (found[at] ? found[at][2] : lines[at].trim()).replace(ANY, '');
  const gap = level === 4 ? ' ' : '';
  return '#'.repeat(level) + ' ' + LEVELS[level].number(count) + gap + text;
}

/** The lines with the numbers of all numbered headings in order. */
export function renumbered(lines) {
  const counts = {};
  return headings(lines).map((heading, i) => {
    if (!heading) {
      return lines[i];
    }
    const level = heading[1].length;
    Object.keys(counts).filter(deeper => Number(deeper) > level).forEach(deeper => delete counts[deeper]);
    const rule = LEVELS[level];
    if (!rule || !rule.typed.test(heading[2])) {
      return lines[i];
    }
    counts[level] = (counts[level] || 0) + 1;
    return lines[i].replace(/^(#+\s+).*$/, '$1') + rule.number(counts[level])
      + (/^\d+[.．、] /.test(heading[2]) ? ' ' : '') + heading[2].replace(rule.typed, '');
  });
}
