/** What word processors, spreadsheets and web pages put on the clipboard, as HTML that a sheet understands. */

const NUMBER = /^\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)])/;
const LONGEST_HEADING = 40;
/** A sentence, also one that goes on behind the words that name it: （一）时间。12月8日14时30分. */
const RUN_IN = /[。；：，]$|[。；].|[：:].*\d\s*[年月日时:：]/;
const BLOCKS = 'p, div, table, ul, ol, blockquote, h1, h2, h3, h4, h5, h6, pre, hr';
const WIDE = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]';
const RAISED = {sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉'};
/** What is not taken along: its name, which elements it is, and what one counts. */
const LEFT = [
  ['修订中删去的文字', 'del[cite], del[datetime]', '处'],
  ['批注', '.MsoCommentReference, .msocomanchor', '条'],
  ['网页上的栏目和页脚', 'nav, footer, aside, [role=navigation], [role=contentinfo]', ''],
  ['视频、声音和嵌入的网页', 'iframe, object, embed, video, audio', '处'],
  ['按钮和输入框', 'input, button, select, textarea', '个'],
  ['图片', 'img, svg', '张'],
];

/** Counts what is not taken along: left is told of each, words names all of it. */
export function remainder() {
  const counts = new Map();
  return {
    left: (name, unit) => counts.set(name, {count: (counts.has(name) ? counts.get(name).count : 0) + 1, unit}),
    words: () => Array.from(counts, ([name, {count, unit}]) => name + (unit && count + unit)).join('、'),
  };
}

/**
 * @param left is told what is not taken along, as a name and what one counts
 * @param notes the number of the last footnote that the text has
 */
export function cleaned(html, left = () => {}, notes = 0) {
  if (html.includes('data-pm-slice')) {
    return html;
  }
  const page = parsed(html, left);
  footnotes(page, notes);
  page.querySelectorAll('script, style, meta, link, title, template, [data-style*="mso-element:comment-list"]').forEach(element => element.remove());
  LEFT.forEach(([name, elements, unit]) => page.querySelectorAll(elements).forEach(element => {
    if (element.isConnected && (element.textContent.trim() || !/^(?:修订|批注)/.test(name))) {
      left(name, unit);
    }
    element.remove();
  }));
  raised(page, left);
  joined(page);
  lists(page);
  page.querySelectorAll('table').forEach(table => reshaped(page, table, left));
  page.querySelectorAll('[data-style]').forEach(element => {
    if (/font-weight:\s*(?:bold|[7-9]00)/i.test(styleOf(element)) && !element.closest('strong, b, h1, h2, h3, h4, h5, h6, th')) {
      const strong = page.createElement('strong');
      strong.append(...element.childNodes);
      element.append(strong);
    }
  });
  lines(page);
  const own = Array.from(page.querySelectorAll('h1, h2, h3, h4, h5, h6'), one => Number(one.tagName[1]));
  page.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6').forEach(paragraph => heading(page, paragraph, /class="?Mso|mso-/.test(html) ? Math.min(...own) : 0));
  // Pages indent paragraphs by themselves.
  page.querySelectorAll('p, div').forEach(paragraph => {
    const first = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (first) {
      first.data = first.data.replace(/^[\s\u3000\u00a0]+/, '');
    }
    if (!paragraph.textContent.trim() && !paragraph.closest('td, th') && !paragraph.querySelector(BLOCKS)) {
      paragraph.remove();
    }
  });
  return page.body.innerHTML;
}

/** A page of what was copied, without what cannot be seen where it was copied; of tables see {@link columnsOf}. */
export function parsed(html, left = () => {}) {
  // The part between the marks is what was copied; Word puts its styles and pictures of old browsers around it.
  const part = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html);
  const rows = part && /<t[rd]\b/i.test(part[1]) && !/<table\b/i.test(part[1]);
  // Styles are read and never applied, which the policy of the desk would refuse; nothing is a notation of ours by itself.
  const styled = (part && !rows ? part[1] : html).replace(/<style\b[^]*?<\/style>/gi, '')
    .replace(/<[^<>]+>/g, tag => tag.replace(/\sdata-/gi, ' data-its-').replace(/\son\w+\s*=/gi, ' data-on=')
      .replace(/\sstyle\s*=/gi, ' data-style=').replace(/source-text/g, ''));
  const page = new DOMParser().parseFromString(styled, 'text/html');
  page.querySelectorAll('[data-style], [hidden]').forEach(element => {
    if (isHidden(element) && !element.matches('col, colgroup, tr, td, th')) {
      if (element.textContent.trim()) {
        left('隐藏的文字', '处');
      }
      element.remove();
    }
  });
  return page;
}

