/** What is still missing before an entry can be published, and what else was noticed. */
import {button, dialog, fill, h, note, plain, shownDay, spoken, withoutYear} from './dom.js';
import {get} from './api.js';
import {blank, called} from './form.js';
import {placed} from './paper.js';

/** How a thing that is missing is asked for. */
const ASKED = {
  标题: '写上标题', 发布日期: '定下什么时候发', 公开范围: '选好给谁看', 发布机构: '写上落款的单位', 成文日期: '写上落款的日期',
  保密审查: '请人做保密审查', 审核: '请人审核', 审批: '请负责人审批', 公示: '写上公示的起止日期', 会议: '写上会议的时间、地点和人数',
};
/** The value that a hint names for the one that a message quotes. */
const CURE = /(?:改成|改为|写成)“([^”]+)”/;
/** Figures that a paper states otherwise than records give today, or does not state; what readers know of one is what was signed. */
const FIGURES = /^[EW]239$/;
/** The figure at the end of a count that a hint writes. */
const COUNTED = /(= ?)([^={}]*)(\}\})$/;
/** A mark between Chinese words that is that of another language, with the words around it, and the mark for it. */
const HALF = /^“(.+?)”里的“(.)”是半角标点.*?全角的“(.)”$/;
/** Problems that name a field that is not there. */
export const LACKS = /^(?:E104|W126)$/;
/**
 * Until when what rules tell of a draft is no mistake of it: until it is approved, which goes for fields that are asked for
 * by their names and for what an approval writes; or until all that is asked for is written.
 */
export const UNFINISHED = {
  E104: 'approved', W126: 'approved', E239: 'approved', E385: 'approved', E389: 'approved',
  E153: 'written', E180: 'written', E181: 'written', W237: 'written', W378: 'written',
};

/** A button that explains a problem. */
export function explanation(problem) {
  return button('说明', () => get('explain', {code: problem.code}).then(rule =>
    dialog(plain(rule.name), h('div', {class: 'explanation'},
      h('p', null, plain(rule.sentence)),
      h('p', null, h('b', null, '改法：'), plain(rule.mend)),
      rule.wrong || rule.right ? h('details', null, h('summary', null, '文件里的写法（给管理员看）'),
        rule.wrong ? [h('h3', null, '错'), h('pre', null, rule.wrong)] : null,
        rule.right ? [h('h3', null, '对'), h('pre', null, rule.right)] : null) : null), [{label: '关闭', primary: true}])),
  {class: 'plain', 'aria-label': '说明：' + spoken(problem.message)});
}

/** Whether a field is blank, or a part of it that has to be there: a row without what it is about, a period without its end. */
function lacks(field) {
  const needed = field.members.filter(member => member.need === 'required');
  const rows = Array.isArray(field.value) ? field.value : [field.value];
  return blank(field.value) || rows.some(row => row && typeof row === 'object' && needed.some(member => blank(row[member.name])));
}

/** Those problems that whoever writes a draft has made; what is only not written yet is not among them. */
export function made(problems, fields, text) {
  const value = name => (fields.find(field => field.name === name) || {}).value;
  const isDraft = value('状态') === '草稿';
  const open = isDraft && (text.isEmpty() || text.asks() || isUntitled(fields)
    || fields.some(field => field.need === 'required' && field.input !== 'step' && field.name !== SIGNED && lacks(field)));
  return problems.filter(({code}) => !(isDraft && UNFINISHED[code] === 'approved' || open && UNFINISHED[code] === 'written'));
}

/** Whether problems say the same, each of another thing that it quotes. */
const isAlike = group => new Set(group.map(({message}) => message.replace(/“[^”]*”/g, ''))).size === 1;

/** Whether nobody has given a paper a title of its own. */
export const isUntitled = fields => /（请改标题）/.test((fields.find(field => field.name === '标题') || {}).value);

/** What is written last, as a rule. */
const SIGNED = '成文日期';
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** By how many days a notice begins before readers see it, which are none of its period for them. */
function early(fields) {
  const value = name => (fields.find(field => field.name === name) || {}).value;
  const begin = DAY.exec((value('公示') || {})['起']);
  const day = DAY.exec(value('发布日期'));
  const days = begin && day && value('状态') === '草稿' ? Math.round((Date.parse(day[0]) - Date.parse(begin[0])) / 86400000) : 0;
  return days > 0 ? '公示从' + withoutYear(shownDay(begin[0])) + '起，比发布的日子早' + days + '天' : '';
}

/**
 * @param goTo leads to a problem, or to a field: {field}
 * @param mend replaces a text in a line by another, (line, from, to); returns whether it did
 * @param excuse asks why a problem is none in this paper
 * @param signed asks for the figure that a published paper stated, (problem, write)
 */
