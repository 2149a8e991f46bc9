/** The text of an entry as the sheet that it will be, and what its toolbar does. */
import {Fragment} from '/module/prosemirror-model.js';
import {EditorState, Plugin, PluginKey, TextSelection} from '/module/prosemirror-state.js';
import {Decoration, DecorationSet, EditorView} from '/module/prosemirror-view.js';
import {closeHistory, history, redo, undo} from '/module/prosemirror-history.js';
import {keymap} from '/module/prosemirror-keymap.js';
import {baseKeymap, chainCommands, selectAll, toggleMark} from '/module/prosemirror-commands.js';
import {liftListItem, sinkListItem, splitListItem, wrapInList} from '/module/prosemirror-schema-list.js';
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, selectedRect, splitCell, tableEditing,
} from '/module/prosemirror-tables.js';
import {get, post} from './api.js';
import {shared} from './diff.js';
import {ask, button, day, dialog, failed, fill, h, note, worded} from './dom.js';
import {chooser, store} from './files.js';
import {relative} from './form.js';
import {pastedRows} from './grid.js';
import {numberedHeading, renumbered, unnumbered} from './numbering.js';
import {read} from './sheet-read.js';
import {schema, shownOf} from './sheet-schema.js';
import {cleaned, remainder} from './sheet-paste.js';
import {write} from './sheet-write.js';
import {figure, raw, source, UNSAID} from './sheet-views.js';

const {nodes, marks} = schema;
const MARKED = new PluginKey('marked');
/** What stands in a new paper until it is written. */
const ASKS = /^（在这里写.*）$/;
/** What the tools of the bar show above their words: lines in a square of 20. */
const ICONS = {
  undo: 'M4 8h8a4.5 4.5 0 0 1 0 9H8M7.5 4 3.5 8l4 4', redo: 'M16 8H8a4.5 4.5 0 0 0 0 9h4M12.5 4l4 4-4 4',
  text: 'M6 4h11M3 8h14M3 12h14M3 16h9', numbers: 'M8 5h9M8 10h9M8 15h9M3 3.5 4 3v4M3 9h2l-2 3h2M3 14h2v3H3',
  dots: 'M8 5h9M8 10h9M8 15h9M3.5 5h.6M3.5 10h.6M3.5 15h.6', table: 'M2.5 3.5h15v13h-15zM2.5 8h15M2.5 12h15M7.5 3.5v13M12.5 3.5v13',
  picture: 'M2.5 3.5h15v13h-15zM3 15l5-5 4 4 2-2 3 3M13 7.5h.6', clip: 'm15 9-5.5 5.5a3 3 0 0 1-4.3-4.3L11 4.5a2 2 0 0 1 2.9 2.9L8.5 13',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1',
};
/** So many papers are offered for a link. */
const LINKED = 8;
/** What a table has at first. */
const ROWS = 3;
const COLUMNS = 3;

/**
 * @param options path, firstLine: number of the first line of the text in the file; onchange; onattachment(link);
 *     onfacts(facts, tell, undo) is given what a whole paper that was pasted states about itself; what it returns, if it takes
 *     them, takes them back and puts them there again
 */
