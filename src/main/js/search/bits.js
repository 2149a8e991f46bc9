/* Reads packed values: 15 bits in each unit from U+4000 (org.gongkai.feature.search.pack.BitWriter). */

import { textOf } from './units.js';

export class Bits {
  constructor(text) {
    this.text = text;
    this.next = 0;
    this.unit = 0;
    this.left = 0;
  }

  remaining() {
    return (this.text.length - this.next) * 15 + this.left;
  }

  take(count) {
    if (count > this.remaining()) {
      throw new RangeError();
    }
    let value = 0;
    while (count > 0) {
      if (!this.left) {
        this.unit = this.text.charCodeAt(this.next++) - 0x4000;
        this.left = 15;
      }
      const some = Math.min(count, this.left);
      this.left -= some;
      count -= some;
      value = value << some | this.unit >> this.left & (1 << some) - 1;
    }
    return value;
  }

  unary() {
    let value = 0;
    while (this.take(1)) {
      value++;
    }
    return value;
  }

  rice(width) {
    return this.unary() << width | this.take(width);
  }

  gamma() {
    const width = this.unary();
    return 1 << width | this.take(width);
  }

  golomb(width) {
    return this.gamma() - 1 << width | this.take(width);
  }

  /* Units of text. */
  units(count) {
    let text = '';
    while (text.length < count) {
      text += textOf(this.take(16));
    }
    return text;
  }

  /* The key after another in a sorted list. */
  key(previous) {
    const dropped = this.gamma() - 1, added = this.gamma(), kept = previous.length - dropped;
    const first = dropped ? textOf(previous.charCodeAt(kept) + 1 + this.golomb(5)) : '';
    return previous.slice(0, kept) + first + this.units(added - first.length);
  }

  /* A sorted list of keys. */
  keys() {
    const keys = [];
    let key = '';
    for (let count = this.gamma(); count > 0; count--) {
      keys.push(key = this.key(key));
    }
    return keys;
  }
}
