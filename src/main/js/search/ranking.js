/* Sorts documents: by where they hold all that was typed, or by the words of a question that none holds in one piece. */

import { PAGE, READ, find } from './lookup.js';
import { fold } from './folding.js';
import { LATIN } from './division.js';
import { whole } from './document.js';
import { HEADING, TITLE, meant } from './query.js';
import { unique } from './units.js';

/* So much a word counts that stands for one that was typed. */
const MEANT = 0.6;
/* So much more an ordinal counts. */
const MORE = 3;
/* So much a character counts that stands alone. */
const ALONE = 3;
/* So much a word that no document holds counts of what was typed. */
const LACKING = 0.5;
/* One that has much less than the best is no answer, nor is the best if it has next to nothing. */
const ENOUGH = 0.5, LEAST = 0.35;

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
 * Promises { terms, weights, ids } for the first of some wordings, what it lacks said in the others: all words as terms, their
 * weights, the ids of the best documents, the best first. Promises nothing if no document has much of what was typed.
 *   passing(ids)  those ids that pass what else was typed
 *   worth(id)     how much more a document counts for what it is
 */
export async function weigh(index, wordings, passing, asks, worth) {
  const weights = new Map(), scores = new Map();
  let all = 0;
  const typed = words(index, wordings[0].text), keys = unique([...typed, ...wordings.slice(1).map(({ word }) => meant(word))]), found = await Promise.all(keys.map(key => find(index, [{ key }])));
  keys.forEach((key, at) => {
    const ids = passing(found[at]), isTyped = typed.includes(key);
    const weight = Math.log(1 + index.facets.length / (ids.length || 1)) * (isTyped ? index.ordinal.test(key) ? MORE : 1 : MEANT);
    weights.set(key, ids.length && weight);
    all += !isTyped ? 0 : ids.length ? weight : weight * LACKING;
    ids.forEach(id => scores.set(id, (scores.get(id) || 0) + weight * worth(id)));
  });
  alone(index, wordings[0].text).forEach(piece => weights.set(piece, ALONE));
  const best = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || b - a).slice(0, READ);
  const documents = await index.documents(best), values = new Map(documents.map(document => [document.id,
    (((document.best(weights, asks)[0] || '').value || 0) + 0.3 * scores.get(document.id) + 0.7 * document.weight(weights, TITLE)) * worth(document.id)]));
  const most = Math.max(0, ...values.values()), ids = best.filter(id => values.get(id) >= most * ENOUGH).sort((a, b) => values.get(b) - values.get(a) || b - a);
  if (!ids.length || scores.get(ids[0]) < all * LEAST) {
    return;
  }
  return { terms: keys.filter(key => weights.get(key)).map(key => ({ key })), weights, ids };
}

/* The words of a text that may be looked up: pairs of characters, two words that meet in one, numbers with their units, Latin words. */
export function words(index, text) {
  return unique(fold(text).split(index.between).filter(Boolean).flatMap(piece => piece.match(index.runs) || []).flatMap(run =>
    /^[\da-z]/.test(run) || index.ordinal.test(run) ? LATIN.test(run) ? [] : [run] : [...run.slice(1)].map((one, i) => run.slice(...whole(run, i, i + 2)))));
}

/* The characters of a text that stand alone, as of 换了多少表: they find nothing, but the passage. */
export function alone(index, text) {
  return fold(text).split(index.between).filter(piece => /^[\u4e00-\u9fff]$/.test(piece));
}
