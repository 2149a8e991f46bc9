/* What the search page does with texts: folds them as the index does, reads what is asked, and takes from a document what
   is shown of it. Plain ES5. A key is a folded phrase, after a mark if only part of a document counts. */
(function () {
  'use strict';

  var TITLE = '\u0002', HEADING = '\u0003', INITIALS = '\u0004', HEADING_LINE = '\u0001';
  var LONG = 16;

  /* ---- folding: what the index does to texts, done to phrases ---- */

  var BLANKS = '\t\n\u000b\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
  var DOUBLE_QUOTES = '"\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02';
  var SINGLE_QUOTES = "'\u2018-\u201b`\u00b4\uff07\uff40";
  var HAN = '\u2e80', folded = {};

  /* Gives each unit of a list, in which a-b is a range, what it becomes; units that have something already keep it. */
  function become(list, to) {
    for (var i = 0; i < list.length; i++) {
      var last = list.charAt(i + 1) === '-' ? i + 2 : i;
      for (var code = list.charCodeAt(i); code <= list.charCodeAt(last); code++) {
        var unit = String.fromCharCode(code);
        if (folded[unit] === undefined) {
          folded[unit] = typeof to === 'string' ? to : fold(String.fromCharCode(code + to));
        }
      }
      i = last;
    }
  }

  /* The folded form of a block of text; blanks stay only between two characters that are not Han.
     positions receives the index in the block of each folded unit. */
  function fold(block, positions) {
    var result = '', gap = false;
    for (var i = 0; i < block.length; i++) {
      var unit = block.charAt(i), to = folded[unit];
      if (to === undefined) {
        to = unit;
      }
      if (to === ' ') {
        gap = true;
      } else if (to) {
        if (gap && result && result.charAt(result.length - 1) < HAN && to < HAN) {
          result += ' ';
          positions && positions.push(i - 1);
        }
        gap = false;
        result += to;
        positions && positions.push(i);
      }
    }
    return result;
  }

  become(BLANKS, ' ');
  become('\u0000-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff', '');
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

  /* ---- queries ---- */

  var WORDS = new RegExp('([-\uff0d]?)(?:(栏目|年度?|文种)[:：])?(?:' + quoted(DOUBLE_QUOTES) + '|' + quoted(SINGLE_QUOTES)
    + '|([^' + BLANKS + ']+))', 'g');
  var FACET_NAMES = { '栏目': 'column', '年': 'year', '年度': 'year', '文种': 'kind' };

  /* A word in quotes; one that goes on after them is a phrase with quotes in it. */
  function quoted(quotes) {
    return '[' + quotes + ']([^' + quotes + ']*)[' + quotes + '](?=[' + BLANKS + ']|$)';
  }

  /* What a query asks for: terms { key, not } and filters { facet, name, not }. */
  function parse(text) {
    var query = { terms: [], filters: [] };
    text.replace(WORDS, function (all, minus, facet, double, single, plain) {
      var key = fold(double || single || plain || '');
      if (facet) {
        key = facet.charAt(0) === '年' ? key.replace(/年度?$/, '') : key;
        query.filters.push({ facet: FACET_NAMES[facet], name: key, not: !!minus });
      } else if (key && all !== '-' && all !== '\uff0d') {
        query.terms.push({ key: key.length > 1 ? key : TITLE + key, not: !!minus });
      }
    });
    return query;
  }

  /* ---- documents ---- */

  /* A document from its lines. */
  function Document(text) {
    var lines = text.split('\n');
    this.address = lines[0];
    this.title = lines[1];
    this.date = lines[2];
    this.tags = lines[3] ? lines[3].split('\t') : [];
    this.initials = lines[4];
    this.blocks = lines.slice(5);
    this.searched = {};
  }
  Document.prototype = {
    holds: function (key) {
      var mark = key < ' ' ? key.charAt(0) : '';
      if (this.searched[mark] === undefined) {
        this.searched[mark] = this.blocksOf(mark).map(function (block) { return fold(block); }).join('\n');
      }
      return this.searched[mark].indexOf(key.slice(mark.length)) >= 0;
    },
    blocksOf: function (mark) {
      var titles = [this.title].concat(this.tags);
      return mark === TITLE ? titles : mark === INITIALS ? [this.initials]
        : mark === HEADING ? this.blocks.filter(function (block) { return block.charAt(0) === HEADING_LINE; })
          : titles.concat(this.blocks);
    }
  };

  /* ---- what is shown of a hit ---- */

  function isSecondHalf(unit) {
    return unit >= '\udc00' && unit <= '\udfff';
  }

  /* Pieces { text, hit } of a text; around: how many units before and after the first hit at most. */
  function pieces(text, keys, around) {
    var positions = [], block = fold(text, positions), hits = [], result = [];
    keys.forEach(function (key) {
      for (var at = block.indexOf(key); at >= 0; at = block.indexOf(key, at + key.length)) {
        hits.push([positions[at], positions[at + key.length - 1] + 1]);
      }
    });
    hits.sort(function (a, b) { return a[0] - b[0]; });
    var start = around && hits.length ? Math.max(0, hits[0][0] - around[0]) : 0;
    var end = around ? Math.min(text.length, Math.max(start + around[1], hits.length ? hits[0][1] : 0)) : text.length;
    start += isSecondHalf(text.charAt(start)) ? 1 : 0;
    end += isSecondHalf(text.charAt(end)) ? 1 : 0;
    function add(from, to, hit) {
      if (from < to) {
        result.push({ text: text.slice(from, to), hit: hit });
      }
    }
    var next = start;
    hits.forEach(function (hit) {
      if (hit[0] < end) {
        add(next, hit[0], false);
        add(Math.max(next, hit[0]), Math.min(end, hit[1]), true);
        next = Math.max(next, hit[1]);
      }
    });
    add(next, end, false);
    if (start > 0) {
      result.unshift({ text: '…', hit: false });
    }
    if (end < text.length) {
      result.push({ text: '…', hit: false });
    }
    return result;
  }

  /* Pieces of the first blocks that hold the keys, otherwise of the beginning. A short block, a field as a rule, says
     little: it serves only for a key that stands nowhere else. */
  function snippet(document, keys) {
    var result = [], blocks = document.blocks.map(function (block) { return block.replace(HEADING_LINE, ''); });
    var left = keys;
    function take(block) {
      var text = left.length ? fold(block) : '';
      var here = left.filter(function (key) { return text.indexOf(key) >= 0; });
      if (here.length) {
        left = left.filter(function (key) { return here.indexOf(key) < 0; });
        result = result.concat(result.length ? { text: '　', hit: false } : [], pieces(block, keys, [30, 100]));
      }
    }
    function isLong(block) {
      return block.length >= LONG;
    }
    blocks.filter(isLong).forEach(take);
    left = left.filter(function (key) { return !document.holds(TITLE + key); });
    blocks.forEach(take);
    return result.length ? result : pieces(blocks.filter(isLong)[0] || blocks[0] || '', [], [0, 100]);
  }

  window.gongkaiText = {
    TITLE: TITLE,
    HEADING: HEADING,
    INITIALS: INITIALS,
    fold: fold,
    parse: parse,
    pieces: pieces,
    snippet: snippet,
    Document: Document
  };
}());
