const [widths, inProse, elsewhere] = given;
function places() {
    const style = element => document.defaultView.getComputedStyle(element);
    const found = [], walker = document.createTreeWalker(document.querySelector('.site') || document.body, NodeFilter.SHOW_TEXT);
    let run = [], before = null;
    function end() {
        if (!run.length) return;
        const text = run.map(node => node.data).join(''), around = run[0].parentElement;
        const prose = around.closest('.prose') && !around.closest('td, th');
        for (const match of text.matchAll(new RegExp(prose ? inProse : elsewhere, 'g'))) {
            const range = document.createRange();
            let from = match.index, to = from + match[0].length;
            for (const node of run) {
                if (from >= 0 && from < node.length) range.setStart(node, from);
                if (to > 0 && to <= node.length) range.setEnd(node, to);
                from -= node.length;
                to -= node.length;
            }
            found.push([match[0], range, text]);
        }
        run = [];
    }
    for (let node; (node = walker.nextNode());) {
        if (node.parentElement.closest('script, style, textarea, select, pre, code, svg, .vh')) continue;
        let block = node.parentElement;
        while (style(block).display === 'inline') block = block.parentElement;
        if (block !== before) end();
        before = block;
        run.push(node);
    }
    end();
    return found;
}
const box = document.getElementById('elder'), all = places(), found = [all.length];
for (const [width, elder] of [...widths.map(width => [width, false]), [390, true]]) {
    frame.style.width = width + 'px';
    if (box && box.checked !== elder) box.click();
    for (const [text, range, around] of all) {
        const lines = [...range.getClientRects()].filter(line => line.width > 1);
        if (lines.some(line => line.top > lines[0].bottom - 4 || line.bottom < lines[0].top + 4))
            found.push([width + (elder ? ' in large print' : ''), text,
                range.startContainer.parentElement.closest('[class]').className, around.trim().slice(0, 60)]);
    }
}
return found;
