/** Two versions of a text side by side, paragraph by paragraph, to choose from. */
import {shared} from './diff.js';
import {button, h, shownDay, withoutYear} from './dom.js';

let names = 0;

/** The field of the typing errors that were corrected, with what it states; each belongs to the passage that has the right words. */
export const ERRATUM = /[“‘「『][^“”‘’「」『』"']+[”’」』]\s*(?:应为|应当是|应是|改为|改成|更正为|→|->)\s*[“‘「『]([^“”‘’「」『』"']*)[”’」』]/g;
const ERRATA = new RegExp('^(?:勘误|errata): *\\[?(?:' + ERRATUM.source + '(?:, *)?)+\\]?\\s*$');
/** A fact as papers state it, without the signs of the file: 保密审查：宣传委员，11月18日. */
export const fact = text => text.replace(/\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?/g, found => withoutYear(shownDay(found)))
  .replace(/^---\s*$/gm, '').replace(/(:)\n *- /g, '$1 ').replace(/\n *- /g, '、').replace(/^([^\s:]+: *)\{(.*)\}$/gm, (whole, name, fields) => name + fields.replace(/(^|, )[^\s:,]+: /g, '$1'))
  .replace(/[{}[\]"]/g, '').replace(/: ?/g, '：').replace(/, /g, '，').trim();
/** Facts that say who has looked through a text; they belong to all of it. */
const STEP = /^(?:(?:保密审查|审核|审批|修订日期|状态):.*|\s.*|)$/;
/** The facts of a text through which nobody has looked. */
const unapproved = facts => facts.replace(/^(?:保密审查|审核|审批|secrecy-review|approval):.*\n(?:[ \t]+\S.*\n)*/gm, '');

/** The cells of a row of a table; those of the row of hyphens below its head are none. */
const cells = line => /^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1).split(/(?<!\\)\|/).map(cell => readable(cell.trim())) : null;
const RULE = /^\s*\|[\s:|-]+\|\s*$/;
/** A line without the signs that make it a heading, an item or a link. */
export const readable = line => line.replace(/^(\s*)[-*+] +/, '$1· ').replace(/^#{1,6} +/, '').replace(/!\[([^\]]*)\]\([^)]*\)/g, '（图：$1）').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2').replace(/<\/?[a-z][^>]*>/gi, '').replace(/\\([\\`*_{}[\]()#+.!|~-])/g, '$1');

/** A passage as it lies on paper, tables as tables, with what the other has not in marks. */
function passage(text, other) {
  const lines = text.split('\n').filter(line => !RULE.test(line));
  const others = other.split('\n').filter(line => !RULE.test(line));
  const rows = lines.map(cells);
  const table = rows.some(Boolean) && rows.every((row, i) => row || !lines[i].trim());
  if (!table) {
    return h('pre', null, text && other ? apart(lines.map(readable).join('\n'), others.map(readable).join('\n')) : lines.map(readable).join('\n'));
  }
  const theirs = others.map(cells).filter(Boolean);
  const isAlike = theirs.length === rows.filter(Boolean).length;
  // Of tables with other rows those are marked that the other has not.
  const line = row => row.join('|');
  return h('table', null, rows.filter(Boolean).map((row, i) => h('tr', null, row.map((cell, k) => h(i ? 'td' : 'th', null,
    !other ? cell : isAlike ? apart(cell, (theirs[i] || [])[k] || '') : theirs.some(one => line(one) === line(row)) ? cell : h('mark', {class: 'apart'}, cell))))));
}

/** A text with what the other has not in marks: not the beginning, the end and the clauses that both share. */
function apart(text, other) {
  const lines = text.split('\n');
  const others = other.split('\n');
  if (lines.length > 1 && lines.length === others.length) {
    return lines.map((line, i) => [i ? '\n' : '', line === others[i] ? line : apart(line, others[i])]);
  }
  const {start, end} = shared(text, other);
  const [own, theirs] = [text.slice(start, text.length - end), other.slice(start, other.length - end)];
  const [both] = own.split(/(?<=[，。；：！？])/).filter(clause => clause.length > 2 && theirs.includes(clause)).sort((one, next) => next.length - one.length);
  const beside = from => apart(...[own, theirs].map(one => from ? one.slice(one.indexOf(both) + both.length) : one.slice(0, one.indexOf(both))));
  return [text.slice(0, start), both ? [beside(0), both, beside(1)] : own ? h('mark', {class: 'apart'}, own) : null, text.slice(text.length - end)];
}

/** How many pairs of paragraphs are compared at most, so that texts without anything in common do not take minutes. */
const MOST_PAIRS = 40000;
/** From so many places on all can be chosen at once. */
const MANY = 3;
/** So much of what two paragraphs say must be the same if one is to be the other changed. */
const ALIKE = 0.4;
const LIST = /^(?:\n)*(?:\s*(?:[-*+]|\d+[.)])\s.*\n?)+$/;

/** The paragraphs of a text, each with the blank lines above it; of a list its items. */
const pieces = text => text.split(/(?<=\S[^\S\n]*\n)(?=[^\S\n]*\n)/).reduce((all, piece) => piece.trim() || !all.length ? all.concat(piece) : all.slice(0, -1).concat(all[all.length - 1] + piece), [])
  .flatMap(piece => LIST.test(piece) ? piece.split(/(?<=\S[^\n]*\n)(?=\s*(?:[-*+]|\d+[.)])\s)/) : [piece]);

/** How much of two paragraphs is the same: 1 if they are, 0 if no two signs that follow each other are in both. */
function likeness(one, other) {
  const [pairs, others] = [one, other].map(text => readable(text.trim())).map(text => Array.from(text).slice(1).map((sign, i) => text[i] + sign));
  const left = others.slice();
  const both = pairs.filter(pair => left.includes(pair) && left.splice(left.indexOf(pair), 1));
  return one.trim() === other.trim() ? 1 : 2 * both.length / Math.max(1, pairs.length + others.length);
}

/** The partners of paragraphs among others, in their order: those that are most alike; -1 of one that is like none. */
function partners(ones, others) {
  const like = ones.map(one => others.map(other => likeness(one, other))).map(row => row.map(value => value < ALIKE ? 0 : value));
  // The likeness of what is left from two paragraphs on, if the best pairs are taken.
  const best = Array.from({length: ones.length + 1}, () => new Array(others.length + 1).fill(0));
  for (let i = ones.length - 1; i >= 0; i--) {
    for (let k = others.length - 1; k >= 0; k--) {
      best[i][k] = Math.max(best[i + 1][k], best[i][k + 1], like[i][k] && like[i][k] + best[i + 1][k + 1]);
    }
  }
  const found = new Array(ones.length).fill(-1);
  for (let i = 0, k = 0; i < ones.length && k < others.length;) {
    if (like[i][k] && best[i][k] === like[i][k] + best[i + 1][k + 1]) {
      found[i++] = k++;
    } else if (best[i][k] === best[i + 1][k]) {
      i++;
    } else {
      k++;
    }
  }
  return found;
}

/**
 * The paragraphs of a passage that both changed, to be chosen one by one: beside each the one that it is like. What only one
 * has changed, by what both were made from, is no question.
 */
function each(part) {
  const [base, ours, theirs] = [part.base, part.ours, part.theirs].map(pieces).map(all => all.filter(Boolean));
  if (part.kind !== 'both' || ours.length + theirs.length < 3 || !part.ours.trim() || !part.theirs.trim() || Math.max(base.length, ours.length) * Math.max(base.length, theirs.length) > MOST_PAIRS) {
    return [part];
  }
  const [former, ...texts] = [base, ours, theirs].map(all => all.map(text => text.trim()));
  const pairs = partners(ours, theirs);
  const origins = [ours, theirs].map(side => partners(side, base));
  const isOld = all => all.every(text => former.includes(text.trim()));
  const kindOf = (mine, from, others, at) => {
    if (mine.map(text => text.trim()).join('\n') === others.map(text => text.trim()).join('\n')) {
      return 'same';
    }
    if (mine.length && others.length) {
      return isOld(mine) === isOld(others) ? 'both' : isOld(mine) ? 'theirs-only' : 'ours-only';
    }
    // What one side has alone it has added, if it lost nothing that it may stand for; or the other has taken it out, if it is nowhere there.
    const [side, all, start] = mine.length ? [0, mine, from] : [1, others, at];
    const isAdded = former.every((one, i) => origins[side].includes(i)) && all.every((one, i) => origins[side][start + i] < 0);
    const isGone = all.map(text => text.trim()).every(text => former.includes(text) && !texts[1 - side].includes(text) && !origins[1 - side].includes(former.indexOf(text)));
    return isAdded || isGone ? ['ours-only', 'theirs-only'][isAdded ? side : 1 - side] : 'both';
  };
  const rows = [];
  const put = (from, to, at, end) => {
    const kind = kindOf(ours.slice(from, to), from, theirs.slice(at, end), at);
    if (kind === 'both' && (from === to ? end - at > 1 : at === end && to - from > 1)) {
      ours.slice(from, to).forEach((one, n) => put(from + n, from + n + 1, at, at));
      theirs.slice(at, end).forEach((one, n) => put(from, from, at + n, at + n + 1));
    } else if (from < to || at < end) {
      rows.push({kind, base: '', ours: ours.slice(from, to).join(''), theirs: theirs.slice(at, end).join('')});
    }
  };
  let i = 0;
  let k = 0;
  pairs.concat(theirs.length).forEach((pair, at) => {
    if (pair >= 0) {
      put(i, at, k, pair);
      i = Math.min(at + 1, ours.length);
      k = pair + 1;
      put(at, i, pair, Math.min(k, theirs.length));
    }
  });
  return rows;
}

/**
 * @param passages [{kind: same, ours-only, theirs-only or both, ours, theirs}]; those that differ are chosen
 *     from
 * @param ours what the first version is called
 * @param theirs what the second version is called
 */
export function choices(passages, ours, theirs, onchange) {
  const name = 'choice-' + (++names);
  const left = h('p', {class: 'hint', role: 'status'});

  function count() {
    left.textContent = open() ? '还有' + open() + '处没有选' : '都选好了';
    left.classList.toggle('is-done', !open());
    if (onchange) {
      onchange(open());
    }
  }

  // What a file begins with, up to a line of hyphens, are the facts of the paper.
  const facts = passages[0] && passages[0].ours.startsWith('---') ? passages.findIndex((part, i) => (i ? /(?:^|\n)---\s*$/ : /.\n---\s*$/s).test(part.ours)) : -1;
  const paragraphs = passages.flatMap((part, i) => i > facts ? each(part) : [part]);
  const words = (text, i) => i > facts ? text.trim() : fact(text);
  const shown = (text, other, i) => !words(text, i) ? h('pre', null, i > facts ? '（没有这一段）' : '（没有写）') : i > facts ? passage(words(text, i), words(other, i))
    : h('pre', null, words(other, i) ? apart(words(text, i), words(other, i)) : words(text, i));
  const isErrata = (part, i) => i <= facts && part.kind !== 'same' && [part.ours, part.theirs].every(text => !text.trim() || ERRATA.test(text));
  const isStep = (part, i) => i <= facts && part.kind !== 'same' && [part.ours, part.theirs].every(text => text.split('\n').every(line => STEP.test(line)));
  const follows = (part, i) => isErrata(part, i) || isStep(part, i);
  const chosen = paragraphs.map((part, i) => part.kind === 'theirs-only' ? 'theirs' : part.kind === 'both' && !follows(part, i) ? null : 'ours');
  const open = () => chosen.filter(choice => choice === null).length;
  /** Whose text was chosen throughout; undefined where it is of both, as nobody has looked through that. */
  const side = () => ['ours', 'theirs'].find(whose => paragraphs.every((part, i) => part.kind === 'same' || follows(part, i) || chosen[i] === whose));
  const textOf = (part, i) => part.kind === 'same' ? part.ours : chosen[i] === 'both' ? joined(part.ours, part.theirs) : part[chosen[i] || 'ours'];

  /** The errata of both sides whose right words are in the text that was chosen. */
  function errata(part) {
    const body = paragraphs.map((other, i) => i > facts ? textOf(other, i) : '').join('');
    const kept = new Set([part.ours, part.theirs].flatMap(text => Array.from(text.matchAll(ERRATUM))).filter(found => body.includes(found[1])).map(found => found[0]));
    return kept.size ? /^[^:]+/.exec(part.ours || part.theirs)[0] + ': [' + Array.from(kept).join(', ') + ']\n' : '';
  }

  let places = 0;
  const rows = paragraphs.map((part, i) => {
    if (follows(part, i)) {
      return h('p', {class: 'pair follows'}, isErrata(part, i) ? '改过错别字的记录（勘误）跟着选好的正文走，不用选。'
        : ['审查、审批跟着选好的正文走，不用选。两边的字都用了的，没有人看过全文，要重新审批。', [[ours, part.ours], [theirs, part.theirs]].filter(([, text]) => fact(text)).map(([whose, text]) =>
          h('small', null, whose + '：' + fact(text).replace(/\n/g, '；')))]);
    }
    if (part.kind === 'same') {
      return same(words(part.ours, i), i <= facts, i === paragraphs.length - 1);
    }
    const group = name + '-' + i;
    // A text is pressed anywhere to be chosen.
    const pick = (value, label, text) => h('label', {class: 'choice ' + value}, h('span', null, h('input', {
      type: 'radio', name: group, value, checked: chosen[i] === value, onchange: () => {
        chosen[i] = value;
        row.dataset.chosen = value;
        count();
      },
    }), h('b', null, label)), text);
    const isBoth = part.kind === 'both';
    const row = h('fieldset', {class: 'pair', 'data-chosen': chosen[i] || ''},
      h('legend', {class: isBoth ? '' : 'vh'}, isBoth ? '第' + ++places + '处' : '只有一边改了'),
      // A fieldset is no grid in older browsers, where the two would change places.
      h('div', {class: 'sides'},
        pick('ours', '用' + ours, shown(part.ours, part.theirs, i)),
        pick('theirs', '用' + theirs, shown(part.theirs, part.ours, i)),
        i > facts && isBoth && part.ours.trim() && part.theirs.trim() ? pick('both', '两段都要', h('small', null, '先' + ours + '，后' + theirs)) : null));
    // Of what only one has changed the choice is made, which may be looked at.
    const brief = text => words(text, i).split('\n').filter(line => !RULE.test(line)).map(line => (cells(line) || [readable(line)]).join(' ')).join(' ').replace(/\s+/g, ' ').replace(/^· /, '').slice(0, 30);
    return isBoth ? row : h('details', {class: 'one-sided'}, h('summary', null, '只有一边改了，已选好：' + (brief(part[chosen[i]]) || '删去“' + brief(part.ours || part.theirs) + '”')), row);
  });
  // Whoever takes one side nearly throughout chooses that at once, and then the few others.
  const pickAll = (value, whose) => button('都用' + whose, () => rows.filter(row => row.matches('fieldset')).forEach(row => row.querySelector('[value=' + value + ']').click()));
  count();
  return {
    element: h('div', {class: 'choices'}, places >= MANY ? h('p', {class: 'buttons'}, pickAll('ours', ours), pickAll('theirs', theirs)) : null, rows, left),
    open,
    text: () => {
      const all = paragraphs.map((part, i) => isErrata(part, i) ? errata(part) : isStep(part, i) ? part[side() || (part.ours.trim() ? 'ours' : 'theirs')] : textOf(part, i));
      const head = all.slice(0, facts + 1).reduce(below, '');
      return all.slice(facts + 1).reduce(below, side() ? head : unapproved(head));
    },
  };
}

/** What both have in common: facts are folded, and the end; of a long passage what stands before a difference shows where that is. */
function same(text, facts, last) {
  const lines = text.split('\n');
  const shown = facts || last ? 0 : lines.length < 4 ? lines.length : 2;
  return text ? h('div', {class: 'pair same'},
    shown < lines.length ? h('details', null, h('summary', null, facts ? '题目、日期一类，两边一样（' + lines.length + '项）' : (last ? '后面的文字，两边一样（' : '前面的文字，两边一样（') + (lines.length - shown) + '行）'),
      passage(lines.slice(0, lines.length - shown).join('\n'), '')) : null,
    shown ? passage(lines.slice(-shown).join('\n'), '') : null) : null;
}

/** A line that is no paragraph of its own where it follows another: of a list, a table or a quotation. */
const ROW = /^\s*(?:[-*+|>]|\d+[.)])/;

/** A passage below what stands above it, which may have been the last one of a file without a line end. */
const below = (above, text) => above && text && !above.endsWith('\n') ? above + '\n' + text : above + text;

/** One passage behind another; most begin with the blank line above them. */
function joined(first, second) {
  if (first && second.startsWith('\n')) {
    return first.replace(/\n?$/, '\n') + second;
  }
  return first && second && !first.endsWith('\n\n') ? first.replace(/\n$/, '') + (ROW.test(second) ? '\n' : '\n\n') + second : first + second;
}
