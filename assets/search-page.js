/* The search page: reads the box and the filters, asks the index (search.js), shows what it answers. Where a browser
   has no Promise the page stays as it is without scripts. */
(function () {
  'use strict';

  if (!window.Promise || !window.gongkaiSearch) {
    return;
  }

  var engine = window.gongkaiSearch, text = window.gongkaiText;
  var MAX_LENGTH = 200, TYPING_PAUSE = 150, SAID_AFTER = 1000;
  var NAMES = ['q', 'column', 'year', 'kind', 'open', 'sort', 'page'];

  var form = document.querySelector('.js-search');
  var box = form.elements.q;
  var controls = form.elements;
  var index = new engine.Index(loader('search/'));
  var page = 1, asked = 0, composing = false, typing, saying;

  function byId(id) {
    return document.getElementById(id);
  }

  function each(list, visit) {
    Array.prototype.forEach.call(list, visit);
  }

  /* Loads scripts by elements, which from file:// is the only way; each hands its values to gk. */
  function loader(folder) {
    var handed = null;
    window.gk = function () { handed = arguments; };
    return function (name) {
      return new Promise(function (resolve, reject) {
        var script = document.createElement('script');
        function end() {
          var values = handed;
          handed = null;
          document.head.removeChild(script);
          if (values) {
            resolve(values);
          } else {
            reject(new Error(name));
          }
        }
        script.onload = script.onerror = end;
        script.src = folder + name + '.js';
        document.head.appendChild(script);
      });
    };
  }

  /* ---- the address ---- */

  function readAddress() {
    var values = {};
    window.location.search.slice(1).split('&').forEach(function (pair) {
      var parts = pair.split('='), value = parts.slice(1).join('=').replace(/\+/g, ' ');
      try {
        value = decodeURIComponent(value);
      } catch (malformed) { /* as typed */ }
      values[parts[0]] = value;
    });
    values.column = values.column || values.category;
    box.value = values.q || '';
    ['column', 'year', 'kind'].forEach(function (name) {
      choose(controls[name], values[name] || '');
    });
    controls.open.checked = values.open === '1';
    controls.sort.value = values.sort === 'date' ? 'date' : '';
    page = Math.max(1, Math.floor(values.page) || 1);
  }

  /* Selects a value, which gets an option if it has none. */
  function choose(select, value) {
    select.value = value;
    if (select.value !== value) {
      select.appendChild(new Option(value, value));
      select.value = value;
    }
  }

  function choice() {
    return {
      q: box.value, column: controls.column.value, year: controls.year.value, kind: controls.kind.value,
      open: controls.open.checked ? '1' : '', sort: controls.sort.value, page: page
    };
  }

  function address(chosen) {
    var pairs = NAMES.filter(function (name) {
      return chosen[name] && (name !== 'page' || chosen.page > 1);
    }).map(function (name) {
      return name + '=' + encode(String(chosen[name]));
    });
    return pairs.length ? '?' + pairs.join('&') : 'search.html';
  }

  function encode(text) {
    try {
      return encodeURIComponent(text);
    } catch (halfCharacter) {
      return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
    }
  }

  function keepAddress(chosen) {
    try {
      window.history.replaceState(null, '', address(chosen));
    } catch (refused) { /* from file:// some browsers do not allow it */ }
  }

  /* ---- searching ---- */

  function today() {
    var now = new Date();
    return now.getFullYear() + '-' + ('0' + (now.getMonth() + 1)).slice(-2) + '-' + ('0' + now.getDate()).slice(-2);
  }

  /* Cuts what is too long; never through a character of two units. */
  function cut() {
    var long = box.value.length > MAX_LENGTH;
    if (long) {
      box.value = box.value.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
    }
    byId('search-cut').hidden = !long && byId('search-cut').getAttribute('data-of') !== box.value;
    byId('search-cut').setAttribute('data-of', long ? box.value : '');
  }

  function search() {
    var number = ++asked, chosen, shown;
    clearTimeout(typing);
    cut();
    chosen = choice();
    keepAddress(chosen);
    byId('search-error').hidden = true;
    byId('search').setAttribute('aria-busy', 'true');
    var query = text.parse(chosen.q);
    var empty = !(query.terms.length || query.filters.length || chosen.column || chosen.year || chosen.kind
      || chosen.open);
    index.search(chosen, today()).then(function (answer) {
      if (empty) {
        answer.ids = [];
      }
      var pages = Math.max(1, Math.ceil(answer.ids.length / engine.PAGE));
      if (number === asked && page > pages) {
        page = chosen.page = pages;
        keepAddress(chosen);
      }
      shown = answer.ids.slice((chosen.page - 1) * engine.PAGE, chosen.page * engine.PAGE);
      return Promise.all([
        index.documents(shown),
        answer.total || empty ? [] : index.byInitials(chosen.q)
      ]).then(function (found) {
        return index.documents(found[1].slice(0, engine.PAGE)).then(function (similar) {
          if (number === asked) {
            show(chosen, answer, empty, shown, found[0], similar, found[1]);
          }
        });
      });
    }).catch(function () {
      if (number === asked) {
        byId('search-error').hidden = false;
        byId('search').setAttribute('aria-busy', 'false');
        say(byId('search-error').textContent);
      }
    });
  }

  /* ---- showing ---- */

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    [].concat(content || []).forEach(function (part) {
      made.appendChild(typeof part === 'string' ? document.createTextNode(part) : part);
    });
    return made;
  }

  function marked(pieces) {
    return pieces.map(function (piece) {
      return piece.hit ? element('mark', '', piece.text) : piece.text;
    });
  }

  function fill(parent, children) {
    parent.textContent = '';
    children.forEach(function (child) { parent.appendChild(child); });
  }

  function hit(id, entry, keys, open) {
    var link = element('a', '', marked(text.pieces(entry.title, keys)));
    link.href = entry.address.split('/').map(encodeURIComponent).join('/');
    var columns = index.facets[id].column.map(function (i) { return index.names.column[i]; });
    var tags = entry.tags.filter(function (tag) {
      return keys.some(function (key) { return text.fold(tag).indexOf(key) >= 0; });
    });
    return element('li', 'hit', [
      element('p', 'hit-title', open ? [link, ' ', element('span', 'chip chip-open', '公示中')] : link),
      element('p', 'hit-facts', [columns.join('、') + '　' + entry.date].concat(
        tags.length ? marked([{ text: '　标签：' }].concat(text.pieces(tags.join('、'), keys))) : [])),
      element('p', 'hit-text', marked(text.snippet(entry, keys)))
    ]);
  }

  function hits(list, ids, entries, keys, open) {
    fill(list, entries.map(function (entry, i) { return hit(ids[i], entry, keys, open[ids[i]]); }));
  }

  function show(chosen, answer, empty, ids, entries, similar, similarIds) {
    var keys = answer.query.terms.filter(function (term) { return !term.not; }).map(function (term) {
      return term.key.replace('\u0002', '');
    });
    var count = byId('search-count'), none = !empty && !answer.ids.length;
    ['column', 'year', 'kind'].forEach(function (facet) {
      offer(controls[facet], index.names[facet], answer.counts[facet]);
    });
    byId('search-open').textContent = empty ? '' : String(answer.counts.open);
    byId('search-filters').hidden = empty;
    byId('search-hint').hidden = !empty;
    byId('search-letter').hidden = !answer.query.terms.some(function (term) {
      return term.key.charAt(0) === '\u0002';
    });
    count.hidden = empty;
    count.setAttribute('data-count', answer.ids.length);
    count.textContent = '找到' + answer.ids.length + '条';
    byId('search-results').start = (page - 1) * engine.PAGE + 1;
    hits(byId('search-results'), ids, entries, keys, answer.open);
    byId('search-none').hidden = !none;
    byId('search-all').hidden = !(none && answer.total);
    byId('search-all').firstElementChild.textContent = '去掉筛选，看全部' + answer.total + '条';
    byId('search-alike').hidden = !similar.length;
    hits(byId('search-initials'), similarIds, similar, [], answer.open);
    pager(chosen, Math.ceil(answer.ids.length / engine.PAGE));
    byId('search').setAttribute('aria-busy', 'false');
    say(empty ? '' : count.textContent + (page > 1 ? '，第' + page + '页' : '')
      + (similar.length ? '，另有' + similar.length + '条标题的拼音首字母相符' : ''));
  }

  /* The values of a facet that have hits, and the one that is chosen. The list is left alone if it is the same, for it
     may be open. */
  function offer(select, names, counts) {
    var chosen = select.value, options = [new Option('全部', '')];
    names.forEach(function (name, i) {
      if (counts[i] || name === chosen) {
        options.push(new Option(name + '（' + (counts[i] || 0) + '）', name));
      }
    });
    if (chosen && names.indexOf(chosen) < 0) {
      options.push(new Option(chosen + '（0）', chosen));
    }
    function labels(list) {
      return Array.prototype.map.call(list, function (option) { return option.textContent; }).join('\n');
    }
    if (labels(options) !== labels(select.options)) {
      fill(select, options);
      select.value = chosen;
    }
  }

  function pager(chosen, pages) {
    var items = [];
    function item(number, text) {
      var link = element('a', '', text);
      chosen.page = number;
      link.href = address(chosen);
      link.setAttribute('data-page', number);
      link.setAttribute('aria-label', text === String(number) ? '第 ' + number + ' 页' : text);
      items.push(element('li', '', link));
    }
    if (page > 1) {
      item(page - 1, '上一页');
    }
    for (var number = 1; number <= pages; number++) {
      if (number === page) {
        var current = element('span', 'current', String(number));
        current.setAttribute('aria-current', 'page');
        items.push(element('li', '', current));
      } else if (number === 1 || number === pages || Math.abs(number - page) < 3) {
        item(number, String(number));
      } else if (Math.abs(number - page) === 3) {
        items.push(element('li', 'gap', '…'));
      }
    }
    if (page < pages) {
      item(page + 1, '下一页');
    }
    byId('search-pages').hidden = pages < 2;
    fill(byId('search-pages').firstElementChild, items);
  }

  /* Announced once nothing has changed for a while, not at every letter. */
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(function () { byId('search-said').textContent = text; }, SAID_AFTER);
  }

  /* ---- the reader ---- */

  function again() {
    page = 1;
    search();
  }

  function changed() {
    clearTimeout(typing);
    if (!composing) {
      byId('search').setAttribute('aria-busy', 'true');
      typing = setTimeout(again, TYPING_PAUSE);
    }
  }

  function clear() {
    box.value = '';
    changed();
  }

  /* Half-typed pinyin is not searched. */
  box.addEventListener('compositionstart', function () { composing = true; });
  box.addEventListener('compositionend', function () {
    composing = false;
    changed();
  });
  box.addEventListener('input', changed);
  each(form.querySelectorAll('select, [type=checkbox]'), function (control) {
    control.addEventListener('change', again);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    again();
  });
  byId('search-all').addEventListener('click', function () {
    ['column', 'year', 'kind'].forEach(function (facet) { controls[facet].value = ''; });
    controls.open.checked = false;
    again();
    box.focus();
  });
  byId('search-pages').addEventListener('click', function (event) {
    var number = event.target.getAttribute('data-page');
    if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      page = Number(number);
      search();
      byId('search').focus();
      byId('search').scrollIntoView();
    }
  });

  /* Arrows lead from the box through the hits and back; Esc clears. */
  document.addEventListener('keydown', function (event) {
    var stops = [box].concat([].slice.call(document.querySelectorAll('#search-results a, #search-initials a')));
    var at = stops.indexOf(event.target), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || composing || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      clear();
      box.focus();
    } else if (step && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  });

  readAddress();
  byId('search-plain').hidden = true;
  byId('search').hidden = form.hidden = false;
  search();
}());
