/* A document of the index, and what is shown of it. */

import { fold } from './folding.js';
import { HEADING, INITIALS, TITLE, WORD } from './query.js';
import { textOf } from './units.js';

const HEADING_LINE = textOf(1);
/* What is found but is no text to be shown, and a row of a table, behind which only rows go on. */
const FIELD = textOf(5), ROW = textOf(6);
/* The head and the rows of a table. */
const TABLE = new RegExp(`^[${FIELD}${ROW}]`);
/* A heading of lower rank belongs to the one above it. */
const SUBHEADING = /^.[（(]/;
/* A shorter block, a field as a rule, says little: it counts less, and what follows it is shown with it. */
const LONG = 16, SHORT_COUNTS = 0.8;
/* A word of the title, which the whole text is about, says that much less of where a question for a rule is answered. */
const TITLED = 0.5;
/* So long is what is shown of a passage. */
const PASSAGE = 140, FURTHER = 80;
/* Phones show four lines. */
const SEEN = 60;
/* With so much of the words of the best passage the next ones are shown as well. */
const ALSO = 0.3;

/* Browsers before 2024 may lack it: there a word counts within others, too. */
const segmenter = Intl.Segmenter && new Intl.Segmenter('zh', { granularity: 'word' });
/* So much around a word tells where words end. */
const AROUND = 9;

/* Stands between passages. */
const GAP = { text: '　' };

export class Document {
  constructor(id, text) {
    this.id = id;
    [this.address, this.title, this.date, this.tags, this.initials, ...this.blocks] = text.split('\n');
    this.tags = this.tags ? this.tags.split('\t') : [];
    this.searched = {};
    this.shown = this.blocks.map(block => block[0] === FIELD ? '' : block < ' ' ? block.slice(1) : block);
  }

  holds(key) {
    const mark = key < WORD ? key[0] : '';
    this.searched[mark] ||= this.blocksOf(mark).map(block => fold(block)).join('\n');
    return placeOf(this.searched[mark], key.slice(mark.length)) >= 0;
  }

  blocksOf(mark) {
    const titles = [this.title, ...this.tags];
    return mark === TITLE ? titles : mark === INITIALS ? [this.initials]
      : mark === HEADING ? this.blocks.filter(block => block[0] === HEADING_LINE) : titles.concat(this.blocks);
  }

  /* The weight of the words that some text of the document holds. */
  weight(weights, mark) {
    return sum(weights, fold(this.blocksOf(mark).join('\n')));
  }

  /* The blocks with words that weigh, those with the most first and those that look like an answer before others: { value, at }. */
  best(weights, asks) {
    const heaviest = Math.max(0, ...weights.values()) / 3, title = fold(this.title), titled = [...weights].filter(([key]) => placeOf(title, key) >= 0), isAbout = titled[0];
    return this.shown.map((block, at) => {
      const text = fold(block), found = sum(weights, text) - (asks && asks.first ? TITLED * sum(titled, text) : 0), isHeading = this.blocks[at][0] === HEADING_LINE, fits = asks && (found || isAbout) ? asks.like.test(block) + 2 * (asks.rule.test(block) || found && isHeading) : 0;
      return { value: (found + fits * heaviest) * (block.length < LONG && !isHeading ? SHORT_COUNTS : 1), at };
    }).filter(block => block.value && this.shown[block.at]).sort((a, b) => b.value - a.value);
  }

  /* Tells whether a block belongs to an earlier one. */
  goesOn(from, at) {
    const [mark] = this.blocks[from], block = this.blocks[at];
    return block >= ' ' || (mark === ROW ? block && block[0] === ROW : mark === HEADING_LINE && !SUBHEADING.test(this.blocks[from]) && SUBHEADING.test(block));
  }

  /* The passage { name, address, text } of a rule that says what is asked: with its headings and the title it holds all words of a
     wording. How to do a single thing only a heading says. */
  rule({ weights, passage, asks, wordings }) {
    for (const { at } of this.best(weights || passage, asks)) {
      const isHeading = this.blocks[at][0] === HEADING_LINE, texts = isHeading ? [] : [this.shown[at]];
      const path = this.blocks.slice(0, at + 1).reduce((above, block, i) =>
        block[0] !== HEADING_LINE ? above : [...SUBHEADING.test(block) ? above.slice(0, 1) : [], this.shown[i]], []);
      for (let next = at + 1; isHeading && (this.goesOn(at, next) || TABLE.test(this.blocks[next])) && texts.join('').length < PASSAGE; next++) {
        texts.push(this.shown[next]);
      }
      const isRule = asks.rule.test(texts), own = fold([...path, ...texts].join()), all = fold(this.title) + own, holds = (text, key) => placeOf(text, key) >= 0;
      if (texts.join('') && wordings.some(keys => keys.every(key => holds(all, key)) && keys.some(key => keys[1] ? (asks.isRule || isRule) && holds(own, key)
        : asks.isRule && holds(isRule && !asks.how ? own : fold(path.join()), key)))) {
        return { name: [this.title, ...path].join('　'), address: this.address, text: texts.join('\n') };
      }
    }
  }

  /* Pieces of the first blocks that hold the keys, otherwise of the beginning. A short block serves only for a key that
     stands nowhere else.
     weights  of words, if the block with the most of them is to be shown, which looks like what is asked for, with what follows,
              and the next ones */
  snippet(keys, weights, asks) {
    const { shown: blocks } = this, [first, ...others] = weights ? this.best(weights, asks) : [];
    /* A field of what is asked for, such as 地点, needs none of the words. */
    const field = asks && asks.headings[0] && blocks.findIndex(block => new RegExp(`^.{0,4}(${asks.headings.join('|')})：`).test(block));
    const shownFirst = field >= 0 ? pieces(blocks[field], keys, PASSAGE, 100) : [];
    if (first) {
      const shown = pieces(blocks[first.at], keys, 40, PASSAGE);
      let left = PASSAGE - blocks[first.at].length, next = first.at + 1;
      for (; left > LONG && this.goesOn(first.at, next); next++) {
        shown.push(GAP, ...pieces(blocks[next], keys, PASSAGE, left));
        left -= blocks[next].length;
      }
      others.filter(({ value, at }) => value > first.value * ALSO && (at < first.at || at >= next) && this.blocks[at] >= ' ').slice(0, 2).forEach(({ at }) =>
        shown.push(GAP, ...pieces(blocks[at], keys, 30, FURTHER)));
      return field >= 0 && (field < first.at || field >= next) ? [...shownFirst, GAP, ...shown] : shown;
    }
    const long = blocks.filter(block => block.length >= LONG);
    const result = shownFirst;
    let left = keys;
    function add(shown) {
      result.push(...result.length ? [GAP] : [], ...shown);
    }
    function take(block) {
      const text = fold(block), rest = left.filter(key => placeOf(text, key) < 0);
      if (rest.length < left.length) {
        add(pieces(block, keys, 30, 100));
        left = rest;
      }
    }
    long.filter(block => asks && asks.rule.test(block)).concat(long).forEach(take);
    left = left.filter(key => !this.holds(TITLE + key));
    const isField = !result[field >= 0 ? 1 : 0], start = long[0] || blocks[0] || '';
    blocks.forEach(take);
    /* The beginning may be the short block itself. */
    if (isField && !start.startsWith(result[0] && result[0].text)) {
      add(pieces(start, [], 0, 100));
    }
    return result;
  }
}

/* The weight of the words that a text holds. */
export function sum(weights, text) {
  return [...weights].reduce((all, [key, weight]) => all + (placeOf(text, key) < 0 ? 0 : weight), 0);
}

/* The place of a key in a folded text from another on. */
export function placeOf(text, key, from) {
  const word = key.replace(WORD, ''), at = text.indexOf(word, from), start = Math.max(0, at - AROUND), end = at + word.length;
  if (at < 0 || word === key) {
    return at;
  }
  const ends = borders(text.slice(start, end + AROUND));
  return ends.includes(at - start) && ends.includes(end - start) ? at : placeOf(text, key, end);
}

/* The beginning and the end of a part of a text, or of the words of which it is but an end and a beginning. */
export function whole(text, from, to) {
  const ends = borders(text);
  return ends.includes(from) || ends.includes(to) ? [from, to] : [ends.filter(end => end < from).pop(), ends.find(end => end > to)];
}

/* Where the words of a text begin and end. */
export function borders(text) {
  return segmenter ? [...segmenter.segment(text)].map(({ index }) => index).concat(text.length) : [...text, 0].map((one, at) => at);
}

/* Pieces { text, hit } of a text; of all, or at most so many units. What has its first hit further on than phones show begins with
   the sentence of that, or so many units before it. */
export function pieces(text, keys, before, length) {
  const positions = [], block = fold(text, positions), hits = [], result = [];
  for (const key of keys) {
    const { length: units } = key.replace(WORD, '');
    for (let at = placeOf(block, key); at >= 0; at = placeOf(block, key, at + units)) {
      hits.push([positions[at], positions[at + units - 1] + 1]);
    }
  }
  hits.sort((a, b) => a[0] - b[0]);
  const [first, last] = hits[0] || [0, 0], sentence = text.lastIndexOf('。', first) + 1;
  const start = atCharacter(text, length && first > SEEN ? Math.max(sentence, first - before) : 0);
  const end = atCharacter(text, length ? Math.min(text.length, Math.max(start + length, last)) : text.length);
  let next = start;
  function add(to, hit) {
    const [last] = hit ? result.slice(-1) : [], more = text.slice(next, to);
    if (last && last.hit) {
      last.text += more;
    } else if (more) {
      result.push({ text: more, hit });
    }
    next = Math.max(next, to);
  }
  if (start > sentence) {
    result.push({ text: '…' });
  }
  for (const [from, to] of hits) {
    add(Math.min(end, from));
    add(Math.min(end, to), true);
  }
  add(end);
  if (end < text.length) {
    result.push({ text: '…' });
  }
  return result;
}

/* A place that is not within a character of two units. */
function atCharacter(text, at) {
  return at + (/[\udc00-\udfff]/.test(text.charAt(at)) ? 1 : 0);
}

/* The day of a document as texts write it. */
export function dayOf({ date }) {
  return date.replace(/-0?(\d+)-0?(\d+)/, '年$1月$2日');
}
