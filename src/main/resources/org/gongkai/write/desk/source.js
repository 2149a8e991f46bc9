/** The source of a text, for those who know how it is written. */
import {button, h} from './dom.js';
import {chooser, store} from './files.js';

/**
 * @param options path, text, firstLine: number of the first line in the file; onchange
 */
export function editor(options) {
  const host = h('div', {class: 'text'});
  const area = CodeMirror(host, {
    value: options.text,
    mode: {name: 'markdown', highlightFormatting: true},
    inputStyle: 'contenteditable',
    lineWrapping: true,
    lineNumbers: true,
    firstLineNumber: options.firstLine,
    styleActiveLine: true,
    spellcheck: false,
    gutters: ['CodeMirror-linenumbers', 'problems'],
    extraKeys: {
      Enter: 'newlineAndIndentContinueMarkdownList',
      // Leaves the text, so that the keyboard alone reaches everything.
      Tab: false,
      'Shift-Tab': false,
    },
  });
  const input = area.getInputField();
  input.setAttribute('aria-label', '文件里的写法');
  input.setAttribute('aria-multiline', 'true');
  input.setAttribute('role', 'textbox');
  // Input methods insert marks like 。 without a composition. The editor would read them after a while, and lose them
  // if another key was pressed before.
  input.addEventListener('input', () => {
    if (!area.display.input.composing) {
      area.display.input.updateFromDOM();
    }
  });
  area.on('change', (instance, change) => {
    if (change.origin !== 'setValue') {
      options.onchange();
    }
  });

  /** Inserts a block with blank lines around it, below the line of the cursor. */
  function block(text) {
    const at = area.getCursor().line;
    const line = area.getLine(at);
    const before = line.trim() ? '\n\n' : at > 0 && area.getLine(at - 1).trim() ? '\n' : '';
    const next = at + 1 < area.lineCount() ? area.getLine(at + 1) : '';
    area.replaceRange(before + text + (next.trim() ? '\n\n' : '\n'), {line: at, ch: line.length});
  }

  /** Selects a text that was inserted above the cursor, so that typing replaces it. */
  function choose(text) {
    for (let line = area.getCursor().line; line >= 0; line--) {
      const at = area.getLine(line).indexOf(text);
      if (at >= 0) {
        area.setSelection({line, ch: at}, {line, ch: at + text.length});
        return;
      }
    }
  }

  async function take(files) {
    await store(options.path, files, taken => {
      block('![' + taken.alt + '](' + taken.link + ')');
      choose(taken.alt);
    }, options.onattachment);
    area.focus();
  }

  area.on('paste', (instance, event) => {
    const files = event.clipboardData.files;
    if (files.length && !event.clipboardData.getData('text/plain')) {
      event.preventDefault();
      take(files);
    }
  });
  area.on('drop', (instance, event) => {
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      area.setCursor(area.coordsChar({left: event.pageX, top: event.pageY}));
      take(event.dataTransfer.files);
    }
  });
  const file = chooser(take);

  const tools = h('div', {class: 'toolbar', role: 'toolbar', 'aria-label': '文字格式'},
    [
      ['图片、附件', '放进图片或附件，也可以粘贴或拖进来', () => file.click()],
      ['撤销', '撤销上一步（Ctrl+Z）', () => area.undo()],
      ['重做', '重做（Ctrl+Y）', () => area.redo()],
    ].map(tool => button(tool[0], () => { tool[2](); }, {title: tool[1], class: 'tool'})), file);

  let marked = [];
  return {
    element: h('section', {class: 'editor', 'aria-label': '文件里的写法'}, tools, host),
    area,
    text: () => area.getValue(),
    take,
    set(text) {
      area.setValue(text);
      return Promise.resolve();
    },
    first(line) {
      area.setOption('firstLineNumber', line);
    },
    /** Marks lines of the file with problems. */
    mark(problems) {
      marked.forEach(line => area.removeLineClass(line, 'wrap'));
      area.clearGutter('problems');
      const byLine = {};
      problems.forEach(problem => {
        const line = problem.line - area.getOption('firstLineNumber');
        if (line >= 0 && line < area.lineCount()) {
          (byLine[line] = byLine[line] || []).push(problem);
        }
      });
      marked = Object.keys(byLine).map(line => {
        const bad = byLine[line].some(problem => problem.severity === 'error');
        const text = byLine[line].map(problem => problem.message).join('；');
        area.setGutterMarker(Number(line), 'problems',
          h('span', {class: bad ? 'mark bad' : 'mark wait', title: text}, bad ? '错' : '提'));
        return area.addLineClass(Number(line), 'wrap', bad ? 'line-bad' : 'line-wait');
      });
    },
    show(line) {
      const at = Math.max(0, line - area.getOption('firstLineNumber'));
      area.setCursor({line: at, ch: 0});
      area.scrollIntoView({line: at, ch: 0}, 120);
      area.focus();
    },
  };
}
