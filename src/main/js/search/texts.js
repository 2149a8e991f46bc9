/* Unpacks texts (org.gongkai.search.text.TextPacker). */

import { Bits } from './bits.js';
import { textOf } from './units.js';

/* So many units are made text at once; browsers take no more than some ten thousand arguments. */
const SPAN = 8192;

export class Vocabulary {
  constructor(values) {
    Object.assign(this, values);
    this.pieces = values.pieces.split('\ue000');
  }

  unpack(packed) {
    const bits = new Bits(packed), length = bits.gamma();
    // No text that grows: a browser makes it anew each time that one of its units is read.
    const units = new Uint16Array(length);
    let at = 0, text = '';
    while (at < length) {
      const piece = this.pieceOf(bits);
      if (piece === this.copy) {
        let from = at - 1 - bits.golomb(8);
        for (let count = 3 + bits.golomb(1); count > 0; count--) {
          units[at++] = units[from++];
        }
      } else {
        const added = piece === this.escape ? bits.units(1) : this.pieces[piece];
        for (let i = 0; i < added.length; i++) {
          units[at++] = added.charCodeAt(i);
        }
      }
    }
    for (let from = 0; from < length; from += SPAN) {
      text += textOf.apply(null, units.subarray(from, from + SPAN));
    }
    return text;
  }

  /* The number of the piece whose code follows; codes of one length are consecutive. */
  pieceOf(bits) {
    let code = 0, index = 0;
    for (const count of this.counts) {
      code = code << 1 | bits.take(1);
      if (code < count) {
        return index + code;
      }
      index += count;
      code -= count;
    }
    throw new RangeError();
  }
}
