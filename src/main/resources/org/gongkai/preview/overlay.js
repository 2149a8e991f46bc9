// Puts the problems of an entry beside their paragraphs, marks links to entries that readers do not see, and reloads
// the page when it changes. Chromium 90 and Firefox ESR.
(function () {
  'use strict';

  var SCROLL = 'gongkai-preview-scroll:' + location.pathname;
  var element = document.getElementById('gkp-data');
  var data = JSON.parse(element.textContent);

  function plain(text) {
    return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  }

  // The smallest elements that hold a text, in order.
  function holders(blocks, text) {
    return blocks.filter(function (block) {
      return block.plain.indexOf(text) >= 0;
    }).filter(function (block, i, all) {
      return !all.some(function (other) {
        return other !== block && block.element.contains(other.element);
      });
    });
  }

  function placeProblems() {
    var article = document.querySelector('article') || document.querySelector('main');
    var list = document.querySelector('.gkp-box .gkp-problems');
    if (!article || !list) {
      return;
    }
    var selector = 'p, li, td, th, h1, h2, h3, h4, h5, h6, pre, dt, dd, figcaption, blockquote, caption';
    var body = article.querySelector('.prose') || article;
    var blocks = Array.prototype.map.call(body.querySelectorAll(selector), function (one) {
      return {element: one, plain: plain(one.textContent)};
    });
    data.places.forEach(function (needles, i) {
      var item = document.getElementById('gkp-problem-' + i);
      for (var n = 0; n < needles.length; n++) {
        var found = holders(blocks, needles[n][0]);
        if (found.length) {
          show(item, found[Math.min(needles[n][1], found.length - 1)].element, i);
          return;
        }
      }
    });
  }

  function show(item, block, number) {
    var note = document.createElement('div');
    note.className = 'gkp-note ' + item.className;
    note.id = 'gkp-note-' + number;
    note.appendChild(item.querySelector('p').cloneNode(true));
    block.classList.add('gkp-at');
    if (item.classList.contains('gkp-error')) {
      block.classList.add('gkp-error');
    }
    if (/^(LI|TD|TH|DD|DT|CAPTION|FIGCAPTION)$/.test(block.tagName)) {
      block.appendChild(note);
    } else {
      var next = block.nextSibling;
      while (next && next.classList && next.classList.contains('gkp-note')) {
        next = next.nextSibling;
      }
      block.parentNode.insertBefore(note, next);
    }
    var jump = document.createElement('a');
    jump.href = '#' + note.id;
    jump.textContent = '看这一段';
    item.querySelector('p').appendChild(document.createTextNode(' '));
    item.querySelector('p').appendChild(jump);
  }

  function markLinks() {
    Array.prototype.forEach.call(document.querySelectorAll('main a[href]'), function (link) {
      var label = link.origin === location.origin && data.marks[decodeURIComponent(link.pathname.slice(1))];
      if (label && !link.querySelector('.gkp-mark')) {
        var mark = document.createElement('span');
        mark.className = 'gkp-mark';
        mark.textContent = label;
        link.appendChild(document.createTextNode(' '));
        link.appendChild(mark);
      }
    });
  }

  function reload() {
    sessionStorage.setItem(SCROLL, String(window.scrollY));
    location.reload();
  }

  // Another entry may have changed: the page is fetched, and reloaded only if it is another one than that shown.
  function compare() {
    fetch(location.href.replace(/#.*/, ''), {cache: 'no-store'}).then(function (response) {
      return response.text();
    }).then(function (html) {
      var found = /id="gkp-data">\{"version":"([0-9a-f]+)"/.exec(html);
      if (found && found[1] !== data.version) {
        reload();
        return;
      }
      var summary = new DOMParser().parseFromString(html, 'text/html').querySelector('.gkp-strip a');
      if (summary) {
        document.querySelector('.gkp-strip a').textContent = summary.textContent;
      }
    }).catch(function () {
      // The server has ended; the page stays as it is.
    });
  }

  // A hidden tab does not listen: a browser opens only six connections to one server.
  var events = null;
  function listen() {
    if (document.visibilityState === 'hidden') {
      if (events) {
        events.close();
        events = null;
      }
    } else if (!events) {
      events = new EventSource('/_preview/events');
      events.addEventListener('changed', compare);
      events.addEventListener('open', compare);
    }
  }

  var scroll = sessionStorage.getItem(SCROLL);
  placeProblems();
  markLinks();
  if (scroll !== null) {
    sessionStorage.removeItem(SCROLL);
    window.scrollTo(0, Number(scroll));
  }
  document.addEventListener('visibilitychange', listen);
  listen();
})();
