/* What a question asks for. */

const NUMBER = /\d/;

/* Promises { like, rule, headings, first, isRule, rules, how } of what a text asks for; nothing if it is no such question.
   isRule  whether a rule answers
   rules   a pattern of the kinds of rules
   how     whether it asks how to do something */
export async function asking(index, text) {
  const [{ asks: all, units, rules, how }] = await index.file('q'), [, like, rule, headings, first] = all.find(([asks]) => text.match(asks)) || [];
  return like && { like: new RegExp(like), rule: rule ? new RegExp(rule) : number(text, units), headings, first, isRule: /办法/.test(first), rules, how: text.match(how) };
}

/* A number of what is asked for: 几分 for 3分. */
function number(text, units) {
  const [, unit] = /(?:多少|几)个?([\u4e00-\u9fff])/.exec(text) || [];
  return unit ? new RegExp(`[\\d一二三四五六七八九十](?:个工作)?[${units[unit] || unit}]`) : NUMBER;
}
