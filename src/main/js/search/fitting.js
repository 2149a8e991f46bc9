/* Says what of a question documents hold and what none of them does, and which are about the time that is asked for: what
   is said to be looked for is what is listed. */

import { fold } from './folding.js';
import { borders } from './document.js';
import { LATIN, ORDINAL, RUNS } from './division.js';
import { READ } from './lookup.js';
import { TITLE, meant } from './query.js';

/* Years, quarters, halves and months: papers of one kind differ in nothing else. */
const TIMES = [/20[12]\d(?!\d)(?:年度?)?/g, /第?[一二三四]季度/g, /[上下]半年|全年/g, /\d+月(?!\d+日)/g];
/* Fields that say what a paper is about. */
const ABOUT = /^.{0,4}(?:名称|时间)：/;
/* Of two things either will do. */
const EITHER = /[和或及与]/;

const plain = time => time.replace(/[第年度]/g, '');

/*
 * Promises { parts, lacks, fits, ids }: what the first of some documents holds of a text, what none of them holds besides,
 * the ids of those that hold as much, and all ids, these first.
 *   text      what was asked for, folded
 *   others    its wordings
 *   query     with the parts that were looked up, and weights if not all documents hold these
 *   isFirst   tells whether the parts are to be those of a document
 */
export async function fitting(index, ids, text, others, { parts: known, weights }, isFirst) {
  const times = TIMES.map(kind => {
    const wanted = text.match(kind) || [];
    text = text.replace(kind, ' ');
    return { kind, wanted };
  }), years = times[0].wanted.map(plain);
  const documents = await index.documents(ids.slice(0, READ));
  const all = documents.map(document => held(index, document, text, others, known));
  const first = Math.max(0, documents.findIndex((document, i) =>
    all[i].parts[0] && known.every(part => document.holds(part)) && isFirst(document)));
  const { parts, lacks } = all[first], either = EITHER.test(text);
  const late = documents.map(document => times.filter(time => !isAbout(document, time, years, parts)));
  const holders = documents.map(document => !parts[0] || parts[either ? 'some' : 'every'](part => document.holds(part)));
  /* What a title says is what the whole text is about. */
  const titled = parts.filter(part => documents[first].holds(TITLE + part));
  const [missing] = late.filter((one, i) => holders[i] && titled.every(part => documents[i].holds(TITLE + part)))
    .sort((a, b) => a.length - b.length);
  const said = list => list.flatMap(time => time.wanted);
  const fits = new Set(ids.filter((id, i) =>
    i < READ ? holders[i] && late[i].every(time => missing.includes(time)) : !weights && !said(times)[0]));
  const isLacking = lack => !documents.some((document, i) => holders[i] && document.holds(lack));
  return {
    parts: [...parts, ...either ? lacks.filter(lack => !isLacking(lack)) : [],
      ...said(times.filter(time => !missing.includes(time)))],
    lacks: [...lacks.filter(isLacking), ...said(missing)],
    fits,
    ids: [...new Set([...fits, ...ids])]
  };
}

/* The phrases of a text that a document holds, the longest that begin and end with words, and those between that it does
   not hold. */
function held(index, document, text, others, known) {
  const lacks = [], same = others.reduce((left, { from, word }) =>
    from && !document.holds(fold(from)) && document.holds(meant(word)) ? left.replace(fold(from), word) : left, text);
  const parts = known.filter(part => same.includes(part) && document.holds(part));
  const rest = parts.reduce((left, part) => left.split(part).join(' '), same);
  for (const piece of rest.split(index.between).flatMap(one => one.match(RUNS) || [])) {
    const ends = ORDINAL.test(piece) ? [0, piece.length] : borders(piece);
    let lack = '';
    for (let at = 0, to; at < ends.length - 1; at = to) {
      to = ends.length - 1;
      while (to > at && !document.holds(piece.slice(ends[at], ends[to]))) {
        to--;
      }
      /* A character that stands alone goes with what is not held. */
      if (to > at && ends[to] - ends[at] > 1) {
        parts.push(piece.slice(ends[at], ends[to]));
        lacks.push(lack);
        lack = '';
      } else {
        lack += piece.slice(ends[at], ends[to = at + 1]);
      }
    }
    lacks.push(lack);
  }
  const says = part => part[1] && !LATIN.test(part);
  return { parts: [...new Set(parts)].filter(says), lacks: [...new Set(lacks)].filter(says) };
}

/* Tells whether a document is about a time: by its title, as far as that has a part, and its fields, otherwise by its text,
   where that does not say it of another year. */
function isAbout(document, { kind, wanted }, years, parts) {
  const title = fold(document.title);
  const about = title.split(/[及和,]/).filter(one => parts.some(part => one.includes(part)));
  const fields = document.shown.filter(block => ABOUT.test(block)).map(block => fold(block).replace(/月\d+日/g, '月'));
  const named = [about[0] ? about : title, ...fields].join().match(kind);
  const text = [document.date, ...document.shown].join('\n');
  return !wanted[0] || wanted.map(plain).some(time => named ? named.map(plain).includes(time)
    : text.split(time).slice(0, -1).some(before => {
    const [, year] = /(20\d\d)年度?第?$/.exec(before) || [];
    return !/\d$/.test(before) && (!year || !years[0] || years.includes(year));
  }));
}
