/** A table whose cells are typed into, and that takes what was copied from a spreadsheet. */
import {button, fill, h} from './dom.js';

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
 * @param options label: of the table; columns: fixed ones ({name, choices, required}), or null if the first row is a
 *     head that can be changed; rows: lists of texts; onchange: is given the rows
 */
export function grid(options) {
  const free = !options.columns;
  const width = () => free ? Math.max(1, ...rows.map(row => row.length)) : options.columns.length;
  let rows = options.rows.map(row => row.slice());
  if (!rows.length) {
    rows = [[]];
  }
  const body = h('tbody');
  const table = h('table', {class: 'grid', 'aria-label': options.label},
    free ? null : h('thead', null, h('tr', null,
      options.columns.map(column => h('th', {scope: 'col'}, column.name,
        column.required ? h('span', {class: 'must', title: '必填'}, '*') : null)),
      h('td'))),
    body);

  const changed = () => options.onchange && options.onchange(rows.map(row => pad(row)));
  const pad = row => Array.from({length: width()}, (none, i) => row[i] || '');

  function field(i, j) {
    const column = free ? {name: '第' + (j + 1) + '列'} : options.columns[j];
    const label = column.name + '，第' + (i + 1) + '行';
    const value = rows[i][j] || '';
    const properties = {
      'aria-label': label,
      oninput: event => {
        rows[i][j] = event.target.value.replace(/\n/g, ' ');
        changed();
      },
      onkeydown: event => move(event, i, j),
      onpaste: event => paste(event, i, j),
    };
    if (column.choices && column.choices.length) {
      const known = column.choices.includes(value) || !value;
      return h('select', Object.assign(properties, {onchange: properties.oninput}),
        [''].concat(known ? [] : [value], column.choices).map(choice =>
          h('option', {value: choice, selected: choice === value}, choice || '（不填）')));
    }
    /* A cell is as high as what stands in it; browsers that cannot tell guess. */
    return h('textarea', Object.assign(properties, {value, rows: Math.max(1, Math.ceil(value.length / 14)), autocomplete: 'off'}));
  }

  function draw(focus) {
    fill(body, rows.map((row, i) => h('tr', {class: free && i === 0 ? 'grid-head' : ''},
      Array.from({length: width()}, (none, j) => h('td', null, field(i, j))),
      h('td', {class: 'tool'}, button('删行', () => {
        rows.splice(i, 1);
        if (!rows.length) {
          rows = [[]];
        }
        draw([Math.min(i, rows.length - 1), 0]);
        changed();
      }, {class: 'plain', 'aria-label': '删去第' + (i + 1) + '行'})))));
    if (focus) {
      cell(focus[0], focus[1]).focus();
    }
  }

  const cell = (i, j) => body.rows[i].cells[j].firstChild;

  function move(event, i, j) {
    if (event.isComposing || event.target.tagName === 'SELECT') {
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
    if (!free && pasted.length > 1 && pasted[0].every((text, k) => !text || options.columns[j + k]
        && text.trim() === options.columns[j + k].name)) {
      from = pasted.slice(1);
    }
    from.forEach((texts, k) => {
      rows[i + k] = rows[i + k] || [];
      texts.forEach((text, l) => {
        if (free || j + l < options.columns.length) {
          rows[i + k][j + l] = text;
        }
      });
    });
    draw([Math.min(i + from.length - 1, rows.length - 1), j]);
    changed();
  }

  draw();
  const tools = h('p', {class: 'grid-tools'},
    button('加一行', () => {
      rows.push([]);
      draw([rows.length - 1, 0]);
      changed();
    }, {class: 'plain'}),
    free ? [
      button('加一列', () => {
        const j = width();
        rows.forEach(row => {
          while (row.length <= j) {
            row.push('');
          }
        });
        draw([0, j]);
        changed();
      }, {class: 'plain'}),
      button('删最后一列', () => {
        const j = width() - 1;
        if (j > 0) {
          rows = rows.map(row => row.slice(0, j));
          draw([0, j - 1]);
          changed();
        }
      }, {class: 'plain'}),
    ] : null,
    h('span', {class: 'hint'}, '可以从 Excel、WPS 表格复制后粘贴在格子里'));
  return {element: h('div', {class: 'grid-box'}, table, tools), rows: () => rows.map(row => pad(row))};
}
