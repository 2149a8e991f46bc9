/* Divides what no document holds in one piece into parts that documents hold. */

import { whole } from './document.js';
import { find } from './lookup.js';
import { TITLE, meant } from './query.js';

/* Longer pieces are cut: what is divided is a question, not a text. */
const LONGEST = 24;
/* Shorter parts of Latin words and of numbers say nothing. */
export const LATIN = /^(?:[a-z]{1,4}|\d{1,3})$/;
const DIGITS = /^\d/;

/*
 * Promises { parts, terms, ids }: the parts, longest first and numbers last, of those terms of a query that may be divided, the terms of
 * the query with parts in place of these, and the ids that pass and hold them all. If there are none, parts are given up
 * from the last on. Promises nothing if nothing is found that way either.
 *   passing(ids)  those ids that pass what else was typed
 *   word          another word for what was typed
 *   least         so many documents hold each part
 */
export async function divide(index, terms, passing, word, least = 1) {
  const fixed = terms.filter(term => term.not || term.exact), known = {}, parts = [], term = key => ({ key: key === word ? meant(key) : key });

  /* The number of documents that hold a key, if it is enough. */
  async function holders(key) {
    return key.length > 1 && (known[key] ||= find(index, [term(key)]).then(passing)
      .then(ids => ids.length >= least && ids.length));
  }

  /* The longest phrase of a piece that documents hold, of two as long the more frequent, between what the rest of it is divided
     into. */
  async function divided(piece) {
    let start, most = 0, length = 2;
    for (let from = 0, to = 1; from + 1 < piece.length; from++) {
      to = Math.max(to, from + 1);
      while (to < piece.length && await holders(piece.slice(from, to + 1))) {
        to++;
      }
      const number = to - from >= length && whole(piece, from, to)[0] === from && await holders(piece.slice(from, to));
      if (number && (to - from > length || number > most)) {
        [start, most, length] = [from, number, to - from];
      }
    }
    return !most ? [] : [...await divided(piece.slice(0, start)), piece.slice(start, start + length),
      ...await divided(piece.slice(start + length))];
  }

  for (const { key, not, exact } of terms) {
    for (const piece of not || exact || key < ' ' ? [] : await holders(key) ? [key] : key.split(index.between)) {
      for (const run of await holders(piece) ? [piece] : piece.match(index.runs) || []) {
        /* What is less than a third of it was said by chance. */
        const some = !index.ordinal.test(run) ? await divided(run.slice(0, LONGEST)) : await holders(run) ? [run] : [];
        parts.push(...some.filter((part, i, all) => 3 * all.join('').length >= run.length && !parts.includes(part) && !LATIN.test(part)));
      }
    }
  }
  parts.sort((a, b) => DIGITS.test(a) - DIGITS.test(b) || b.length - a.length);
  for (; parts.length; parts.pop()) {
    const left = fixed.concat(parts.map(term)), ids = passing(await find(index, left));
    if (ids.length) {
      return { parts, terms: left, ids };
    }
  }
}

/* Promises the ids of documents whose titles hold a key in two parts. */
export async function halved(index, key) {
  for (let at = 2; at < key.length - 1; at++) {
    const ids = await find(index, [key.slice(0, at), key.slice(at)].map(part => ({ key: TITLE + part })));
    if (ids.length) {
      return ids;
    }
  }
  return [];
}
