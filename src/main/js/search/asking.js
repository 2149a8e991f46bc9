/* What a question asks for. */

/* What asks; what an answer, and what a rule that answers looks like; what headings say that stand above it. */
const ASKS = [
  [/什么时候|[几哪][号天月年]|多[久长]|多少[天年]/, /\d[日月]/, /每[年季月周]|日以?[前内]/, ['时间', '时限']],
  [/[干做]什么|怎么[用花]/, /用/, /用于/, ['使用']]
];

/* Gives { like, rule, headings } of what a text asks for; nothing if it is no such question. */
export function asking(text) {
  const [, like, rule, headings] = ASKS.find(([asks]) => asks.test(text)) || [];
  return like && { like, rule, headings };
}
