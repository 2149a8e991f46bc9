/* What a question asks for. */

const NUMBER = /\d/;

/* What units are counted by others. */
const UNITS = { 个: '个名人位项', 人: '人名', 名: '名人', 本: '本册', 块: '元', 钱: '元', 天: '天日' };

/* Promises { like, rule, headings, first } of what a text asks for; nothing if it is no such question. */
export async function asking(index, text) {
  const [all] = await index.file('q'), [, like, rule, headings, first] = all.find(([asks]) => text.match(asks)) || [];
  return like && { like: new RegExp(like), rule: rule ? new RegExp(rule) : number(text), headings, first };
}

/* A number of what is asked for: 几分 for 3分. */
function number(text) {
  const [, unit] = /(?:多少|几)个?([\u4e00-\u9fff])/.exec(text) || [];
  return unit ? new RegExp(`[\\d一二三四五六七八九十](?:个工作)?[${UNITS[unit] || unit}]`) : NUMBER;
}