const styleOf = element => element.getAttribute('data-style') || '';
const isHidden = element => element.hidden || /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden|mso-hide:\s*all)/i.test(styleOf(element));

/** Footnotes of Word, in the notation of texts. */
function footnotes(page, from) {
  const numbers = new Map();
  page.querySelectorAll('[data-style*="mso-element:footnote-list"] > div, [data-style*="mso-element:endnote-list"] > div').forEach(note => {
    const name = note.id;
    note.querySelectorAll('a[data-style*="note-id"]').forEach(back => back.remove());
    const text = note.textContent.replace(/\s+/g, ' ').trim();
    if (name && text) {
      numbers.set(name, {number: from + numbers.size + 1, text});
    }
  });
  page.querySelectorAll('[data-style*="mso-element:footnote-list"], [data-style*="mso-element:endnote-list"]').forEach(list => list.remove());
  page.querySelectorAll('a[href^="#_ftn"], a[href^="#_edn"]').forEach(link => {
    const note = numbers.get(link.getAttribute('href').replace('#_', ''));
    const mark = page.createElement('span');
    if (note) {
      mark.setAttribute('data-source', '[^' + note.number + ']');
      mark.textContent = '注';
    }
    link.replaceWith(mark);
  });
  numbers.forEach(({number, text}) => {
    const box = page.createElement('pre');
    box.className = 'source-text';
    box.setAttribute('data-label', '脚注');
    box.textContent = '[^' + number + ']: ' + text;
    page.body.append(box);
  });
}

/** Digits above and below the line, which are others than those in it, and blanks that are to be filled in by hand. */
function raised(page, left) {
  page.querySelectorAll('sup, sub').forEach(element => {
    const text = element.textContent.trim();
    if (/^\d+$/.test(text)) {
      element.textContent = text.replace(/\d/g, digit => RAISED[element.tagName.toLowerCase()][digit]);
    } else if (text && !element.querySelector('[data-source]')) {
      left('上标、下标的样子', '处');
    }
  });
  page.querySelectorAll('u').forEach(blank => {
    if (/^[\s\u00a0\u3000]+$/.test(blank.textContent)) {
      blank.textContent = '＿'.repeat(Math.max(2, Math.ceil(blank.textContent.length / 2)));
    }
  });
}

/** Lines of HTML that end within a sentence are no blanks between its words. */
function joined(page) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let last = null;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    text.data = text.data.replace(new RegExp('(' + WIDE + ')[ \\t]*\\r?\\n[ \\t]*(?=' + WIDE + ')', 'g'), '$1');
    const before = last && new RegExp(WIDE + '(\\s*)$').exec(last.data);
    const after = new RegExp('^(\\s*)' + WIDE).exec(text.data);
    if (before && after && /\n/.test(before[1] + after[1]) && last.parentElement.closest(BLOCKS) === text.parentElement.closest(BLOCKS)) {
      last.data = last.data.trimEnd();
      text.data = text.data.trimStart();
    }
    last = text.data.trim() ? text : last;
  }
}

