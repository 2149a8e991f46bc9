/** Tables of Markdown as rows of texts, and back. */

const DIVIDER = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** The cells of a line; a bar behind a backslash belongs to the text. */
function cells(line) {
  const inner = line.trim().replace(/^\|/, '').replace(/(^|[^\\])\|$/, '$1');
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replace(/\\\|/g, '|'));
}

/** The table around a line: {from, to, rows, alignment}; null if the line is in none. */
export function tableAt(lines, line) {
  if (!lines[line] || !lines[line].includes('|')) {
    return null;
  }
  let from = line;
  let to = line;
  while (from > 0 && lines[from - 1].includes('|')) {
    from--;
  }
  while (to < lines.length - 1 && lines[to + 1].includes('|')) {
    to++;
  }
  if (to === from || !DIVIDER.test(lines[from + 1])) {
    return null;
  }
  const rows = lines.slice(from, to + 1).filter((text, i) => i !== 1).map(cells);
  return {from, to, rows, alignment: cells(lines[from + 1])};
}

/** A table with its first row as head. Columns of figures are set to the right unless an alignment is given. */
export function tableText(rows, alignment) {
  const kept = rows.filter((row, i) => i === 0 || row.some(cell => cell.trim()));
  const width = Math.max(...kept.map(row => row.length));
  const columns = Array.from({length: width}, (none, i) => i);
  const cell = text => (text || '').replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|').trim();
  const line = row => '| ' + columns.map(i => cell(row[i])).join(' | ') + ' |';
  const figure = i => kept.length > 1 && kept.slice(1).every(row => /^[-+]?[\d,.]*%?$/.test((row[i] || '').trim()))
    && kept.slice(1).some(row => (row[i] || '').trim());
  const divider = columns.map(i => alignment && alignment[i] ? alignment[i] : figure(i) ? '---:' : '---');
  return [line(kept[0]), '| ' + divider.join(' | ') + ' |'].concat(kept.slice(1).map(line)).join('\n');
}
