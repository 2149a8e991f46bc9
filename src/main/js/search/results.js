/* Shows an answer on the page. */

import { isHelp, names } from './matches.js';
import { IS_PORTAL, SIZE, address, lists } from './controls.js';
import { borders, dayOf, pieces, placeOf } from './document.js';
import { fold } from './folding.js';
import { parts } from './parts.js';
import { TITLE, WORD } from './query.js';

/* So long is what may stand before a unit in a title, as in 示例机关党支部 of 机关党支部. */
const PLACE = 6;

const PUBLIC = '公开的内容';

/* A title with a name that is not written out, or of a 公示 of others than dues. */
const OWN = /[×＊*○某]|^(?!.*党费).*公示/;

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function fill(parent, children) {
  parent.textContent = '';
  parent.append(...children);
}

function marked(pieces) {
  return pieces.map(piece => piece.hit ? element('mark', '', piece.text) : piece.text);
}

/* A title, a line of which ends with a word, or with what follows a number. */
function words(title) {
  return borders(title).filter(at => !/\d/.test(title[at - 1])).map((from, i, all) => element('no-break', '', title.slice(from, all[i + 1])));
}

function to(address, ...content) {
  const link = element('a', '', ...content);
  link.href = address;
  return link;
}

/* A document: its columns, or in a portal its unit, unless its title begins so. Of several with the same title what the first says, with the
   name of its unit, and links to all by their units. */
function hit(index, documents, keys, { open, query }) {
  const [document, other] = documents, { id, title } = document;
  const link = (one, ...text) => [to(one.address.replace(/[^/:]+/g, encodeURIComponent), ...text),
    ...open.ids.has(one.id) ? [' ', open.ids.get(one.id) ? element('span', 'chip chip-open', '公示中') : element('span', 'chip chip-past', '公示已结束')] : []];
  const shown = pieces(other ? brief(index, document) : title, keys).flatMap(piece => piece.hit ? marked([piece]) : words(piece.text));
  const holds = text => keys.some(key => placeOf(fold(text), key) >= 0), tags = holds(title) ? [] : document.tags.filter(holds);
  return element('li', 'hit',
    element('p', 'hit-title', ...other ? shown : link(document, ...shown)),
    element('p', 'hit-facts', other ? '' : [...names(index, id, 0).filter(name => title.indexOf(name)), dayOf(document)].join('　'),
      ...tags[0] ? ['　标签：', ...marked(pieces(tags.join('、'), keys))] : []),
    element('p', 'hit-text', other ? names(index, id, 0) + '：' : '', ...marked(document.snippet(keys, query.weights || query.passage, query.asks))),
    other ? element('ul', 'hit-units', ...documents.map(one =>
      element('li', '', ...link(one, ...names(index, one.id, 0)), ' ' + dayOf(one)))) : '');
}

function hide(hidden) {
  for (const name in hidden) {
    parts[name].hidden = hidden[name];
  }
}

/*
 * Shows the documents of a page of the answer to a choice, and what stands before them; returns what to announce.
 *   before  { answers, pages, alike }: from registers, others than those of entries, documents whose titles hold what was typed in
 *           parts, or have such initials
 *   empty  nothing was asked
 */
