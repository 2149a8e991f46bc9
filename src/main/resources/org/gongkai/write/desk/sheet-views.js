/** Blocks of a sheet that are more than their text: pictures and boxes of source. */
import {h} from './dom.js';
import {shownOf} from './sheet-schema.js';

/** What stands in the file until it is said what is on a picture; the field is empty then, and says what it is for. */
export const UNSAID = /^[＿_]+（待填/;
/** How wide a picture is; one with a width of its own is typed as HTML. */
const SIZES = {小图: '30%', 半幅: '50%', 全幅: ''};
const said = text => UNSAID.test(text) ? '' : text;

/** A picture with what is on it, its caption, and a button that removes it. */
export function figure(node, view, position, address) {
  const image = h('img', {alt: node.attrs.alt});
  const caption = h('input', {type: 'text', placeholder: '可以不写', value: node.attrs.title});
  const alt = h('input', {type: 'text', placeholder: '如：党员在发言', value: said(node.attrs.alt)});
  const change = (name, input) => {
    const now = view.state.doc.nodeAt(position());
    view.dispatch(view.state.tr.setNodeMarkup(position(), null, Object.assign({}, now.attrs, {[name]: input.value})));
  };
  [['title', caption], ['alt', alt]].forEach(([name, input]) =>
    input.addEventListener('input', event => event.isComposing || change(name, input)));
  [['title', caption], ['alt', alt]].forEach(([name, input]) => input.addEventListener('compositionend', () => change(name, input)));
  const sizes = Object.keys(SIZES).map(name => h('button', {type: 'button', class: 'tool', title: '图片在网页上占多宽', onclick: () => {
    view.dispatch(view.state.tr.setNodeMarkup(position(), null, Object.assign({}, view.state.doc.nodeAt(position()).attrs, {width: SIZES[name]})));
  }}, name));
  const dom = h('figure', {contenteditable: 'false', 'data-link': node.attrs.src}, h('div', {class: 'figure-frame'}, image), h('div', {class: 'figure-words'}, h('label', null, '图上是什么', alt), h('label', null, '图下印的字', caption),
    h('div', {class: 'figure-tools'}, h('span', {class: 'views', role: 'group', 'aria-label': '图片大小'}, sizes),
      h('button', {type: 'button', class: 'plain', onclick: () => {
        const at = position();
        view.dispatch(view.state.tr.delete(at, at + view.state.doc.nodeAt(at).nodeSize));
        view.focus();
      }}, '删去图片'))));
  const show = () => {
    const href = address(node.attrs, position());
    if (href && image.src !== href) {
      image.src = href;
    }
    image.style.width = node.attrs.width;
    sizes.forEach(size => size.setAttribute('aria-pressed', String(SIZES[size.textContent] === node.attrs.width)));
  };
  // What is asked for below it is seen with the picture.
  image.addEventListener('load', () => dom.contains(document.activeElement) && dom.scrollIntoView({block: 'center'}));
  dom.addEventListener('pictures', show);
  show();
  return {
    dom,
    update(now) {
      if (now.type !== node.type) {
        return false;
      }
      node = now;
      image.alt = now.attrs.alt;
      dom.dataset.link = now.attrs.src;
      [['title', caption], ['alt', alt]].forEach(([name, input]) => {
        if (document.activeElement !== input) {
          input.value = said(now.attrs[name]);
        }
      });
      show();
      return true;
    },
    stopEvent: event => /^(INPUT|BUTTON|LABEL)$/.test(event.target.tagName),
    ignoreMutation: () => true,
  };
}

/** A box with the source of what the sheet does not show. */
export function source(node, view, position) {
  const text = h('pre');
  return {
    dom: h('div', {class: 'source-box' + (node.attrs.remark ? ' is-remark' : '')}, h('span', {class: 'source-label', contenteditable: 'false'}, node.attrs.label || '文件里的写法'), text,
      node.attrs.remark ? h('button', {type: 'button', class: 'plain', contenteditable: 'false', onclick: () => {
        view.dispatch(view.state.tr.delete(position(), position() + view.state.doc.nodeAt(position()).nodeSize));
        view.focus();
      }}, '看过了，删去') : null),
    contentDOM: text,
    stopEvent: event => event.target.tagName === 'BUTTON',
  };
}

/** A question with a figure beside it, which is read as the program does. */
const WRITTEN = /^\{\{[^:：]*[:：](?:[^,，=＝]*\.[^,，=＝]*|.*[=＝][^,，=＝]*?)\s*[=＝][^=＝]*\}\}$/;

/** A part that only pages show as it will be; of a figure that is counted, what the page says. */
export function raw(node, view, position, figure) {
  const typed = node.attrs.source;
  const dom = h('span', {class: 'raw', 'data-source': typed, title: WRITTEN.test(typed) ? '写定的数，记录变了也不跟着变' : /^\{\{/.test(typed) ? '网站自己算的数，以后会跟着变' : null});
  const show = () => { dom.textContent = figure(position()) || shownOf(typed); };
  dom.addEventListener('figures', show);
  show();
  return {dom, ignoreMutation: () => true};
}
