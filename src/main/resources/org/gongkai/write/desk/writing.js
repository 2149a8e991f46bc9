/** The text of an entry, on the sheet or as its source. */
import {button, failed, h} from './dom.js';
import {editor} from './source.js';
import {sheet} from './sheet.js';

/** The texts that a sheet can show; others have their source only. */
const SHEETS = /\.(md|markdown)$/i;

/** @param options those of sheet.js and source.js */
export function writing(options) {
  const paged = SHEETS.test(options.path);
  const source = editor(options);
  const page = paged ? sheet(options) : null;
  let onPage = paged;
  const back = button('回到纸上', () => show(true), {class: 'tool', hidden: true});
  const bar = h('div', {class: 'writing-bar'}, paged ? page.toolbar : null, back);
  const hint = paged ? null : h('p', {class: 'hint'}, '这一篇是照另一种写法写的，没有排成纸：请在下面改字，记号不要动；网页上的样子看“预览”。');
  const host = h('div', {class: 'writing'}, paged ? page.element : null, hint, source.element);
  source.element.hidden = paged;
  const active = () => onPage ? page : source;
  const shown = paged ? page.set(options.text).catch(failed) : Promise.resolve();
  /** Leads to a place of the text as soon as it is shown, unless somebody has left it before. */
  const then = lead => shown.then(() => host.isConnected && lead());

  async function show(wanted) {
    const text = active().text();
    if (wanted) {
      await page.set(text);
    } else {
      source.set(text);
    }
    onPage = wanted;
    page.element.hidden = !wanted;
    page.toolbar.hidden = !wanted;
    source.element.hidden = wanted;
    host.classList.toggle('is-source', !wanted);
    back.hidden = wanted;
    options.onsource(!wanted);
    if (!wanted) {
      source.area.refresh();
      source.area.focus();
    }
  }

  return {
    element: host,
    bar,
    paged,
    number: () => onPage && page.number(),
    since: text => paged ? page.since(text) : null,
    source: () => show(false),
    text: () => active().text(),
    set: text => active().set(text),
    take: files => active().take(files),
    isEmpty: () => onPage ? page.isEmpty() : !source.text().trim(),
    /** Whether there are pictures in it, which nobody can search or hear. */
    isPictured: () => onPage && page.isPictured(),
    asks: () => onPage ? page.asks() : /（在这里写.*）/.test(source.text()),
    refresh: () => source.area.refresh(),
    verify: () => onPage ? page.verify() : Promise.resolve(),
    first(line) {
      source.first(line);
      if (paged) {
        page.first(line);
      }
    },
    mark(problems) {
      source.mark(problems);
      if (paged) {
        page.mark(problems);
      }
    },
    seen(preview, address) {
      if (paged) {
        page.seen(preview, address);
      }
    },
    show: line => then(() => active().show(line)),
    replace: (line, from, to) => onPage && page.replace(line, from, to),
    count: words => onPage ? page.count(words) : source.text().split(words).length - 1,
    rename: (was, now) => onPage ? page.rename(was, now) : source.set(source.text().split(was).join(now)),
    without: links => page.without(links),
    covered: top => page.covered(top),
    paste: event => onPage && page.paste(event),
    below: () => onPage ? page.below() : source.area.focus(),
    focus: () => then(() => onPage ? page.focus() : source.area.focus()),
    destroy: () => paged && page.destroy(),
  };
}
