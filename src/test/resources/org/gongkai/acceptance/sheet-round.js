const done = arguments[arguments.length - 1];
Promise.all(['sheet-read', 'sheet-write', 'sheet-schema', 'api'].map(name => import('/desk/' + name + '.js')))
  .then(async ([{read}, {write}, {schema}, {post}]) => {
    const lines = ['## 一、标题', '正文一段，说明情况。', '全体党员：', '- 项', '  - 内', '1. 甲', '2) 乙', '   续', '> 引',
      '| 甲 | 乙 |', '| --- | ---: |', '| 1 | **2** |', '[表注]', '![图](a.png "题")', '[链](b.md)', '[](c.md)', '', '', '',
      '```', '<div>', '<!-- 注 -->', '<table><tr><td>甲</td></tr></table>', '| 合计 {colspan=2} |', '<figure><img src="a.png" alt="图" width="30%"></figure>', '[^1]: 注', ': 说明', '***', '===', '    缩进', '　　缩进。', '行尾  ', '反斜杠\\', 'a<br>b', '<u>x</u>',
      '- [ ] 事', '{{计数: 支委会 2024}}', '[内部]*材料*', '2024年5月1日', '一、甲', '（一）乙'];
    let seed = 7;
    const random = n => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
    const texts = arguments[0];
    for (let i = 0; i < 300; i++) {
      texts.push('\n' + Array.from({length: random(25)}, () => lines[random(lines.length)] + '\n').join(''));
    }
    const wrong = [];
    let edits = 0;
    for (const text of texts) {
      const origin = read(text, (await post('tree', {body: text})).blocks);
      origin.doc.check();
      if (write(origin.doc, origin).text !== text) {
        wrong.push('not the same: ' + text);
      }
      const parts = Array.from(origin.originals.values()).filter(one => one.gap !== undefined);
      origin.doc.forEach(block => {
        const original = origin.originals.get(block.attrs.id);
        if (original && block.isTextblock && block.content.size) {
          const changed = block.copy(block.content.addToEnd(schema.text('字')));
          const now = write(origin.doc.copy(origin.doc.content.replaceChild(original.index, changed)), origin).text;
          const before = original.raw;
          const place = parts.slice(0, original.index).reduce((sum, one) => sum + one.raw.length + one.gap.length, origin.prefix.length);
          edits++;
          if (!now.startsWith(text.slice(0, place)) || !now.endsWith(text.slice(place + before.length))
              || !now.includes('字')) {
            wrong.push('changes more than ' + before + ': ' + now);
          }
        }
      });
    }
    done([String(edits)].concat(wrong));
  }).catch(error => done([String(error), String(error.stack)]));
