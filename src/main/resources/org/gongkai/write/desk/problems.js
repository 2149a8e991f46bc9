/** Problems of an entry, with their explanations. */
import {button, dialog, h} from './dom.js';
import {get} from './api.js';

/** A button that explains the code of a problem. */
export function explanation(problem) {
  return button('说明', () => get('explain', {code: problem.code}).then(rule =>
    dialog(rule.code + ' ' + rule.name, h('div', {class: 'explanation'},
      h('p', null, rule.sentence),
      h('p', null, h('b', null, '改法：'), rule.mend),
      rule.wrong ? [h('h3', null, '错'), h('pre', null, rule.wrong)] : null,
      rule.right ? [h('h3', null, '对'), h('pre', null, rule.right)] : null), [{label: '关闭', primary: true}])),
  {class: 'plain', 'aria-label': '说明：' + problem.message});
}

export function problemList(problems, goTo) {
  const errors = problems.filter(problem => problem.severity === 'error').length;
  if (!problems.length) {
    return h('p', {class: 'all-good'}, '没有发现问题。');
  }
  return h('details', {open: true},
    h('summary', null, errors ? errors + ' 个错误' : '没有错误',
      problems.length > errors ? '，' + (problems.length - errors) + ' 个提醒' : ''),
    h('ul', {class: 'problems'}, problems.map(problem => h('li', {class: problem.severity},
      button((problem.severity === 'error' ? '错误 ' : '提醒 ') + '第' + problem.line + '行',
        () => goTo(problem), {class: 'plain place'}),
      h('span', null, problem.message, problem.hint ? h('span', {class: 'mend'}, problem.hint) : null),
      explanation(problem)))));
}
