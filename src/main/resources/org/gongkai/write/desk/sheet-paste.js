/** What word processors, spreadsheets and web pages put on the clipboard, as HTML that a sheet understands. */

const NUMBER = /^\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)])/;
const LONGEST_HEADING = 40;

export function cleaned(html) {
  if (html.includes('data-pm-slice')) {
    return html;
  }
  // The part between the marks is what was copied; Word puts its styles and pictures of old browsers around it.
  const part = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html);
  const rows = part && /<t[rd]\b/i.test(part[1]) && !/<table\b/i.test(part[1]);
  // Styles are read and never applied, which the policy of the desk would refuse.
  const styled = (part && !rows ? part[1] : html).replace(/<style\b[^]*?<\/style>/gi, '')
    .replace(/<[^<>]+>/g, tag => tag.replace(/\son\w+\s*=/gi, ' data-on=').replace(/\sstyle\s*=/gi, ' data-style='));
  const page = new DOMParser().parseFromString(styled, 'text/html');
  page.querySelectorAll('script, style, meta, link, title, template, iframe, object, input, button, select, textarea, img, svg, colgroup')
    .forEach(element => element.remove());
  lists(page);
  page.querySelectorAll('table').forEach(table => flatten(page, table));
  page.querySelectorAll('[data-style]').forEach(element => {
    if (/font-weight:\s*(?:bold|[7-9]00)/i.test(styleOf(element)) && !element.closest('strong, b, h1, h2, h3, h4, h5, h6, th')) {
      const strong = page.createElement('strong');
      strong.append(...element.childNodes);
      element.append(strong);
    }
  });
  page.querySelectorAll('p, div').forEach(paragraph => heading(page, paragraph));
  // Pages indent paragraphs by themselves.
  page.querySelectorAll('p, div').forEach(paragraph => {
    const first = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (first) {
      first.data = first.data.replace(/^[\s\u3000\u00a0]+/, '');
    }
  });
  return page.body.innerHTML;
}

const styleOf = element => element.getAttribute('data-style') || '';

/** Items of lists that Word writes as paragraphs, each with its mark as text. */
function lists(page) {
  let list = null;
  page.querySelectorAll('p').forEach(paragraph => {
    const isItem = /mso-list:\s*(?!none|ignore)/i.test(styleOf(paragraph));
    const ignored = Array.from(paragraph.querySelectorAll('span'))
      .filter(span => /mso-list:\s*ignore/i.test(styleOf(span)));
    const mark = ignored.map(span => span.textContent).join('').replace(/[\s\u00a0]+/g, '');
    if (!isItem || !mark) {
      list = null;
      return;
    }
    ignored.forEach(span => span.remove());
    const kind = /^\d+[.)．）]?$/.test(mark) ? 'ol' : /^[^\p{L}\p{N}（(]+$|^[lnuo§·]$/u.test(mark) ? 'ul' : null;
    if (!kind) {
      list = null;
      paragraph.prepend(mark);
      return;
    }
    if (!list || list.tagName.toLowerCase() !== kind || list.nextElementSibling !== paragraph) {
      list = page.createElement(kind);
      if (kind === 'ol') {
        list.setAttribute('start', parseInt(mark, 10));
      }
      paragraph.before(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  });
}

/** A table with as many cells in each row, and a head: a text has no merged cells. */
function flatten(page, table) {
  if (table.parentElement.closest('table')) {
    table.replaceWith(table.textContent);
    return;
  }
  const grid = [];
  Array.from(table.rows).forEach((row, i) => {
    grid[i] = grid[i] || [];
    let j = 0;
    Array.from(row.cells).forEach(cell => {
      while (grid[i][j]) {
        j++;
      }
      const down = Math.min(cell.rowSpan || 1, table.rows.length - i);
      for (let k = 0; k < down; k++) {
        for (let l = 0; l < Math.min(cell.colSpan, 50); l++) {
          (grid[i + k] = grid[i + k] || [])[j + l] = k || l ? page.createElement('td') : cell;
        }
      }
    });
  });
  const width = Math.max(0, ...grid.map(row => row.length));
  const fresh = page.createElement('table');
  grid.forEach((cells, i) => {
    const row = fresh.insertRow();
    for (let j = 0; j < width; j++) {
      const cell = page.createElement(i ? 'td' : 'th');
      const from = cells[j];
      if (from && i && (from.getAttribute('align') === 'right' || from.querySelector('[align=right]')
          || /text-align:\s*right/i.test(styleOf(from)))) {
        cell.dataset.align = 'right';
      }
      const paragraph = page.createElement('p');
      const inner = from ? Array.from(from.querySelectorAll('p')) : [];
      (inner.length ? inner : from ? [from] : []).forEach((block, k) => paragraph.append(...(k ? [' '] : []), ...block.childNodes));
      cell.append(paragraph);
      row.append(cell);
    }
  });
  // A column is set as most of its cells are.
  for (let j = 0; j < width; j++) {
    const cells = Array.from(fresh.rows, row => row.cells[j]);
    const right = cells.slice(1).filter(cell => cell.dataset.align).length * 2 > cells.length - 1;
    cells.forEach(cell => { cell.dataset.align = right ? 'right' : ''; });
  }
  if (grid.length) {
    table.replaceWith(fresh);
  } else {
    table.remove();
  }
}

/** A paragraph that is a heading by its level in Word, or by its number in an official paper. */
function heading(page, paragraph) {
  const text = paragraph.textContent.trim();
  if (!text || text.length > LONGEST_HEADING || /[。；：，]$/.test(text) || paragraph.closest('td, th, li') || paragraph.querySelector('p, div, table, ul, ol')) {
    return;
  }
  const level = /mso-outline-level:\s*(\d)/i.exec(styleOf(paragraph));
  const number = NUMBER.exec(text);
  if (level || number) {
    const fresh = page.createElement('h' + (number ? /[（(]/.test(number[0]) ? 3 : 2 : Math.min(4, Number(level[1]) + 1)));
    fresh.append(text);
    paragraph.replaceWith(fresh);
  }
}