/** Items of lists that Word writes as paragraphs, each with its mark as text; those of a level below stand in the item above. */
function lists(page) {
  let open = [];
  page.querySelectorAll('p, h1, h2, h3, h4, h5, h6').forEach(paragraph => {
    const level = /mso-list:(?!\s*(?:none|ignore))(?:.*?level(\d))?/i.exec(styleOf(paragraph));
    const ignored = Array.from(paragraph.querySelectorAll('span'))
      .filter(span => /mso-list:\s*ignore/i.test(styleOf(span)));
    const mark = ignored.map(span => span.textContent).join('').replace(/[\s\u00a0]+/g, '');
    ignored.forEach(span => span.remove());
    // What Word numbers as (1) or 1) is read so, and a list would number it otherwise.
    const kind = paragraph.tagName !== 'P' ? null : /^\d+[.．]$/.test(mark) ? 'ol' : /^[^\p{L}\p{N}（(]+$|^[lnuopq§·]$/u.test(mark) ? 'ul' : null;
    if (!level || !kind) {
      open = [];
      paragraph.prepend(...(mark ? [mark] : []));
      return;
    }
    const depth = Number(level[1] || 1);
    const follows = open.length && open[0].list.nextElementSibling === paragraph;
    open = follows ? open.filter(each => each.depth <= depth) : [];
    let last = open[open.length - 1];
    if (!last || last.depth < depth || last.kind !== kind) {
      const list = page.createElement(kind);
      if (kind === 'ol') {
        list.setAttribute('start', parseInt(mark, 10));
      }
      if (last && last.depth < depth) {
        last.list.lastElementChild.append(list);
      } else {
        paragraph.before(list);
        open = [];
      }
      last = {list, kind, depth};
      open.push(last);
    }
    const item = page.createElement('li');
    const text = page.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    last.list.append(item);
    paragraph.remove();
  });
}

/** The cells of a table by row and column, each also where it reaches to, without the rows and columns that are hidden. */
export function gridOf(table, left = () => {}) {
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
          (grid[i + k] = grid[i + k] || [])[j + l] = cell;
        }
      }
    });
  });
  const columns = Array.from(table.querySelectorAll('col')).flatMap(col => Array(Math.min(Number(col.getAttribute('span')) || 1, 50)).fill(isHidden(col)));
  const width = Math.max(0, ...grid.map(row => row.length));
  const shown = Array.from({length: width}, (none, j) => j).filter(j => {
    const own = grid.map(row => row[j]).filter((cell, i) => cell && cell.colSpan === 1 && !isHidden(table.rows[i]));
    const hides = columns[j] || own.length > 0 && own.every(isHidden);
    if (hides && own.some(cell => cell.textContent.trim())) {
      left('隐藏的列', '列');
    }
    return !hides;
  });
  return grid.filter((row, i) => {
    const hides = isHidden(table.rows[i]);
    if (hides && table.rows[i].textContent.trim()) {
      left('隐藏的行', '行');
    }
    return !hides;
  }).map(row => shown.map(j => row[j]));
}

