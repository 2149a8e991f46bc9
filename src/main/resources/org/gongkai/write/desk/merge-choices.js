/** Two versions of a text side by side, paragraph by paragraph, to choose from. */
import {shared} from './diff.js';
import {h} from './dom.js';

let names = 0;

/** A text with what the other has not in a mark: what is left between the beginning and the end that both share. */
function apart(text, other) {
  const {start, end} = shared(text, other);
  const between = text.slice(start, text.length - end);
  return [text.slice(0, start), between ? h('mark', {class: 'apart'}, between) : null, text.slice(text.length - end)];
}

/**
 * @param paragraphs [{kind: same, ours-only, theirs-only or both, ours, theirs}]; those that differ are chosen
 *     from
 * @param ours what the first version is called
 * @param theirs what the second version is called
 */
export function choices(paragraphs, ours, theirs, onchange) {
  const name = 'choice-' + (++names);
  const chosen = paragraphs.map(part => part.kind === 'theirs-only' ? 'theirs' : part.kind === 'both' ? null : 'ours');
  const open = () => chosen.filter(choice => choice === null).length;
  const left = h('p', {class: 'hint', role: 'status'});

  function count() {
    left.textContent = open() ? '还有' + open() + '段没有选' : '都选好了';
    left.classList.toggle('is-done', !open());
    if (onchange) {
      onchange(open());
    }
  }

  // What a file begins with, up to a line of hyphens, are the facts of the paper.
  const facts = paragraphs[0] && paragraphs[0].ours.startsWith('---') ? paragraphs.findIndex(part => /.\n---\s*$/s.test(part.ours)) : -1;
  const words = (text, i) => (i > facts ? text : text.replace(/^---$/gm, '').replace(/[{}"]/g, '').replace(/: ?/g, '：')).trim();
  const shown = (text, other, i) => words(text, i) ? words(other, i) ? apart(words(text, i), words(other, i)) : words(text, i) : '（没有这一段）';
  const rows = paragraphs.map((part, i) => {
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
    const row = h('fieldset', {class: 'pair', 'data-chosen': chosen[i] || ''},
      h('legend', null, part.kind === 'both' ? '两边都改了这一段，点一份' : '只有' + (part.kind === 'ours-only' ? ours : theirs).replace(/的$/, '') + '改了这一段，照改的选好了'),
      // A fieldset is no grid in older browsers, where the two would change places.
      h('div', {class: 'sides'},
        pick('ours', '用' + ours, h('pre', null, shown(part.ours, part.theirs, i))),
        pick('theirs', '用' + theirs, h('pre', null, shown(part.theirs, part.ours, i))),
        pick('both', '两段都要', h('small', null, '先' + ours + '，后' + theirs))));
    return row;
  });
  count();
  return {
    element: h('div', {class: 'choices'}, rows, left),
    open,
    text: () => paragraphs.map((part, i) => part.kind === 'same' ? part.ours
      : chosen[i] === 'both' ? joined(part.ours, part.theirs)
        : chosen[i] === 'theirs' ? part.theirs : part.ours).join(''),
  };
}

/** What both have in common: facts are folded, and the end; of a long passage what stands before a difference shows where that is. */
function same(text, facts, last) {
  const lines = text.split('\n');
  const shown = facts || last ? 0 : lines.length < 4 ? lines.length : 2;
  return text ? h('div', {class: 'pair same'},
    shown < lines.length ? h('details', null, h('summary', null, facts ? '题目、日期一类，两边一样（' + lines.length + '项）' : (last ? '后面的文字，两边一样（' : '前面的文字，两边一样（') + (lines.length - shown) + '行）'),
      h('pre', null, lines.slice(0, lines.length - shown).join('\n'))) : null,
    shown ? h('pre', null, lines.slice(-shown).join('\n')) : null) : null;
}

function joined(first, second) {
  return first && second && !first.endsWith('\n') ? first + '\n' + second : first + second;
}
