/* Reads files of keys (org.gongkai.feature.search.key). */

import { Bits } from './bits.js';

/* How far the text after a key is the same is recorded for lists of more documents. */
const FEW = 8;
/* Stands for the extension of a summary. */
const REFERENCE = 127;

/* Widths are reckoned with a number of documents rounded up to three binary digits. */
function riceWidth(documents, listed) {
  let step = 1, width = 0;
  while (documents / step >= 8) {
    step *= 2;
  }
  const sparse = Math.floor(Math.ceil(documents / step) * step * 2 / 3);
  while (listed * 2 ** (width + 1) <= sparse) {
    width++;
  }
  return width;
}

/* Adds to found.sure the documents of a file that hold the key, sets found.last to the entry that covers it if its
   documents may (more: by how many units their texts go on alike, reach: up to which of the key's), and adds to
   found.elsewhere longer keys whose documents hold it too. found.told is the last key that tells of all below it.
   Returns whether later files have nothing more. */
export function scan(packed, documents, key, found) {
  const bits = new Bits(packed);
  let entry = '';
  while (bits.remaining() > 15) {
    entry = bits.key(entry);
    const exact = bits.take(1), summary = !exact && bits.take(1), extension = summary ? bits.gamma() - 1 : 0;
    const within = entry.startsWith(key), summarized = entry.startsWith(found.told);
    if (entry > key && !within) {
      return true;
    }
    if (extension === REFERENCE) {
      const preceding = bits.units(bits.gamma());
      if (within ? !summarized : key.startsWith(entry)) {
        found.elsewhere.push(preceding + (within ? entry : key));
      }
      found.last = null;
      continue;
    }
    const count = bits.gamma(), more = exact && count > FEW ? bits.gamma() - 1 : 0;
    const covered = exact ? entry : entry.slice(0, -1);
    const width = riceWidth(documents, count), ids = [];
    for (let i = 0, id = -1; i < count; i++) {
      ids.push(id += 1 + bits.rice(width));
    }
    if (within && (summary || exact || entry !== key)) {
      found.sure.push(...ids);
      found.last = null;
      if (summary) {
        if (key.length >= entry.length - extension) {
          return true;
        }
        if (!summarized) {
          found.told = entry;
        }
      }
    } else if (!summary) {
      found.last = key.startsWith(covered) ? { ids, more, reach: covered.length + more } : null;
    }
  }
  return false;
}

/* The name of the file that begins at a border (org.gongkai.feature.search.key.KeyFiles). */
export function fileName(segment, border) {
  let hash = 0;
  for (let i = 0; i < border.length; i++) {
    hash = Math.imul(hash, 31) + border.charCodeAt(i) | 0;
  }
  const hex = (number, digits) => number.toString(16).padStart(digits, '0');
  return segment + '-' + hex(border.charCodeAt(0), 4) + hex(border.charCodeAt(1), 4)
    + (border.length > 2 ? '-' + hex(hash >>> 0, 8) : '');
}

/* Those of sorted files that can have a key, by their borders. */
export function covering(borders, key) {
  return borders.filter((border, i) =>
    (border <= key || border.startsWith(key)) && !(borders[i + 1] <= key) || !i && border > key);
}
