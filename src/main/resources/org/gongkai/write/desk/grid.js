/** A table whose cells are typed into, and that takes what was copied from a spreadsheet. */
import {button, fill, h, shownDay, typedDay} from './dom.js';

/** The rows of a clipboard: those of an HTML table, or lines with tabs; null if it is no table. */
export function pastedRows(data) {
  const html = data.getData('text/html');
  if (html && /<table/i.test(html)) {
    const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
    const rows = table ? Array.from(table.rows, row => cells(row)) : [];
    if (rows.length) {
      return rows;
    }
  }
  const text = data.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return text.includes('\t') ? separated(text) : null;
}

function cells(row) {
  const found = [];
  Array.from(row.cells).forEach(cell => {
    found.push(cell.textContent.replace(/\s+/g, ' ').trim());
    for (let i = 1; i < Math.min(cell.colSpan, 50); i++) {
      found.push('');
    }
  });
  return found;
}

/** Lines with tabs; a cell with a line break is quoted as spreadsheets do. */
function separated(text) {
  const rows = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(text.slice(at)) : null;
    let cell;
    if (quoted) {
      cell = quoted[1].replace(/""/g, '"');
      at += quoted[0].length;
    } else {
      const rest = text.slice(at).search(/[\t\n]/);
      cell = rest < 0 ? text.slice(at) : text.slice(at, at + rest);
      at += cell.length;
    }
    rows[rows.length - 1].push(cell.replace(/\s*\n\s*/g, ' ').trim());
    if (text[at] === '\n') {
      rows.push([]);
    }
    at++;
  }
  return rows;
}

/**
 * @param options label: of the table; columns: {name, choices, required}, of which those that no row has are folded; rows:
 *     lists of texts; onchange: is given the rows
 */
