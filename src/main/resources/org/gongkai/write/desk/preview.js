/** The page that an entry will have, in a frame that runs no script. */
import {fill, h} from './dom.js';

export function preview() {
  const frame = h('iframe', {title: '预览', sandbox: 'allow-same-origin', class: 'page'});
  const empty = h('p', {class: 'empty'}, '正在准备预览……');
  const element = h('div', {class: 'preview'}, empty, frame);
  let address = null;
  let wanted = null;
  frame.hidden = true;

  /** Replaces the text of the page that is shown, so that it neither flickers nor scrolls. */
  function replace(html) {
    const now = frame.contentDocument;
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const top = now.scrollingElement ? now.scrollingElement.scrollTop : 0;
    now.body.replaceWith(now.adoptNode(fresh.body));
    if (now.scrollingElement) {
      now.scrollingElement.scrollTop = top;
    }
  }

  return {
    element,
    /** Shows a page; its links are relative to the address. */
    show(page) {
      if (!page) {
        return;
      }
      empty.hidden = true;
      frame.hidden = false;
      if (page.address === address && frame.contentDocument && frame.contentDocument.body
          && frame.contentDocument.querySelector('base')) {
        replace(page.html);
        return;
      }
      address = page.address;
      wanted = page.html;
      const base = '<base href="/site/' + encodeURI(address).replace(/"/g, '%22') + '">';
      frame.srcdoc = wanted.replace(/<head([^>]*)>/i, (head) => head + base);
    },
    unavailable(sentence) {
      fill(empty, sentence);
      empty.hidden = false;
      frame.hidden = true;
      address = null;
    },
    /** Scrolls to what a line of the file became. */
    scrollTo(line) {
      const now = frame.contentDocument;
      if (!now) {
        return;
      }
      let best = null;
      now.querySelectorAll('[data-line]').forEach(block => {
        if (Number(block.getAttribute('data-line')) <= line) {
          best = block;
        }
      });
      if (best) {
        const place = best.getBoundingClientRect();
        if (place.top < 0 || place.bottom > frame.clientHeight) {
          now.scrollingElement.scrollTop += place.top - frame.clientHeight / 3;
        }
      }
    },
  };
}
