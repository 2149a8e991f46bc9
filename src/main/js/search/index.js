/* The index of a site. Loads nothing but files of the site. */

import { Bits } from './bits.js';
import { Document } from './document.js';
import { covering, fileName, scan } from './keys.js';
import { Vocabulary } from './texts.js';

/* Whether a document holds a key. */
export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

/* How many files a look-up loads, if it is not known. */
const UNKNOWN = 1.5;

const lines = text => text ? text.split('\n') : [];

export class Index {
  /* load(name) promises the values that a file hands on. */
  constructor(load) {
    this.load = load;
    this.promised = {};
  }

  /* What make promises, kept unless it fails. */
  once(name, make) {
    const promised = this.promised;
    if (!promised[name]) {
      promised[name] = make();
      promised[name].catch(() => delete promised[name]);
    }
    return promised[name];
  }

  file(name) {
    return this.once(name, () => this.load(name));
  }

  /* Promises the words that mean the same; none where the site was built without. */
  words() {
    return this.file('w').then(([words]) => words, () => ({}));
  }

  /* Promises that the manifest has been read. */
  open() {
    return this.once('open', async () => {
      const [[manifest], [{ between, idle, ordinal, sole, times }]] = await Promise.all([this.file('m'), this.file('q')]), bits = new Bits(manifest.attr);
      const combinations = lines(manifest.combos).map(combination =>
        combination.split('|').map(numbers => numbers ? numbers.split(',').map(Number) : []));
      /* Words that ask, and marks: they part phrases, and no document has to hold them. */
      this.between = new RegExp(between);
      /* What says nothing at the ends of words, and single characters that do. */
      this.idle = new RegExp(idle, 'g');
      this.sole = new RegExp(sole);
      /* Ordinals are looked up as they are, as are days, digits with the unit that follows them and Latin letters. */
      this.ordinal = new RegExp(`^(?:${ordinal})`);
      this.runs = new RegExp(ordinal + `|\\d+月\\d+日|\\d+[年月日号]?|[a-z]+|(?:(?!${ordinal})[^\\da-z])+`, 'g');
      /* Years, quarters, halves, months, groups, and with a mark what only titles say: papers of one kind differ in nothing else. */
      this.times = times;
      this.bundle = manifest.bundle;
      this.bits = manifest.g;
      /* The first id and the name of each folder of texts. */
      this.blocks = manifest.blocks;
      /* The names of the columns, years and kinds; and by id the numbers of those of each document. */
      this.names = ['columns', 'years', 'kinds'].map(facet => lines(manifest[facet]));
      this.facets = [];
      while (this.facets.length < manifest.n) {
        this.facets.push(combinations[bits.take(manifest.bits)]);
      }
      /* The numbers of the columns that explain the site. */
      this.help = manifest.help;
      /* Pages that were taken down later. */
      this.gone = manifest.gone || [];
      this.notices = manifest.open;
      this.segments = manifest.segs.map((segment, number) => ({
        number,
        from: segment.from,
        documents: segment.n,
        routers: new Bits(segment.r).keys(),
        borders: {}
      }));
    });
  }

  document(id) {
    return this.once('#' + id, async () => {
      const [from, folder] = this.blocks.filter(block => block[0] <= id).pop() || [0];
      const place = id - from;
      const [[vocabulary], [texts]] = await Promise.all([
        this.file('v'), this.file(this.bundle ? 't' : `t/${folder}/${place >> this.bits}`)
      ]);
      this.vocabulary ||= new Vocabulary(vocabulary);
      return new Document(id, this.vocabulary.unpack(texts[this.bundle ? id : place & (1 << this.bits) - 1]));
    });
  }

  documents(ids) {
    return Promise.all(ids.map(id => this.document(id)));
  }

  /* Promises the names of the files of a segment that can have entries for a key. */
  async namesFor(segment, key) {
    const [router] = covering(segment.routers, key);
    const [packed] = await this.file('r/' + fileName(segment.number, router));
    segment.borders[router] ||= new Bits(packed).keys();
    return this.named(segment, key);
  }

  /* The same, if they are known. */
  named(segment, key) {
    const borders = segment.borders[covering(segment.routers, key)[0]];
    return borders && covering(borders, key).map(border => 'i/' + fileName(segment.number, border));
  }

  /* Promises what the index alone says of each document, and how much of the key it looked at.
     most: from how many files of a segment on nothing is looked up there. */
  async lookUp(key, most) {
    const result = { states: new Uint8Array(this.facets.length), depth: key.length };
    if (this.bundle) {
      result.states.fill(MAYBE);
    } else {
      await Promise.all(this.segments.map(segment => this.lookUpIn(segment, key, 0, most, result)));
    }
    return result;
  }

  /* preceding: how much of the key, at its beginning, was not asked for. */
  async lookUpIn(segment, key, preceding, most, result) {
    const { from, documents } = segment, found = { sure: [], elsewhere: [], told: '\n' };
    function raise(ids, state) {
      ids.forEach(id => result.states[from + id] = Math.max(result.states[from + id], state));
    }
    const scanned = async names => (await Promise.all(names.map(name => this.file(name))))
      .some(([packed]) => scan(packed, documents, key, found));
    const names = await this.namesFor(segment, key), isDone = await scanned(names.slice(0, 1));
    if (!isDone && names.length > most || found.elsewhere.length > most) {
      raise([...Array(documents).keys()], MAYBE);
      return;
    }
    await scanned(isDone ? [] : names.slice(1));
    let { last } = found, state = MAYBE;
    if (last && last.more) {
      /* What follows is the same in all: one of them tells of all. */
      const sample = await this.document(from + last.ids[0]);
      if (!sample.holds(key.slice(0, last.reach))) {
        last = null;
      } else if (last.reach >= key.length) {
        state = YES;
      }
    }
    if (last) {
      raise(last.ids, state);
      if (state === MAYBE) {
        result.depth = Math.min(result.depth, last.reach - preceding);
      }
    }
    raise(found.sure, YES);
    await Promise.all(found.elsewhere.map(longer =>
      this.lookUpIn(segment, longer, longer.length - key.length, most, result)));
  }

  /* About how many files a look-up would load now. */
  cost(key) {
    return this.segments.reduce((sum, segment) => {
      const names = this.named(segment, key);
      return sum + (names ? names.slice(0, 2).filter(name => !this.promised[name]).length : UNKNOWN);
    }, 0);
  }
}
