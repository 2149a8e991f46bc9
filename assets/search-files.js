/* Reads the files of the search index: packed values, texts and keys. package-info.java of org.gongkai.search describes
   them. Plain ES5. */
(function () {
  'use strict';

  /* How far the text after a key is the same is recorded for lists of more documents. */
  var FEW = 8;

  /* ---- packed values: 15 bits in each unit from U+4000 ---- */

  function Bits(text) {
    this.text = text;
    this.next = 0;
    this.unit = 0;
    this.left = 0;
  }
  Bits.prototype = {
    remaining: function () {
      return (this.text.length - this.next) * 15 + this.left;
    },
    take: function (count) {
      if (count > this.remaining()) {
        throw new Error('incomplete value');
      }
      var value = 0;
      while (count > 0) {
        if (!this.left) {
          this.unit = this.text.charCodeAt(this.next++) - 0x4000;
          this.left = 15;
        }
        var some = Math.min(count, this.left);
        this.left -= some;
        count -= some;
        value = value << some | this.unit >> this.left & (1 << some) - 1;
      }
      return value;
    },
    unary: function () {
      var value = 0;
      while (this.take(1)) {
        value++;
      }
      return value;
    },
    rice: function (width) {
      return this.unary() << width | this.take(width);
    },
    gamma: function () {
      var width = this.unary();
      return 1 << width | this.take(width);
    },
    golomb: function (width) {
      return this.gamma() - 1 << width | this.take(width);
    },
    /* The key after another in a sorted list. */
    key: function (previous) {
      var dropped = this.gamma() - 1, added = this.gamma(), kept = previous.length - dropped;
      var key = previous.slice(0, kept)
        + String.fromCharCode(dropped ? previous.charCodeAt(kept) + 1 + this.golomb(5) : this.take(16));
      while (--added) {
        key += String.fromCharCode(this.take(16));
      }
      return key;
    }
  };

  /* ---- packed texts ---- */

  function unpack(vocabulary, packed) {
    var bits = new Bits(packed), length = bits.gamma(), text = '';
    while (text.length < length) {
      var piece = pieceOf(vocabulary, bits);
      if (piece === vocabulary.escape) {
        text += String.fromCharCode(bits.take(16));
      } else if (piece === vocabulary.copy) {
        var from = text.length - 1 - bits.golomb(8);
        for (var count = 3 + bits.golomb(1); count > 0; count--) {
          text += text.charAt(from++);
        }
      } else {
        text += vocabulary.pieces[piece];
      }
    }
    return text;
  }

  function pieceOf(vocabulary, bits) {
    for (var length = 0, code = 0, first = 0, index = 0; ; length++) {
      code = code << 1 | bits.take(1);
      first <<= 1;
      var count = vocabulary.counts[length];
      if (code - first < count) {
        return index + code - first;
      }
      index += count;
      first += count;
    }
  }

  /* ---- files of keys ---- */

  /* Widths are reckoned with a number of documents rounded up to three binary digits. */
  function riceWidth(documents, listed) {
    var step = 1, width = 0;
    while (documents / step >= 8) {
      step *= 2;
    }
    var sparse = Math.floor(Math.ceil(documents / step) * step * 2 / 3);
    while (listed * Math.pow(2, width + 1) <= sparse) {
      width++;
    }
    return width;
  }

  /* Adds to found.sure the documents of a file that hold the key, and sets found.last to those of the entry that
     covers it if they may. Returns whether later files have nothing more. */
  function scan(packed, documents, key, found) {
    var bits = new Bits(packed), entry = '';
    while (bits.remaining() > 15) {
      entry = bits.key(entry);
      var exact = bits.take(1), summary = !exact && bits.take(1);
      var shortest = entry.length - (summary ? bits.gamma() - 1 : 0), count = bits.gamma();
      var reach = exact && count > FEW ? bits.gamma() - 1 : 0;
      var within = entry.slice(0, key.length) === key;
      if (entry > key && !within) {
        return true;
      }
      var covered = exact ? entry : entry.slice(0, -1);
      var whole = within && (summary ? key.length >= shortest : exact || entry !== key);
      var wanted = whole || !summary && key.slice(0, covered.length) === covered;
      var ids = list(bits, count, riceWidth(documents, count), wanted);
      if (whole) {
        found.sure.push.apply(found.sure, ids);
        found.last = null;
        if (summary) {
          return true;
        }
      } else if (!summary) {
        found.last = wanted ? { ids: ids, depth: covered.length, reach: covered.length + reach } : null;
      }
    }
    return false;
  }

  function list(bits, count, width, wanted) {
    var ids = [], id = -1;
    while (count--) {
      id += 1 + bits.rice(width);
      if (wanted) {
        ids.push(id);
      }
    }
    return ids;
  }

  function hex(number, digits) {
    return ('0000000' + number.toString(16)).slice(-digits);
  }

  function fileName(segment, first) {
    var hash = 0;
    for (var i = 0; i < first.length; i++) {
      hash = Math.imul(hash, 31) + first.charCodeAt(i) | 0;
    }
    return 'i/' + segment + '-' + hex(first.charCodeAt(0), 4) + hex(first.charCodeAt(1), 4)
      + (first.length > 2 ? '-' + hex(hash >>> 0, 8) : '');
  }

  /* The names of the files of a segment that can have entries for a key. */
  function namesFor(segment, key) {
    var first = segment.first, low = 0, high = first.length;
    while (low < high) {
      var middle = low + high >> 1;
      if (first[middle] <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (high < first.length && first[high].slice(0, key.length) === key) {
      high++;
    }
    return first.slice(Math.max(0, low - 1), high).map(function (start) { return fileName(segment.number, start); });
  }

  window.gongkaiFiles = { Bits: Bits, unpack: unpack, scan: scan, namesFor: namesFor };
}());
