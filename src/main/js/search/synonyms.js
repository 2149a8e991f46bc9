/* Other ways to say what a reader typed, for phrases that no document holds: simplified characters, colloquial words and dates
   as texts write them, words that mean the same. */

import { fold } from './folding.js';

/* So many other wordings are tried. */
const MOST = 12;
const NUMERALS = '〇一二三四五六七八九';

/* The wordings { text, word } of a text to be tried, the first one simplified and with its dates as texts write them, the others with
   a word in place of another.
   words  { han: characters, each before its simplified form, said: patterns of colloquial words, each with what texts write
          behind a tab, same: words that mean the same, with blanks between them } */
export function wordings(text, { han = '', said = [], same = [] }) {
  const simple = dated(said.map(line => line.split('\t')).reduce((left, [word, other]) => left.replace(new RegExp(word), other), [...text].map(unit => {
    const at = han.indexOf(unit);
    return at < 0 || at % 2 ? unit : han[at + 1];
  }).join('')));
  const others = [];
  for (const words of same.map(group => group.split(' '))) {
    /* The longest, which may hold a shorter one. */
    const [word] = words.filter(one => simple.includes(one)).sort((a, b) => b.length - a.length);
    others.push(...word ? words.filter(one => !word.includes(one)).map(one => ({ length: word.length, text: simple.replace(word, one), word: fold(one) })) : []);
  }
  others.sort((a, b) => b.length - a.length);
  return [{ text: simple, word: '' }, ...others.slice(0, MOST)];
}

/* 2024-09-20, 2024.9.20, 20240920, 9月20号 and 二〇二四年九月二十日 as 2024年9月20日. */
function dated(text) {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/g, year => [...year].map(digit => Math.max(0, NUMERALS.indexOf(digit))).join(''))
    .replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=月|[日号])/g, (all, tens, ten, ones) =>
      all && (ten ? (NUMERALS.indexOf(tens) > 0 ? NUMERALS.indexOf(tens) : 1) * 10 + Math.max(0, NUMERALS.indexOf(ones || '〇'))
        : NUMERALS.indexOf(tens || ones)))
    .replace(/(20\d\d)(?:[-./]|年)(\d\d?)(?:[-./]|月)(\d\d?)[日号]?|(20\d\d)([01]\d)([0-3]\d)(?!\d)/g,
      (all, year, month, day, y, m, d) => `${year || y}年${+(month || m)}月${+(day || d)}日`)
    .replace(/(^|[^\d/])(1?\d)\/([1-3]?\d)(?![\d/])/g, '$1$2月$3日')
    .replace(/(20\d\d)[-./](\d\d?)(?!\d)/g, (all, year, month) => `${year}年${+month}月`)
    .replace(/(\d)号(?=$|[\s的有是开前后到])|(月\d\d?)号/g, (all, day, date) => (day || date) + '日');
}