export function sheet(options) {
  const host = h('div', {class: 'prose'});
  let firstLine = options.firstLine;
  /** A text that is being read; the sheet shows the one before until then. */
  let pending = null;
  /** The texts before and after what a whole paper that was pasted states about itself went to its places. */
  let divided = null;
  /** What was not taken along of what is being pasted. */
  let notTaken = '';
  let origin = {originals: new Map(), prefix: '\n', suffix: '\n'};
  let apart = false;
  let written = null;
  let problems = [];
  let former = null;
  const sources = [];
  let seen = {headings: [], recipients: '', pictures: [], figures: []};
  /** What was put in here is shown as it was chosen, before its page is made. */
  const chosen = new Map();

  /** Whether the paper has the focus because of the mouse, which says itself where it points. */
  let isPointed = false;

  /** What a new paper asks for is chosen as a whole, so that typing replaces it. */
  function chooseAsked(position) {
    const {parent, start} = at(position);
    const asks = parent.isTextblock && ASKS.test(parent.textContent.trim());
    if (asks) {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start, start + parent.content.size)));
    }
    return asks;
  }

  const view = new EditorView(host, {
    state: state(nodes.doc.create(null, nodes.paragraph.create())),
    attributes: {role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', class: 'sheet-text', spellcheck: 'false'},
    nodeViews: {
      figure: (node, editor, at) => figure(node, editor, at, pictured),
      source,
      raw: (node, editor, at) => raw(node, editor, at, counted),
    },
    transformPastedHTML: html => {
      const rest = remainder();
      const notes = Math.max(0, ...Array.from(result().text.matchAll(/\[\^(\d+)\]/g), found => Number(found[1])));
      const clean = cleaned(html, rest.left, notes);
      notTaken = rest.words();
      return clean;
    },
    handlePaste: (editor, event, slice) => paste(event, slice),
    handleDrop: (editor, event) => {
      if (!event.dataTransfer || !event.dataTransfer.files.length) {
        return false;
      }
      event.preventDefault();
      const at = editor.posAtCoords({left: event.clientX, top: event.clientY});
      if (at) {
        editor.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(at.pos))));
      }
      take(event.dataTransfer.files);
      return true;
    },
    handleClick: (editor, pos) => chooseAsked(editor.state.doc.resolve(pos)),
    // Above lie the tools, below on a phone.
    scrollThreshold: {top: 140, right: 0, bottom: 80, left: 0},
    scrollMargin: {top: 150, right: 0, bottom: 90, left: 0},
    handleDoubleClickOn: (editor, pos, node, at) => node.type === nodes.raw && change(node, at),
    handleDOMEvents: {
      mousedown: () => {
        isPointed = true;
        setTimeout(() => { isPointed = false; });
      },
      focus: () => {
        if (!isPointed && view.state.selection.empty) {
          chooseAsked(view.state.selection.$from);
        }
        tools.update();
      },
      blur: () => setTimeout(() => view.isDestroyed || tools.update()),
    },
    dispatchTransaction(tr) {
      const {parent} = view.state.selection.$from;
      view.updateState(view.state.apply(tr));
      const {empty, $from} = view.state.selection;
      // Who comes by the keyboard chooses it as the mouse does; once there, the cursor moves in it.
      if (tr.selectionSet && !tr.docChanged && !tr.getMeta('pointer') && empty && $from.parent !== parent && view.hasFocus() && chooseAsked($from)) {
        return;
      }
      if (tr.docChanged && !tr.getMeta('set')) {
        written = null;
        options.onchange();
        // Whoever takes back what was done with a pasted paper takes back where its facts went, too.
        const isDivided = divided && view.state.doc.eq(divided.after);
        if (divided && divided.isApart !== isDivided && (isDivided || [divided.before, divided.former].some(doc => view.state.doc.eq(doc)))) {
          divided.isApart = isDivided;
          divided.put(isDivided);
        }
      }
      tools.update();
    },
  });

  /** Where a picture is shown from. Of several of which the same is said, each is the one of its turn. */
  function pictured(attrs, at) {
    // Pages do not repeat what nobody has written yet.
    const said = one => one.alt.replace(/^＿＿.*/s, '') + '\n' + (one.width ? '' : one.title);
    const like = [];
    view.state.doc.descendants((node, pos) => {
      if (node.attrs.src && said(node.attrs) === said(attrs)) {
        like.push(pos);
      }
    });
    const shown = seen.pictures.filter(one => one.said === said(attrs));
    const own = shown.length === 1 ? shown[0] : shown.length === like.length && shown[like.indexOf(at)];
    return chosen.get(attrs.src) || own && own.href;
  }

  /** A character that stands for a figure where texts are compared, another one for each source. */
  function sign(leaf) {
    const typed = leaf.attrs.source;
    if (leaf.type !== nodes.raw) {
      return '\ufffc';
    }
    if (!sources.includes(typed)) {
      sources.push(typed);
    }
    return String.fromCharCode(0xe000 + sources.indexOf(typed));
  }

  /** What the page says a figure is, the figures of both in their order. */
  function counted(at) {
    const all = [];
    view.state.doc.descendants((node, pos) => {
      if (node.type === nodes.raw && /^\{\{/.test(node.attrs.source)) {
        all.push(pos);
      }
    });
    return all.length === seen.figures.length ? seen.figures[all.indexOf(at)] : null;
  }

  const blocks = () => Array.from({length: view.state.doc.childCount}, (each, i) => view.state.doc.child(i));
  const isSaid = block => block.type === nodes.figure ? !UNSAID.test(block.attrs.alt) : block.type !== nodes.paragraph;

  function state(doc) {
    const list = nodes.list_item;
    return EditorState.create({
      doc,
      plugins: [
        history(),
        keymap({
          'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
          // Tab moves within tables and lists; this leads out of the text by the keyboard alone.
          'Escape': () => {
            tools.leave();
            return true;
          },
          'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em),
          'Enter': chainCommands(nextRow, splitListItem(list)),
          'Shift-Enter': (now, dispatch) => {
            if (!now.selection.$from.parent.inlineContent || now.selection.$from.parent.type === nodes.source) {
              return false;
            }
            dispatch(now.tr.replaceSelectionWith(nodes.hard.create()).scrollIntoView());
            return true;
          },
          'Backspace': (now, dispatch) => now.selection.empty && now.selection.$from.parentOffset === 0
            && now.selection.$from.parent.type === nodes.heading && plain(now, dispatch),
          'Tab': chainCommands(goToNextCell(1), firstOfNewRow, sinkListItem(list)),
          'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(list)),
        }),
        keymap(baseKeymap),
        tableEditing(),
        new Plugin({
          key: MARKED,
          state: {
            init: (config, now) => decorations(now.doc),
            apply: (tr, old, before, now) => tr.getMeta(MARKED) ? decorations(now.doc) : old.map(tr.mapping, tr.doc),
          },
          props: {decorations: now => MARKED.getState(now)},
        }),
      ],
    });
  }

  function result() {
    if (!written) {
      written = write(view.state.doc, origin, apart);
    }
    return written;
  }

  /** What pages make of the blocks, and where the problems are. */
  function decorations(doc) {
    const all = [];
    const {lines, text: whole} = write(doc, origin, apart);
    const byBlock = new Map();
    problems.forEach(problem => {
      const at = lines.reduce((found, line, i) => line <= problem.line - firstLine ? i : found, -1);
      if (at >= 0 && problem.line >= firstLine) {
        byBlock.set(at, (byBlock.get(at) || []).concat(problem));
      }
    });
    const wanted = seen.headings.slice();
    const typed = !has(doc, nodes.heading);
    doc.forEach((node, pos, i) => {
      const classes = [];
      // Of a paragraph only the words that are named are marked, and all of it only if none are, or for a mistake that names none.
      // Of a list only the item.
      const items = node.isTextblock ? [] : textblocks(node);
      const rows = whole.split('\n').slice(lines[i], lines[i + 1]).map((line, k) => line.trim() && k + lines[i] + firstLine).filter(Boolean);
      const itemsOf = problem => rows.length === items.length ? items.filter((item, k) => problem.line === rows[k]) : items;
      const named = byBlock.has(i) ? byBlock.get(i).map(problem => [problem, namedIn(node, problem.message, itemsOf(problem))]) : [];
      const within = named.some(([, places]) => places.length) && named.every(([problem, places]) => places.length || problem.severity !== 'error');
      named.forEach(([problem, places]) => places.forEach(([start, end]) => all.push(Decoration.inline(pos + 1 + start, pos + 1 + end,
        {class: problem.severity === 'error' ? 'line-bad' : 'line-wait', title: problem.message}))));
      if (byBlock.has(i) && !within) {
        classes.push(byBlock.get(i).some(problem => problem.severity === 'error') ? 'line-bad' : 'line-wait');
      }
      if (node.isTextblock && ASKS.test(node.textContent.trim())) {
        classes.push('asks');
      }
      if (node.type === nodes.paragraph) {
        const text = squeezed(node.textContent);
        const at = typed && text ? wanted.findIndex(heading => heading.text === text) : -1;
        if (at >= 0) {
          classes.push('as-' + wanted[at].level);
          wanted.splice(0, at + 1);
        } else if (i === 0 && text && text === seen.recipients) {
          classes.push('recipients');
        }
      }
      if (classes.length) {
        const title = (within ? [] : byBlock.get(i) || []).map(problem => problem.message).join('；');
        const own = rows.length === items.length ? items.filter((item, k) => byBlock.get(i).some(problem => problem.line === rows[k])) : [];
        (own.length ? own.map(item => [pos + 1 + item.pos, item.text.length + 2]) : [[pos, node.nodeSize]]).forEach(([start, size]) =>
          all.push(Decoration.node(start, start + size, Object.assign({class: classes.join(' ')}, title ? {title} : {}))));
      }
    });
    (former ? textblocks(doc, sign) : []).filter(({text}) => text.trim() && !former.includes(text)).forEach(({text, pos}) => {
      const [start, end, was] = changedPart(text, former);
      all.push(Decoration.inline(pos + 1 + start, pos + 1 + end, Object.assign({class: 'is-changed', title: '改过，读者还没有看到'}, was ? {'data-was': was.replace(/[\ue000-\uf8ff]/g, one => shownOf(sources[one.charCodeAt(0) - 0xe000]))} : {})));
    });
    return DecorationSet.create(doc, all);
  }

  /** Shows the marks anew. What was asked for may arrive when the page has been left. */
  function redraw() {
    if (!view.isDestroyed) {
      // The browser tells a moved cursor later, and the editor would put it back.
      view.domObserver.flush();
      view.dispatch(view.state.tr.setMeta(MARKED, true).setMeta('set', true));
    }
  }

  /** Shows a text. */
  function set(text) {
    const waiting = {text};
    pending = waiting;
    return post('tree', {body: text}).then(answer => {
      if (pending === waiting && !view.isDestroyed) {
        pending = null;
        origin = read(text, answer.blocks);
        apart = false;
        written = null;
        view.updateState(state(origin.doc));
        // What is typed from a picture has its place below it.
        if (has(origin.doc, nodes.figure) && !origin.doc.textContent.trim()) {
          view.dispatch(view.state.tr.insert(origin.doc.content.size, nodes.paragraph.create()).setMeta('set', true).setMeta('addToHistory', false));
        }
        tools.update();
      }
    });
  }

  /**
   * Compares the sheet with what the program reads in its text. Where blocks would flow into one another, they are set
   * apart; what then still differs is shown as pages will show it.
   */
  async function verify() {
    const {doc} = view.state;
    const text = result().text;
    if (pending || doc === origin.doc) {
      return;
    }
    const again = read(text, (await post('tree', {body: text})).blocks, origin.originals);
    if (view.isDestroyed || view.state.doc !== doc || view.composing || same(doc, again.doc)) {
      return;
    }
    if (!apart) {
      apart = true;
      written = null;
      if (result().text !== text) {
        options.onchange();
        return;
      }
    }
    note('有一处文字在网页上会排成另一种样子，已照网页上的样子显示。', 'wait');
    origin = again;
    apart = false;
    written = null;
    const {from} = view.state.selection;
    // It is taken back together with what led to it.
    const {tr} = view.state;
    tr.replaceWith(0, doc.content.size, again.doc.content).setMeta('appendedTransaction', view.state.tr).setMeta(MARKED, true).setMeta('set', true);
    // Whoever is writing stays where he is.
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))));
    origin.doc = view.state.doc;
  }

  // ---- commands

  const run = command => {
    command(view.state, tr => view.dispatch(tr.scrollIntoView()));
    view.focus();
  };

  /** The top block of the cursor: {node, pos, index}. */
  function top(now = view.state) {
    const {$from} = now.selection;
    const index = Math.min($from.index(0), now.doc.childCount - 1);
    return {node: now.doc.child(index), pos: $from.posAtIndex(index, 0), index};
  }

  /** The blocks as lines of headings, for their numbers. */
  function lines(doc, at) {
    const all = [];
    doc.forEach((node, pos, i) => all.push(node.type === nodes.heading ? '#'.repeat(node.attrs.level) + ' ' + node.textContent
      : i === at ? node.textContent : ''));
    return all;
  }

  /** Gives a heading the number of a line. */
  function number(tr, pos, line) {
    const node = tr.doc.nodeAt(pos);
    const text = line.replace(/^#+\s+/, '');
    const rest = unnumbered(node.textContent);
    const old = node.textContent.length - rest.length;
    const fresh = text.slice(0, text.length - unnumbered(text).length);
    if (old && !(node.firstChild.isText && node.firstChild.nodeSize >= old)) {
      return;
    }
    tr.insertText(fresh, pos + 1, pos + 1 + old);
  }

  function renumber(tr) {
    const before = lines(tr.doc);
    const now = renumbered(before);
    let changed = 0;
    for (let i = before.length - 1; i >= 0; i--) {
      if (now[i] !== before[i]) {
        let pos = 0;
        for (let k = 0; k < i; k++) {
          pos += tr.doc.child(k).nodeSize;
        }
        number(tr, pos, now[i]);
        changed++;
      }
    }
    return changed;
  }

  const ordered = doc => renumbered(lines(doc)).every((line, i) => line === lines(doc)[i]);

  function heading(level) {
    lifted();
    const {node, index} = top();
    let {pos} = top();
    if (node.type === nodes.heading && node.attrs.level === level) {
      plain(view.state, tr => view.dispatch(tr));
      view.focus();
      return;
    }
    if (node.type !== nodes.paragraph && node.type !== nodes.heading) {
      note('请把光标放在一段文字里，再按标题。', 'wait');
      return;
    }
    const {tr} = view.state;
    const wasOrdered = ordered(tr.doc);
    const deeper = node.attrs.shown ? node.attrs.shown - node.attrs.level : 0;
    // With one heading of its own, the text has no others than those that are marked as such.
    if (!has(tr.doc, nodes.heading)) {
      promoted().forEach(one => tr.setNodeMarkup(one.pos, nodes.heading, {level: one.level, shown: one.level}));
    }
    pos = tr.mapping.map(pos);
    const line = numberedHeading(lines(tr.doc, index), index, level);
    tr.setNodeMarkup(pos, nodes.heading, {id: node.attrs.id, level, shown: Math.min(6, level + deeper)});
    number(tr, pos, line);
    if (wasOrdered) {
      renumber(tr);
    }
    view.dispatch(tr.scrollIntoView());
    view.focus();
  }

  /** The paragraphs that pages show as headings. */
  function promoted() {
    return MARKED.getState(view.state).find().map(one => ({pos: one.from, shape: /as-h(\d)/.exec(one.type.attrs.class)}))
      .filter(one => one.shape).map(one => ({pos: one.pos, level: Number(one.shape[1])}));
  }

  /** A heading becomes a paragraph without its number. */
  function plain(now, dispatch) {
    const {node, pos} = top(now);
    if (node.type === nodes.heading) {
      const {tr} = now;
      const wasOrdered = ordered(now.doc);
      const rest = unnumbered(node.textContent);
      tr.insertText('', pos + 1, pos + 1 + node.textContent.length - rest.length);
      tr.setNodeMarkup(pos, nodes.paragraph, {id: node.attrs.id});
      if (wasOrdered) {
        renumber(tr);
      }
      dispatch(tr);
      return true;
    }
    return false;
  }

  /** Takes the cursor's paragraph out of its list. */
  function lifted() {
    for (let i = 0; i < 6 && inList(view.state); i++) {
      if (!liftListItem(nodes.list_item)(view.state, view.dispatch)) {
        return;
      }
    }
  }

  function list(type) {
    const own = inList(view.state);
    if (isInTable(view.state)) {
      note('格子里列不出条来，请把光标放到表格外面。', 'wait');
      return;
    }
    if (own && own.node.type === type) {
      run(liftListItem(nodes.list_item));
    } else if (own) {
      view.dispatch(view.state.tr.setNodeMarkup(own.pos, type, {id: own.node.attrs.id}));
      view.focus();
    } else {
      if (top().node.type === nodes.heading) {
        plain(view.state, tr => view.dispatch(tr));
      }
      run(wrapInList(type));
    }
  }

  /** Puts a block below the one of the cursor, or in the place of an empty one. */
  function insert(node, inside) {
    const {tr} = view.state;
    const at = top();
    const empty = at.node.type === nodes.paragraph && !at.node.content.size;
    const start = empty ? at.pos : at.pos + at.node.nodeSize;
    tr.replaceWith(start, at.pos + at.node.nodeSize, node);
    const end = start + node.nodeSize;
    if (end >= tr.doc.content.size) {
      tr.insert(end, nodes.paragraph.create());
    }
    tr.setSelection(TextSelection.near(tr.doc.resolve(inside ? start + 1 : end + 1)));
    view.dispatch(tr.scrollIntoView());
    view.focus();
    return start;
  }

  function table(rows) {
    if (isInTable(view.state)) {
      note('光标已在表格里；要另画一张，请把光标放到表格外面。', 'wait');
      return;
    }
    const width = rows ? Math.max(...rows.map(row => row.length)) : COLUMNS;
    const cells = rows || Array.from({length: ROWS}, () => []);
    const figures = j => rows && rows.length > 1 && rows.slice(1).every(row => /^[-+]?[\d,.]*%?$/.test(row[j] || ''))
      && rows.slice(1).some(row => row[j]);
    insert(nodes.table.create(null, cells.map((row, i) => nodes.table_row.create(null, Array.from({length: width}, (none, j) =>
      (i ? nodes.table_cell : nodes.table_header).create({align: figures(j) ? 'right' : null},
        nodes.paragraph.create(null, row[j] ? schema.text(row[j]) : null)))))), true);
  }

  /** Below the cell of the cursor, where spreadsheets go on as well. */
  function nextRow(now, dispatch) {
    if (!isInTable(now)) {
      return false;
    }
    const {map, bottom, left} = selectedRect(now);
    if (bottom === map.height) {
      addRowAfter(now, dispatch);
    }
    const grown = selectedRect(view.state);
    const cell = grown.tableStart + grown.map.map[bottom * grown.map.width + left];
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(cell + 2))).scrollIntoView());
    return true;
  }

  /** Behind the last cell of a table a row begins. */
  function firstOfNewRow(now, dispatch) {
    if (!isInTable(now)) {
      return false;
    }
    addRowAfter(now, dispatch);
    goToNextCell(1)(view.state, tr => view.dispatch(tr.scrollIntoView()));
    return true;
  }

  /** A column is aligned as its head is, of whichever cells it is made. */
  function aligned(now, tr) {
    const {map, table, tableStart} = selectedRect(now.apply(tr));
    map.cellsInRect({left: 0, right: map.width, top: 0, bottom: table.attrs.html ? 0 : map.height}).forEach(cell => {
      const {attrs} = table.nodeAt(cell);
      const {align} = table.nodeAt(map.map[map.findCell(cell).left]).attrs;
      if (align !== attrs.align) {
        tr.setNodeMarkup(tableStart + cell, null, Object.assign({}, attrs, {align}));
      }
    });
    return tr;
  }

  /** The cell of the cursor and the one beside it, or below it, become one with the words of both. */
  const merged = isBelow => (now, dispatch) => {
    const {map, table, tableStart, left, right, top: first, bottom} = selectedRect(now);
    const cellAt = (row, column) => row < map.height && column < map.width ? map.map[row * map.width + column] : null;
    const own = cellAt(first, left);
    const other = isBelow ? cellAt(bottom, left) : cellAt(first, right);
    const [a, b] = [own, other].map(each => each === null ? {} : map.findCell(each));
    const [one, two] = [own, other].map(each => each === null ? null : table.nodeAt(each));
    const isAlike = two && one.type === two.type && (isBelow ? a.left === b.left && a.right === b.right : a.top === b.top && a.bottom === b.bottom);
    // A row without a cell of its own has no notation.
    if (!isAlike || isBelow && table.child(b.top).childCount < 2) {
      note(isBelow ? '下面没有一样宽的格，或者是表头，不能合并。' : '右边没有一样高的格，不能合并。', 'wait');
      return false;
    }
    const span = isBelow ? 'rowspan' : 'colspan';
    const space = one.textContent && two.textContent ? [schema.text(' ')] : [];
    dispatch(aligned(now, now.tr.delete(tableStart + other, tableStart + other + two.nodeSize)
      .insert(tableStart + own + one.nodeSize - 2, space.concat(Array.from({length: two.firstChild.childCount}, (none, i) => two.firstChild.child(i))))
      .setNodeMarkup(tableStart + own, null, Object.assign({}, one.attrs, {colwidth: null, [span]: one.attrs[span] + two.attrs[span]}))));
    return true;
  };
  /** Rows or columns of the cell of the cursor go, and with them a row that keeps no cell but those that reach into it. */
  const without = (remove, isRow) => (now, dispatch) => {
    const rect = selectedRect(now);
    if (isRow ? rect.bottom - rect.top === rect.map.height : rect.right - rect.left === rect.map.width) {
      note('删了就没有表了。要删别的' + (isRow ? '行' : '列') + '，请先点到那里；整张表不要的，按“删整张表”。', 'wait');
      return false;
    }
    return remove(now, tr => {
      const {map, table, tableStart} = selectedRect(now.apply(tr));
      const ends = [];
      table.forEach((row, offset, i) => row.childCount || ends.push({i, from: tableStart + offset, to: tableStart + offset + row.nodeSize}));
      new Set(ends.flatMap(({i}) => map.map.slice(i * map.width, (i + 1) * map.width))).forEach(cell => {
        const {top: first, bottom} = map.findCell(cell);
        const {attrs} = table.nodeAt(cell);
        tr.setNodeMarkup(tableStart + cell, null, Object.assign({}, attrs, {rowspan: attrs.rowspan - ends.filter(({i}) => i > first && i < bottom).length}));
      });
      ends.reverse().forEach(({from, to}) => tr.delete(from, to));
      dispatch(aligned(now, tr));
    });
  };
  const parted = (now, dispatch) => splitCell(now, tr => dispatch(aligned(now, tr))) || note('这一格没有合并过。', 'wait');

  /** Whether there is nothing in it but what a new paper asks for. */
  const isFresh = () => !pending && blocks().every(block => block.isTextblock && (block.type === nodes.heading || !block.textContent.trim() || ASKS.test(block.textContent.trim())))
    && (blocks().some(block => ASKS.test(block.textContent.trim())) || !view.state.doc.textContent.trim());
  /** Where most papers have at least their title, a sentence, and who signed. */
  const WHOLE = 3;

  const put = doc => view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content));

  /** Tells what was not taken along of what was pasted, after what else there is to tell. */
  const tell = (left, words = '', action) => (words || left) && note([words, left && '没有贴进来的：' + left + '。' + (/图片/.test(left) ? '图片请从它的文件夹里拖到纸上。' : '')].join(''), left ? 'wait' : 'good', action);

  /** Of a whole paper that takes the place of a new one, title, number, unit and day go where they have their places. */
  async function divide(slice, former, left) {
    const pasted = Array.from({length: slice.content.childCount}, (none, i) => slice.content.child(i));
    const before = view.state.doc;
    const found = await post('facts', {lines: pasted.map(block => block.isTextblock ? block.textContent : '')}).catch(error => {
      // What must not be here does not stay.
      if (error.status && view.state.doc === before) {
        put(former);
      }
      throw error;
    });
    const body = found.body.map(block => block.text.map(run => run.text).join(''));
    const facts = {标题: found.title, 发文字号: found.number, 主送: found.recipients, 发布机构: found.signature.unit, 成文日期: found.signature.signed || ''};
    const kept = pasted.filter(block => !block.isTextblock || body.includes(block.textContent));
    const fits = content => content.length && nodes.doc.validContent(Fragment.from(content));
    if (view.isDestroyed || view.state.doc !== before) {
      return;
    }
    const moved = facts['标题'] && fits(kept) && options.onfacts(facts, (words, action) => tell(left, words, action), () => put(before));
    // What a new paper asks for is answered by a whole one in any case.
    const content = moved ? kept : pasted;
    const {tr} = view.state;
    tr.replaceWith(0, tr.doc.content.size, fits(content) ? content : before.content);
    if (tr.doc.eq(before)) {
      return;
    }
    if (moved) {
      divided = {former, before, after: tr.doc, isApart: true, put: moved};
    } else {
      tell(left, '纸上原来提示写什么的几段，已经换成贴来的。', {label: '都留着', work: () => put(before)});
    }
    view.dispatch(closeHistory(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView()));
  }

  function paste(event, slice) {
    const data = event.clipboardData;
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    const left = html ? notTaken : '';
    tell(left);
    if (slice.content.childCount >= WHOLE && (isFresh() || view.state.selection.from <= 1 && view.state.selection.to >= view.state.doc.content.size - 1)) {
      const former = view.state.doc;
      setTimeout(() => divide(slice, former, left).catch(failed));
    }
    if (data.files.length && !text) {
      take(data.files);
      return true;
    }
    if (isInTable(view.state) && slice.content.childCount > 1 && slice.content.firstChild.type !== nodes.table) {
      // A cell is one paragraph.
      view.dispatch(view.state.tr.insertText(slice.content.textBetween(0, slice.content.size, ' ')));
      return true;
    }
    if (view.state.selection.empty) {
      chooseAsked(view.state.selection.$from);
    }
    const rows = html || isInTable(view.state) || top().node.type === nodes.source ? null : pastedRows(data);
    if (rows) {
      table(rows);
      return true;
    }
    // A heading is no part of the line that it is pasted behind, nor are several blocks a part of the last item of a list.
    const {selection: {$from, empty}, tr} = view.state;
    const first = slice.content.firstChild;
    if (html && empty && slice.content.childCount > 1 && $from.parent.content.size && $from.pos === $from.end(1) - $from.depth + 1
        && (first.type === nodes.heading || inList(view.state) && !/_list$/.test(first.type.name)) && nodes.doc.validContent(slice.content)) {
      tr.insert($from.after(1), slice.content);
      view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after(1) + slice.content.size), -1)).scrollIntoView());
      return true;
    }
    return false;
  }

  function take(files) {
    return store(options.path, files, taken => {
      chosen.set(taken.link, taken.shown);
      const at = insert(nodes.figure.create({src: taken.link, alt: taken.alt}));
      const input = view.nodeDOM(at) && view.nodeDOM(at).querySelector('input');
      if (input) {
        input.focus({preventScroll: true});
        input.select();
      }
    }, options.onattachment);
  }

  /** Asks where a link leads. */
  function link() {
    const {from, to, empty, $from} = view.state.selection;
    const here = marks.link.isInSet($from.marks()) || !empty && marks.link.isInSet((view.state.doc.nodeAt(from) || $from.parent).marks || []);
    const text = h('input', {id: 'link-text', type: 'text', autocomplete: 'off'});
    const place = h('input', {id: 'link-place', type: 'text', autocomplete: 'off', value: here ? here.attrs.href : '', placeholder: '标题里的几个字，或者 https://……', oninput: () => look()});
    const list = h('ul', {class: 'link-papers', 'aria-live': 'polite'});
    const heads = h('select', {id: 'link-head'});
    const headBox = h('div', {class: 'field wide', hidden: true}, h('label', {for: 'link-head'}, '到哪一段'), heads);
    // What a new paper asks for is no words of its own.
    const isAsked = !empty && ASKS.test(view.state.doc.textBetween(from, to).trim());
    const chosenWords = !empty && !isAsked;
    let papers = [];
    let paper = null;
    const isAddress = typed => /^(?:https?:\/\/|mailto:|www\.)\S+$/.test(typed);
    const fits = typed => papers.filter(one => typed.split(/\s+/).every(word => one.title.includes(word)));
    const look = () => {
      const typed = place.value.trim();
      paper = null;
      headBox.hidden = true;
      const all = typed && !isAddress(typed) && !(here && typed === here.attrs.href) ? fits(typed) : [];
      fill(list, all.slice(0, LINKED).map(one => h('li', null, button([worded(one.title), h('small', null, day(one.day))], () => choose(one), {class: 'plain'}))),
        all.length > LINKED ? h('li', {class: 'hint'}, '还有' + (all.length - LINKED) + '篇，请多打几个字') : typed && !all.length && !isAddress(typed) && papers.length && !(here && typed === here.attrs.href) ? h('li', {class: 'hint'}, '没有标题里有这几个字的文稿') : null);
    };
    const choose = async one => {
      paper = one;
      place.value = one.title;
      fill(list);
      if (!text.value.trim()) {
        text.value = '《' + one.title + '》';
      }
      // The places of its page that have names of their own.
      const stored = await get('entry', {path: one.path});
      const {preview} = await post('look', {path: one.path, header: stored.header, body: stored.body});
      const found = preview ? Array.from(new DOMParser().parseFromString(preview.html, 'text/html').querySelectorAll('.prose :is(h2, h3)[id]')) : [];
      fill(heads, h('option', {value: ''}, '开头'), found.map(head => h('option', {value: '#' + head.id}, head.textContent.trim())));
      headBox.hidden = !found.length || paper !== one;
    };
    get('entries').then(({entries}) => {
      papers = entries.filter(one => one.path !== options.path && one.states.includes('已发布'));
      const [file, head] = here ? decodeURI(here.attrs.href).split('#') : [];
      const now = papers.find(one => relative(options.path, one.path) === file);
      if (!now || place.value !== here.attrs.href) {
        look();
        return null;
      }
      // A paper is called by its title.
      return choose(now).then(() => { heads.value = head ? '#' + head : ''; });
    }, failed);
    const leadsTo = () => {
      const typed = place.value.trim();
      if (!typed || here && typed === here.attrs.href) {
        return typed;
      }
      if (isAddress(typed)) {
        return typed.replace(/^www\./, 'https://www.');
      }
      const only = paper || (fits(typed).length === 1 ? fits(typed)[0] : null);
      if (!only) {
        throw Object.assign(new Error(fits(typed).length ? '请从下面选一篇。' : '没有这样一篇；要连到外面的，请写完整的网址，如 https://www.12371.cn。'), {status: 400});
      }
      text.value = text.value.trim() || '《' + only.title + '》';
      return relative(options.path, only.path) + (paper ? heads.value : '');
    };
    const put = async () => {
      const href = leadsTo();
      const {tr} = view.state;
      if (here) {
        tr.removeMark(...around(here), marks.link);
      }
      if (href && (here || chosenWords)) {
        tr.addMark(...(here ? around(here) : [from, to]), marks.link.create({href}));
      } else if (href) {
        tr.replaceWith(from, to, schema.text(text.value.trim() || href, marks.link.create({href}).addToSet($from.marks())));
      }
      view.dispatch(tr);
      return true;
    };
    const around = mark => {
      let start = from;
      let end = to;
      view.state.doc.nodesBetween($from.start(), $from.end(), (node, pos) => {
        if (mark.isInSet(node.marks) && pos <= to && pos + node.nodeSize >= from) {
          start = Math.min(start, pos);
          end = Math.max(end, pos + node.nodeSize);
        }
      });
      return [start, end];
    };
    return dialog('链接', h('div', {class: 'fields'},
      h('div', {class: 'field wide'}, h('label', {for: 'link-place'}, '连到本站的哪一篇（按标题找），或者写网址'), place, list), headBox,
      here || chosenWords ? null : h('div', {class: 'field wide'}, h('label', {for: 'link-text'}, '显示的文字'), text)), [
      {label: '确定', primary: true, work: put},
      here ? {label: '去掉链接', work: () => {
        place.value = '';
        return put();
      }} : null,
      {label: '取消'},
    ].filter(Boolean)).then(() => view.focus());
  }

  /** Changes the source of a part that has no other form. */
  function change(node, at) {
    const typed = h('input', {id: 'raw', type: 'text', autocomplete: 'off', value: node.attrs.source});
    dialog('改这一处', h('div', {class: 'field'}, h('label', {for: 'raw'}, '文件里的写法'), typed,
      h('p', {class: 'hint'}, '网页上会换成相应的数目、注释或者链接。不清楚的不要动；清空就是删去。')), [
      {label: '确定', primary: true, work: () => view.dispatch(typed.value
        ? view.state.tr.replaceWith(at, at + node.nodeSize, nodes.raw.create({source: typed.value}, null, node.marks))
        : view.state.tr.delete(at, at + node.nodeSize))},
      {label: '取消'},
    ]).then(() => view.focus());
    return true;
  }

  const pictures = chooser(take, 'image/*');
  const others = chooser(take);
  const tools = toolbar();

  function toolbar() {
    const tool = (name, sign, label, title, work, active) => ({active, element: button([icon(sign), h('span', null, label)], () => { work(); },
      {title, class: 'tool', 'data-name': name})});
    const at = level => now => top(now).node.type === nodes.heading && top(now).node.attrs.level === level;
    const isList = type => now => Boolean(inList(now)) && inList(now).node.type === type;
    const groups = {
      撤销: [
        tool('撤销', ICONS.undo, '撤销', '撤销上一步（Ctrl+Z）', () => run(undo)),
        tool('重做', ICONS.redo, '重做', '重做（Ctrl+Y）', () => run(redo)),
      ],
      格式: [
        tool('一、', '一、', '一级标题', '一级标题，序号自动接着上面的', () => heading(2), at(2)),
        tool('（一）', '(一)', '二级标题', '二级标题，序号自动接着上面的', () => heading(3), at(3)),
        tool('1.', '1.', '三级标题', '三级标题，序号自动接着上面的', () => heading(4), at(4)),
        tool('正文', ICONS.text, '正文', '改回正文', () => { lifted(); run(plain); }, now => top(now).node.type === nodes.paragraph),
        tool('加粗', 'B', '加粗', '加粗（Ctrl+B）', () => run(toggleMark(marks.strong)),
          now => Boolean(marks.strong.isInSet(now.storedMarks || now.selection.$from.marks()))),
        tool('编号', ICONS.numbers, '编号', '一条一条列出来，编上 1 2 3', () => list(nodes.ordered_list), isList(nodes.ordered_list)),
        tool('圆点', ICONS.dots, '圆点', '一条一条列出来，前面加圆点', () => list(nodes.bullet_list), isList(nodes.bullet_list)),
      ],
      插入: [
        tool('表格', ICONS.table, '表格', '插入表格；也可以从 Excel、WPS 表格复制过来粘贴', () => table()),
        tool('图片', ICONS.picture, '图片', '放进图片，也可以粘贴或拖进来', () => pictures.click()),
        tool('附件', ICONS.clip, '附件', '放进附件，也可以拖进来', () => others.click()),
        tool('链接', ICONS.link, '链接', '给选中的文字加链接', link),
      ],
    };
    const all = Object.values(groups).flat();
    // Where there is no room for all of them, a group opens by its name.
    const boxes = Object.keys(groups).map(name => h('div', {class: 'tool-group', role: 'group', 'aria-label': name},
      button(name, () => {
        boxes.forEach(box => box.classList.toggle('is-open', box.firstChild.textContent === name && !box.classList.contains('is-open')));
      }, {class: 'tool group-name'}),
      h('div', {class: 'tools'}, groups[name].map(each => each.element))));
    const element = h('div', {class: 'toolbar', role: 'toolbar', 'aria-label': '文字格式', onkeydown: event => {
      const shown = Array.from(element.querySelectorAll('button')).filter(one => one.offsetParent);
      const step = {ArrowLeft: shown.length - 1, ArrowRight: 1}[event.key];
      if (event.key === 'Escape') {
        view.focus();
      } else if (step) {
        event.preventDefault();
        shown[(shown.indexOf(document.activeElement) + step) % shown.length].focus();
      }
    }, onfocusin: ({target}) => rove(target)}, boxes, pictures, others);
    // Tab stops at one of them; the arrow keys lead to the others.
    const rove = stop => element.querySelectorAll('button:not(.group-name)').forEach(one => { one.tabIndex = one === stop ? 0 : -1; });
    rove(all[0].element);
    // What is done with the row of the cursor stands beside it.
    const names = {row: h('b'), column: h('b')};
    const rowMark = h('div', {class: 'row-mark', hidden: true});
    const columnMark = h('div', {class: 'row-mark is-column', hidden: true});
    const inTable = h('details', {
      class: 'more-actions row-tools', hidden: true, ontoggle: () => showMenu(), onkeydown: event => {
        if (event.key === 'Escape') {
          // Back to the cell that it is about.
          inTable.open = false;
          view.focus();
        }
      },
    }, h('summary', {class: 'button', title: '这一行、这一列（在格里按 Esc 到这里）'}, '⋯'),
      h('div', {class: 'buttons'}, [
        [names.row, ['上面加一行', addRowBefore], ['下面加一行', addRowAfter], ['删这行', without(deleteRow, true)]],
        [names.column, ['左边加一列', addColumnBefore], ['右边加一列', addColumnAfter], ['删这列', without(deleteColumn, false)]],
        [h('b', null, '这一格'), ['和右边的合并', merged(false)], ['和下面的合并', merged(true)], ['拆开', parted]],
        [h('b'), ['删整张表', deleteTable]],
      ].map(([name, ...acts]) => h('div', {class: 'menu-group'}, name, acts.map(([label, act]) => button(label, () => {
        inTable.open = false;
        run(act);
      }, {class: act === deleteTable ? 'danger' : ''})))),
      button('×', () => { inTable.open = false; }, {class: 'close', 'aria-label': '关闭'})));
    host.append(inTable, rowMark, columnMark);

    function lay(row) {
      const box = row.getBoundingClientRect();
      const top = box.top - host.getBoundingClientRect().top + 'px';
      inTable.style.top = top;
      const {left} = host.getBoundingClientRect();
      Object.assign(rowMark.style, {top, left: box.left - left + 'px', width: box.width + 'px', height: box.height + 'px'});
    }
    // Whoever turns the phone, or enlarges the print, moves the rows.
    new ResizeObserver(() => inTable.hidden || !host.isConnected || showMenu() || lay(rowOf(view))).observe(host);

    /** Shows which row the menu is about, and keeps it in sight of the menu. */
    function showMenu() {
      rowMark.hidden = columnMark.hidden = !inTable.open;
      if (!inTable.open) {
        return;
      }
      const row = rowOf(view);
      const menu = inTable.lastChild;
      const box = row.getBoundingClientRect();
      const rows = Array.from(row.parentNode.children).filter(each => each.querySelector('td'));
      const first = row.cells.length ? row.cells[0].textContent.trim() : '';
      // Its words say which one it is where the menu hides the rows besides.
      const {map, left: column, right, top: line, bottom, table} = selectedRect(view.state);
      const numbers = (from, to) => Array.from({length: to - from}, (none, i) => from + i + 1).join('、');
      names.row.textContent = (rows.includes(row) ? '第' + numbers(rows.indexOf(row), rows.indexOf(row) + bottom - line) + '行' : '表头') + '：' + (first.length > 9 ? first.slice(0, 8) + '…' : first || '空的');
      const at = view.domAtPos(view.state.selection.from).node;
      const whole = row.closest('table').getBoundingClientRect();
      const cell = (at.closest ? at : at.parentNode).closest('td, th').getBoundingClientRect();
      const origin = host.getBoundingClientRect();
      const head = table.nodeAt(map.map[column]).textContent.trim();
      names.column.textContent = '第' + numbers(column, right) + '列' + (head ? '：' + (head.length > 9 ? head.slice(0, 8) + '…' : head) : '');
      Object.assign(columnMark.style, {top: whole.top - origin.top + 'px', left: cell.left - origin.left + 'px', width: cell.width + 'px', height: whole.height + 'px'});
      lay(row);
      rowMark.style.height = Math.max(box.height, bottom - line > 1 ? cell.height : 0) + 'px';
      menu.style.setProperty('--row', box.height + 'px');
      const place = menu.getBoundingClientRect();
      window.scrollBy(0, getComputedStyle(menu).position === 'fixed' ? Math.max(0, box.bottom + 16 - place.top) : Math.max(0, place.bottom + 16 - innerHeight));
    }
    [element, inTable].forEach(each => each.addEventListener('mousedown', event => event.preventDefault()));
    element.addEventListener('click', event => event.target.closest('.tools') && boxes.forEach(box => box.classList.remove('is-open')));
    return {
      element,
      /** To what is done with the row of the cursor, else to the first tool that is shown. */
      leave: () => inTable.open ? inTable.open = false : Array.from((inTable.hidden ? element : inTable).querySelectorAll('button, summary')).find(one => one.offsetParent).focus(),
      update() {
        all.filter(each => each.active).forEach(each => each.element.setAttribute('aria-pressed', String(view.hasFocus() && each.active(view.state))));
        inTable.hidden = !isInTable(view.state) || !view.hasFocus() && !inTable.contains(document.activeElement);
        if (!inTable.hidden) {
          lay(rowOf(view));
        }
      },
    };
  }

  return {
    element: host,
    toolbar: tools.element,
    /** Gives the headings their numbers anew. */
    number() {
      const {tr} = view.state;
      const changed = renumber(tr);
      view.dispatch(tr);
      note(changed ? '已按顺序重编 ' + changed + ' 个标题的序号。' : '标题的序号都是连续的。');
      view.focus();
    },
    view,
    set,
    verify,
    take,
    text: () => pending ? pending.text : result().text,
    /** Whether it shows the text that it was given. */
    ready: () => !pending,
    isPictured: () => has(view.state.doc, nodes.figure),
    /** Whether nobody has written in it, in words or below a picture. */
    isEmpty: () => !pending && !view.state.doc.textContent.trim() && (result().lines.filter(Number.isFinite).length < 2 || !blocks().some(isSaid)),
    /** Whether something that a new paper asks for is not written. */
    asks: () => {
      let found = Boolean(pending) && pending.text.split('\n').some(line => ASKS.test(line.trim()));
      view.state.doc.descendants(node => {
        found = found || node.isTextblock && ASKS.test(node.textContent.trim());
      });
      return found;
    },
    first(line) {
      firstLine = line;
    },
    mark(found) {
      problems = found;
      redraw();
    },
    /** Marks from now on what is not in a text. */
    async since(text) {
      former = textblocks(read(text, (await post('tree', {body: text})).blocks).doc, sign).map(one => one.text);
      redraw();
    },
    /** Takes from a page how it shows the text. */
    seen(page, address) {
      const prose = page.querySelector('.prose');
      const first = prose && prose.querySelector('p.recipients');
      seen = {
        headings: prose ? Array.from(prose.querySelectorAll('h2, h3, h4, h5'), one =>
          ({level: one.tagName.toLowerCase(), text: squeezed(one.textContent)})) : [],
        recipients: first ? squeezed(first.textContent) : '',
        figures: prose ? Array.from(prose.querySelectorAll('.count'), one => one.textContent) : [],
        pictures: prose ? Array.from(prose.querySelectorAll('img'), one =>
          ({said: one.getAttribute('alt') + '\n' + (one.getAttribute('title') || ''), href: new URL(one.getAttribute('src'), address).href})) : [],
      };
      host.querySelectorAll('figure').forEach(one => one.dispatchEvent(new Event('pictures')));
      host.querySelectorAll('.raw').forEach(one => one.dispatchEvent(new Event('figures')));
      redraw();
    },
    /** Takes pictures out. */
    without(links) {
      const {doc, tr} = view.state;
      doc.forEach((block, pos) => links.includes(block.attrs.src) && tr.delete(tr.mapping.map(pos), tr.mapping.map(pos + block.nodeSize)));
      view.dispatch(tr);
    },
    /** To the first thing that a new paper asks for, else to where the cursor was. */
    focus() {
      let asked = null;
      view.state.doc.descendants((node, pos) => {
        asked = asked || (node.isTextblock && ASKS.test(node.textContent.trim()) ? view.state.doc.resolve(pos + 1) : null);
      });
      view.focus();
      if (asked && chooseAsked(asked)) {
        view.dispatch(view.state.tr.scrollIntoView());
      }
    },
    /** Tells how much of the window lies above what is typed. */
    covered(top) {
      view.setProps({scrollThreshold: {top, right: 0, bottom: 80, left: 0}, scrollMargin: {top: top + 10, right: 0, bottom: 90, left: 0}});
      if (view.hasFocus()) {
        view.dispatch(view.state.tr.scrollIntoView());
      }
    },
    /** How often some words stand in it. */
    count: words => textblocks(view.state.doc).reduce((sum, {text}) => sum + text.split(words).length - 1, 0),
    /** Writes other words wherever some stand. */
    rename(was, now) {
      const {tr} = view.state;
      textblocks(view.state.doc).reverse().forEach(({text, pos}) => {
        for (let i = text.lastIndexOf(was); i >= 0; i = i > 0 ? text.lastIndexOf(was, i - 1) : -1) {
          tr.insertText(now, pos + 1 + i, pos + 1 + i + was.length);
        }
      });
      view.dispatch(tr);
    },
    /** Puts in a paper that was pasted somewhere else, if there is none yet; returns whether it does. */
    paste(event) {
      const html = event.clipboardData.getData('text/html');
      const text = event.clipboardData.getData('text/plain');
      if (!isFresh() || text.trim().split(/\n+/).length < WHOLE) {
        return false;
      }
      view.focus();
      selectAll(view.state, tr => view.dispatch(tr));
      return html ? view.pasteHTML(html, event) : view.pasteText(text, event);
    },
    /** To an empty paragraph at the end. */
    below() {
      const {doc, tr} = view.state;
      if (doc.lastChild.type !== nodes.paragraph || doc.lastChild.content.size) {
        tr.insert(doc.content.size, nodes.paragraph.create());
      }
      view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size), -1)).scrollIntoView());
      view.focus();
    },
    show(line) {
      const at = result().lines.reduce((found, first, i) => first <= line - firstLine ? i : found, 0);
      let pos = 0;
      for (let i = 0; i < at; i++) {
        pos += view.state.doc.child(i).nodeSize;
      }
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos + 1))).scrollIntoView());
      const block = view.nodeDOM(pos);
      if (block && block.scrollIntoView) {
        block.scrollIntoView({block: 'center'});
      }
      view.focus();
    },
    /** Replaces a text in the block of a line where it stands once; returns whether it does. */
    replace(line, from, to) {
      const at = result().lines.reduce((found, first, i) => first <= line - firstLine ? i : found, 0);
      const found = [];
      let part = null;
      view.state.doc.forEach((block, offset, i) => i === at && block.descendants((node, pos) => {
        for (let k = node.isText ? node.text.indexOf(from) : -1; k >= 0; k = node.text.indexOf(from, k + 1)) {
          found.push(offset + 1 + pos + k);
        }
        if (node.type === nodes.raw && node.attrs.source === from) {
          found.push(offset + 1 + pos);
          part = node;
        }
      }));
      if (found.length !== 1) {
        return false;
      }
      if (part) {
        view.dispatch(view.state.tr.replaceWith(found[0], found[0] + part.nodeSize, nodes.raw.create({source: to}, null, part.marks)).scrollIntoView());
        return true;
      }
      view.dispatch(view.state.tr.insertText(to, found[0], found[0] + from.length).scrollIntoView());
      return true;
    },
    destroy: () => view.destroy(),
  };
}

