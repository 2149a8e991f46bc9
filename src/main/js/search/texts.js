/* Unpacks texts (org.gongkai.search.text.TextPacker). */

import { Bits } from './bits.js';

export class Vocabulary {
  constructor(values) {
    Object.assign(this, values);
    this.pieces = values.pieces.split('\ue000');
  }

  unpack(packed) {
    const bits = new Bits(packed), length = bits.gamma();
    let text = '';
    while (text.length < length) {
      const piece = this.pieceOf(bits);
      if (piece === this.escape) {
        text += bits.units(1);
      } else if (piece === this.copy) {
        let from = text.length - 1 - bits.golomb(8);
        for (let count = 3 + bits.golomb(1); count > 0; count--) {
          text += text[from++];
        }
      } else {
        text += this.pieces[piece];
      }
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
