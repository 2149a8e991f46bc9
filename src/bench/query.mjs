/*
 * Prints how many KB of the index's files a first query loads at the median, asking a built site as its search page does, with
 * the same modules:
 *
 *   node src/bench/query.mjs SITE EMPTY-FOLDER [PHRASES]
 *
 * Phrases are chosen as SearchPhrasesTest chooses them, which asks a browser and compares every answer with a plain search.
 */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [site, folder, count = 500] = process.argv.slice(2);
cpSync('src/main/js/search', folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
const load = name => import(pathToFileURL(resolve(folder, name)));
const [{ Index }, { answer, byInitials }, { PAGE }, { fold }] =
  await Promise.all(['index.js', 'matches.js', 'lookup.js', 'folding.js'].map(load));

/* One who opens the search page for the first time. */
function reader() {
  const one = { bytes: 0 };
  one.index = new Index(async name => {
    const script = readFileSync(join(site, 'search', name + '.js'));
    one.bytes += script.length;
    let handed = null;
    new Function('gk', new TextDecoder('utf-16le').decode(script))((...values) => handed = values);
    return handed;
  });
  return one;
}

let state = 7;
function below(bound) {
  state = Math.imul(state, 1664525) + 1013904223 | 0;
  return (state >>> 8) % bound;
}

/* Of two to 13 characters, every other one from within a word to within another; one in eleven stands nowhere. */
async function phrases(index) {
  const words = new Intl.Segmenter('zh-CN', { granularity: 'word' }), chosen = [];
  await index.open();
  while (chosen.length < count) {
    const { title, tags, blocks } = await index.document(below(index.facets.length));
    const lines = [title, ...tags, ...blocks].map(block => fold(block)), line = lines[below(lines.length)];
    if (line.length < 2) {
      continue;
    }
    const from = below(line.length - 1), to = Math.min(line.length, from + 2 + below(12)), phrase = line.slice(from, to);
    const borders = new Set([...words.segment(line)].map(word => word.index).concat(line.length));
    const across = !borders.has(from) && !borders.has(to);
    if (across === (chosen.length % 2 === 0) && phrase === fold(phrase) && !/["'\ud800-\udfff]/.test(phrase)) {
      chosen.push(chosen.length % 11 === 10 ? phrase[0] + '龘' + phrase.slice(1) : phrase);
    }
  }
  return chosen;
}

const loaded = [];
for (const phrase of await phrases(reader().index)) {
  const one = reader(), choice = { q: `"${phrase}"`, facets: ['', '', ''], open: false, sort: '' };
  const { ids, total } = await answer(one.index, choice, '2026-01-01');
  await one.index.documents(ids.slice(0, PAGE));
  const likely = total ? [] : await byInitials(one.index, choice.q);
  await one.index.documents(likely.slice(0, PAGE));
  if (!total !== phrase.includes('龘')) {
    throw new Error(`${total} entries hold ${phrase}`);
  }
  loaded.push(one.bytes / 1000);
}
loaded.sort((a, b) => a - b);
console.log(`median ${loaded[loaded.length >> 1].toFixed(1)} KB, most ${loaded[loaded.length - 1].toFixed(1)} KB`);
