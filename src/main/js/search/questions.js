/* What a question asks for. */

/* What asks; what an answer, and what a rule that answers looks like; what headings say that stand above it; the kinds and columns
   of entries that come first. */
const NUMBER = /\d/;
const RULES = /制度|办法|规则|细则|帮助/;
const ASKS = [
  [/最[少多迟晚]|至[少多]|[一每]个?[年月季周].*几|[扣加]几?分|期限|标准|说了算|才能|归谁|谁[批管定]/, /\d|不[少多]于|数以上/, /不[少多]于|不超过|以[内上前]|每[年季月周次班]|决定|审批/, [], RULES],
  [/什么时候|[几哪][号天月年点届]|[星期周]几|几时|多[久长]|多少[天年]/, /\d[日月时点]|星期[一-日]|至\d{4}年/, /每[年季月周]|日以?[前内]|至.*时/, ['时间', '时限']],
  [/[干做]什么|怎么[用花]/, /用/, /用于/, ['使用']],
  [/哪里|在哪|地点/, /[室楼厅院场馆]/, /地点/, ['地点']],
  [/谁|哪[位个些]人?/, /担任|轮值|反映|监督/, /担任|推荐|当选|确定/, ['名单', '人选'], /公示|换届|选举/],
  [/多少|几[个名人位次篇元块项本份册分口条只座台处]/, /\d/, NUMBER, []],
  [/怎[么样]|如何|要不要|能不能|可不可以|是不是|[吗么嘛][?？]?$/, /^$/, /[应须]|可以|不得|由.*[的，]/, ['程序'], RULES]
];

/* What units are counted by others. */
const UNITS = { 个: '个名人位项', 人: '人名', 名: '名人', 本: '本册', 块: '元', 钱: '元', 天: '天日' };

/* Gives { like, rule, headings, first } of what a text asks for; nothing if it is no such question. */
export function asking(text) {
  const [, like, rule, headings, first] = ASKS.find(([asks]) => asks.test(text)) || [];
  return like && { like, rule: rule === NUMBER ? number(text) : rule, headings, first };
}

/* A number of what is asked for: 几分 for 3分. */
function number(text) {
  const [, unit] = /(?:多少|几)个?([\u4e00-\u9fff])/.exec(text) || [];
  return unit ? new RegExp(`[\\d一二三四五六七八九十](?:个工作)?[${UNITS[unit] || unit}]`) : NUMBER;
}