export function show(index, choice, answer, documents, before, empty) {
  const { open, query } = answer, { terms } = query, number = answer.ids.length, none = !empty && !number;
  const { answers, pages, alike } = before;
  const keys = terms.filter(term => !term.not).map(term => term.key.replace(TITLE, ''));
  const { count } = parts, typed = choice.q.trim();
  // A printed page has no box.
  parts.whole.dataset.asked = [typed, ...choice.facets].join('　').trim();
  lists.forEach((list, facet) => offer(list, index.names[facet], answer.counts[facet]));
  parts.open.textContent = open.count || '';
  hide({
    filters: empty,
    hint: !empty,
    letter: !terms.some(term => term.key[0] === TITLE),
    count: empty || none || alike[0] && answer.ids.every(id => isHelp(index, id)),
    answers: !answers[0],
    places: !pages[0],
    none: !none || alike[0],
    all: !none || !answer.total,
    alike: !alike[0],
    pages: number <= SIZE
  });
  count.dataset.count = number;
  /* Texts are found by words of which none is one of its parts, too. */
  count.textContent = query.parts > ''
    ? `按${listed(query.parts)}查，找到${query.fits ? answer.ids.filter(id => query.fits.has(id)).length : number}条` + (query.lacks > '' ? `；同时写着${listed(query.lacks)}的没有找到` : '') + (query.missing > '' ? `；${listed(query.missing)}的没有找到` : '')
    : number ? (pages.some(page => page.name === typed) && !documents[0].title.includes(typed) ? '正文里提到的' : '找到') + `${number}条` : '没有找到';
  fill(parts.results, grouped(index, documents, keys, answer));
  parts.all.firstElementChild.textContent = `去掉筛选看全部${answer.total}条`;
  fill(parts.initials, alike.map(document => hit(index, [document], [], answer)));
  fill(parts.answers, answers.map(({ name, address, text }) =>
    element('li', 'answer', element('p', '', text), element('p', 'answer-from', to(address, name)))));
  fill(parts.places, pages.map(({ name, group, address }) =>
    element('li', '', to(address, name), ...(/篇$|^各/.test(group) ? [' ', element('span', 'count', group)] : []))));
  showPages(choice, Math.ceil(number / SIZE));
  return empty ? '' : ((answers[0] || '').text || '') + count.textContent + (choice.page > 1 ? `，第${choice.page}页` : '')
    + (alike[0] ? `，另有${alike.length}条标题相符` : '');
}

function listed(words) {
  return words.map(word => `“${word.replace(WORD, '')}”`).join('、').replace(/、([^、]*)$/, '和$1');
}

/* The title without the unit, before which its place may stand. */
function brief(index, { id, title }) {
  const [unit] = names(index, id, 0), [place, ...rest] = title.split(unit);
  return rest[0] && !place[PLACE] ? rest.join(unit) : title;
}

/* The documents, with a heading before those that hold only a part, those that explain the site, and others that follow them. In a portal those of a kind with
   the same title but for their units are one, unless each unit has its own. What is repealed, as its day says, stands behind what is in force, unless its title was typed. */
function grouped(index, documents, keys, answer) {
  const groups = {};
  let last = PUBLIC;
  const { fits } = answer.query, isPart = ({ id }) => fits && !fits.has(id);
  (IS_PORTAL || fits ? documents.sort((a, b) => isPart(a) - isPart(b) || a.date.length - b.date.length) : documents).forEach(document => {
    const { id, date } = document;
    (groups[IS_PORTAL && !OWN.test(document.title) ? [brief(index, document), names(index, id, 2), date.length] : document.address] ||= []).push(document);
  });
  return Object.values(groups).flatMap(group => {
    const [first] = group, { id } = first, shown = hit(index, group, keys, answer);
    return last === (last = isHelp(index, id) ? names(index, id, 0).join('、') : isPart(first) ? '只写着一部分的内容' : PUBLIC) ? shown : [element('li', 'hit-group', last), shown];
  });
}

/* Offers the values of a facet that have hits, and the one that is chosen. The list is left alone if it is the same,
   for it may be open. */
function offer(list, names, counts) {
  const chosen = list.value;
  const values = names.filter((name, i) => counts[i] || name === chosen);
  if (chosen && !names.includes(chosen)) {
    values.push(chosen);
  }
  const options = [new Option('全部', ''),
    ...values.map(name => new Option(`${name}（${counts[names.indexOf(name)] || 0}）`, name))];
  if (options.map(option => option.text).join('') !== list.textContent) {
    fill(list, options);
    list.value = chosen;
  }
}

function showPages(choice, pages) {
  const items = [], { page } = choice;
  function item(number, text) {
    const link = to(address(choice, number), text);
    link.dataset.page = number;
    if (text === number) {
      link.setAttribute('aria-label', `第${number}页`);
    }
    items.push(element('li', '', link));
  }
  if (page > 1) {
    item(page - 1, '上一页');
  }
  for (let number = 1; number <= pages; number++) {
    const distance = Math.abs(number - page);
    if (!distance) {
      const current = element('span', 'current', number);
      current.setAttribute('aria-current', 'page');
      items.push(element('li', '', current));
    } else if (number === 1 || number === pages || distance < 3) {
      item(number, number);
    } else if (distance === 3) {
      items.push(element('li', 'gap', '…'));
    }
  }
  if (page < pages) {
    item(page + 1, '下一页');
  }
  fill(parts.pages.firstElementChild, items);
}
