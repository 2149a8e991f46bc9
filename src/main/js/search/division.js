/* Divides what no document holds in one piece into parts that documents hold. */

import { find } from './finding.js';

/* Longer pieces are cut: what is divided is a question, not a text. */
const LONGEST = 24;
/* Words that ask, and marks: they part phrases, and no document has to hold them. */
const BETWEEN = new RegExp('请问|什么时候|什么|怎么样|怎么|怎样|如何|为什么|多少|哪[里儿些个天年月]|在哪|是谁|谁|是不是|有没有|[吗呢吧的]'
  + '|[\\s,.?!;:()<>"\'~/·-]+');
/* Years by their distance from the reader's. */
const RELATIVE = ['今年', '去年', '前年'];
/* Shorter parts of Latin words say nothing. */
const LATIN = /^[a-z]{1,4}$/;
const DIGITS = /^\d/;
/* Digits with the unit that follows them, Latin letters, or anything else. */
const RUNS = /\d+[年月日号季]?|[a-z]+|[^\da-z]+/g;

/*
 * Promises { parts, terms, ids }: the parts, longest first and numbers last, of those terms of a query that may be divided, the terms of
 * the query with parts in place of these, and the ids that pass and hold them all. If there are none, parts are given up
 * from the last on. Promises nothing if nothing is found that way either.
 *   passing(ids)  those ids that pass what else was typed
 *   year          the reader's year
 */
export async function divide(index, terms, passing, year) {
  const fixed = terms.filter(term => term.not || term.exact), known = {}, parts = [];

  async function isHeld(key) {
    return key.length > 1 && (known[key] ||= find(index, [{ key, not: false }]).then(ids => passing(ids).length > 0));
  }

  /* The longest phrase of a piece that documents hold, between what the rest of it is divided into. */
  async function divided(piece) {
    let start = 0, length = 1;
    for (let from = 0, to = 1; from + 1 < piece.length; from++) {
      to = Math.max(to, from + 1);
      while (to < piece.length && await isHeld(piece.slice(from, to + 1))) {
        to++;
      }
      if (to - from > length) {
        [start, length] = [from, to - from];
      }
    }
    return length < 2 ? [] : [...await divided(piece.slice(0, start)), piece.slice(start, start + length),
      ...await divided(piece.slice(start + length))];
  }

  for (const { key, not, exact } of terms) {
    const plain = RELATIVE.reduce((text, word, back) => text.split(word).join(year - back + '年'), key);
    for (const piece of not || exact || key < ' ' ? [] : await isHeld(key) ? [key] : plain.split(BETWEEN)) {
      for (const run of await isHeld(piece) ? [piece] : piece.match(RUNS) || []) {
        parts.push(...(await divided(run.slice(0, LONGEST))).filter(part => !parts.includes(part) && !LATIN.test(part)));
      }
    }
  }
  parts.sort((a, b) => DIGITS.test(a) - DIGITS.test(b) || b.length - a.length);
  for (; parts.length; parts.pop()) {
    const left = fixed.concat(parts.map(key => ({ key, not: false }))), ids = passing(await find(index, left));
    if (ids.length) {
      return { parts, terms: left, ids };
    }
  }
}
