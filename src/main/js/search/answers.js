/* Finds the pages besides those of entries, and the answers, that a query asks for. */

import { asking } from './questions.js';
import { fold } from './folding.js';
import { isFirst } from './matches.js';
import { TITLE, parse } from './query.js';
import { dated } from './synonyms.js';

const MOST_PAGES = 5, MOST_ANSWERS = 3;
/* How well a name fits what was typed. */
const SAME = 3, BEGINS = 2, WITHIN = 1;
/* So many units of a title ask for it. */
const LONG = 4;
const LATIN = /^[a-z]/;
/* Who asks how many is told what a year comes to: that asked for, otherwise the newest. */
const TOTALS = '合计';

/* Promises { pages, answers }, the best first, each with name, group, address and text.
   today  the reader's day, as in 2025-03-14 */
export async function placesFor(index, text, today) {
  const typed = parse(text).terms.filter(term => !term.not).map(term => term.key.replace(TITLE, ''));
  const [{ places }] = await index.file('p'), [{ many, others, when }] = await index.file('q'), [, years, kinds] = index.names;
  const rows = places.map(([name, group, address, words = '', text = '', from = '', to = '']) =>
    ({ name, group, address, words: words.split('\t').map(word => fold(word)), text, from, to }));
  /* How something is done no register says. */
  const asks = await asking(index, text), isRule = asks && asks.isRule, page = (name, group, address) => ({ name, group, address });
  /* So many entries have the value of a facet. */
  const number = (facet, name) => index.facets.filter(all => all[facet].includes(index.names[facet].indexOf(name))).length;
  const pages = [
    ...rows.filter(row => !row.text && !(isRule && row.group === '台账')).map(row => row.group === '栏目' ? { ...row, group: `${number(0, row.name)}篇` } : row),
    ...years.map(year => page(year + '年', '年度', `years/${year}/index.html`)),
    /* A kind that is all of a column has the same page under another name. */
    ...kinds.filter(kind => !rows.some(({ name }) =>
      name === kind || !kind.indexOf(name) && number(0, name) === number(2, kind))).map(kind =>
      page(kind, `${number(2, kind)}篇`, 'search.html?kind=' + encodeURIComponent(kind)))
  ];
  /* An answer about another time than that asked for is none, nor is one to another question. */
  const asked = (dated(fold(text), today).match(new RegExp(when, 'g')) || []).map(word => new RegExp('(?:^|\\D)' + word));
  const told = new Set();
  const isTold = ({ group, address }) => group !== TOTALS || text.match(many) && !told.has(address) && told.add(address);
  const unfit = others.filter(([asks]) => text.match(asks)).map(([, about]) => about);
  const answers = isRule ? [] : rows.filter(row => row.text && row.from <= today && (!row.to || today <= row.to) && (!asks || asks.like.test(row.text))
    && asked.every(word => word.test(row.name + '，' + row.text)) && !unfit.some(about => row.text.match(about)) && isTold(row));
  return {
    pages: best(pages, MOST_PAGES, ({ name, words = [] }) =>
      most(typed.map(key => most([fold(name), ...words].map(word => fit(word, key)))))),
    answers: best(answers, MOST_ANSWERS, ({ name, words }) =>
      most([fold(name), ...words].flatMap(word => typed.map(key => common(word, key)))))
  };
}

/* What the first of some documents says that is a rule in force and answers a question; other answers if there are some. */
export function ruled(index, documents, query, others) {
  const { asks } = query;
  const rule = asks && !others[0]
    && documents.filter(({ id, date }) => isFirst(index, id, { first: asks.isRule ? asks.first : asks.rules }) && !date[10]).map(one => one.rule(query)).find(Boolean);
  return rule ? [rule] : others;
}

/* How much of a question and a word, or of a title and what was typed of it besides a time, is the same. */
function common(word, key) {
  return word && key.includes(word) ? word.length : key.length >= LONG && key > '9' && word.includes(key) ? key.length : 0;
}

function most(numbers) {
  return Math.max(0, ...numbers);
}

function best(all, number, value) {
  return all.map(one => ({ one, is: value(one) })).filter(({ is }) => is).sort((a, b) => b.is - a.is).slice(0, number)
    .map(({ one }) => one);
}

/* Pinyin fits from its beginning on, a name wherever it stands in what was typed or the other way round. */
function fit(word, key) {
  return word === key ? SAME : word.length < 2 || key.length < 2 ? 0 : word.startsWith(key) ? BEGINS
    : !LATIN.test(word) && (word.includes(key) || key.includes(word)) ? WITHIN : 0;
}
