/** A table whose cells are typed into, and that takes what was copied from a spreadsheet. */
import {button, fill, h, note, shownDay, typedDay} from './dom.js';
import {gridOf, parsed, remainder} from './sheet-paste.js';

/**
 * The rows of a clipboard: those of an HTML table, or lines with tabs; null if it is no table.
 *
 * @param left is told what is not taken along, as a name and what one counts
 */
export function pastedRows(data, left) {
  const html = data.getData('text/html');
  const table = html && parsed(html, left).querySelector('table');
  if (table && table.rows.length) {
    // What is merged downwards holds for each of its rows.
    return gridOf(table, left).map(row => row.map((cell, j) => !cell || j && row[j - 1] === cell ? '' : cell.textContent.replace(/\s+/g, ' ').trim()));
  }
  const text = data.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return text.includes('\t') ? separated(text) : null;
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

/** How many columns a table has that is begun. */
const FIRST = 5;
/** How many characters a column needs that is not written yet. */
const ROOM = {序号: 2, 时限: 10, 整改时限: 10, 佐证: 8};

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
  const isBlank = !rows.some(row => row.some(cell => cell));
  let folded = columns.filter((column, j) => !column.required && !longest(j) && (!isBlank || j >= FIRST));
  /** What the rows are about; it has the most room. */
  const main = columns.findIndex(column => column.required && column.name !== '序号');
  /** How wide a column is in comparison with others. */
  const weight = j => Math.min(15, Math.max(ROOM[columns[j].name] || columns[j].name.length, longest(j))) + 3;
  const others = () => columns.reduce((sum, one, k) => sum + (folded.includes(one) || k === main ? 0 : weight(k)), 0);
  const body = h('tbody', {onfocusin: event => body.querySelectorAll('details').forEach(menu => {
    menu.open = menu.open && menu.contains(event.target);
  })});
  const heads = columns.map((column, j) => {
    const head = h('th', {scope: 'col'}, column.name, column.required ? h('span', {class: 'must', title: '必填'}, '*') : null);
    const wide = main < 0 ? 0 : Math.max(others() * .6, weight(main));
    head.style.width = (j === main ? wide : weight(j)) * 100 / (wide + others()) + '%';
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
      h('td', {'data-name': column.name, 'data-row': i + 1, class: (column.name === '序号' ? 'is-number' : j === main ? 'is-main' : longest(j) > 14 ? 'is-long' : '') + (column.required ? ' is-must' : ''), hidden: folded.includes(column)},
        field(i, j), offered(i, j))),
    h('td', {class: 'row-tools'}, tools(i)))));
    empty.hidden = !folded.length;
    empty.textContent = '空着的列：' + folded.map(column => column.name).join('、');
    if (focus) {
      cell(focus[0], focus[1]).focus();
    }
  }

  /** What can be done with a row. */
  function tools(i) {
    const act = (label, work, properties) => button(label, () => move(work), Object.assign({'aria-label': label + '，第' + (i + 1) + '行'}, properties));
    return h('details', {class: 'more-actions', onclick: event => { event.currentTarget.open = event.currentTarget.open && !event.target.closest('.buttons'); }}, h('summary', {class: 'button', 'aria-label': '第' + (i + 1) + '行：移动、加行、删去'}, '⋯'),
      h('div', {class: 'buttons'},
        act('上移', () => swap(i, i - 1), {disabled: i === 0}),
        act('下移', () => swap(i, i + 1), {disabled: i === rows.length - 1}),
        act('上面加', () => insert(i)), act('下面加', () => insert(i + 1)), h('hr'),
        act('删去', () => {
          rows.splice(i, 1);
          return i;
        }, {class: 'danger'})));
  }

  function swap(i, j) {
    [rows[i], rows[j]] = [rows[j], rows[i]];
    return j;
  }

  function insert(i) {
    rows.splice(i, 0, []);
    return i;
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
    const rest = remainder();
    const pasted = pastedRows(event.clipboardData, rest.left);
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
        } else if (text) {
          rest.left('右边放不下的', '格');
        }
      });
    });
    draw([Math.min(i + from.length - 1, rows.length - 1), j]);
    changed();
    if (rest.words()) {
      note('没有贴进来的：' + rest.words() + '。', 'wait');
    }
  }

  /** Changes rows, and goes to the one that the work returns; those that were numbered in order are so afterwards. */
  function move(work) {
    const number = columns.findIndex(column => column.name === '序号');
    const ordered = number >= 0 && rows.some(row => row[number]) && rows.every((row, i) => !row[number] || row[number] === String(i + 1));
    const at = work();
    if (!rows.length) {
      rows.push([]);
    }
    if (ordered) {
      rows.forEach((row, i) => { row[number] = String(i + 1); });
    }
    draw([Math.min(at, rows.length - 1), 0]);
    changed();
  }

  const empty = button('', () => {
    folded = [];
    draw();
  }, {class: 'plain'});
  draw();
  const below = h('div', {class: 'grid-tools'},
    button('＋ 加一行', () => move(() => insert(rows.length)), {class: 'add'}), empty, h('span', {class: 'hint'}, '可以从 Excel、WPS 表格复制后粘贴在格子里'));
  return h('div', null, table, below);
}
