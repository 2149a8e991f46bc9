/** The pictures of a paper without text beside the sheet that it is typed on: a page at a time, as large as is wanted. */
import {button, fill, h} from './dom.js';

/** How wide a page is, in parts of its frame. */
const SIZES = [1, 1.3, 1.7, 2.2, 3];
/** The size at which the lines of a page without its margins fill a phone. */
const ON_PHONES = 1;
const PHONE = '(max-width: 600px)';
const KEY = 'gongkai-scan ';
/** A body of nothing but pictures of which nobody has said what is on them. */
const UNTYPED = /^(\s*!\[[＿_]+（待填[^\]]*\]\([^)]*\))+\s*$/;
const LINK = /!\[[^\]]*\]\(([^\s)]+)/g;

/**
 * The links of the pictures that a text is still to be typed from; empty if there are none.
 *
 * @param before those that were known to be such
 */
export function scanned(path, body, before) {
  const links = Array.from(body.matchAll(LINK), match => match[1]);
  const known = (before || JSON.parse(localStorage.getItem(KEY + path) || '[]')).filter(link => links.includes(link));
  const found = known.length || !UNTYPED.test(body) ? known : links;
  if (found.length) {
    localStorage.setItem(KEY + path, JSON.stringify(found));
  } else {
    localStorage.removeItem(KEY + path);
  }
  return found;
}

/**
 * @param sheet the element that holds the pictures
 * @param links those of the pages
 * @param buttons what is done with the sheet, which must stay in sight
 */
export function scan(sheet, links, ...buttons) {
  let page = 0;
  let size = matchMedia(PHONE).matches ? ON_PHONES : 0;
  const image = h('img', {draggable: 'false'});
  const frame = h('div', {class: 'scan-frame', tabindex: '0', role: 'region', 'aria-label': '原件的图，可以上下左右移动'}, image);
  const where = h('span', {class: 'scan-page', role: 'status'});
  const wide = words => h('span', {class: 'only-wide'}, words);
  const turn = (label, by, name) => button(label, () => show(page + by), {class: 'tool', 'aria-label': name});
  const zoom = (label, by, name) => button(label, () => show(page, size + by), {class: 'tool', 'aria-label': name});
  const [back, on] = [turn(['‹', wide(' 上一页')], -1, '上一页'), turn([wide('下一页 '), '›'], 1, '下一页')];
  const [smaller, larger] = [zoom(['－', wide(' 缩小')], -1, '缩小'), zoom(['＋', wide(' 放大')], 1, '放大')];
  const element = h('section', {class: 'scan', 'aria-label': '原件'},
    h('div', {class: 'scan-tools'}, links.length > 1 ? h('div', {class: 'views'}, back, on) : null, where, h('div', {class: 'views'}, smaller, larger), buttons), frame);
  const figures = () => Array.from(sheet.querySelectorAll('figure[data-link]')).filter(figure => links.includes(figure.dataset.link));

  /** Goes to a page, at its head, and to a size, around what is in the middle. */
  function show(next, wanted = size) {
    const [turned, zoomed] = [next !== page, wanted !== size];
    const middle = [(frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth, (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight];
    page = Math.max(0, Math.min(next, links.length - 1));
    size = Math.max(0, Math.min(wanted, SIZES.length - 1));
    image.alt = '原件第' + (page + 1) + '页';
    fill(where, links.length > 1 ? ['第' + (page + 1) + '页', wide('，共' + links.length + '页')] : '原件');
    [[back, page > 0], [on, page < links.length - 1], [smaller, size > 0], [larger, size < SIZES.length - 1]].forEach(([one, can]) => one.setAttribute('aria-disabled', String(!can)));
    const place = figures().find(figure => figure.dataset.link === links[page]);
    const source = place && place.querySelector('img').src;
    if (source && image.src !== source) {
      image.src = source;
    }
    image.style.width = SIZES[size] * 100 + '%';
    if (turned) {
      frame.scrollTop = 0;
    } else if (zoomed) {
      frame.scrollLeft = middle[0] * frame.scrollWidth - frame.clientWidth / 2;
      frame.scrollTop = middle[1] * frame.scrollHeight - frame.clientHeight / 2;
    }
  }

  // With a mouse the picture is drawn as on a table.
  frame.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse' && event.button === 0) {
      frame.setPointerCapture(event.pointerId);
    }
  });
  frame.addEventListener('pointermove', event => {
    if (frame.hasPointerCapture(event.pointerId)) {
      frame.scrollLeft -= event.movementX;
      frame.scrollTop -= event.movementY;
    }
  });
  sheet.addEventListener('click', event => {
    const figure = event.target.closest('figure[data-link]');
    if (figure && links.includes(figure.dataset.link)) {
      show(links.indexOf(figure.dataset.link));
    }
  });
  // What a picture is shown from is known once the page of the paper is there.
  new MutationObserver(() => image.src || show(page)).observe(sheet, {subtree: true, childList: true, attributes: true, attributeFilter: ['src']});
  image.addEventListener('load', () => { frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2; });
  show(0);
  return {element, done: path => localStorage.removeItem(KEY + path)};
}
