/* The box and the filters of the page, and the address that says the same. */

import { PAGE } from './lookup.js';

const FACETS = ['column', 'year', 'kind'];
const MAX_LENGTH = 200;

export const form = document.querySelector('.js-search');
const { elements } = form;
export const control = name => elements[name];
export const box = control('q');
/* So many results are shown at once: more in a portal, whose units publish the same. */
export const IS_PORTAL = !!form.dataset.portal, SIZE = IS_PORTAL ? 50 : PAGE;
/* The lists of values, one for each facet. */
export const lists = FACETS.map(control);

/* What is asked for. */
export function choice(page) {
  return {
    q: box.value,
    facets: lists.map(list => list.value),
    open: control('open').checked,
    sort: control('sort').value,
    page
  };
}

/* Fills the controls from the address, and returns the number of the page. */
export function readAddress() {
  const values = new URLSearchParams(window.location.search), of = name => values.get(name) || '';
  box.value = of('q');
  lists.forEach((list, i) => {
    const value = of(FACETS[i]) || !i && of('category') || '';
    list.value = value;
    if (list.value !== value) {
      list.add(new Option(value, value));
      list.value = value;
    }
  });
  control('open').checked = of('open') === '1';
  control('sort').value = of('sort') === 'date' ? 'date' : '';
  return Math.max(1, of('page') | 0);
}

/* The address of a page of the answer. Half a character, as may be pasted, has no code. */
export function address({ q, facets, open, sort }, page) {
  const pairs = [['q', q.replace(/[\ud800-\udfff]/gu, '')], ...facets.map((value, i) => [FACETS[i], value]), ['open', open ? 1 : ''], ['sort', sort],
    ['page', page > 1 ? page : '']].filter(([, value]) => value).map(pair => pair.map(encodeURIComponent).join('='));
  return pairs.length ? '?' + pairs.join('&') : 'search.html';
}

/* Cuts what is too long, never through a character of two units, and says so until something else is typed. */
export function cut(note) {
  const long = box.value.length > MAX_LENGTH;
  if (long) {
    box.value = box.value.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
    note.dataset.of = box.value;
  }
  note.hidden = !long && note.dataset.of !== box.value;
}
