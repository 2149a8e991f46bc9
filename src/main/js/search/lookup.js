/* Finds exactly the documents that hold terms. */

import { MAYBE, NO, YES } from './index.js';
import { WORD } from './query.js';

/* So many results are shown at once. */
export const PAGE = 10;
/* So many documents are read at most to tell which are better. */
export const READ = 20;
/* So many texts are read rather than looking further into the index, where a file weighs as much as two. */
const FEW = 12, TEXTS_PER_FILE = 2;
/* So often the rest of a phrase is looked up at most, unless that takes more files. */
const MAX_FURTHER = 8, MAX_FILES = 2;

/* Promises the ids of exactly those documents that fulfil all terms, the newest first; within: only of these. */
export async function find(index, terms, within) {
  const keys = terms.map(term => term.key.replace(WORD, '')), found = await Promise.all(keys.map(key => index.lookUp(key)));
  const verdicts = new Uint8Array(index.facets.length);
  function judge() {
    verdicts.fill(within ? NO : YES);
    (within || []).forEach(id => verdicts[id] = YES);
    index.gone.forEach(id => verdicts[id] = NO);
    found.forEach(({ states }, i) => states.forEach((state, id) => {
      verdicts[id] = Math.min(verdicts[id], terms[i].not ? YES - state : state);
    }));
  }
  /* Looks up the rest of a phrase from elsewhere while that is cheaper than reading the documents in doubt. */
  async function narrow(one, key) {
    const mark = key < ' ' ? 1 : 0, tried = [];
    const rest = at => key.slice(0, mark) + key.slice(at);
    while (tried.length < MAX_FURTHER) {
      const doubts = verdicts.filter((verdict, id) => verdict === MAYBE && one.states[id] === MAYBE).length;
      let best = 0, least = Infinity;
      for (let at = mark + 1; at < key.length - 1; at++) {
        const cost = index.cost(rest(at)) + Math.abs(at - one.depth) / 1000;
        if (!tried.includes(at) && cost < least) {
          least = cost;
          best = at;
        }
      }
      if (doubts <= FEW || !best || least * TEXTS_PER_FILE > doubts) {
        return;
      }
      const further = await index.lookUp(rest(best), MAX_FILES);
      one.states = one.states.map((state, id) => further.states[id] && state);
      one.depth = best + further.depth - mark;
      judge();
      tried.push(best);
    }
  }
  judge();
  for (const [i, one] of index.bundle ? [] : found.entries()) {
    await narrow(one, keys[i]);
  }
  const ids = [...verdicts.keys()].filter(id => verdicts[id]).reverse();
  /* The index does not tell words from parts of others: of many documents it would take too long. */
  const isSure = ids.length > FEW * TEXTS_PER_FILE || terms.every(({ key }, i) => key === keys[i]);
  const hold = await Promise.all(
    ids.map(async id => isSure && verdicts[id] === YES || holdsAll(await index.document(id), terms)));
  return ids.filter((id, i) => hold[i]);
}

/* Tells whether a document fulfils all terms. */
export function holdsAll(document, terms) {
  return terms.every(term => document.holds(term.key) === !term.not);
}