/** What a message names: words that it quotes, a number that it masks, or else days and numbers with their units. */
const NAMES = [/“([^”]+)”|(\d+\*+[\dXx]*)/g, /((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\d{1,2}时(?:\d{1,2}分)?)?|(?:应到|实到|赞成|反对|弃权)?\d[\d,.]*(?:%|[\u4e00-\u9fff]))/g];

/** Where a block, or the first of some in it, has what a message names. */
function namedIn(block, message, items) {
  const within = block.isTextblock ? [{pos: -1, text: block.textBetween(0, block.content.size, null, '\ufffc')}] : items;
  const places = pattern => {
    const names = Array.from(message.matchAll(pattern), named => new RegExp((/^\d/.test(named[0]) ? '(?<!\\d)' : '')
      + (named[1] || named[2]).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[\\dXx*]+')));
    return within.map(({pos, text}) => names.map(name => name.exec(text)).filter(Boolean).map(found => [pos + 1 + found.index, pos + 1 + found.index + found[0].length]))
      .find(found => found.length) || [];
  };
  const quoted = places(NAMES[0]).slice(0, 1);
  return quoted.length ? quoted : places(NAMES[1]);
}

/** The texts of a document with their places; what is no text counts as a character. */
function textblocks(doc, sign = '\ufffc') {
  const all = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      all.push({pos, text: node.textBetween(0, node.content.size, null, sign)});
    }
  });
  return all;
}

