/** Two versions of a text side by side, paragraph by paragraph, to choose from. */
import {h} from './dom.js';

let names = 0;

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
    left.textContent = open() ? '还有 ' + open() + ' 段要选。' : '都选好了。';
    if (onchange) {
      onchange(open());
    }
  }

  const rows = paragraphs.map((part, i) => {
    if (part.kind === 'same') {
      return same(part.ours);
    }
    const group = name + '-' + i;
    const pick = (value, label) => h('label', null, h('input', {
      type: 'radio', name: group, value, checked: chosen[i] === value, onchange: () => {
        chosen[i] = value;
        row.dataset.chosen = value;
        count();
      },
    }), label);
    const row = h('fieldset', {class: 'pair', 'data-chosen': chosen[i] || ''},
      h('legend', null, part.kind === 'both' ? '两边都改了这一段' : part.kind === 'ours-only' ? ours + '改的' : theirs + '改的'),
      // A fieldset is no grid in older browsers, where the two would change places.
      h('div', {class: 'sides'},
        h('pre', {class: 'ours', 'aria-label': ours}, part.ours || '（没有这一段）'),
        h('pre', {class: 'theirs', 'aria-label': theirs}, part.theirs || '（没有这一段）')),
      h('div', {class: 'pick'}, pick('ours', '用' + ours), pick('theirs', '用' + theirs), pick('both', '两段都要')));
    return row;
  });
  count();
  return {
    element: h('div', {class: 'choices'}, left, h('div', {class: 'pair heads sides', 'aria-hidden': 'true'},
      h('b', null, ours), h('b', null, theirs)), rows),
    open,
    chosen: () => chosen.slice(),
    text: () => paragraphs.map((part, i) => part.kind === 'same' ? part.ours
      : chosen[i] === 'both' ? joined(part.ours, part.theirs)
        : chosen[i] === 'theirs' ? part.theirs : part.ours).join(''),
  };
}

/** What both have in common; of a long passage only the end, which shows where one is. */
function same(text) {
  const lines = text.replace(/\n+$/, '').split('\n');
  return lines.length < 4 ? h('div', {class: 'pair same'}, h('pre', null, text))
    : h('div', {class: 'pair same'}, h('details', null, h('summary', null, '两边相同的 ' + (lines.length - 2) + ' 行'),
      h('pre', null, lines.slice(0, -2).join('\n'))), h('pre', null, lines.slice(-2).join('\n')));
}

function joined(first, second) {
  return first && second && !first.endsWith('\n') ? first + '\n' + second : first + second;
}
