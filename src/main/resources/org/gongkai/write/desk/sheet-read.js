/** From a text and its syntax tree to a sheet. Each block remembers the source that it was read from. */
import {TableMap} from '/module/prosemirror-tables.js';
import {schema} from '/desk/sheet-schema.js';

const {nodes, marks} = schema;
const EMPHASIS = {StrongEmphasis: 'strong', Emphasis: 'em', Strikethrough: 'strike'};
/** The parts of a text that are shown by their source. */
const ATOMS = ['Code', 'AutoLink', 'MailLink', 'HtmlEntity', 'Footnote'];
/** A picture with a width, for which Markdown has no notation of its own. */
const SIZED = /^<figure><img src="([^"<>]+)" alt="([^"<>]*)" width="(\d{1,3}%)">(?:<figcaption>([^<>]*)<\/figcaption>)?<\/figure>$/;
/** How many columns and rows a cell takes, behind its text. */
const SPANS = /\s*\{((?:\s*(?:col|row)span=\d{1,2})+)\s*\}\s*$/;
const REMARK = /^<!-- ((?:(?!--)[^])+) -->$/;
const BRACES = /(\\*\{\{[^{}\n]*\}\}|\s\{#[^{}\s]+\}$)/;

/** Thrown at what a sheet does not show. */
class Unsure extends Error {}

/**
 * @param text the body of an entry
 * @param blocks its syntax tree, as the program tells it
 * @param before the originals of a text before, to which the sheet can be taken back
 * @returns {doc, originals, prefix, suffix}: the originals by their numbers, {node, raw, gap, index}; a gap is what
 *     stands between a block and the next
 */
export function read(text, blocks, before = []) {
  const parts = divided(text, blocks);
  const originals = new Map(before);
  const first = originals.size ? originals.size + 1 : 0;
  const level = parts.some(part => part.node && /^ {0,3}#\s/.test(part.raw)) ? 1 : 0;
  const read = new Reader(text, level, originals);
  const content = parts.map((part, index) => {
    const id = 'b' + (first + index);
    const node = read.block(part, id);
    originals.set(id, {node, raw: part.raw, gap: text.slice(part.to, index + 1 < parts.length ? parts[index + 1].from : text.length), index: first + index});
    return node;
  });
  return {
    doc: nodes.doc.create(null, content.length ? content : nodes.paragraph.create()),
    originals,
    prefix: parts.length ? text.slice(0, parts[0].from) : text || '\n',
    suffix: parts.length ? text.slice(parts[parts.length - 1].to) : '\n',
  };
}

/** The whole text as blocks of lines, none of it left out but blank lines. */
function divided(text, blocks) {
  const parts = [];
  let done = 0;
  const take = (from, to, node) => {
    const end = from + text.slice(from, to).replace(/\s+$/, '').length;
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const last = parts[parts.length - 1];
    if (end <= from) {
      return;
    }
    if (last && start < last.to) {
      last.to = Math.max(last.to, end);
      last.node = null;
    } else {
      parts.push({from: start, to: end, node});
    }
    done = Math.max(done, end);
  };
  const between = to => {
    const from = done + /^\s*/.exec(text.slice(done, to))[0].length;
    if (from < to) {
      take(from, to, null);
    }
  };
  blocks.forEach(node => {
    between(Math.max(done, text.lastIndexOf('\n', node.from - 1) + 1));
    take(node.from, node.to, node);
  });
  between(text.length);
  parts.forEach(part => { part.raw = text.slice(part.from, part.to); });
  return parts;
}

class Reader {
  constructor(text, deeper, originals) {
    this.text = text;
    this.deeper = deeper;
    this.originals = originals;
  }

  slice(node) {
    return this.text.slice(node.from, node.to);
  }

  block(part, id) {
    try {
      if (part.node) {
        const node = this.of(part.node, part.raw, id);
        node.check();
        return node;
      }
    } catch (error) {
      if (!(error instanceof Unsure) && !(error instanceof RangeError)) {
        throw error;
      }
    }
    return nodes.source.create({id, label: labelOf(part)}, schema.text(part.raw));
  }

  of(node, raw, id) {
    switch (node.kind) {
      case 'Paragraph':
        return this.paragraph(node, raw, id);
      case 'Heading':
        return this.heading(node, raw, id);
      case 'BulletList':
      case 'OrderedList':
        return this.list(node, id);
      case 'BlockQuote':
        return nodes.blockquote.create({id}, (node.children || []).map(child => this.of(child, this.slice(child), null)));
      case 'TableBlock':
        return this.table(node, raw, id);
      case 'HtmlBlock':
        return /^<table>/.test(raw) ? htmlTable(raw, id) : this.sized(raw, id);
      case 'HtmlCommentBlock':
        return remark(raw, id);
      case 'ThematicBreak':
        return nodes.rule.create({id});
      default:
        throw new Unsure();
    }
  }

  sized(raw, id) {
    const found = SIZED.exec(raw);
    if (!id || !found) {
      throw new Unsure();
    }
    const plain = typed => typed.replace(/&(lt|gt|quot|amp);/g, (all, name) => ({lt: '<', gt: '>', quot: '"', amp: '&'})[name]);
    return nodes.figure.create({id, src: plain(found[1]), alt: plain(found[2]), width: found[3], title: plain(found[4] || '')});
  }

  paragraph(node, raw, id) {
    const children = node.children || [];
    if (children.length && /[^\s>]/.test(this.text.slice(node.from, children[0].from)
        + this.text.slice(children[children.length - 1].to, node.to))) {
      throw new Unsure();
    }
    if (id && children.length === 1 && children[0].kind === 'Image' && this.slice(children[0]) === raw) {
      const image = children[0];
      return nodes.figure.create({id, src: image.url, alt: this.plain(image), title: image.title});
    }
    return nodes.paragraph.create({id, indent: /^[ \t\u3000]*/.exec(raw)[0]}, this.inlines(children));
  }

  heading(node, raw, id) {
    const marked = /^ {0,3}(#{1,6})(?:\s|$)/.exec(raw);
    if (!marked || raw.includes('\n')) {
      throw new Unsure();
    }
    const level = marked[1].length;
    return nodes.heading.create({id, level, shown: Math.min(6, Math.max(2, level + this.deeper))}, this.inlines(node.children || []));
  }

  list(node, id) {
    const ordered = node.kind === 'OrderedList';
    const first = /^(?:([-*+])|(\d+)([.)]))/.exec(this.slice(node.children[0]));
    let loose = false;
    const items = node.children.map((item, i) => {
      const typed = this.slice(item);
      const opened = /^(?:[-*+]|\d+[.)])([ \t]*)(\[[ xX]\][ \t])?/.exec(typed);
      const next = node.children[i + 1];
      loose = loose || Boolean(next) && /\n[ \t>]*\n[ \t>]*$/.test(this.text.slice(item.from, next.from));
      const inner = (item.children || []).map(child => {
        if (!['Paragraph', 'BulletList', 'OrderedList'].includes(child.kind)) {
          throw new Unsure();
        }
        return this.of(child, this.slice(child), null);
      });
      if (!inner.length || inner[0].type !== nodes.paragraph) {
        inner.unshift(nodes.paragraph.create());
      }
      return nodes.list_item.create({gap: opened[1] || ' ', box: opened[2] || ''}, inner);
    });
    return ordered
      ? nodes.ordered_list.create({id, start: Number(first[2]), mark: first[3], loose}, items)
      : nodes.bullet_list.create({id, mark: first[1], loose}, items);
  }

  table(node, raw, id) {
    const lines = raw.split('\n');
    const aligns = lines[1].trim().replace(/^\||\|$/g, '').split('|').map(cell => cell.trim())
      .map(cell => /:$/.test(cell) ? /^:/.test(cell) ? 'center' : 'right' : null);
    const rows = node.children.filter(child => /Table(Head|Body)/.test(child.kind)).flatMap(part => part.children || []);
    const caption = node.children.some(child => child.kind === 'TableCaption');
    const spanned = rows.some(row => (row.children || []).some(cell => SPANS.test(this.slice(cell).replace(/\|\s*$/, ''))));
    if (!id || rows.length + 1 + (caption ? 1 : 0) !== lines.length || !spanned && /\{(col|row)span=/.test(raw)) {
      throw new Unsure();
    }
    // A cell of several columns or rows moves those beside and below it.
    const columns = [];
    const taken = [];
    const made = rows.map((row, i) => {
      const cells = row.children || [];
      let at = 0;
      if (cells.length > aligns.length && !spanned) {
        throw new Unsure();
      }
      const type = i ? nodes.table_cell : nodes.table_header;
      const rowId = id + '-' + i;
      const aligned = (cell, j) => {
        while (taken[at] > 0) {
          taken[at++]--;
        }
        const align = i ? columns[at] || null : aligns[j] || null;
        for (let k = 0; k < cell.attrs.colspan; k++) {
          taken[at++] = i ? cell.attrs.rowspan - 1 : 0;
          if (!i) {
            columns.push(align);
          }
        }
        return type.create(Object.assign({}, cell.attrs, {align}), cell.content);
      };
      const fresh = nodes.table_row.create({id: rowId}, (spanned ? cells : aligns).map((none, j) => cells[j] ? aligned(this.cell(type, cells[j], null), j)
        : type.create({align: aligns[j]}, nodes.paragraph.create())));
      taken.forEach((rest, k) => { taken[k] = k >= at && rest > 0 ? rest - 1 : rest; });
      this.originals.set(rowId, {node: fresh, raw: lines[i ? i + 1 : 0]});
      return fresh;
    });
    this.originals.set(id + '-rule', {aligns: aligns.join(), raw: lines[1]});
    return whole(nodes.table.create({id, caption: caption ? lines[lines.length - 1].trim() : ''}, made));
  }

  /** A cell with its spans, which are no text of it. */
  cell(type, node, align) {
    const text = this.inlines(node.children || []);
    const last = text[text.length - 1];
    const found = last && last.isText && SPANS.exec(last.text);
    if (found) {
      const rest = last.text.slice(0, found.index);
      text.splice(-1, 1, ...(rest ? [schema.text(rest, last.marks)] : []));
    }
    return type.create(Object.assign({align}, found ? spansOf(name => new RegExp(name + '=(\\d+)').exec(found[1])) : {}), nodes.paragraph.create(null, text));
  }

  inlines(children, active = []) {
    const all = [];
    const put = text => text && all.push(schema.text(text, active));
    const atom = typed => all.push(nodes.raw.create({source: typed}, null, active));
    children.forEach((node, i) => {
      const typed = this.slice(node);
      // What the parser does not place would be lost.
      if (!typed || i && /[^\s>]/.test(this.text.slice(children[i - 1].to, node.from))) {
        throw new Unsure();
      }
      if (EMPHASIS[node.kind]) {
        all.push(...this.inlines(node.children || [], marks[EMPHASIS[node.kind]].create().addToSet(active)));
      } else if (node.kind === 'Link' && node.children) {
        all.push(...this.inlines(node.children, marks.link.create({href: node.url, title: node.title}).addToSet(active)));
      } else if (node.kind === 'Image') {
        all.push(nodes.image.create({src: node.url, alt: this.plain(node), title: node.title}, null, active));
      } else if (node.kind === 'Text') {
        const before = children[i - 1];
        const after = children[i + 1];
        const line = before && /Break$/.test(before.kind) || i === 0 && !active.length ? typed.replace(/^[ \t\u3000]+/, '') : typed;
        this.words(after && /Break$/.test(after.kind) ? line.replace(/[ \t]+$/, '') : line, put, atom);
      } else if (node.kind === 'TextBase') {
        all.push(...this.inlines(node.children || [], active));
      } else if (node.kind === 'SoftLineBreak') {
        all.push(nodes.soft.create(null, null, active));
      } else if (node.kind === 'HardLineBreak') {
        all.push(nodes.hard.create({source: typed.startsWith('\\') ? '\\\n' : '  \n'}, null, active));
      } else if (node.kind === 'HtmlInline' && /^<br\s*\/?>$/i.test(typed)) {
        all.push(nodes.hard.create({source: typed}, null, active));
      } else if (node.defined === false && node.kind !== 'Footnote') {
        put(node.children ? this.text.slice(node.from, node.children[0].from) : unescaped(typed));
        if (node.children) {
          all.push(...this.inlines(node.children, active));
          put(this.text.slice(node.children[node.children.length - 1].to, node.to));
        }
      } else if (ATOMS.includes(node.kind) || node.defined || node.kind === 'Link') {
        if (typed.includes('\n')) {
          throw new Unsure();
        }
        atom(typed);
      } else {
        throw new Unsure();
      }
    });
    return all;
  }

  words(typed, put, atom) {
    typed.split(BRACES).forEach((part, i) => {
      if (i % 2) {
        atom(part);
      } else if (part.includes('\n')) {
        throw new Unsure();
      } else {
        put(unescaped(part));
      }
    });
  }

  /** The text of a picture. */
  plain(image) {
    return unescaped((image.children || []).map(child => child.children ? this.plain(child) : this.slice(child)).join(''));
  }
}

function unescaped(typed) {
  return typed.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** The spans of a cell; find is given the name of one, and returns what it finds of it with the number as its group. */
function spansOf(find) {
  const number = name => Math.max(1, Number((find(name) || [])[1]) || 1);
  return {colspan: number('colspan'), rowspan: number('rowspan')};
}

/** A table whose cells leave no gaps and do not overlap; others can only be shown by their source. */
function whole(table) {
  if (TableMap.get(table).problems) {
    throw new Unsure();
  }
  return table;
}

function remark(raw, id) {
  const found = REMARK.exec(raw);
  if (!id || !found) {
    throw new Unsure();
  }
  return nodes.source.create({id, label: '给写的人看，网页上不显示', remark: true}, schema.text(found[1]));
}

/** A table that is typed as HTML: rows of texts and lines, those of the head first. */
function htmlTable(raw, id) {
  const {body} = new DOMParser().parseFromString(raw, 'text/html');
  const table = body.firstElementChild;
  const none = (element, names) => {
    if (Array.from(element.attributes).some(one => !names.includes(one.name))) {
      throw new Unsure();
    }
  };
  const only = (element, names) => {
    Array.from(element.childNodes).forEach(child => {
      if (child.nodeType === Node.TEXT_NODE ? child.data.trim() : !names.includes(child.nodeName)) {
        throw new Unsure();
      }
    });
    return Array.from(element.children);
  };
  if (!id || only(body, ['TABLE']).length !== 1) {
    throw new Unsure();
  }
  none(table, []);
  const made = only(table, ['THEAD', 'TBODY']).flatMap(part => {
    none(part, []);
    return only(part, ['TR']).map(row => {
      none(row, []);
      const cells = only(row, ['TH', 'TD']);
      if (!cells.length || part.nodeName === 'THEAD' && cells.some(cell => cell.nodeName !== 'TH')) {
        throw new Unsure();
      }
      return nodes.table_row.create(null, cells.map(cell => {
        none(cell, ['colspan', 'rowspan']);
        const text = Array.from(cell.childNodes).map(child => {
          if (child.nodeName === 'BR') {
            return nodes.hard.create({source: '<br>'});
          }
          if (child.nodeType !== Node.TEXT_NODE || /[\n\t]/.test(child.data)) {
            throw new Unsure();
          }
          return schema.text(child.data);
        });
        return (cell.nodeName === 'TH' ? nodes.table_header : nodes.table_cell).create(
          spansOf(name => [null, cell.getAttribute(name)]), nodes.paragraph.create(null, text));
      }));
    });
  });
  if (!made.length) {
    throw new Unsure();
  }
  return whole(nodes.table.create({id, html: true}, made));
}

/** What a box of source is, for those who read it. */
function labelOf(part) {
  const kind = part.node ? part.node.kind : '';
  return kind === 'FootnoteBlock' ? '脚注' : kind === 'DefinitionList' ? '名词解释' : /Code/.test(kind) ? '照原样显示的文字'
    : kind === 'TableBlock' ? '有合并格的表格' : kind === 'Reference' ? '链接的地址' : /Html/.test(kind) ? '网页代码' : '文件里的写法';
}
