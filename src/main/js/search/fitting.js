/* Says what of a question documents hold and what none of them does, and which are about the time that is asked for: what
   is said to be looked for is what is listed. */

import { fold } from './folding.js';
import { borders, dayOf, whole } from './document.js';
import { LATIN } from './division.js';
import { READ, find } from './lookup.js';
import { TITLE, meant } from './query.js';
import { unique } from './units.js';

/* Fields that say what a paper is about. */
const ABOUT = /^.{0,4}(?:名称|时间|小组)：/;
/* Of two things either will do. */
const EITHER = /[和或及与]/;

const plain = time => time.replace(/[第年度]|党?小(?=组)/g, '');

/*
 * Promises { parts, lacks, missing, fits, ids }: what the first of some documents holds of a text, the words that none of the site holds
 * besides, the times that none of those is about, the ids of those that hold as much, and all ids, these first.
 *   typed     what was asked for, folded
 *   others    its wordings
 *   query     with the parts that were looked up, and weights if not all documents hold these
 *   isFirst   tells whether the parts are to be those of a document
 */
export async function fitting(index, ids, typed, others, { parts: known, weights }, isFirst) {
  let text = typed;
  const times = index.times.map(([pattern, isTitled]) => {
    const kind = new RegExp(pattern, 'g'), wanted = text.match(kind) || [];
    text = text.replace(kind, ' ');
    return { kind, isTitled, wanted };
  }), years = times[1].wanted.map(plain);
  const documents = await index.documents(ids.slice(0, READ));
  const all = documents.map(document => held(index, document, text, others, known));
  const first = Math.max(0, documents.findIndex((document, i) =>
    all[i].parts[0] && known.every(part => document.holds(part)) && isFirst(document.id)));
  const { parts, lacks } = all[first], either = EITHER.test(text), unheld = [];
  /* A kind of paper, with which titles end, is looked for in titles. */
  const kinds = parts.filter(part => documents.some(({ title }) => fold(title).endsWith(part)));
  const late = documents.map(document => times.filter(time => !isAbout(document, time, years, parts, kinds)));
  const holders = documents.map(document => !parts[0] || parts[either ? 'some' : 'every'](part => document.holds(part)));
  /* What a title says is what the whole text is about. */
  const titled = parts.filter(part => documents[first].holds(TITLE + part));
  const [missing] = late.filter((one, i) => holders[i] && titled.every(part => documents[i].holds(TITLE + part)))
    .sort((a, b) => a.length - b.length);
  const said = list => list.flatMap(time => time.wanted), found = times.filter(time => !missing.includes(time));
  for (const lack of lacks) {
    const all = await find(index, [...either ? [] : parts, lack].map(key => ({ key })));
    /* What no filter has left out. */
    const isListed = id => ids.includes(id) && isFirst(id), better = (await index.documents([...all.filter(isListed), ...all].slice(0, READ)))
      .filter(document => found.every(time => isAbout(document, time, years, parts, kinds))).map(({ id }) => id);
    if (!better[0]) {
      /* Half a word is none: then it is the whole phrase. */
      unheld.push(...all[READ] ? [] : [borders(lack).length < 3 || index.ordinal.test(lack) || others.some(({ from }) => from && fold(from) === lack)
        || (await find(index, [{ key: lack }]))[0] ? lack : phrase(index, text, lack)]);
    } else if (either) {
      parts.push(lack);
    } else if (!known.includes(lack) && isListed(better[0])) {
      return fitting(index, unique([...better.filter(isListed), ...ids]), typed, others, { parts: [...parts, lack], weights: better }, isFirst);
    }
  }
  const fits = ids.filter((id, i) =>
    i < READ ? holders[i] && late[i].every(time => missing.includes(time)) : !weights && !said(times)[0]);
  /* Without the time that was asked for the newest of what is titled so is nearest. */
  const rank = id => documents.some(document => document.id === id && titled.every(part => document.holds(TITLE + part)));
  said(missing)[0] && fits.sort((a, b) => rank(b) - rank(a) || b - a);
  return {
    parts: [...parts, ...said(found)],
    lacks: unique(unheld),
    missing: said(missing),
    fits: new Set(fits),
    ids: unique([...fits, ...ids])
  };
}

/* The phrases of a text that a document holds, the longest that begin and end with words, and those between that it does
   not hold. */
function held(index, document, text, others, known) {
  const lacks = [], same = others.reduce((left, { from, word }) =>
    from && !document.holds(fold(from)) && document.holds(meant(word)) ? left.replace(fold(from), word) : left, text);
  /* What begins or ends within a word was found by chance. */
  const isWhole = (part, at = same.indexOf(part), to = at + part.length) => at >= 0 && '' + whole(same, at, to) === [at, to] + '' && borders(same).includes(to);
  const parts = known.filter(part => isWhole(part) && document.holds(part));
  const rest = parts.reduce((left, part) => left.split(part).join(' '), same);
  for (const piece of rest.split(index.between).flatMap(one => one.match(index.runs) || [])) {
    const ends = index.ordinal.test(piece) ? [0, piece.length] : borders(piece);
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
  return { parts: unique(parts).filter(says), lacks: lacks.map(lack => {
    const left = lack.replace(index.idle, '');
    return left && borders(lack).length < 3 ? lack : left;
  })
    .map(lack => index.sole.test(lack) ? phrase(index, same, lack) : lack).filter(says) };
}

/* The phrase of a text with a part. */
function phrase(index, text, part) {
  return text.split(index.between).find(piece => piece.includes(part)) || part;
}

/* Tells whether a document is about a time: by its title, as far as that has a part, and its fields, otherwise by its text,
   where that does not say it of another year. */
function isAbout(document, { kind, isTitled, wanted }, years, parts, kinds) {
  const title = fold(document.title);
  const about = title.split(/[及和,]/).filter(one => parts.some(part => one.includes(part)));
  const fields = document.shown.filter(block => ABOUT.test(block)).map(block => fold(block).replace(/月\d+日/g, '月'));
  const isOther = kinds[0] && !kinds.some(part => title.includes(part));
  const named = [about[0] ? about : isOther ? '' : title, ...fields, isTitled ? dayOf(document).replace(/\d+日/, '') : ''].join().match(kind) || (isTitled || isOther) && [];
  const text = [dayOf(document), ...document.shown].join('\n');
  return !wanted[0] || [...wanted, ...wanted.map(plain)].some(time => named ? named.map(plain).includes(time)
    : text.split(time).slice(0, -1).some(before => {
    const [, year] = /(20\d\d)年度?第?$/.exec(before) || [];
    return !/\d$|分[成为]?$/.test(before) && (!year || !years[0] || years.includes(year));
  }));
}
