/* Conveniences only: every page reads and works without this file. Plain ES5, no network. */
(function () {
  'use strict';

  var KEY = 'gongkai.view';
  var LIST = 'gongkai.list';
  var SIZES = ['size-s', 'size-m', 'size-l'];
  var CHOICES = SIZES.concat('elder', 'view-contrast');
  var WHOLE = new RegExp('[（“]?(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年[0-9]{1,2}月|〔[0-9]{4}〕[0-9]+号'
    + '|\u00d7+同志|(?:第?[0-9][0-9.,]*|第[一二三四五六七八九十]{1,3})(?:万元|小时|学时|人次|季度|个月|个工作日|[%\u4e00-\u9fff]))', 'g');
  var root = document.documentElement;

  function byId(id) {
    return document.getElementById(id);
  }

  function each(selector, visit, within) {
    var found = (within || document).querySelectorAll(selector);
    for (var i = 0; i < found.length; i++) {
      visit(found[i]);
    }
  }

  /* What the reader chose is remembered where the browser allows it; from file:// some do not. The script stands between
     the inputs and all that they change, so that nothing is shown before it is restored. */
  function restoreView() {
    var saved = '';
    try {
      saved = window.localStorage.getItem(KEY) || '';
    } catch (refused) { /* nothing is remembered */ }
    saved.split(' ').forEach(function (id) {
      if (CHOICES.indexOf(id) >= 0) {
        byId(id).checked = true;
      }
    });
    if (isNarrow()) {
      root.className += ' folding';
    }
  }

  function rememberView() {
    each('.view', function (input) {
      input.addEventListener('change', function () {
        try {
          window.localStorage.setItem(KEY, CHOICES.filter(function (id) { return byId(id).checked; }).join(' '));
        } catch (refused) { /* valid for this page only */ }
        if (input.id === 'elder') {
          foldSide();
        }
        fitBoxes();
      });
    });
  }

  /* One column: on a phone, and in large print. */
  function isNarrow() {
    return window.innerWidth < 1000 || byId('elder').checked;
  }

  function offerPrinting() {
    each('.js-print', function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
    window.addEventListener('beforeprint', function () {
      each('.js-fold', function (details) { details.open = true; });
      each('.js-printed', function (place) {
        place.textContent = today().replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日打印，');
      });
    });
  }

  /* A voice of this machine reads an entry aloud; one that asks a server is not offered. Sentence by sentence, because
     some browsers fall silent in a long text. */
  function offerReading() {
    var button = document.querySelector('.js-read');
    var speech = window.speechSynthesis;
    var voice;
    if (!button || !speech || !window.SpeechSynthesisUtterance) {
      return;
    }
    findVoice();
    speech.onvoiceschanged = findVoice;
    button.addEventListener('click', function () {
      if (speech.speaking) {
        speech.cancel();
        button.textContent = '朗读';
      } else {
        read();
      }
    });
    window.addEventListener('pagehide', function () { speech.cancel(); });

    function findVoice() {
      voice = speech.getVoices().filter(function (one) {
        return one.localService && /^(zh|cmn)/i.test(one.lang);
      })[0];
      button.hidden = !voice;
    }

    function read() {
      var text = document.querySelector('h1').textContent + '。' + document.querySelector('.prose').innerText;
      var sentences = text.match(/[^。！？；\n]*[^。！？；\s][^。！？；\n]*[。！？；]?/g);
      sentences.forEach(function (sentence, index) {
        var utterance = new window.SpeechSynthesisUtterance(sentence.trim());
        utterance.voice = voice;
        utterance.lang = voice.lang;
        if (index === sentences.length - 1) {
          utterance.onend = function () { button.textContent = '朗读'; };
        }
        speech.speak(utterance);
      });
      button.textContent = '停止朗读';
    }
  }

  /* The day in the time zone of the site, which the page states if it is not that of China; on a page that states its own day, never an earlier one. */
  function today() {
    var zone = /([+-])(..):(..)/.exec(root.getAttribute('data-zone') || '+08:00') || ['', '+', 0, 0];
    var day = new Date(Date.now() + (zone[1] + 1) * (zone[2] * 60 + +zone[3]) * 6e4).toISOString().slice(0, 10);
    var stated = document.querySelector('[data-as-of]');
    return stated && stated.getAttribute('data-as-of') > day ? stated.getAttribute('data-as-of') : day;
  }

  /* A notice's chip says what held when the site was built; the reader's own date may be later. It never goes back. */
  function renewNotices() {
    var day = today();
    each('.chip-open, .chip-wait', function (chip) {
      if (day > chip.getAttribute('data-notice-to')) {
        chip.textContent = '公示已结束';
        chip.className = 'chip chip-past';
      } else if (day >= chip.getAttribute('data-notice-from')) {
        chip.textContent = '公示中';
        chip.className = 'chip chip-open';
      }
    });
    each('.js-left', function (place) {
      place.textContent = daysLeft(place, day);
      place.hidden = !place.textContent;
    });
    each('.js-untold', function (row) {
      row.hidden = !document.querySelector('.strip .chip-past');
    });
    sinkPastNotices();
  }

  /* A page that was built earlier lists under 正在公示 what has ended since: it stands last, and no reader loses it. */
  function sinkPastNotices() {
    each('.js-notices .chip-past', function (chip) {
      var line = chip;
      while (line.nodeName !== 'LI') {
        line = line.parentNode;
      }
      line.parentNode.appendChild(line);
    });
    each('.js-notices', function (list) {
      if (!list.querySelector('.chip-open, .chip-wait')) {
        var note = document.createElement('p');
        note.textContent = '没有正在公示的，下列已经结束：';
        list.parentNode.className = list.parentNode.className.replace(' home-running', '');
        list.parentNode.insertBefore(note, list);
      }
    });
  }

  /* The days from this one to the last: working days where the notice counts those. */
  function daysLeft(place, day) {
    var to = place.getAttribute('data-to');
    var days = place.getAttribute('data-days');
    if (day < place.getAttribute('data-from') || day > to) {
      return '';
    }
    if (day === to) {
      return '今天截止';
    }
    if (days) {
      var left = days.split(' ').filter(function (one) { return one >= day; }).length;
      return left ? '还有' + left + '个工作日' + (days.indexOf(day) < 0 ? '' : '，含今天') : '';
    }
    return '还有' + (Math.round((Date.parse(to) - Date.parse(day)) / 864e5) + 1) + '天，含今天';
  }

  /* A table or a listing that scrolls in its box says so and can be reached by keyboard, one that fits is not a stop. Its
     first column stays in sight, unless it is wide or cells span others. On a phone a table of the text is set tight; one
     of few columns that still does not fit, or of four with long texts, becomes cards. */
  function fitBoxes() {
    each('.table-wrap, .prose pre', function (box) {
      var table = box.querySelector('.prose table');
      var plain = !box.querySelector('[rowspan], [colspan]');
      if (table) {
        setClass(table, 'cards', false);
        setClass(table, 'tight', false);
      }
      var scrolls = box.scrollWidth > box.clientWidth + 1;
      if (table && scrolls && window.innerWidth <= 640) {
        setClass(table, 'tight', true);
        scrolls = box.scrollWidth > box.clientWidth + 1;
      }
      if (table && (scrolls || table.querySelector('td.long:nth-child(2) ~ td:nth-child(4)')) && plain && window.innerWidth <= 640 && nameCells(table)) {
        setClass(table, 'cards', true);
        setClass(table, 'tight', false);
        scrolls = box.scrollWidth > box.clientWidth + 1;
      }
      var first = box.querySelector('th, td');
      if (scrolls) {
        box.setAttribute('tabindex', '0');
      } else {
        box.removeAttribute('tabindex');
      }
      setClass(box, 'scrolls', scrolls);
      setClass(box, 'holds', scrolls && first && first.offsetWidth < box.clientWidth * .45
        && plain);
    });
  }

  /* Names the cells of a table that has names for at most four columns besides one of numbers; returns whether it has.
     Numbers in the first column are no heading, nor names that are not published behind them. */
  function nameCells(table) {
    var names = table.querySelectorAll('thead th');
    var head = names[1] ? 1 : 0;
    each('td:first-child', function (cell) {
      head = /^\d{0,3}$/.test(cell.textContent) ? head : 0;
    }, table);
    if (!names[0] || names[4 + head]) {
      return false;
    }
    head += head && /^\s*×/.test(table.querySelector('td + td').textContent);
    each('td', function (cell) {
      var column = cell.cellIndex;
      if (column !== head) {
        cell.setAttribute('data-name', names[column].textContent);
      }
      if (column <= head) {
        cell.classList.add(column < head ? 'seq' : 'head');
      }
    }, table);
    return true;
  }

  function setClass(element, name, on) {
    if (on) {
      element.classList.add(name);
    } else {
      element.classList.remove(name);
    }
  }

  /* A date, a name or a number is not broken: up to six characters, letters and digits counting half. An explanation gets
     room, so that it does not set the height of its row. */
  function markShortCells() {
    each('.table-wrap td, .table-wrap th', function (cell) {
      var text = cell.textContent.trim();
      var width = text.length - text.replace(/[^\x00-\x7f]/g, '').length / 2;
      cell.classList.add(width <= 6 || !text.replace(WHOLE, '') ? 'short' : 'long');
      setClass(cell, 'wide', width > 16);
    });
  }

  /* No line ends within a date or a number and its unit. In cells and facts, where lines are short, none ends within up to
     six characters between marks either: a name, an office. */
  function keepWhole(selector, betweenMarks) {
    var texts = [];
    each(selector, function (part) {
      var walker = document.createTreeWalker(part, 4, null, false);
      while (walker.nextNode()) {
        var parent = walker.currentNode.parentNode;
        if ((betweenMarks || /[0-9第×]/.test(walker.currentNode.data))
            && !/^(SCRIPT|TEXTAREA|OPTION|CODE|PRE|NO-BREAK|text|tspan)$/.test(parent.nodeName)
            && !/flex|grid/.test(window.getComputedStyle(parent).display)) {
          texts.push(walker.currentNode);
        }
      }
    });
    texts.forEach(function (text) {
      wholeParts(text.data, betweenMarks).reverse().forEach(function (part) {
        var whole = document.createElement('no-break');
        text.splitText(part[1]);
        text.parentNode.insertBefore(whole, text.nextSibling);
        whole.appendChild(text.splitText(part[0]));
      });
    });
  }

  /* Where what is not to be broken begins and ends. */
  function wholeParts(text, betweenMarks) {
    var parts = [];
    text.replace(betweenMarks ? /[（“《]?[^\s、，。；：！？（）“”《》]+[、，。；：]?/g : /[^]+/, function (run, from) {
      run.replace(betweenMarks && run.length <= 7 ? /^..+/ : WHOLE, function (whole, at) {
        parts.push([from + at, from + at + whole.length]);
      });
    });
    return parts;
  }

  /* In one column the outline stands above the body and the rest below it: folded, they push nothing away. */
  function foldSide() {
    each('.js-fold', function (details) { details.open = !isNarrow() && !details.classList.contains('fold-wide'); });
    root.className = root.className.replace(' folding', '');
  }

  /* The way back leads to the list that the reader came from, and to the line that was followed; without a script to
     the list of the column. */
  function rememberList() {
    var back = document.querySelector('.js-back');
    var here = window.location.href.replace(/#.*/, '');
    var from = [];
    try {
      from = (window.sessionStorage.getItem(LIST) || '').split(' ');
    } catch (refused) { /* the list of the column remains */ }
    if (back && from[0] === here) {
      back.href = from[1];
    } else if (!back) {
      document.addEventListener('click', function (event) {
        var link = event.target;
        while (link && link.nodeName !== 'A') {
          link = link.parentNode;
        }
        if (link && document.getElementById('main').contains(link)) {
          remember(link);
        }
      });
    }

    function remember(link) {
      var line = link;
      while (line && !(line.nodeName === 'LI' && line.id)) {
        line = line.parentNode;
      }
      try {
        window.sessionStorage.setItem(LIST, link.href.replace(/#.*/, '') + ' ' + here + (line ? '#' + line.id : ''));
      } catch (refused) { /* the list of the column remains */ }
    }
  }

  restoreView();
  document.addEventListener('DOMContentLoaded', function () {
    rememberView();
    rememberList();
    offerPrinting();
    offerReading();
    renewNotices();
    foldSide();
    markShortCells();
    keepWhole('td.long, dd, .strip', true);
    keepWhole('.site', false);
    // For what the search page shows later.
    window.gongkaiKeep = keepWhole;
    fitBoxes();
  });
  window.addEventListener('resize', fitBoxes);
}());
