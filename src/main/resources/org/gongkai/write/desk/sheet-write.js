/** From a sheet to its text: what was not changed is the source that it was read from, what was is written anew. */
import {schema} from '/desk/sheet-schema.js';

const {nodes} = schema;
const MARKS = {strong: '**', em: '*', strike: '~~'};
/** What stands in an attribute or a text of HTML. */
const typed = text => text.replace(/[&<>"]/g, sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign]).replace(/\s+/g, ' ');

/**
 * @param doc the sheet
 * @param read what it was read from; see sheet-read.js
 * @param apart whether all blocks get blank lines between them, also those that were divided without
 * @returns {text, lines}: for each block of the sheet the number of its first line in the text, from 0; infinite if it is
 *     empty
 */
export function write(doc, read, apart) {
  const {originals, prefix, suffix} = read;
  const lines = [];
  let text = '';
  let before = null;
  doc.forEach(node => {
    const original = originals.get(node.attrs.id);
    const same = Boolean(original) && original.node.eq(node);
    const now = {node, original, same, type: original && original.node.type === node.type};
    if (same) {
      now.text = original.raw;
    } else {
      now.text = block(node, originals, before && before.mark);
    }
    now.mark = markOf(node, now.text);
    if (!now.text.trim()) {
      lines.push(Infinity);
      return;
    }
    text += before ? gap(before, now, apart) : prefix;
    lines.push(count(text));
    text += now.text;
    before = now;
  });
  return {text: before ? text + (suffix || before.same ? suffix : '\n') : prefix, lines};
}

const count = text => text.split('\n').length - 1;

/** What stands between two blocks: what stood there, unless one was changed so that they would become one. */
function gap(before, now, apart) {
  const a = before.original;
  const b = now.original;
  if (!a || !b || b.index !== a.index + 1 || !before.type || !now.type) {
    return '\n\n';
  }
  return apart && !/\n\s*\n/.test(a.gap) ? '\n\n' : a.gap;
}

/** The sign of a list, which two lists in a row must not share. */
function markOf(node, text) {
  const mark = /^[ \t]*(?:([-*+])|\d+([.)]))/.exec(text);
  return /_list$/.test(node.type.name) && mark ? mark[1] || mark[2] : null;
}

function block(node, originals, taken) {
  switch (node.type.name) {
    case 'paragraph':
      return node.attrs.indent + inline(node);
    case 'heading':
      return '#'.repeat(node.attrs.level) + ' ' + inline(node, 'heading').replace(/(^|\s)(#+)$/, '$1\\$2');
    case 'bullet_list':
    case 'ordered_list':
      return list(node, originals, taken);
    case 'blockquote':
      return children(node, originals, true).split('\n').map(line => line ? '> ' + line : '>').join('\n');
    case 'figure':
    case 'image':
      return picture(node);
    case 'table':
      return table(node, originals);
    case 'rule':
      return '---';
    default:
      return node.attrs.remark && node.textContent.trim() ? '<!-- ' + node.textContent.trim().replace(/-(?=-)/g, '- ') + ' -->' : node.textContent.replace(/\s+$/, '');
  }
}

/** The blocks within a block; with blank lines between them, or only between paragraphs. */
function children(node, originals, loose) {
  let all = '';
  let mark = null;
  node.forEach((child, offset, i) => {
    const text = block(child, originals, mark);
    mark = markOf(child, text);
    all += (!i ? '' : loose || child.type === nodes.paragraph ? '\n\n' : '\n') + text;
  });
  return all;
}

function list(node, originals, taken) {
  const bullet = node.type === nodes.bullet_list;
  const own = node.attrs.mark;
  const mark = own !== taken ? own : bullet ? own === '-' ? '*' : '-' : own === '.' ? ')' : '.';
  const items = [];
  node.forEach((item, offset, i) => {
    const opened = (bullet ? mark : node.attrs.start + i + mark) + item.attrs.gap;
    // A box belongs to the text as far as the indent of what follows is concerned.
    const inner = item.attrs.box + children(item, originals, node.attrs.loose);
    items.push((opened + inner.replace(/\n(?=[^\n])/g, '\n' + ' '.repeat(opened.length))).replace(/\s+$/, ''));
  });
  return items.join(node.attrs.loose ? '\n\n' : '\n');
}

function picture(node) {
  const {src, alt, title, width} = node.attrs;
  if (width) {
    return '<figure><img src="' + typed(src) + '" alt="' + typed(alt) + '" width="' + width + '">'
      + (title ? '<figcaption>' + typed(title) + '</figcaption>' : '') + '</figure>';
  }
  return '![' + alt.replace(/[\\[\]*_`<]/g, '\\$&').replace(/\s+/g, ' ') + '](' + address(src, title) + ')';
}

function address(href, title) {
  const typed = /^[^\s()<>\\]+$/.test(href) ? href : '<' + href.replace(/[<>\\]/g, '\\$&') + '>';
  return typed + (title ? ' "' + title.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ') + '"' : '');
}

/** A table as HTML; its head are the first rows that are all of heads. */
function htmlTable(node) {
  const rows = [];
  node.forEach(row => {
    let isHead = true;
    let cells = '';
    row.forEach(cell => {
      const name = cell.type === nodes.table_header ? 'th' : 'td';
      const {colspan, rowspan} = cell.attrs;
      let text = '';
      cell.firstChild.forEach(child => { text += child.type === nodes.hard ? '<br>' : child.isText ? typed(child.text) : ''; });
      isHead = isHead && name === 'th';
      cells += '<' + name + (colspan > 1 ? ' colspan="' + colspan + '"' : '') + (rowspan > 1 ? ' rowspan="' + rowspan + '"' : '') + '>' + text.trim() + '</' + name + '>';
    });
    rows.push({isHead, line: '<tr>' + cells + '</tr>'});
  });
  const head = rows.findIndex(row => !row.isHead);
  const part = (name, from, to) => from < to ? ['<' + name + '>'].concat(rows.slice(from, to).map(row => row.line), '</' + name + '>') : [];
  const end = head < 0 ? rows.length : head;
  return ['<table>'].concat(part('thead', 0, end), part('tbody', end, rows.length), '</table>').join('\n');
}

/** A table, row by row; the first row is its head. Where its cells reach beyond it, there is no other notation than HTML. */
function table(node, originals) {
  let isHtml = node.attrs.html;
  node.firstChild.forEach(cell => { isHtml = isHtml || cell.attrs.rowspan > 1; });
  if (isHtml) {
    return htmlTable(node);
  }
  const aligns = [];
  node.firstChild.forEach(cell => aligns.push(cell.attrs.align));
  const rule = originals.get(node.attrs.id + '-rule');
  const kept = rule && rule.aligns === aligns.map(align => align || '').join();
  const rows = [];
  node.forEach(row => {
    const original = kept && originals.get(row.attrs.id);
    if (original && original.node.eq(row)) {
      rows.push(original.raw);
      return;
    }
    const cells = [];
    row.forEach(cell => {
      const spans = ['colspan', 'rowspan'].filter(name => cell.attrs[name] > 1).map(name => name + '=' + cell.attrs[name]).join(' ');
      cells.push((inline(cell.firstChild, 'cell').replace(/(\\?)\|/g, '\\|') + (spans ? ' {' + spans + '}' : '')).trim());
    });
    rows.push('| ' + cells.join(' | ') + ' |');
  });
  rows.splice(1, 0, kept ? rule.raw
    : '| ' + aligns.map(align => align === 'right' ? '---:' : align === 'center' ? ':---:' : '---').join(' | ') + ' |');
  return rows.concat(node.attrs.caption || []).join('\n');
}

/** The text of a block with its marks. @param line heading or cell if it has only one line, which it does not begin */
function inline(node, line) {
  let out = '';
  let open = [];
  const pieces = piecesOf(node);
  pieces.forEach((piece, i) => {
    const wanted = ordered(piece.marks, pieces, i);
    let same = 0;
    while (same < open.length && same < wanted.length && open[same].eq(wanted[same])) {
      same++;
    }
    for (let k = open.length - 1; k >= same; k--) {
      out += closing(open[k]);
    }
    const fresh = wanted.slice(same);
    open = wanted;
    out += fresh.map(opening).join('');
    if (piece.text !== undefined) {
      const next = pieces[i + 1];
      out += escaped(piece.text, next && ordered(next.marks, pieces, i + 1).some(mark => mark.type.name === 'link'));
    } else {
      out += leaf(piece.node, line);
    }
  });
  for (let k = open.length - 1; k >= 0; k--) {
    out += closing(open[k]);
  }
  return line ? out.replace(/\s*\n\s*/g, ' ').trim() : beginnings(out.replace(/[ \t\n]+$/, ''));
}

function leaf(node, line) {
  switch (node.type.name) {
    case 'soft':
      return '\n';
    case 'hard':
      return line === 'cell' ? '<br>' : node.attrs.source;
    case 'image':
      return picture(node);
    default:
      return node.attrs.source;
  }
}

const opening = mark => mark.type.name === 'link' ? '[' : MARKS[mark.type.name];
const closing = mark => mark.type.name === 'link'
  ? '](' + address(mark.attrs.href, mark.attrs.title) + ')' : MARKS[mark.type.name];

/** Texts and other parts; blanks at the edges of what is marked stand outside of it, where marks are still marks. */
function piecesOf(node) {
  const pieces = [];
  node.forEach(child => {
    if (child.isText) {
      pieces.push({text: child.text, marks: child.marks});
    } else {
      pieces.push({node: child, marks: child.marks});
    }
  });
  ['strong', 'em', 'strike', 'link'].forEach(name => {
    const has = piece => piece && piece.marks.some(mark => mark.type.name === name);
    const without = piece => piece.marks.filter(mark => mark.type.name !== name);
    for (let i = 0; i < pieces.length; i++) {
      if (!has(pieces[i])) {
        continue;
      }
      const first = !has(pieces[i - 1]);
      const last = !has(pieces[i + 1]);
      const piece = pieces[i];
      const blank = piece.node ? /^(soft|hard)$/.test(piece.node.type.name) : !piece.text.trim();
      if (blank && (first || last)) {
        piece.marks = without(piece);
        i = Math.max(-1, i - 2);
      } else if (piece.text) {
        const lead = first ? /^\s*/.exec(piece.text)[0] : '';
        const tail = last ? /\s*$/.exec(piece.text)[0] : '';
        const parts = [{text: lead, marks: without(piece)},
          {text: piece.text.slice(lead.length, piece.text.length - tail.length), marks: piece.marks},
          {text: tail, marks: without(piece)}].filter(part => part.text);
        pieces.splice(i, 1, ...parts);
        i += parts.length - 1;
      }
    }
  });
  return pieces;
}

/** The marks of a piece, those that go on longest first. */
function ordered(marks, pieces, at) {
  const length = mark => {
    let i = at;
    while (pieces[i] && pieces[i].marks.some(other => other.eq(mark))) {
      i++;
    }
    let j = at;
    while (pieces[j] && pieces[j].marks.some(other => other.eq(mark))) {
      j--;
    }
    return i - j;
  };
  return marks.slice().sort((a, b) => length(b) - length(a));
}

/** Signs that would mean something, behind a backslash. Addresses stay as they are. */
function escaped(text, beforeLink) {
  return text.split(/((?:https?:\/\/|www\.)[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+)/i).map((part, i) => i % 2 ? part : part
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[*`[\]]/g, '\\$&')
    .replace(/_/g, (sign, at) => /\w/.test(part[at - 1] || '') && /[^\W_]/.test(part[at + 1] || '') ? '_' : '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!$/, sign => beforeLink ? '\\!' : sign)).join('');
}

/** Signs that would begin a block of another kind, behind a backslash. */
function beginnings(text) {
  return text.split('\n').map((line, i) => line.replace(/^[ \t]+/, '')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|:(?=\s)|=+(?=\s*$)|-(?=[-\s]*$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')).join('\n');
}
