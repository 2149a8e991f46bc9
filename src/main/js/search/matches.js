/* Finds the documents that match a query with the choices of the filters. */

import { asking } from './questions.js';
import { divide, halved } from './division.js';
import { fitting } from './fitting.js';
import { fold } from './folding.js';
import { PAGE, find, holdsAll } from './lookup.js';
import { INITIALS, TITLE, parse } from './query.js';
import { alone, byRelevance, weigh, words } from './ranking.js';
import { unique } from './units.js';
import { wordings } from './synonyms.js';

const MOST_TITLES = 3;
/* A part of a question that fewer documents hold was said by chance. */
const SOME = 3;
/* A document of a kind that comes first counts so much more. */
const WORTH = 1.3;

/*
 * Promises { ids, counts, open, total, query, titles, said }: said is the wording that found them; the ids in order; for each facet, by the number of its values, how many
 * hits there are under the other choices; the same of 公示 that run, and by the ids of those that have begun whether they do; the number of hits without any
 * choice. If no document holds the terms but some that explain the site, query.parts are those into which they
 * were divided, query.terms hold them, and query.asks is what they ask for,
 * query.lacks and query.missing what words and times none has besides, query.fits the ids of those that hold all parts; query.isHelpFirst if what explains the site answers. Where no
 * query.weights say which passage is shown, query.passage does. If no title holds the terms, titles are the ids of those
 * whose titles hold them in two parts.
 *   choice  { q, facets: the names chosen, open, sort }
 *   today   the reader's day, as in 2025-03-14
 */
export async function answer(index, choice, today) {
  await index.open();
  let query = parse(choice.q), said = choice.q;
  const counts = index.names.map(() => ({})), open = { count: 0, ids: new Map() };
  for (const [id, from, to] of index.notices) {
    if (from <= today) {
      open.ids.set(id, today <= to);
    }
  }
  let others = [{ text: choice.q }];
  const filters = query.filters.map(filter => test(index, filter));
  const passing = ids => ids.filter(id => filters.every(passes => passes(id)));
  const notHelp = ids => passing(ids).filter(id => !isHelp(index, id));
  let ids = passing(await find(index, query.terms)), titles = [];
  const { terms } = query, isTitled = await isTitle(index, terms, ids);
  if (!isTitled && ids.every(id => isHelp(index, id))) {
    const isExact = terms.some(term => term.not || term.exact), asks = await asking(index, choice.q), known = await index.words();
    others = terms.some(term => term.exact) ? others : wordings(choice.q, known, today);
    if (others[0].text !== choice.q) {
      const simple = await answer(index, { ...choice, q: others[0].text }, today);
      simple.query.parts ||= simple.query.terms.map(term => term.key);
      return simple;
    }
    /* What is left of a text besides some parts. */
    const rest = (text, parts) => words(index, parts.reduce((left, part) => left.split(part).join(' '), fold(text)));
    /* Another word is only better if it names an entry, or a rule where one is asked for; it is not enough where more was typed. */
    let best = 0;
    for (const { text, word } of others) {
      const parsed = parse(text).terms;
      const divided = asks && await divide(index, parsed, notHelp, word, SOME) || await divide(index, parsed, notHelp, word)
        || !ids.length && await divide(index, parsed, passing, word);
      const isSaid = divided && (!word || divided.parts.some(part => part.includes(word)) && !(divided.parts.join('') === word && rest(text, [word])[0]));
      const value = !isSaid ? 0 : 1 + 2 * await isTitle(index, divided.terms, divided.ids) + 4 * divided.ids.some(id => isFirst(index, id, asks));
      if (value > best) {
        best = value;
        said = text;
        query = Object.assign(parse(text), divided, { asks });
      }
    }
    /* What holds most of its words is better than what holds the parts, unless these are all of it: then it comes first. */
    const worth = id => isFirst(index, id, asks) ? WORTH : 1, [{ text: simple }] = others;
    const isCovered = best && !rest(simple, query.parts)[0], isFixed = isExact || isCovered && asks && asks.headings[0];
    const weighed = !isFixed && await weigh(index, others, notHelp, asks, worth);
    if (weighed && isCovered) {
      query.weights = weighed.weights;
      query.ids = unique([...weighed.ids, ...query.ids]);
    } else if (weighed) {
      best = 1;
      said = simple;
      query = Object.assign(parse(simple), weighed, { parts: [], asks });
    }
    ids = best ? unique([...query.ids, ...ids]) : ids;
    const help = known.site && choice.q.match(known.site) && !isExact && await weigh(index, others, found => passing(found).filter(id => isHelp(index, id)), asks, () => 1);
    if (help) {
      ids = unique([...help.ids, ...ids]);
      query = Object.assign(query, { isHelpFirst: true, weights: help.weights, parts: query.parts || [], terms: [...query.terms, ...help.terms] });
    }
  } else if (!isTitled && terms.length === 1 && !terms[0].exact && !terms[0].not) {
    titles = notHelp(await halved(index, terms[0].key)).filter(id => !ids.includes(id)).slice(0, MOST_TITLES);
  }
  const total = ids.length, wanted = query.terms.filter(term => !term.not);
  ids = ids.filter(id => {
    const failed = choice.facets.map((name, facet) => !!name && !names(index, id, facet).includes(name));
    const failures = [...failed, choice.open && !open.ids.get(id)].filter(Boolean).length;
    failed.forEach((fails, facet) => {
      if (!failures || failures === 1 && fails) {
        index.facets[id][facet].forEach(i => counts[facet][i] = (counts[facet][i] || 0) + 1);
      }
    });
    if (open.ids.get(id) && !failures) {
      open.count++;
    }
    return !failures;
  });
  if (query.weights) {
    ids = choice.sort === 'date' ? ids.sort((a, b) => b - a) : ids;
  } else if (choice.sort !== 'date' && wanted.length) {
    ids = await byRelevance(index, ids, wanted, query.asks);
    ids.sort((a, b) => !isFirst(index, a, query.asks) - !isFirst(index, b, query.asks));
  }
  const asked = !query.weights && await asking(index, choice.q);
  if (asked) {
    /* What an exact phrase found may answer as well. */
    Object.assign(query, { asks: query.asks || asked, passage: new Map([...words(index, choice.q), ...asked.first ? alone(index, choice.q) : []].map(word => [word, 1])) });
  }
  query.wordings = (query.asks && query.asks.how ? others.slice(0, 1) : others).map(({ text }) => {
    const all = [...words(index, text), ...alone(index, text)];
    /* Of two of which one holds the other the word counts. */
    return all.filter(key => !all.some(one => one !== key && (key[1] ? one[1] && key.includes(one) : one.includes(key))));
  });
  if (query.parts && ids.length) {
    const text = parse(said).terms.filter(term => !term.not).map(term => term.key.replace(TITLE, '')).join(' ');
    Object.assign(query, await fitting(index, ids, text, others, query, id => query.isHelpFirst || !isHelp(index, id)));
    ({ ids } = query);
  }
  const order = query.isHelpFirst ? -1 : 1;
  ids.sort((a, b) => order * (isHelp(index, a) - isHelp(index, b)));
  return { ids, counts, open, total, query, titles, said };
}