/** A table of texts with the cells it has merged. A head of several rows holds texts alone; what stands over all columns stands above it. */
function reshaped(page, table, left) {
  if (!table.isConnected) {
    return;
  }
  const all = gridOf(table, left);
  if (table.querySelector('table') || all.length === 1 && all[0].length === 1) {
    // It was there for the sake of where its parts stand.
    const parts = Array.from(table.rows).flatMap(row => Array.from(row.cells)).map(cell => {
      const part = page.createElement('div');
      part.append(...cell.childNodes);
      return part;
    });
    table.replaceWith(...parts);
    return;
  }
  while (all.length > 2 && all[0].length > 1 && all[0].every(cell => cell && cell === all[0][0] && cell !== all[1][0])) {
    const title = page.createElement('p');
    title.textContent = all.shift()[0].textContent.replace(/\s+/g, ' ').trim();
    table.before(title);
  }
  if (!all.length || !all[0].length) {
    table.remove();
    return;
  }
  const reach = (i, j) => {
    const cell = all[i][j];
    const across = cell ? all[i].slice(j).findIndex(other => other !== cell) : 1;
    const down = cell ? all.slice(i).findIndex(row => row[j] !== cell) : 1;
    return [across < 0 ? all[i].length - j : across, down < 0 ? all.length - i : down];
  };
  // Where a cell reaches down beside others that do not, and none of these reaches across, it groups rows, and is no head.
  const tall = Math.max(...all[0].map((cell, j) => reach(0, j)[1]));
  const head = tall === 1 ? 1 : tall < all.length && all[0].some((cell, j) => reach(0, j)[0] > 1) ? tall : 0;
  const fresh = page.createElement('table');
  all.forEach((cells, i) => {
    const row = fresh.insertRow();
    cells.forEach((from, j) => {
      if (from && (j && cells[j - 1] === from || i && all[i - 1][j] === from)) {
        return;
      }
      const cell = page.createElement(i < head ? 'th' : 'td');
      const [across, down] = reach(i, j);
      cell.colSpan = across;
      cell.rowSpan = down;
      cell.dataset.column = all[0].indexOf(all[0][j]);
      if (from && i >= head && (from.getAttribute('align') === 'right' || from.querySelector('[align=right]')
          || /text-align:\s*right/i.test(styleOf(from)))) {
        cell.dataset.align = 'right';
      }
      const paragraph = page.createElement('p');
      const inner = from ? Array.from(from.querySelectorAll('p, div, li')).filter(block => !block.querySelector('p, div, li') && block.textContent.trim()) : [];
      (inner.length ? inner : from && !isHidden(from) ? [from] : [])
        .forEach((block, k) => paragraph.append(...(k ? [page.createElement('br')] : []), ...block.childNodes));
      if (i < head || head !== 1) {
        paragraph.querySelectorAll(':not(br)').forEach(mark => mark.replaceWith(...mark.childNodes));
      }
      cell.append(paragraph);
      row.append(cell);
    });
  });
  // A column is set as most of its cells are.
  all[0].forEach((none, j) => {
    const cells = Array.from(fresh.querySelectorAll('[data-column="' + j + '"]'));
    const body = cells.filter(cell => cell.tagName === 'TD');
    const right = head === 1 && body.filter(cell => cell.dataset.align).length * 2 > body.length;
    cells.forEach(cell => { cell.dataset.align = right ? 'right' : ''; });
  });
  table.replaceWith(fresh);
}

/** Lines of a paragraph that were ended by hand are paragraphs. */
function lines(page) {
  page.querySelectorAll('p, div').forEach(paragraph => {
    if (paragraph.closest('td, th, li, pre') || paragraph.querySelector(BLOCKS)) {
      return;
    }
    paragraph.querySelectorAll('br').forEach(end => {
      const range = page.createRange();
      range.setStart(paragraph, 0);
      range.setEndBefore(end);
      const line = paragraph.cloneNode(false);
      line.append(range.extractContents());
      paragraph.before(line);
      end.remove();
    });
  });
}

/** A paragraph that is a heading by its level in Word, or by its number in an official paper. @param top the level of Word's highest */
function heading(page, paragraph, top) {
  const text = paragraph.textContent.trim().replace(NUMBER, found => found.trim() + '\n').replace(/\n[\s\u00a0]*/, '');
  const own = Number((/^H(\d)$/.exec(paragraph.tagName) || [])[1]);
  if (!text || !own && (text.length > LONGEST_HEADING || RUN_IN.test(text)) || paragraph.closest('td, th, li')
      || paragraph.querySelector('p, div, table, ul, ol, [data-source]')) {
    return;
  }
  const level = own ? top && own - top + 1 : Number((/mso-outline-level:\s*(\d)/i.exec(styleOf(paragraph)) || [])[1]);
  const number = NUMBER.exec(text);
  if (level || number) {
    const fresh = page.createElement('h' + (number ? /[（(]/.test(number[0]) ? 3 : 2 : Math.min(4, level + 1)));
    fresh.append(text);
    paragraph.replaceWith(fresh);
  }
}
