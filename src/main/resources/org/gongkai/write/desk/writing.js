/** The text of an entry, on the sheet or as its source. */
import {button, failed, h} from './dom.js';
import {editor} from './editor.js';
import {sheet} from './sheet.js';

/** The texts that a sheet can show; others have their source only. */
const SHEETS = /\.(md|markdown)$/i;

/** @param options those of sheet.js and editor.js */
export function writing(options) {
  const paged = SHEETS.test(options.path);
  const source = editor(options);
  const page = paged ? sheet(options) : null;
  let onPage = paged;
  const toggle = paged ? button('源文', () => show(!onPage), {class: 'tool toggle', title: '看源文，或者回到页面'}) : null;
  const bar = h('div', {class: 'writing-bar'}, paged ? page.toolbar : null, toggle);
  const hint = paged ? null : h('p', {class: 'hint'}, '这一篇是用另一种格式（AsciiDoc）写的，请在下面按源文修改；网页上的样子看“预览”。');
  const host = h('div', {class: 'writing'}, paged ? page.element : null, hint, source.element);
  source.element.hidden = paged;
  const active = () => onPage ? page : source;
  if (paged) {
    page.set(options.text).catch(failed);
  }

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
    toggle.textContent = wanted ? '源文' : '页面';
    if (!wanted) {
      source.area.refresh();
      source.area.focus();
    }
  }

  return {
    element: host,
    bar,
    text: () => active().text(),
    set: text => active().set(text),
    take: files => active().take(files),
    isEmpty: () => onPage ? page.isEmpty() : !source.text().trim(),
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
    show: line => active().show(line),
    replace: (line, from, to) => onPage && page.replace(line, from, to),
    focus: () => onPage ? page.view.focus() : source.area.focus(),
    destroy: () => paged && page.destroy(),
  };
}