/* Tells whether a document is of a column or kind that comes first for what is asked. */
export function isFirst(index, id, asks) {
  return asks && asks.first && [0, 2].some(facet => names(index, id, facet).some(name => name.match(asks.first)));
}

/* Promises whether the title of one of some documents holds what was typed. */
async function isTitle(index, terms, ids) {
  const titles = terms.map(term => term.not || term.key < ' ' ? term : { ...term, key: TITLE + term.key });
  return ids.length > 0 && (ids.length > PAGE ? await find(index, titles, ids)
    : (await index.documents(ids)).filter(document => holdsAll(document, titles))).length > 0;
}

/* Tells whether a document explains the site: all its columns do not count as what the branch makes public. */
export function isHelp(index, id) {
  return index.facets[id][0].every(column => index.help.includes(column));
}

/* The names of a document's values of a facet. */
export function names(index, id, facet) {
  return index.facets[id][facet].map(i => index.names[facet][i]);
}

/* Tells whether a document fulfils a filter that was typed: by its whole name, or by a part if no value has that
   name. */
function test(index, { facet, name, not }) {
  const folded = index.names[facet].map(value => fold(value)), exact = folded.includes(name);
  return id => not !== index.facets[id][facet].some(i => exact ? folded[i] === name : folded[i].includes(name));
}

/* Promises documents whose title's pinyin initials hold the words of three letters or more that were typed, and whose
   titles hold the others, or initials of the syllables that were typed. */
export async function byInitials(index, typed) {
  const [{ syllable }] = await index.file('q'), letters = fold(typed), { terms } = parse(typed);
  const isLatin = term => /^[a-z]{3,}$/.test(term.key);
  const found = terms.some(isLatin) ? await find(index, terms.map(term => isLatin(term) ? initials(term.key) : { ...term, key: TITLE + term.key.replace(TITLE, '') })) : [];
  return found.length || !new RegExp(`^(?:${syllable}){2,}$`).test(letters) ? found
    : find(index, [initials(letters.replace(new RegExp(syllable, 'g'), ([first]) => first))]);
}

function initials(letters) {
  return { key: INITIALS + letters };
}
