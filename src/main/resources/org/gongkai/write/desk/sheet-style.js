/** The look of pages for the sheet: those rules of the site's own style sheets that concern the paper. */

const WANTED = /^(?:\.(?:prose|source|signature|attachments|file|facts)\b|\.entry (?:h1|header)\b|(?:table|caption|thead|th|td|h[1-6]|p|ul|ol|dl|dd|figure|blockquote|ins|del|body|\.site)(?![\w-]))/;
const loaded = new Set();

/** Adds the style sheets of a page, once. */
export function siteStyle(addresses) {
  addresses.filter(address => !loaded.has(address)).forEach(address => {
    loaded.add(address);
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    // The rules as such would change the desk; they are only read.
    link.media = 'not all';
    link.href = address;
    link.addEventListener('load', () => {
      const own = document.getElementById('sheet-style').sheet;
      Array.from(link.sheet.cssRules).forEach(rule => {
        const selector = rule.selectorText && scoped(rule.selectorText);
        if (selector) {
          // The paper grows with the size of letters that somebody has set for the browser.
          own.insertRule(selector + ' { ' + rule.style.cssText.replace(/(font-size: )([\d.]+)px/g, (whole, name, size) => name + size / 16 + 'rem') + ' }', own.cssRules.length);
        }
      });
    });
    document.head.append(link);
  });
}

/** The selectors of a list; a comma in brackets, as in :is(th, td), ends none. */
function listed(selectors) {
  let depth = 0;
  return Array.from(selectors).reduce((all, sign) => {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    return sign === ',' && !depth ? all.concat('') : all.slice(0, -1).concat(all[all.length - 1] + sign);
  }, ['']);
}

function scoped(selectors) {
  return listed(selectors).map(one => one.trim()).filter(one => WANTED.test(one) && !/[~:]/.test(one.replace(/:(first|last)-child|:nth-child\(.*?\)/g, '')))
    .map(one => one.replace(/^\.entry /, ''))
    // Headings that were typed without signs are paragraphs on the sheet, and what it shows in a box is one to the style.
    .flatMap(one => /^\.prose h[2-6]$/.test(one) ? [one, one.replace(/ h([2-6])$/, ' p.as-h$1')] : [one])
    .map(one => /^(body|\.site)$/.test(one) ? '.sheet' : '.sheet ' + one).join(', ');
}