export function checklist(goTo, mend, excuse, signed) {
  let isPublic = false;
  const head = h('h2', null, '正在检查……');
  const list = h('ul', {class: 'problems'});
  const more = h('div', {class: 'reminders', hidden: true});
  const all = h('p', {class: 'cure-all', hidden: true});
  const element = h('section', {class: 'problem-box', 'aria-label': '问题'}, h('div', {role: 'status'}, head), all, list, more);

  /** Puts the words that a hint names in the place of those that the message quotes; null if it names none. */
  function cureOf(problem) {
    const half = HALF.exec(problem.message + problem.hint);
    if (half) {
      return () => mend(problem.line, half[1], half[1].replace(half[2], half[3]));
    }
    const cure = problem.hint && CURE.exec(problem.hint);
    const wrong = /“([^”]+)”/.exec(problem.message || '');
    return cure && wrong ? () => mend(problem.line, wrong[1], cure[1]) : null;
  }

  function item(words, problem, severity) {
    const message = spoken(words);
    const cure = cureOf(problem);
    const isSigned = isPublic && FIGURES.test(problem.code);
    const press = () => {
      if (isSigned && problem.code === 'E239') {
        const to = CURE.exec(problem.hint)[1];
        signed(Object.assign({now: COUNTED.exec(to)[2]}, problem), was => mend(problem.line, /“([^”]+)”/.exec(problem.message)[1], to.replace(COUNTED, '$1' + was + '$3')) || goTo(problem));
      } else if (!cure()) {
        goTo(problem);
      }
    };
    // What nobody has written yet is no mistake.
    return h('li', {class: severity === 'error' && !problem.code ? 'todo' : severity},
      h('span', null, button(message, () => goTo(problem), {class: 'plain place'}),
        problem.hint || problem.code ? h('span', {class: 'mend'}, problem.hint ? plain(problem.hint) : null, ' ', problem.code ? explanation(problem) : null) : null),
      cure ? button(!isSigned ? '改正' : problem.code === 'E239' ? '写发布时的数' : '更正', press, {class: 'cure', 'aria-label': (!isSigned ? '改正：' : problem.code === 'E239' ? '写发布时的数：' : '更正：') + message}) : null,
      severity === 'warning' && /例外/.test(problem.hint) ? button('不改', () => excuse(problem), {class: 'plain', 'aria-label': '不改：' + message}) : null);
  }

  return {
    element,
    /**
     * @param text tells isEmpty(), isPictured() and asks()
     * @param open elements that say what else is to be done
     * @param first what has to be said before it is known what is missing, if there is such a thing
     * @param known whether readers know it, and its figures are those that were signed
     * @param isDone whether readers see it as it is, or no longer do, and nobody is to be advised to write more
     * @returns how many things are missing
     */
    show(fields, problems, text, open, first, isDone, known) {
      isPublic = known;
      const missing = fields.filter(field => field.need === 'required' && lacks(field));
      const names = missing.map(field => field.name);
      const errors = problems.filter(problem => problem.severity === 'error' && !names.includes(problem.field));
      const places = placed(fields);
      const advised = fields.filter(field => !isDone && blank(field.value) && (field.need === 'recommended'
        || field.need === 'optional' && places.includes(field.name) && typeof field.preset === 'string' && field.preset));
      const todo = open.map(each => h('li', {class: 'todo'}, each)).concat(missing.filter(field => field.input !== 'step').map(field => item(ASKED[field.name] || '写上' + called(field.name), {field: field.name}, 'error')))
        .concat(isUntitled(fields) ? item('把标题改成自己的', {field: '标题'}, 'error') : [])
        .concat(text.isEmpty() ? item('写正文', {body: true, hint: text.isPictured() ? '图片里的字搜不到，也念不出来，请打成正文' : ''}, 'error') : text.asks()
          ? item('把“（在这里写……）”换成要写的话', {body: true}, 'error') : [])
        .concat(errors.map(problem => item(problem.message, problem, 'error')))
        .concat(missing.filter(field => field.input === 'step').map(field => item(ASKED[field.name] || field.name, {step: field.name}, 'error')));
      if (first) {
        todo.splice(0, todo.length, ...errors.map(problem => item(problem.message, problem, 'error')));
      }
      const groups = new Map();
      problems.filter(problem => problem.severity !== 'error').forEach(problem =>
        groups.set(problem.code, (groups.get(problem.code) || []).concat(problem)));
      const count = Array.from(groups.values()).reduce((sum, group) => sum + group.length, 0);
      const begun = early(fields) ? [item(early(fields), {field: '公示', hint: '公示满几天，要从读者看得到的那天算起；请改公示的起止，或者改哪天发'}, 'warning')] : [];
      head.textContent = first || (todo.length ? '还差' + todo.length + '项才能发布'
        : advised.length ? '必填的都有了，还有' + advised.length + '项建议填上' : count ? '必填的都有了，还有' + count + '处请看一看' : '检查过了，没有发现缺项');
      head.className = errors.length ? 'bad' : first || todo.length || advised.length || count ? '' : 'all-good';
      const cures = problems.filter(problem => !(known && FIGURES.test(problem.code))).map(cureOf).filter(Boolean);
      all.hidden = cures.length < 2;
      fill(all, button('全部改正（' + cures.length + '处）', () => {
        const left = cures.filter(cure => !cure()).length;
        note(left ? '改好了' + (cures.length - left) + '处；还有' + left + '处要到那里看了再改。' : '改好了' + cures.length + '处。不对的，按“撤销”。', left ? 'wait' : 'good');
      }, {class: 'cure'}));
      fill(list, todo, first ? h('li', {class: 'about'}, h('span', null, '文中', h('ins', null, '绿底'), '的是写上的，', h('del', null, '红斜纹'), '的是去掉的。')) : begun.concat(advised.map(field => item('建议写上' + called(field.name), {field: field.name}, 'warning'))));
      more.hidden = !count;
      const words = h('h3', null, '提醒' + count + '处，改不改由您定');
      const reminders = h('ul', {class: 'problems'}, Array.from(groups.values(), group => group.length < (isAlike(group) ? 2 : 3) ? group.map(problem => item(problem.message, problem, 'warning'))
          : h('li', {class: 'warning group'}, h('details', null,
            h('summary', null, spoken(group[0].message) + '，同样的共' + group.length + '处'),
            h('ul', {class: 'problems'}, group.map(problem => item(problem.message, problem, 'warning')))))));
      // What is found after the approval costs a correction, and so none of it is folded away before.
      fill(more, words, reminders);
      return todo.length;
    },
  };
}
