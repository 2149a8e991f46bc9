/* Other ways to say what a reader typed, for phrases that no document holds: simplified characters, colloquial words and dates
   as texts write them, words that mean the same. */

import { fold } from './folding.js';

/* So many other wordings are tried. */
const MOST = 12;
/* Years and months by their distance from the reader's. */
const YEARS = ['今年', '去年', '前年'], MONTHS = [/[本这]个?月/g, /上个?月/g];

/* A text with 2025年 for 去年 and 2025年2月 for 上个月; who asks on which day of a month that is not over means that of this
   year. */
export function dated(text, today) {
  const [year, month] = today.split('-'), months = year * 12 + +month - 1;
  const plain = MONTHS.reduce((left, word, back) => left.replace(word, `${(months - back) / 12 | 0}年${(months - back) % 12 + 1}月`),
    YEARS.reduce((left, word, back) => left.split(word).join(year - back + '年'), text));
  return !/什么时候|哪天|几号|安排/.test(text) ? plain
    : plain.replace(/^(\D*)(\d+)月/, (all, first, number) => +number < month ? all : first + year + '年' + number + '月');
}

/* The wordings { text, word } of a text to be tried, the first one simplified and with its dates as texts write them, the others with
   a word in place of another.
   today  the reader's day, as in 2025-03-14
   words  { han: characters, each before its simplified form, said: patterns of colloquial words, each with what texts write
          behind a tab, same: words that mean the same, with blanks between them } */
export function wordings(text, { han = '', said = [], same = [] }, today) {
  const simple = dated(said.map(line => line.split('\t')).reduce((left, [word, other]) => left.replace(new RegExp(word, 'g'), other), [...text].map(unit => {
    const at = han.indexOf(unit);
    return at < 0 || at % 2 ? unit : han[at + 1];
  }).join('')), today);
  const others = [];
  for (const words of same.map(group => group.split(' '))) {
    /* The longest, which may hold a shorter one. */
    const [word] = words.filter(one => simple.includes(one)).sort((a, b) => b.length - a.length);
    others.push(...word ? words.filter(one => !word.includes(one)).map(one => ({ length: word.length, text: simple.replace(word, one), word: fold(one), from: word })) : []);
  }
  others.sort((a, b) => b.length - a.length);
  return [{ text: simple, word: '' }, ...others.slice(0, MOST)];
}