export function grid(options) {
  const {columns} = options;
  const rows = options.rows.map(row => row.slice());
  if (!rows.length) {
    rows.push([]);
  }
  const longest = j => Math.max(0, ...rows.map(row => (row[j] || '').length));
  let folded = rows.some(row => row.some(cell => cell)) ? columns.filter((column, j) => !column.required && !longest(j)) : [];
  /** How wide a column is in comparison with others. */
  const weight = j => Math.min(15, Math.max(columns[j].name.length, longest(j))) + 3;
  /** The row that is worked on. */
  let at = 0;
  const body = h('tbody', {onfocusin: event => {
    const row = event.target.closest('tr').sectionRowIndex;
    if (row !== at) {
      menu.open = false;
      at = row;
      place();
    }
  }});
  const heads = columns.map((column, j) => {
    const head = h('th', {scope: 'col'}, column.name, column.required ? h('span', {class: 'must', title: '必填'}, '*') : null);
    head.style.width = weight(j) * 100 / columns.reduce((sum, one, k) => sum + (folded.includes(one) ? 0 : weight(k)), 0) + '%';
    return head;
  });
  const table = h('table', {class: 'grid', 'aria-label': options.label}, h('thead', null, h('tr', null, heads, h('td', {class: 'row-tools'}))), body);

  const changed = () => options.onchange(rows.map(row => columns.map((column, j) => row[j] || '')));

  function field(i, j) {
    const stored = rows[i][j] || '';
    // A day is shown as papers write it and stays in the file as it is there.
    const value = shownDay(stored);
    const properties = {
      'aria-label': columns[j].name + '，第' + (i + 1) + '行',
      oninput: event => {
        const typed = event.target.value.replace(/\n/g, ' ');
        rows[i][j] = value === stored ? typed : typedDay(typed);
        changed();
      },
      onkeydown: event => step(event, i, j),
      onpaste: event => paste(event, i, j),
    };
    /* A cell is as high as what stands in it; browsers that cannot tell guess. */
    return h('textarea', Object.assign(properties, {value, rows: Math.max(1, Math.ceil(value.length / 14)), autocomplete: 'off'}));
  }

  /** The words that are usual in a cell, which may say more: 已完成（6月20日验收）. */
  function offered(i, j) {
    const words = columns[j].choices || [];
    return words.length ? h('div', {class: 'cell-choices'}, words.map(word => button(word, () => {
      const typed = cell(i, j);
      typed.value = word;
      typed.dispatchEvent(new Event('input'));
    }, {class: 'plain', tabindex: '-1', onmousedown: event => event.preventDefault()}))) : null;
  }

  function draw(focus) {
    folded = folded.filter(column => !longest(columns.indexOf(column)));
    heads.forEach((head, j) => { head.hidden = folded.includes(columns[j]); });
    fill(body, rows.map((row, i) => h('tr', null, columns.map((column, j) =>
      h('td', {'data-name': column.name, hidden: folded.includes(column)}, field(i, j), offered(i, j))),
    h('td', {class: 'row-tools'}, button('⋯', () => {
      at = i;
      place();
      menu.open = true;
      here.focus();
    }, {'aria-label': '第' + (i + 1) + '行：移动、删去'})))));
    at = Math.min(at, rows.length - 1);
    place();
    empty.hidden = !folded.length;
    empty.textContent = '空着的列：' + folded.map(column => column.name).join('、');
    if (focus) {
      cell(focus[0], focus[1]).focus();
    }
  }

  /** Puts the menu into the row that is worked on, in the place of the button that others have there. */
  function place() {
    Array.from(body.rows).forEach((row, i) => { row.lastChild.firstChild.hidden = i === at; });
    body.rows[at].lastChild.append(menu);
    here.setAttribute('aria-label', '第' + (at + 1) + '行：移动、删去');
  }

  const cell = (i, j) => body.rows[i].cells[j].firstChild;

  function step(event, i, j) {
    if (event.isComposing) {
      return;
    }
    const down = event.key === 'ArrowDown' || event.key === 'Enter' && !event.shiftKey;
    if (down && i === rows.length - 1 && event.key === 'Enter') {
      rows.push([]);
      draw([i + 1, 0]);
      changed();
    } else if (down && i < rows.length - 1) {
      cell(i + 1, j).focus();
    } else if (event.key === 'ArrowUp' && i > 0) {
      cell(i - 1, j).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  function paste(event, i, j) {
    const pasted = pastedRows(event.clipboardData);
    if (!pasted) {
      return;
    }
    event.preventDefault();
    let from = pasted;
    if (pasted.length > 1 && pasted[0].every((text, k) => !text || columns[j + k] && text.trim() === columns[j + k].name)) {
      from = pasted.slice(1);
    }
    from.forEach((texts, k) => {
      rows[i + k] = rows[i + k] || [];
      texts.forEach((text, l) => {
        if (j + l < columns.length) {
          rows[i + k][j + l] = text;
        }
      });
    });
    draw([Math.min(i + from.length - 1, rows.length - 1), j]);
    changed();
  }

  /** Changes rows; those that were numbered in order are so afterwards. */
  function move(work) {
    const number = columns.findIndex(column => column.name === '序号');
    const numbered = () => rows.filter(row => number >= 0 && row[number]);
    const ordered = numbered().every((row, i) => row[number] === String(i + 1));
    work();
    if (!rows.length) {
      rows.push([]);
    }
    if (ordered) {
      numbered().forEach((row, i) => { row[number] = String(i + 1); });
    }
    menu.open = false;
    draw([Math.min(at, rows.length - 1), 0]);
    changed();
  }

  const empty = button('', () => {
    folded = [];
    draw();
  }, {class: 'plain'});
  const here = h('summary', {class: 'button'}, '⋯');
  const menu = h('details', {class: 'more-actions'}, here, h('div', {class: 'buttons'},
    button('在上面加一行', () => move(() => rows.splice(at, 0, []))),
    button('上移', () => move(() => at > 0 && rows.splice(at - 1, 0, rows.splice(at--, 1)[0]))),
    button('下移', () => move(() => at < rows.length - 1 && rows.splice(at + 1, 0, rows.splice(at++, 1)[0]))),
    button('删去这一行', () => move(() => rows.splice(at, 1)))));
  draw();
  const tools = h('div', {class: 'grid-tools'},
    button('加一行', () => {
      rows.push([]);
      draw([rows.length - 1, 0]);
      changed();
    }, {class: 'plain'}), empty, h('span', {class: 'hint'}, '可以从 Excel、WPS 表格复制后粘贴在格子里'));
  return h('div', null, table, tools);
}
