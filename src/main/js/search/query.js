/* What a reader asks for. A key is a folded phrase, after a mark if only a part of a document counts. */

import { BLANKS, DOUBLE_QUOTES, SINGLE_QUOTES, fold } from './folding.js';
import { textOf } from './units.js';

export const TITLE = textOf(2);
export const HEADING = textOf(3);
export const INITIALS = textOf(4);
/* Of what was not typed: it counts as a word, not within others. */
export const WORD = textOf(5);

const LONG = 4;
/* The numbers of what results are filtered by. */
const FACETS = '栏年文';

const WORDS = new RegExp('([-\uff0d]?)(?:(栏目|年度?|文种)[:：])?(?:'
  + `${quoted(DOUBLE_QUOTES)}|${quoted(SINGLE_QUOTES)}|([^${BLANKS}]+))`, 'g');

/* A word in quotes; one that goes on after them is a phrase with quotes in it. */
function quoted(quotes) {
  return `[${quotes}]([^${quotes}]*)[${quotes}](?=[${BLANKS}]|$)`;
}

/* The terms { key, not, exact } and filters { facet, name, not } of a query, one of which may be another word for what was typed. */
export function parse(text, word) {
  const terms = [], filters = [];
  text.replace(WORDS, (all, minus, facet, double, single, plain) => {
    const key = fold(double || single || plain || ''), not = !!minus;
    if (facet) {
      filters.push({ facet: FACETS.indexOf(facet[0]), name: facet[0] === '年' ? key.replace(/年度?$/, '') : key, not });
    } else if (key && all !== '-' && all !== '\uff0d') {
      terms.push({ key: key === word ? meant(key) : key.length > 1 ? key : TITLE + key, not, exact: !plain });
    }
  });
  return { terms, filters };
}

/* The key of another word for what was typed; a long one is never within others by chance. */
export function meant(word) {
  return word.length < LONG ? WORD + word : word;
}
