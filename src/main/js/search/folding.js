/* Folds phrases as org.gongkai.feature.search.text.TextFolding folds texts; both are tested with the same vectors. */

import { textOf } from './units.js';

/* By their numbers, so that no control character stands in the script that the build makes. */
const NEXT_LINE = textOf(0x85), DELETE = textOf(0x7f);
const CONTROLS = textOf(0) + '-' + textOf(0x1f) + DELETE;

export const BLANKS = NEXT_LINE + '\t\n\u000b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
export const DOUBLE_QUOTES = '"\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02';
export const SINGLE_QUOTES = "'\u2018-\u201b`\u00b4\uff07\uff40";
const HAN = '\u2e80';

const folded = {};

/* Gives each unit of a list, in which a-b is a range, what it becomes: a text, or the folded unit at a distance. Units
   that have something already keep it. */
function become(list, to) {
  list.replace(/([^])(?:-([^]))?/g, (range, first, last = first) => {
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) {
      const unit = textOf(code);
      folded[unit] = unit in folded ? folded[unit] : typeof to === 'string' ? to : fold(textOf(code + to));
    }
  });
}

/* The folded form of a block of text; blanks stay only between two characters that are not Han.
   positions receives the index in the block of each folded unit. */
export function fold(block, positions = []) {
  let result = '', last = HAN, gap = false;
  for (let i = 0; i < block.length; i++) {
    const unit = block[i], to = unit in folded ? folded[unit] : unit;
    if (to === ' ') {
      gap = true;
    } else if (to) {
      if (gap && last < HAN && to < HAN) {
        result += ' ';
        positions.push(i - 1);
      }
      gap = false;
      result += last = to;
      positions.push(i);
    }
  }
  return result;
}

become(BLANKS, ' ');
become(CONTROLS + '\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff', '');
become(DOUBLE_QUOTES, '"');
become(SINGLE_QUOTES, "'");
become('\u3001\uff64', ',');
become('\u3002\uff61', '.');
become('[\u3014\u3010\u3016\uff3b', '(');
become(']\u3015\u3011\u3017\uff3d', ')');
become('\u300a\u3008', '<');
become('\u300b\u3009', '>');
become('\u2010-\u2015\u2212\u2500', '-');
become('\u2022\u2027\u2219\u22c5\u30fb\uff65', '\u00b7');
become('\u301c\u223c', '~');
become('A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0410-\u042f', 32);
become('\u0400-\u040f', 80);
become('\uff01-\uff5e', -0xfee0);
