/* Conveniences only: every page reads and works without this file. Plain ES5, no network. */
(function () {
  'use strict';

  var KEY = 'gongkai.view';
  var LIST = 'gongkai.list';
  var SIZES = ['size-s', 'size-m', 'size-l'];

  function byId(id) {
    return document.getElementById(id);
  }

  function each(selector, visit) {
    var found = document.querySelectorAll(selector);
    for (var i = 0; i < found.length; i++) {
      visit(found[i]);
    }
  }

  function twoDigits(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /* Font size and large print are remembered where the browser allows it; from file:// some do not. */
  function rememberView() {
    var elder = byId('elder');
    var saved = '';
    try {
      saved = window.localStorage.getItem(KEY) || '';
    } catch (refused) { /* nothing is remembered */ }
    SIZES.forEach(function (id) {
      if (saved.indexOf(id) >= 0) {
        byId(id).checked = true;
      }
    });
    if (saved.indexOf('elder') >= 0) {
      elder.checked = true;
    }
    each('.view', function (input) {
      input.addEventListener('change', save);
    });

    function save() {
      var view = SIZES.filter(function (id) { return byId(id).checked; });
      if (elder.checked) {
        view.push('elder');
      }
      try {
        window.localStorage.setItem(KEY, view.join(' '));
      } catch (refused) { /* valid for this page only */ }
      fitBoxes();
    }
  }

  function offerPrinting() {
    each('.js-print', function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
    window.addEventListener('beforeprint', function () {
      var now = new Date();
      each('.js-printed', function (place) {
        place.textContent = now.getFullYear() + '年' + (now.getMonth() + 1) + '月' + now.getDate() + '日打印，';
      });
    });
  }

  /* A notice's chip says what held when the site was built; the reader's own date may be later. It never goes back. */
  function renewNotices() {
    var now = new Date();
    var today = now.getFullYear() + '-' + twoDigits(now.getMonth() + 1) + '-' + twoDigits(now.getDate());
    each('.chip-open, .chip-wait', function (chip) {
      if (today > chip.getAttribute('data-notice-to')) {
        chip.textContent = '公示已结束';
        chip.className = 'chip chip-past';
      } else if (today >= chip.getAttribute('data-notice-from')) {
        chip.textContent = '公示中';
        chip.className = 'chip chip-open';
      }
    });
    dropPastNotices();
  }

  /* A home page that was built earlier lists under 正在公示 what has ended since. */
  function dropPastNotices() {
    var list = document.querySelector('.home-notices .notices');
    if (!list) {
      return;
    }
    each('.home-notices .notices .chip-past', function (chip) {
      var line = chip.parentNode;
      while (line.parentNode !== list) {
        line = line.parentNode;
      }
      list.removeChild(line);
    });
    if (!list.querySelector('li')) {
      var empty = document.createElement('p');
      empty.className = 'empty';
      empty.textContent = '目前没有正在公示的事项。';
      list.parentNode.replaceChild(empty, list);
    }
  }

  /* A table or a listing that scrolls in its box can be reached by keyboard, one that fits is not a stop. */
  function fitBoxes() {
    each('.table-wrap, .prose pre', function (box) {
      if (box.scrollWidth > box.clientWidth) {
        box.setAttribute('tabindex', '0');
      } else {
        box.removeAttribute('tabindex');
      }
    });
  }

  /* On a narrow screen outline and related entries stand above the body: folded, they do not push it away. Large print
     hides nothing. */
  function foldSide() {
    if (window.innerWidth < 1000 && !byId('elder').checked) {
      each('.entry-side details', function (details) { details.removeAttribute('open'); });
    }
  }

  /* The row of columns scrolls on a phone: bring the current one into it. */
  function showCurrentColumn() {
    var current = document.querySelector('.menu [aria-current]');
    if (current) {
      var row = document.querySelector('.menu ul');
      row.scrollLeft = current.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
    }
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

  rememberView();
  rememberList();
  offerPrinting();
  renewNotices();
  foldSide();
  fitBoxes();
  showCurrentColumn();
  window.addEventListener('resize', fitBoxes);
}());