/** Where a text differs from the one of others that is most like it; all of it if none is. */
function changedPart(text, others) {
  let best = [0, text.length, ''];
  others.forEach(other => {
    const {start, end} = shared(text, other);
    if (text.length - end - start < best[1] - best[0]) {
      // What was only taken out leaves the character before its place.
      const was = other.slice(start, other.length - end);
      best = [start === text.length - end ? Math.max(0, start - 1) : start, text.length - end, was.length < start + end ? was : ''];
    }
  });
  return best;
}

/** A sign above the word of a tool: lines, or signs as they are written. */
function icon(sign) {
  if (!/^[Mm]\d/.test(sign)) {
    return h('b', {class: 'icon', 'aria-hidden': 'true'}, sign);
  }
  const box = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', sign);
  box.setAttribute('viewBox', '0 0 20 20');
  box.setAttribute('class', 'icon');
  box.setAttribute('aria-hidden', 'true');
  box.append(line);
  return box;
}

/** The row of the table that the cursor is in. */
function rowOf(view) {
  const at = view.domAtPos(view.state.selection.from).node;
  return (at.nodeType === Node.TEXT_NODE ? at.parentNode : at).closest('tr') || view.dom;
}

const squeezed = text => text.replace(/\s+/g, '');

const at = position => ({parent: position.parent, start: position.start()});

function has(doc, type) {
  let found = false;
  doc.forEach(node => { found = found || node.type === type; });
  return found;
}

/** The list around the cursor: {node, pos}; null if there is none. */
function inList(now) {
  const {$from} = now.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if (/_list$/.test($from.node(depth).type.name)) {
      return {node: $from.node(depth), pos: $from.before(depth)};
    }
  }
  return null;
}

/** Whether two sheets show the same, apart from blanks that no page shows and paragraphs that are empty. */
function same(a, b) {
  const shown = doc => {
    const all = [];
    doc.forEach(node => {
      if (node.type !== nodes.paragraph || node.textContent.trim() || node.childCount > 1) {
        all.push(node.type.name + (node.attrs.level || '') + ':' + squeezed(node.textContent) + node.type.name.length
          + squeezed(JSON.stringify(node.content.toJSON() || '').replace(/"(id|gap|indent|loose|mark)":("[^"]*"|\w+)|(?<="hard","attrs":){[^{}]*}/g, '')));
      }
    });
    return all.join('\n');
  };
  return shown(a) === shown(b);
}
