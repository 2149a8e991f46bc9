/* The search page: what the reader does, and when the index is asked. A browser that does not know the language of this
   script leaves the page as it is without scripts. */

import { answer, byInitials } from './matches.js';
import { SIZE, address, box, choice, control, cut, form, lists, readAddress } from './controls.js';
import { fold } from './folding.js';
import { Index } from './index.js';
import { loader } from './loader.js';
import { parts } from './parts.js';
import { placesFor, ruled } from './answers.js';
import { show } from './results.js';

const TYPING_PAUSE = 150, SAID_AFTER = 1000;

const index = new Index(loader('search/'));
let page = 1, asked = 0, composing = false, typing, saying;

function busy(is) {
  parts.whole.setAttribute('aria-busy', is);
}

/* Announced once nothing has changed for a while, not at every letter. */
function say(text) {
  clearTimeout(saying);
  saying = setTimeout(() => parts.said.textContent = text, SAID_AFTER);
}

function keepAddress(chosen) {
  try {
    window.history.replaceState(null, '', address(chosen, chosen.page));
  } catch (refused) { /* from file:// some browsers do not allow it */ }
}

async function search() {
  /* The reader's day, as in 2025-03-14, which is how Swedish writes it. */
  const number = ++asked, { error } = parts, day = new Date().toLocaleDateString('sv');
  clearTimeout(typing);
  cut(parts.cut);
  const chosen = choice(page);
  keepAddress(chosen);
  error.hidden = true;
  busy(true);
  try {
    const found = await answer(index, chosen, day), { ids, query } = found;
    const empty = !(query.terms.length || query.filters.length || chosen.open || chosen.facets.join(''));
    if (empty) {
      ids.length = 0;
    }
    const pages = Math.ceil(ids.length / SIZE) || 1;
    if (number === asked && page > pages) {
      page = chosen.page = pages;
      keepAddress(chosen);
    }
    const documents = await index.documents(ids.slice((chosen.page - 1) * SIZE, chosen.page * SIZE));
    const before = await placesFor(index, chosen.page > 1 ? '' : found.said, day);
    before.alike = await index.documents([...found.titles, ...await byInitials(index, chosen.q)].slice(0, SIZE));
    // Who names an entry asks for it; what leaves out a word answers another question.
    before.answers = found.titles[0] ? [] : ruled(index, documents, found.query, before.answers.filter(({ text }) => (found.query.lacks || []).every(lack => text.includes(lack))));
    if (number === asked) {
      say(show(index, chosen, found, documents, before, empty));
      // A script of a theme of its own may lack it.
      window.gongkaiKeep && window.gongkaiKeep('.answers,.hits');
      busy(false);
    }
  } catch (unreadable) {
    if (number === asked) {
      error.hidden = false;
      busy(false);
      say(error.textContent);
    }
  }
}

function isModified(event) {
  return event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
}

function again() {
  page = 1;
  search();
}

function changed() {
  clearTimeout(typing);
  if (!composing) {
    busy(true);
    typing = setTimeout(again, TYPING_PAUSE);
  }
}

/* Half-typed pinyin is not searched. */
box.addEventListener('compositionstart', () => composing = true);
box.addEventListener('compositionend', () => {
  composing = false;
  changed();
});
box.addEventListener('input', changed);
[...lists, control('open'), control('sort')].forEach(one => one.addEventListener('change', again));
form.addEventListener('submit', event => {
  event.preventDefault();
  again();
});
parts.all.addEventListener('click', () => {
  lists.forEach(list => list.value = '');
  control('open').checked = false;
  again();
  box.focus();
});
parts.pages.addEventListener('click', event => {
  const number = event.target.dataset.page;
  if (number && !isModified(event)) {
    event.preventDefault();
    page = +number;
    search();
    parts.whole.focus();
    parts.whole.scrollIntoView();
  }
});

/* Arrows lead from the box through the hits and back; Esc clears. */
document.addEventListener('keydown', event => {
  const stops = [box, ...document.querySelectorAll('.answers a,.places a,.hits a')];
  const at = stops.indexOf(event.target), step = { 'ArrowDown': 1, 'ArrowUp': -1 }[event.key];
  if (at < 0 || composing || event.isComposing || isModified(event)) {
    return;
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    box.value = '';
    changed();
    box.focus();
  } else if (step && stops[at + step]) {
    event.preventDefault();
    stops[at + step].focus();
  }
});

/* For the test that holds both sides to the same vectors. */
window.gongkaiFold = fold;

page = readAddress();
parts.plain.hidden = true;
parts.whole.hidden = form.hidden = false;
search();
