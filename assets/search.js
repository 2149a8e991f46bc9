/* Exact full-text search in the index below search/. Plain ES5 with Promise; loads nothing but files of the site.
   A key is a folded phrase, after a mark if only part of an entry counts. */
(function () {
  'use strict';

  var TITLE = '\u0002', HEADING = '\u0003', INITIALS = '\u0004', HEADING_LINE = '\u0001';
  var NO = 0, MAYBE = 1, YES = 2;
  var PAGE = 10, LONG = 16;
  /* So many texts are read rather than looking further into the index; a file of the index weighs as much as five. */
  var FEW_LISTED = 8;
  var FEW = 12, TEXTS_PER_FILE = 5, MAX_FURTHER = 3;
  var FACETS = ['column', 'year', 'kind'];

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

  /* ---- documents ---- */

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
      var reach = exact && count > FEW_LISTED ? bits.gamma() - 1 : 0;
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
  function filesFor(segment, key) {
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

  /* ---- the index of a site ---- */

  /* load(name) promises the arguments that the file hands on. */
  function Index(load) {
    this.load = load;
    this.promised = {};
  }
  Index.prototype = {
    /* What make promises, kept unless it fails. */
    once: function (name, make) {
      var promised = this.promised;
      if (!promised[name]) {
        promised[name] = make();
        promised[name].catch(function () { delete promised[name]; });
      }
      return promised[name];
    },

    file: function (name) {
      var index = this;
      return this.once(name, function () { return index.load(name); });
    },

    open: function () {
      var index = this;
      return this.once('open', function () {
        return index.file('m').then(function (handed) {
          var manifest = index.manifest = handed[0], bits = new Bits(manifest.attr), combos = split(manifest.combos);
          combos = combos.map(function (combo) {
            var parts = combo.split('|');
            return { column: indices(parts[0]), year: indices(parts[1]), kind: indices(parts[2]) };
          });
          index.names = { column: split(manifest.columns), year: split(manifest.years), kind: split(manifest.kinds) };
          index.facets = [];
          for (var id = 0; id < manifest.n; id++) {
            index.facets.push(combos[bits.take(manifest.bits)]);
          }
          /* Pages that were taken down later. */
          (manifest.gone || []).forEach(function (id) { index.facets[id] = { column: [], year: [], kind: [], gone: true }; });
          manifest.segs.forEach(function (segment, number) {
            var keys = new Bits(segment.r), key = '';
            segment.number = number;
            segment.first = [];
            while (segment.first.length < segment.files) {
              segment.first.push(key = keys.key(key));
            }
          });
        });
      });
    },

    document: function (id) {
      var index = this, group = index.manifest.bundle ? 0 : id >> index.manifest.g;
      var name = index.manifest.bundle ? 't' : 't/' + (group >> 8) + '/' + (group & 255);
      return this.once('#' + id, function () {
        return Promise.all([index.file('v'), index.file(name)]).then(function (handed) {
          var v = handed[0], texts = handed[1][0], first = index.manifest.bundle ? 0 : group << index.manifest.g;
          if (!index.vocabulary) {
            index.vocabulary = v[0];
            v[0].pieces = v[0].pieces.split('\ue000');
          }
          return new Document(unpack(index.vocabulary, texts[id - first]));
        });
      });
    },

    documents: function (ids) {
      return Promise.all(ids.map(this.document, this));
    },

    /* What the index alone says of each document, and how much of the key it looked at. */
    lookUp: function (key) {
      var index = this, result = { states: new Uint8Array(this.manifest.n), depth: key.length };
      if (this.manifest.bundle) {
        for (var id = 0; id < result.states.length; id++) {
          result.states[id] = MAYBE;
        }
        return Promise.resolve(result);
      }
      return Promise.all(this.manifest.segs.map(function (segment) {
        var files = filesFor(segment, key), found = { sure: [], last: null };
        function read(names) {
          return Promise.all(names.map(index.file, index)).then(function (handed) {
            return handed.some(function (values) { return scan(values[0], segment.n, key, found); });
          });
        }
        return read(files.slice(0, 1)).then(function (done) {
          return done || read(files.slice(1));
        }).then(function () {
          return found.last && found.last.reach > found.last.depth && index.document(segment.from + found.last.ids[0]);
        }).then(function (sample) {
          var last = found.last;
          if (last && sample && !sample.holds(key.slice(0, last.reach))) {
            last = null;
          }
          if (last) {
            var state = sample && last.reach >= key.length ? YES : MAYBE;
            last.ids.forEach(function (id) { result.states[segment.from + id] = state; });
            if (state === MAYBE) {
              result.depth = Math.min(result.depth, last.reach);
            }
          }
          found.sure.forEach(function (id) { result.states[segment.from + id] = YES; });
        });
      })).then(function () { return result; });
    },

    /* How many files a look-up would load now. */
    cost: function (key) {
      var promised = this.promised;
      return this.manifest.segs.reduce(function (sum, segment) {
        return sum + filesFor(segment, key).slice(0, 2).filter(function (name) { return !promised[name]; }).length;
      }, 0);
    },

    /* The ids of exactly those documents that fulfil all terms, the newest first; within: only of these. */
    find: function (terms, within) {
      var index = this, found, verdicts;
      function judge() {
        verdicts = new Uint8Array(index.manifest.n);
        var all = within || index.facets.map(function (facets, id) { return id; });
        all.forEach(function (id) { verdicts[id] = index.facets[id].gone ? NO : YES; });
        found.forEach(function (one, i) {
          for (var id = 0; id < verdicts.length; id++) {
            verdicts[id] = Math.min(verdicts[id], terms[i].not ? YES - one.states[id] : one.states[id]);
          }
        });
      }
      function doubts(one) {
        var count = 0;
        for (var id = 0; id < verdicts.length; id++) {
          count += one.states[id] === MAYBE && verdicts[id] === MAYBE ? 1 : 0;
        }
        return count;
      }
      /* Looks up the rest of a phrase from elsewhere while that is cheaper than reading the documents in doubt. */
      function narrow(i, tried) {
        if (i === found.length) {
          return Promise.resolve();
        }
        var one = found[i], key = terms[i].key, mark = key < ' ' ? 1 : 0, inDoubt = doubts(one);
        var best = 0, least = Infinity;
        if (inDoubt > FEW && tried.length < MAX_FURTHER && !index.manifest.bundle) {
          for (var at = mark + 1; at < key.length - 1; at++) {
            var cost = index.cost(key.slice(0, mark) + key.slice(at)) + Math.abs(at - one.depth) / 1000;
            if (tried.indexOf(at) < 0 && cost < least) {
              least = cost;
              best = at;
            }
          }
        }
        if (!best || Math.floor(least) * TEXTS_PER_FILE > inDoubt) {
          return narrow(i + 1, []);
        }
        return index.lookUp(key.slice(0, mark) + key.slice(best)).then(function (rest) {
          for (var id = 0; id < rest.states.length; id++) {
            one.states[id] = rest.states[id] === NO ? NO : one.states[id];
          }
          one.depth = best + rest.depth - mark;
          judge();
          return narrow(i, tried.concat(best));
        });
      }
      function holdsAll(document) {
        return terms.every(function (term) { return document.holds(term.key) !== term.not; });
      }
      return Promise.all(terms.map(function (term) { return index.lookUp(term.key); })).then(function (all) {
        found = all;
        judge();
        return narrow(0, []);
      }).then(function () {
        var ids = [];
        for (var id = verdicts.length - 1; id >= 0; id--) {
          if (verdicts[id] !== NO) {
            ids.push(id);
          }
        }
        return Promise.all(ids.map(function (id) {
          return verdicts[id] === YES || index.document(id).then(holdsAll);
        })).then(function (hold) {
          return ids.filter(function (id, i) { return hold[i]; });
        });
      });
    },

    /* Sorts documents, which stand newest first, by where they hold the terms: title or tag, heading, elsewhere. */
    byRelevance: function (ids, terms) {
      var index = this, ranks = {};
      function add(rankOf) {
        ids.forEach(function (id, i) { ranks[id] = (ranks[id] || 0) + rankOf(id, i); });
      }
      function marked(mark, term) {
        return index.find([{ key: mark + term.key.replace(TITLE, ''), not: false }], ids);
      }
      var ready = ids.length > PAGE && !this.manifest.bundle ? Promise.all(terms.map(function (term) {
        return Promise.all([marked(TITLE, term), marked(HEADING, term)]).then(function (found) {
          var rank = {};
          found[1].forEach(function (id) { rank[id] = 1; });
          found[0].forEach(function (id) { rank[id] = 0; });
          add(function (id) { return rank[id] === undefined ? 2 : rank[id]; });
        });
      })) : this.documents(ids).then(function (documents) {
        terms.forEach(function (term) {
          var key = term.key.replace(TITLE, '');
          add(function (id, i) {
            return documents[i].holds(TITLE + key) ? 0 : documents[i].holds(HEADING + key) ? 1 : 2;
          });
        });
      });
      return ready.then(function () {
        return ids.slice().sort(function (a, b) { return ranks[a] - ranks[b] || b - a; });
      });
    },

    /* Whether a document has the value of a facet; without a name, whatever it has. */
    has: function (id, facet, name) {
      var names = this.names[facet];
      return !name || this.facets[id][facet].some(function (i) { return names[i] === name; });
    },

    /* Whether a document fulfils a filter that was typed: by its whole name, or by a part if no value has that name. */
    passes: function (id, filter) {
      var names = this.names[filter.facet].map(function (name) { return fold(name); });
      var exact = names.indexOf(filter.name) >= 0;
      return filter.not !== this.facets[id][filter.facet].some(function (i) {
        return exact ? names[i] === filter.name : names[i].indexOf(filter.name) >= 0;
      });
    },

    /*
     * Answers { ids, counts, total, query, open }: the ids in order, the number of hits for each value of each facet
     * under the other choices, the number without any choice, and by id what is 公示中.
     *   choice  { q, column, year, kind, open, sort }
     *   today   the reader's day, as in 2025-03-14
     */
    search: function (choice, today) {
      var index = this, query = parse(choice.q), open = {}, counts = { column: {}, year: {}, kind: {}, open: 0 }, total;
      var wanted = query.terms.filter(function (term) { return !term.not; });
      return this.open().then(function () {
        index.manifest.open.forEach(function (notice) {
          open[notice[0]] = notice[1] <= today && today <= notice[2];
        });
        return index.find(query.terms);
      }).then(function (ids) {
        ids = ids.filter(function (id) {
          return query.filters.every(function (filter) { return index.passes(id, filter); });
        });
        total = ids.length;
        ids = ids.filter(function (id) {
          var failed = FACETS.filter(function (facet) { return !index.has(id, facet, choice[facet]); });
          if (choice.open && !open[id]) {
            failed.push('open');
          }
          FACETS.forEach(function (facet) {
            if (!failed.length || failed.length === 1 && failed[0] === facet) {
              index.facets[id][facet].forEach(function (i) { counts[facet][i] = (counts[facet][i] || 0) + 1; });
            }
          });
          if (open[id] && (!failed.length || failed.length === 1 && failed[0] === 'open')) {
            counts.open++;
          }
          return !failed.length;
        });
        return choice.sort === 'date' || !wanted.length ? ids : index.byRelevance(ids, wanted);
      }).then(function (ids) {
        return { ids: ids, counts: counts, total: total, query: query, open: open };
      });
    },

    /* Documents whose title's pinyin initials hold what was typed, if that is three letters or more. */
    byInitials: function (text) {
      var index = this, letters = fold(text);
      return /^[a-z]{3,}$/.test(letters) ? this.open().then(function () {
        return index.find([{ key: INITIALS + letters, not: false }]);
      }) : Promise.resolve([]);
    }
  };

  function split(names) {
    return names ? names.split('\n') : [];
  }

  function indices(text) {
    return text ? text.split(',').map(Number) : [];
  }

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

  window.gongkaiSearch = { Index: Index, fold: fold, parse: parse, pieces: pieces, snippet: snippet, PAGE: PAGE };
}());
