/** What a sheet may hold. Whatever else a text has stays on it as its source. */
import {Schema} from '/module/prosemirror-model.js';
import {tableNodes} from '/module/prosemirror-tables.js';

/** The number of the original that a block was read from; see sheet-read.js. */
const id = {default: null};
const BLOCKS = '(paragraph | bullet_list | ordered_list)';
const mark = (name, parse) => ({parseDOM: parse, toDOM: () => [name, 0]});
const source = node => node.attrs.source;

const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: cell => cell.dataset.align || null,
      setDOMAttr: (value, attributes) => {
        if (value) {
          attributes['data-align'] = value;
          attributes.class = value === 'right' ? 'align-right' : 'align-center';
        }
      },
    },
  },
});
/** Whether it is typed as HTML, which alone can merge cells of several rows of a head. */
tables.table.attrs = {id, caption: {default: ''}, html: {default: false}};
tables.table.toDOM = node => ['table', {'data-caption': node.attrs.caption.slice(1, -1) || null}, ['tbody', 0]];
tables.table_row.attrs = {id};

export const schema = new Schema({
  nodes: Object.assign({
    doc: {content: 'block+'},
    paragraph: {
      attrs: {id, indent: {default: ''}}, content: 'inline*', group: 'block',
      parseDOM: [{tag: 'p'}], toDOM: () => ['p', 0],
    },
    heading: {
      // A text whose first level is 1 is shown with all levels one deeper.
      attrs: {id, level: {default: 2}, shown: {default: 2}}, content: 'inline*', group: 'block', defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map(n => ({tag: 'h' + n, attrs: {level: Math.max(2, n), shown: Math.max(2, n)}})),
      toDOM: node => ['h' + node.attrs.shown, 0],
    },
    bullet_list: {
      attrs: {id, mark: {default: '-'}, loose: {default: false}}, content: 'list_item+', group: 'block',
      parseDOM: [{tag: 'ul'}], toDOM: () => ['ul', 0],
    },
    ordered_list: {
      attrs: {id, start: {default: 1}, mark: {default: '.'}, loose: {default: false}}, content: 'list_item+', group: 'block',
      parseDOM: [{tag: 'ol', getAttrs: list => ({start: list.start})}],
      toDOM: node => ['ol', {start: node.attrs.start === 1 ? null : node.attrs.start}, 0],
    },
    list_item: {
      attrs: {id, gap: {default: ' '}, box: {default: ''}}, content: 'paragraph ' + BLOCKS + '*', defining: true,
      parseDOM: [{tag: 'li'}],
      toDOM: node => ['li', {'data-box': !node.attrs.box ? null : /x/i.test(node.attrs.box) ? '☑' : '☐'}, 0],
    },
    blockquote: {
      attrs: {id}, content: '(paragraph | heading | bullet_list | ordered_list)+', group: 'block', defining: true,
      parseDOM: [{tag: 'blockquote'}], toDOM: () => ['blockquote', 0],
    },
    rule: {attrs: {id}, group: 'block', parseDOM: [{tag: 'hr'}], toDOM: () => ['hr']},
    figure: {
      /** Pictures are as wide as the text unless they have a width of their own. */
      attrs: {id, src: {}, alt: {default: ''}, title: {default: ''}, width: {default: ''}}, group: 'block', draggable: true,
      parseDOM: [{
        tag: 'figure[data-src]',
        getAttrs: one => ({src: one.dataset.src, alt: one.dataset.alt, title: one.dataset.title, width: one.dataset.width}),
      }],
      toDOM: ({attrs}) => ['figure', {'data-src': attrs.src, 'data-alt': attrs.alt, 'data-title': attrs.title, 'data-width': attrs.width}],
    },
    source: {
      /** A remark is for those who write, and no page shows it. */
      attrs: {id, label: {default: ''}, remark: {default: false}}, content: 'text*', marks: '', group: 'block', code: true, defining: true,
      parseDOM: [{tag: 'pre.source-text', preserveWhitespace: 'full', getAttrs: box => ({label: box.dataset.label || ''})}], toDOM: () => ['pre', {class: 'source-text'}, 0],
    },
    text: {group: 'inline'},
    /** A line break of the source that pages do not show. */
    soft: {inline: true, group: 'inline', selectable: false, parseDOM: [], toDOM: () => ['span', {class: 'soft'}], leafText: () => ''},
    hard: {
      attrs: {source: {default: '\\\n'}}, inline: true, group: 'inline', selectable: false, parseDOM: [{tag: 'br'}], toDOM: () => ['br'],
    },
    image: {
      attrs: {src: {}, alt: {default: ''}, title: {default: ''}}, inline: true, group: 'inline', draggable: true,
      parseDOM: [{
        tag: 'span[data-src]',
        getAttrs: one => ({src: one.dataset.src, alt: one.dataset.alt, title: one.dataset.title}),
      }],
      toDOM: ({attrs}) => ['span', {class: 'raw', 'data-src': attrs.src, 'data-alt': attrs.alt, 'data-title': attrs.title},
        '图：' + (attrs.alt || attrs.src)],
    },
    /** What is shown in a text and can be changed as source only: a count, the reference to a note, a link without a text. */
    raw: {
      attrs: {source: {}}, inline: true, group: 'inline', leafText: source,
      parseDOM: [{tag: 'span[data-source]', getAttrs: one => ({source: one.dataset.source})}],
      toDOM: node => ['span', {class: 'raw', 'data-source': source(node)}, shownOf(source(node))],
    },
  }, tables),
  marks: {
    link: {
      attrs: {href: {}, title: {default: ''}}, inclusive: false,
      parseDOM: [{
        tag: 'a[href]',
        getAttrs: link => /^(https?:|mailto:)/i.test(link.getAttribute('href')) && {href: link.getAttribute('href')},
      }],
      toDOM: ({attrs: {href}}) => ['a', {href, title: /^\w+:/.test(href) ? href : href.replace(/^.*\/|\.\w+(?=#|$)/g, '')}, 0],
    },
    strong: mark('strong', [
      {tag: 'strong'}, {tag: 'b', getAttrs: bold => !/font-weight:\s*normal/i.test(bold.dataset.style || '') && null},
    ]),
    em: mark('em', [{tag: 'em'}, {tag: 'i'}]),
    strike: mark('del', [{tag: 'del'}, {tag: 's'}]),
  },
});

/** What stands on the sheet for a part that only pages show as it will be. */
export function shownOf(typed) {
  const count = /^\{\{\s*(?:计数|合计)?[:：]?\s*(.*?)\s*\}\}$/.exec(typed);
  const link = /^\[\]\((.*?)\)$/.exec(typed);
  const note = /^\[\^(.*)\]$/.exec(typed);
  return count ? (/ = ([^{}=]*)\}\}$/.exec(typed) || ['', '（自动算的数）'])[1] : link ? '链接：' + link[1].replace(/^.*\/|\.[a-z]+$/g, '') : note ? '注' + note[1]
    : typed.replace(/^`+|`+$/g, '').replace(/^<|>$/g, '').replace(/^\{#.*\}$/, '§');
}
