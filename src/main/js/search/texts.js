/* Unpacks texts (org.gongkai.feature.search.text.TextPacker). */

import { Bits } from './bits.js';

export class Vocabulary {
  constructor(values) {
    Object.assign(this, values);
    this.pieces = values.pieces.split('\ue000');
  }

  unpack(packed) {
    const bits = new Bits(packed), length = bits.gamma();
    // No text that grows: a browser makes it anew each time that one of its units is read.
    const units = [];
    while (units.length < length) {
      const piece = this.pieceOf(bits);
      if (piece === this.copy) {
        const back = 1 + bits.golomb(8);
        for (let count = 3 + bits.golomb(1); count--;) {
          units.push(units[units.length - back]);
        }
      } else {
        const added = piece === this.escape ? bits.units(1) : this.pieces[piece];
        units.push.apply(units, added.split(''));
      }
    }
    return units.join('');
  }

  /* The number of the piece whose code follows; codes of one length are consecutive. None if the text is damaged, so
     that there is no piece to add, which fails. */
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
  }
}
