/* Sorts documents: by where they hold all that was typed, or by the words of a question that none holds in one piece. */

import { PAGE, find } from './lookup.js';
import { fold } from './folding.js';
import { LATIN, RUNS, absolute } from './division.js';
import { whole } from './document.js';
import { HEADING, TITLE, meant } from './query.js';

/* Months by their distance from the reader's. */
const MONTHS = [/[本这]个?月/, /上个?月/];
/* So much a word counts that stands for one that was typed. */
const MEANT = 0.6;
/* So much a character counts that stands alone. */
const ALONE = 3;
/* So much more a paper of the month that is asked for counts. */
const OF_MONTH = 1.5;
/* So much a word that no document holds counts of what was typed. */
const LACKING = 0.5;
/* So many documents are read; one that has much less than the best is no answer, nor is the best if it has next to nothing. */
const READ = 20, ENOUGH = 0.5, LEAST = 0.35;

/* Sorts documents, which stand newest first, by where they hold the terms: title or tag, heading, elsewhere; of what a question
   asks for, the heading counts. */
export async function byRelevance(index, ids, terms, asks) {
  const ranks = {}, keys = terms.map(term => term.key.replace(TITLE, ''));
  const few = ids.length <= PAGE || index.bundle ? await index.documents(ids) : null;
  /* The further on the mark in the list, the more it counts. */
  async function rank(key, marks) {
    const better = new Map(), held = await Promise.all(marks.map(mark => few
      ? ids.filter((id, i) => few[i].holds(mark + key))
      : find(index, [{ key: mark + key }], ids)));
    held.forEach((some, i) => some.forEach(id => better.set(id, i + 1)));
    ids.forEach(id => ranks[id] = (ranks[id] || 0) + (better.get(id) || 0));
  }
  await Promise.all([...keys.map(key => rank(key, [HEADING, TITLE])), ...asks ? asks.headings.map(key => rank(key, [HEADING])) : []]);
  return ids.sort((a, b) => ranks[b] - ranks[a] || b - a);
}

/*
 * Promises { parts, terms, weights, ids } for the first of some wordings, what it lacks said in the others: the phrases of the wording that the
 * best document holds, all words as terms, their weights, the ids of the best documents, the best first. Promises nothing if no document has much of what was typed.
 *   passing(ids)  those ids that pass what else was typed
 *   today         the reader's day, as in 2025-03-14
 *   worth(id)     how much more a document counts for what it is
 */
export async function weigh(index, wordings, passing, today, asks, worth) {
  const weights = new Map(), scores = new Map();
  const year = +today.slice(0, 4), back = MONTHS.findIndex(month => month.test(wordings[0].text));
  const month = back < 0 ? '' : new Date(Date.UTC(year, today.slice(5, 7) - 1 - back)).toISOString().slice(0, 7);
  let all = 0;
  const typed = words(index, wordings[0].text, year), keys = [...new Set([...typed, ...wordings.slice(1).map(({ word }) => meant(word))])], found = await Promise.all(keys.map(key => find(index, [{ key }])));
  keys.forEach((key, at) => {
    const ids = passing(found[at]), isTyped = typed.includes(key);
    const weight = Math.log(1 + index.facets.length / (ids.length || 1)) * (isTyped ? 1 : MEANT);
    weights.set(key, ids.length && weight);
    all += !isTyped ? 0 : ids.length ? weight : weight * LACKING;
    ids.forEach(id => scores.set(id, (scores.get(id) || 0) + weight));
  });
  alone(index, wordings[0].text).forEach(piece => weights.set(piece, ALONE));
  const best = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || b - a).slice(0, READ);
  const documents = await index.documents(best), values = new Map(documents.map(document => [document.id,
    (((document.best(weights, asks)[0] || '').value || 0) + 0.3 * scores.get(document.id) + 0.7 * document.weight(weights, TITLE)) * worth(document.id) * (month && document.date.startsWith(month) ? OF_MONTH : 1)]));
  const most = Math.max(0, ...values.values()), ids = best.filter(id => values.get(id) >= most * ENOUGH).sort((a, b) => values.get(b) - values.get(a) || b - a);
  if (!ids.length || scores.get(ids[0]) < all * LEAST) {
    return;
  }
  const [first] = documents.filter(document => document.id === ids[0]), held = keys.filter(key => weights.get(key));
  return { parts: phrases(fold(absolute(wordings[0].text, year)), held.filter(key => first.holds(key))), terms: held.map(key => ({ key })), weights, ids };
}

/* The words of a text that may be looked up: pairs of characters, two words that meet in one, numbers with their units, Latin words. */
export function words(index, text, year) {
  const plain = absolute(MONTHS.reduce((left, month) => left.replace(month, ' '), fold(text)), year);
  return [...new Set(plain.split(index.between).filter(Boolean).flatMap(piece => piece.match(RUNS) || []).flatMap(run =>
    /^[\da-z]/.test(run) ? LATIN.test(run) ? [] : [run] : [...run.slice(1)].map((one, i) => run.slice(...whole(run, i, i + 2)))))];
}

/* The characters of a text that stand alone, as of 换了多少表: they find nothing, but the passage. */
export function alone(index, text) {
  return fold(text).split(index.between).filter(piece => /^[\u4e00-\u9fff]$/.test(piece));
}

/* What words cover of a text, in pieces. */
function phrases(text, keys) {
  const covered = [...text].map((one, i) => keys.some(key => [...key].some((unit, at) => text.startsWith(key, i - at) && i >= at)));
  return [...new Set([...text].map((one, i) => covered[i] ? one : ' ').join('').split(' ').filter(Boolean))];
}
