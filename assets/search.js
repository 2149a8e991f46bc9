/* Exact full-text search in the index below search/. Plain ES5 with Promise; loads nothing but files of the site. */
(function () {
  'use strict';

  var files = window.gongkaiFiles, text = window.gongkaiText, fold = text.fold;
  var TITLE = text.TITLE, HEADING = text.HEADING, INITIALS = text.INITIALS;
  var NO = 0, MAYBE = 1, YES = 2;
  var PAGE = 10;
  /* So many texts are read rather than looking further into the index; a file of the index weighs as much as five. */
  var FEW = 12, TEXTS_PER_FILE = 3, MAX_FURTHER = 3;
  var FACETS = ['column', 'year', 'kind'];

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
          var manifest = index.manifest = handed[0], bits = new files.Bits(manifest.attr), combos = split(manifest.combos);
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
            var keys = new files.Bits(segment.r), key = '';
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
          return new text.Document(files.unpack(index.vocabulary, texts[id - first]));
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
        var names = files.namesFor(segment, key), found = { sure: [], last: null };
        function read(names) {
          return Promise.all(names.map(index.file, index)).then(function (handed) {
            return handed.some(function (values) { return files.scan(values[0], segment.n, key, found); });
          });
        }
        return read(names.slice(0, 1)).then(function (done) {
          return done || read(names.slice(1));
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
        return sum + files.namesFor(segment, key).slice(0, 2).filter(function (name) { return !promised[name]; }).length;
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
      var index = this, query = text.parse(choice.q), open = {}, counts = { column: {}, year: {}, kind: {}, open: 0 }, total;
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
    byInitials: function (typed) {
      var index = this, letters = fold(typed);
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

  window.gongkaiSearch = { Index: Index, PAGE: PAGE };
}());
