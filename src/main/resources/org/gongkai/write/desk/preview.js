/** The page that an entry will have, in a frame that runs no script. */
import {fill, h} from './dom.js';

/** The size of letters that browsers have if nobody has set another. */
const USUAL = 16;

/** Leaves of a page its article, without what stands beside it. */
export function articleOf(page) {
  page.body.replaceChildren(page.querySelector('article') || page.querySelector('main'));
  page.querySelectorAll('nav, .entry-side').forEach(element => element.remove());
  page.querySelectorAll('.source a').forEach(link => link.parentNode.remove());
  page.head.append(h('link', {rel: 'stylesheet', href: '/desk/marked.css'}));
  return page;
}

/** @param whole makes the frame as high as its page, and tells whether to go to the first change in it */
export function preview(whole) {
  const frame = h('iframe', {title: '预览', sandbox: 'allow-same-origin allow-modals', class: 'page'});
  const empty = h('p', {class: 'empty'}, '正在准备预览……');
  const element = h('div', {class: whole ? 'preview is-whole' : 'preview'}, empty, frame);
  let address = null;
  let ready = false;
  let wanted = null;
  /** Of the page of a frame that was taken out it would be told in each picture of the window, see stop; and there may be one more. */
  const height = new ResizeObserver(() => requestAnimationFrame(() => { frame.style.height = frame.isConnected && Math.ceil(frame.contentDocument.body.getBoundingClientRect().height) + 'px'; }));
  frame.hidden = true;

  /** Puts a page into the frame without loading it anew, so that it neither flickers nor scrolls. */
  function put() {
    const now = frame.contentDocument;
    const fresh = new DOMParser().parseFromString(wanted, 'text/html');
    fresh.querySelectorAll('script').forEach(script => script.remove());
    const first = !now.querySelector('link[rel~="stylesheet"]');
    if (first) {
      now.head.replaceWith(now.adoptNode(fresh.head));
    }
    const top = now.scrollingElement.scrollTop;
    now.body.replaceWith(now.adoptNode(fresh.body));
    if (whole) {
      height.disconnect();
      height.observe(now.body);
    }
    now.documentElement.lang = 'zh-CN';
    // It grows as the desk does with the size of letters that somebody has set for the browser.
    now.body.style.zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
    if (!first) {
      now.scrollingElement.scrollTop = top;
    } else {
      // Nothing is shown in the dress of the browser; styles move everything once they are there.
      const dress = Array.from(now.querySelectorAll('link[rel~="stylesheet"]:not([media="print"])'));
      let left = dress.length;
      frame.classList.toggle('is-bare', left > 0);
      dress.forEach(link => ['load', 'error'].forEach(end => link.addEventListener(end, () => {
        left--;
        frame.classList.toggle('is-bare', left > 0);
        start();
      })));
      start();
    }
  }

  function start() {
    const change = frame.contentDocument.querySelector('.first-change');
    // What was changed is seen with the block above it, from its first line on.
    const block = change && change.closest('p, li, tr, h2, h3, h4, h5, pre');
    const main = block ? block.previousElementSibling || block : change || frame.contentDocument.querySelector('main, article');
    // The title stays in sight where the change is not far below it.
    if (whole) {
      if (change && whole()) {
        change.scrollIntoView({block: 'nearest'});
      }
      return;
    }
    if (main && !(change && change.getBoundingClientRect().bottom < frame.clientHeight - 24)) {
      frame.contentDocument.scrollingElement.scrollTop += main.getBoundingClientRect().top - (change ? 12 : 0);
    }
  }

  frame.addEventListener('load', () => {
    if (address !== null && frame.contentDocument && frame.contentDocument.body.classList.contains('blank')) {
      ready = true;
      put();
    } else {
      // A link was followed; the next change of the text leads back.
      ready = false;
      address = null;
    }
  });

  return {
    stop: () => height.disconnect(),
    element,
    /** Goes to the text of the page, below the head of the site. */
    start: () => !frame.hidden && ready && start(),
    print: () => frame.contentWindow.print(),
    /** Shows a page: {address, html}; its links are relative to the address. */
    show(page) {
      wanted = page.html;
      empty.hidden = true;
      frame.hidden = false;
      if (page.address !== address) {
        address = page.address;
        ready = false;
        frame.src = '/site/' + encodeURI(address) + '?blank=1';
      } else if (ready && frame.contentDocument) {
        put();
      }
    },
    unavailable(sentence) {
      fill(empty, sentence);
      empty.hidden = false;
      frame.hidden = true;
    },
  };
}
