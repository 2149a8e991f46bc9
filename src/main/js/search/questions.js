/* What a question asks for. */

const NUMBER = /\d/;

/* Promises { like, rule, headings, first } of what a text asks for; nothing if it is no such question. */
export async function asking(index, text) {
  const [{ asks: all, units }] = await index.file('q'), [, like, rule, headings, first] = all.find(([asks]) => text.match(asks)) || [];
  return like && { like: new RegExp(like), rule: rule ? new RegExp(rule) : number(text, units), headings, first };
}

/* A number of what is asked for: 几分 for 3分. */
function number(text, units) {
  const [, unit] = /(?:多少|几)个?([\u4e00-\u9fff])/.exec(text) || [];
  return unit ? new RegExp(`[\\d一二三四五六七八九十](?:个工作)?[${units[unit] || unit}]`) : NUMBER;
}
