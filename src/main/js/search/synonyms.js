/* Other ways to say what a reader typed, for phrases that no document holds: simplified characters, colloquial words and dates
   as texts write them, words that mean the same. */

import { fold } from './folding.js';

/* So many other wordings are tried. */
const MOST = 12;

/* The wordings { text, word } of a text to be tried, the first one simplified and with its dates as texts write them, the others with
   a word in place of another.
   words  { han: characters, each before its simplified form, said: patterns of colloquial words, each with what texts write
          behind a tab, same: words that mean the same, with blanks between them } */
export function wordings(text, { han = '', said = [], same = [] }) {
  const simple = said.map(line => line.split('\t')).reduce((left, [word, other]) => left.replace(new RegExp(word, 'g'), other), [...text].map(unit => {
    const at = han.indexOf(unit);
    return at < 0 || at % 2 ? unit : han[at + 1];
  }).join(''));
  const others = [];
  for (const words of same.map(group => group.split(' '))) {
    /* The longest, which may hold a shorter one. */
    const [word] = words.filter(one => simple.includes(one)).sort((a, b) => b.length - a.length);
    others.push(...word ? words.filter(one => !word.includes(one)).map(one => ({ length: word.length, text: simple.replace(word, one), word: fold(one) })) : []);
  }
  others.sort((a, b) => b.length - a.length);
  return [{ text: simple, word: '' }, ...others.slice(0, MOST)];
}
