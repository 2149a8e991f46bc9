/**
 * What the settings say of the branch: its names and contacts, its committee and its groups. Whoever leaves gets a last day
 * and stays in the file; only mistakes of typing are overwritten.
 */
import {button, day, dayInput, dialog, fill, h, note, plain, shownDay, typedDay} from './dom.js';
import {get, post} from './api.js';
import {OWN, SETTINGS} from './commit.js';

/** The other names that a file may use. */
const OTHER = {
  支部: ['branch'], 委员会: ['committee'], 党小组: ['groups'], 任期: ['term'], 党员人数: ['members'], 职务: ['post'], 姓名: ['name'],
  名称: ['name'], 组长: ['leader'], 人数: ['数', 'members', 'number'], 起: ['from'], 止: ['to'], 单位: ['unit'], 联系: ['contact'], 监督: ['supervision'],
  机构代码: ['code'], 默认: ['defaults'], 保密审查人: ['reviewer'],
};
/**
 * The lines about the branch and the site: the file, the name in it, what it is called here, what it is for; the group that
 * it stands in, or whether it is written once, as numbers and addresses begin with it.
 */
const LINES = [
  [0, '支部', '支部名称', '文稿里、会议上用的全称，如：示例水务站党支部'],
  [1, '名称', '网站名称', '每一页最上面的大字'],
  [1, '单位', '所属单位', '支部所在的单位'],
  [1, '联系', '联系', '写在每一页最下面，如：支部办公室，内线 0000'],
  [1, '监督', '监督', '写在每一页最下面，如：纪检委员，内线 0000；一楼意见箱'],
  [1, '保密审查人', '保密审查', '谁做保密审查，写新的时先替您填好，如：宣传委员', '默认'],
  [1, '机构代码', '机构代码', '上级给支部编的，只有字母和数字；写上以后这里不能再改，索引号都用它开头', '', true],
];
const POSTS = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员', '青年委员'];

const key = (group, name) => Object.keys(group).find(one => one === name || (OTHER[name] || []).includes(one.toLowerCase())) || name;
const of = (group, name) => group[key(group, name)] || '';
/** A group with other values; those that are blank are left out. */
const having = (group, values) => {
  const all = Object.assign({}, group);
  Object.keys(values).forEach(name => {
    if (values[name]) {
      all[key(all, name)] = values[name];
    } else {
      delete all[key(all, name)];
    }
  });
  return all;
};
/** The items as they are written: a text stands for its first value, and one needs no list. */
const items = value => Array.isArray(value) ? value : value ? [value] : [];
const whole = (item, first) => typeof item === 'string' ? {[first]: item} : item;
const iso = text => typeof text === 'string' && text ? typedDay(text) : '';
const moved = (date, days) => new Date(Date.parse(date) + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
const before = date => moved(date, -1);
const isDay = text => /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(Date.parse(text)) && moved(text, 0) === text;
/** What is typed so far and may still become a day. */
const BEGUN = /^\d{4}-?\d{0,2}-?\d?$/;
const from = item => iso(of(item, '起'));
const to = item => iso(of(item, '止'));
const term = item => [from(item) ? day(from(item)) + '起' : '', to(item) ? '到' + day(to(item)) + '为止' : ''].filter(Boolean).join('，');
const fault = message => Object.assign(new Error(message), {status: 409});

/** What holds now, of several that followed each other. */
const latest = (value, first, today) => items(value).map(item => whole(item, first)).filter(item => !to(item) || to(item) >= today).pop();
const number = (value, today) => of(latest(value, '人数', today) || {}, '人数');
const leader = (group, today) => of(latest(of(group, '组长'), '姓名', today) || {}, '姓名');

/** A word about a day on which no committee of a known term is in office. */
const outside = (values, date) => {
  const terms = items(of(values, '任期'));
  return date && terms.length && !terms.some(one => from(one) <= date && date <= to(one)) ? ['这一天不在写着的任期里，请核对'] : [];
};

/** What follows takes the place of what holds, from a day on. */
function follow(value, first, said, date) {
  const all = items(value).slice();
  const i = all.length - 1;
  if (i >= 0 && !to(whole(all[i], first))) {
    all[i] = having(whole(all[i], first), {止: before(date)});
  }
  return all.concat(having({}, {[i >= 0 ? key(whole(all[i], first), first) : first]: said, 起: date}));
}

/** The list of a file in which an item is another one, with others behind it; none where it was changed meanwhile. */
function replaced(value, item, ...fresh) {
  const all = items(value);
  const i = all.findIndex(one => JSON.stringify(one) === JSON.stringify(item));
  if (i < 0) {
    throw fault('别处刚改过这一项。请按“取消”，看看现在是怎样的，再改。');
  }
  return all.slice(0, i).concat(fresh, all.slice(i + 1));
}

export async function settings() {
  const element = h('div', {class: 'settings'});
  let files = [];
  let today = '';

  async function read() {
    const [all, {changes}] = await Promise.all([get('settings'), get('changes').catch(() => ({changes: []}))]);
    // What several branches share is not changed for one of them.
    files = all.files.map(file => file.shared ? Object.assign(file, {values: null}) : file);
    today = all.today;
    return changes.some(change => change.part === 'setting' && SETTINGS[change.path]);
  }

  /**
   * Asks what a change needs, tells at once what it comes to, and saves it.
   *
   * @param at which file it is in
   * @param fields {name, label, kind, value, choices, hint, free}; whatever is not free has to be filled in
   * @param make is given the answers and what the file says now; returns {values, words}
   * @param verb the word on the button, if it is not 保存
   */
  async function change(at, title, about, fields, make, verb, more) {
    const answers = Object.fromEntries(fields.map(field => [field.name, field.value || '']));
    const plan = h('div', {class: 'plan', 'aria-live': 'polite'});
    let timer = null;
    let isSaved = false;
    const missing = () => fields.find(field => !field.free && !answers[field.name].trim())
      || fields.find(field => field.kind === 'day' && answers[field.name] && !isDay(answers[field.name]));
    const ask = async save => {
      const lacking = missing();
      if (lacking) {
        const typed = answers[lacking.name].trim();
        throw Object.assign(fault(!typed ? '请写上“' + lacking.label + '”。'
          : (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? '没有' + day(typed) + '这一天。' : '') + '“' + lacking.label + '”要写成一天，如：' + day(today)), {isWrong: typed && !BEGUN.test(typed)});
      }
      const {values, words} = make(answers, files[at].values);
      if (!words.length) {
        throw fault('还没有改什么。');
      }
      return Object.assign({words}, await post('settings', {path: files[at].path, version: files[at].version, edits: Object.entries(values).map(([name, value]) => ({name, value})), save}));
    };
    const show = (words, problems) => fill(plan, h('h3', null, (verb || '保存') + '以后'), h('ul', null, words.map(each => h('li', null, each))),
      told(problems));
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask(false).then(({words, problems}) => show(words, problems), error => fill(plan, error.isWrong ? told([{severity: 'error', message: error.message}]) : null)), 250);
    };
    const set = (name, value) => {
      answers[name] = value.trim();
      look();
    };
    if (!fields.length) {
      look();
    }
    await dialog(title, h('div', {class: 'fields', 'data-change': title}, about ? h('p', {class: 'hint'}, about) : null, fields.map(field => h('div', {class: 'field'},
      h('label', {for: 'set-' + field.name}, field.label), input(field, set), field.hint ? h('p', {class: 'hint'}, field.hint) : null)), plan), [
      {label: verb || '保存', primary: true, work: async () => {
        clearTimeout(timer);
        const done = await ask(true);
        if (done.conflict || !done.saved && !done.problems.some(problem => problem.severity === 'error')) {
          await read();
          show(make(answers, files[at].values).words, done.problems);
          throw fault('别处刚改过设置，已换成最新的。请再看一遍，再按“保存”。');
        }
        if (!done.saved) {
          show(done.words, done.problems);
          throw fault('没有保存。请先改好上面说的。');
        }
        await draw();
        isSaved = true;
        document.dispatchEvent(new Event('repository'));
        note('已保存：' + done.words.join('；') + '。');
      }},
      {label: '取消'},
    ].concat(more ? [{label: more.label, work: () => { setTimeout(more.work); }}] : []));
    // What was pressed has been drawn anew.
    if (isSaved) {
      (at ? element.querySelector('h2') : element.querySelector('#committee')).focus();
    }
  }

  function input(field, set) {
    const common = {id: 'set-' + field.name, name: field.name};
    if (field.kind === 'day') {
      return dayInput(common, field.value || '', value => set(field.name, value));
    }
    const change = event => set(field.name, event.target.value);
    if (field.kind === 'choice') {
      return h('select', Object.assign(common, {onchange: change}), [''].concat(field.choices).map(one => h('option', {value: one}, one || '（没有并入别的组）')));
    }
    return [h('input', Object.assign(common, {type: 'text', autocomplete: 'off', value: field.value || '', inputmode: field.kind === 'number' ? 'numeric' : null, list: field.choices ? 'set-list' : null, oninput: change})),
      field.choices ? h('datalist', {id: 'set-list'}, field.choices.map(one => h('option', {value: one}))) : null];
  }

  const since = {name: 'from', label: '从哪一天起', kind: 'day'};
  /** Of what was there before nothing is written, a first day need not be known. */
  const begin = before => items(before).length ? since : Object.assign({free: true, hint: '一直都是的，可以不写'}, since);
  const starting = date => date ? '从' + day(date) + '起' : '';
  const until = {name: 'to', label: '到哪一天为止（最后一天）', kind: 'day'};

  /** Overwrites what was mistyped. */
  function correct(label, name, list, item, first, fields) {
    const now = whole(item, first);
    const asked = fields.map(label => ({name: label, label: {起: '从哪一天起', 止: '到哪一天为止'}[label] || label, kind: /^[起止]$/.test(label) ? 'day' : 'text', free: label !== first, value: /^[起止]$/.test(label) ? iso(of(now, label)) : of(now, label)}))
      .filter(field => typeof field.value === 'string');
    return change(0, label + '：' + name, '改的是当初写错了、没有写上的，改了就没有旧的。换了人、改了名、不再有的，请用别的按钮，以前的才查得到。', asked, (answers, values) => {
      const changed = asked.filter(field => answers[field.name] !== field.value);
      return {values: {[key(values, list)]: replaced(of(values, list), item, having(now, Object.fromEntries(changed.map(field => [field.name, answers[field.name]]))))},
        words: changed.map(field => field.label + '：' + (field.value ? '“' + shownDay(field.value) + '”改为' : '写上') + (answers[field.name] ? '“' + shownDay(answers[field.name]) + '”' : '不写'))};
    }, '', {label: '这一行是错的，删去', work: () => change(0, '删去：' + name, '从来没有过的才删。有过的请按“取消”，写上到哪一天为止。', [], (answers, values) => ({
      values: {[key(values, list)]: replaced(of(values, list), item)}, words: [name + '整行删去，以前的也查不到']}), '删去')});
  }

  function member(item) {
    const now = whole(item, '职务');
    const post = of(now, '职务');
    const name = of(now, '姓名');
    const said = post + name;
    const label = name ? '改错字' : '写姓名';
    const mend = [label, () => correct(label, said, '委员会', item, '职务', ['职务', '姓名', '起', '止'])];
    const put = (values, ...fresh) => ({[key(values, '委员会')]: replaced(of(values, '委员会'), item, ...fresh)});
    return row(said, [h('b', null, post), ' ', name || h('span', {class: 'hint'}, '没有写姓名')], term(now), to(now) ? [mend] : (name ? [] : [mend]).concat([
      ['换人', () => change(0, '换人：' + said, null, [{name: 'name', label: '谁来担任' + post, kind: 'text'}, since], ({name: next, from: date}, values) => ({
        values: put(values, having(now, {止: before(date)}), {[key(now, '职务')]: post, [key(now, '姓名')]: next, [key(now, '起')]: date}),
        words: [(name ? name + '任' + post : '原来的' + post + '任') + '到' + day(before(date)) + '为止', next + '从' + day(date) + '起任' + post].concat(outside(values, date))}))],
      ['不再担任', () => change(0, '不再担任：' + said, null, [until], ({to: date}, values) => ({values: put(values, having(now, {止: date})), words: [said + '任到' + day(date) + '为止']}))],
      ], name ? [mend] : []));
  }

  function group(item, others) {
    const now = whole(item, '名称');
    const name = of(now, '名称');
    const put = (values, ...fresh) => ({[key(values, '党小组')]: replaced(of(values, '党小组'), item, ...fresh)});
    const first = leader(now, today);
    const mend = ['改错字', () => correct('改错字', name, '党小组', item, '名称', ['名称', '组长', '人数', '起', '止'])];
    const count = number(of(now, '人数'), today);
    const followed = (field, said, date) => having(now, {[field]: follow(of(now, field), field === '组长' ? '姓名' : '人数', said, date)});
    const gone = of(now, '并入') || now.改称 || now.继任 || now.into;
    return row(name, [h('b', null, name), first ? ' 组长：' + first : '', count ? '，' + count + '人' : ''], [term(now), gone ? '后来是' + gone : ''].filter(Boolean).join('，'), to(now) ? [mend] : [
      [first ? '换组长' : '写组长', () => change(0, '组长：' + name, null, [{name: 'leader', label: first ? '新组长' : '组长', kind: 'text'}, begin(of(now, '组长'))], ({leader: next, from: date}, values) => ({
        values: put(values, followed('组长', next, date)), words: [first ? first + '任' + name + '组长到' + day(before(date)) + '为止' : '', next + starting(date) + '任' + name + '组长'].filter(Boolean)}))],
      [count ? '人数变了' : '写人数', () => change(0, '人数：' + name, null, [{name: 'count', label: '现在几人', kind: 'number'}, begin(of(now, '人数'))], ({count: next, from: date}, values) => ({
        values: put(values, followed('人数', next, date)), words: [name + starting(date) + next + '人' + (count ? '，以前' + count + '人' : '')]}))],
      ['改名', () => change(0, '改名：' + name, null, [{name: 'name', label: '新的名称', kind: 'text'}, since], ({name: next, from: date}, values) => ({
        values: put(values, having(now, {止: before(date), 改称: next}), Object.assign({名称: next}, first ? {组长: first} : {}, count ? {人数: count} : {}, {起: date})),
        words: [name + '的名称用到' + day(before(date)) + '为止', '从' + day(date) + '起叫' + next + (first ? '，组长还是' + first : '')]}))],
      ['撤销、并入', () => change(0, '撤销、并入：' + name, null, [until, {name: 'into', label: '并入哪个组', kind: 'choice', free: true, choices: others.filter(other => other !== name)},
        {name: 'total', label: '并入以后那个组几人', kind: 'number', free: true, hint: count ? name + '现在' + count + '人。' : ''}], ({to: date, into, total}, values) => {
        const list = replaced(of(values, '党小组'), item, having(now, {止: date, 并入: into}));
        const joined = into && total && list.map(one => whole(one, '名称')).find(one => of(one, '名称') === into && !to(one));
        return {values: {[key(values, '党小组')]: joined ? list.map(one => of(whole(one, '名称'), '名称') === into && !to(whole(one, '名称')) ? having(joined, {人数: follow(of(joined, '人数'), '人数', total, moved(date, 1))}) : one) : list},
          words: [name + '到' + day(date) + '为止' + (into ? '，并入' + into : '')].concat(joined ? [into + '从' + day(moved(date, 1)) + '起' + total + '人'] : [])};
      })],
      mend]);
  }

  /** What is done most often stands beside the words, and the rest of it behind 更多. */
  function row(name, words, facts, acts) {
    const act = ([label, work]) => button(label, work, {'aria-label': label + '：' + name, 'data-name': label + '：' + name});
    const more = acts.length < 2 ? null : h('details', {class: 'more-actions', onclick: event => {
      event.currentTarget.open = event.currentTarget.open && !event.target.closest('.buttons');
    }, onkeydown: event => {
      if (event.key === 'Escape' && more.open) {
        more.open = false;
        more.firstChild.focus();
      }
    }, ontoggle: () => more.open && element.querySelectorAll('.more-actions[open]').forEach(other => { other.open = other === more; })},
      h('summary', {class: 'button', 'aria-label': '更多：' + name}, '更多'), h('div', {class: 'buttons'}, acts.slice(1).map(act)));
    return h('li', null, h('div', null, h('p', null, words), facts ? h('p', {class: 'path'}, facts) : null),
      acts.length ? h('div', {class: 'row-links'}, act(acts[0]), more) : null);
  }

  /** A new term: who stays needs nothing. */
  function elect(current) {
    const posts = current.map((item, i) => ({name: 'member-' + i, label: of(whole(item, '职务'), '职务'), kind: 'text', free: true, value: of(whole(item, '职务'), '姓名')}));
    return change(0, '换届', '新一届里还是原来那个人的，不用改；没有人担任了的，把姓名去掉。新设的职务，换届以后用“增补委员”写上。', [since, Object.assign({}, until, {label: '任到哪一天'})].concat(posts), (answers, values) => {
      let list = of(values, '委员会');
      const words = ['新一届任期从' + day(answers.from) + '到' + day(answers.to)];
      current.forEach((item, i) => {
        const now = whole(item, '职务');
        const next = answers[posts[i].name];
        if (next === posts[i].value) {
          return;
        }
        const fresh = next ? [{[key(now, '职务')]: of(now, '职务'), [key(now, '姓名')]: next, [key(now, '起')]: answers.from}] : [];
        list = replaced(list, item, having(now, {止: before(answers.from)}), ...fresh);
        words.push(of(now, '职务') + '：' + (posts[i].value || '原来的') + '到' + day(before(answers.from)) + '为止' + (next ? '，' + next + '接任' : ''));
      });
      const terms = items(of(values, '任期')).concat({起: answers.from, 止: answers.to});
      return {values: Object.assign({[key(values, '任期')]: terms}, words.length > 1 ? {[key(values, '委员会')]: list} : {}), words};
    });
  }

  function lines() {
    return h('ul', {class: 'setting-rows'}, LINES.filter(([at]) => files[at].values).map(([at, name, label, hint, holder, isOnce]) => {
      const inside = values => holder ? of(values, holder) || {} : values;
      const value = of(inside(files[at].values), name);
      return h('li', null, h('div', null, h('p', null, h('b', null, label), ' ', typeof value === 'string' && value ? h('span', null, value, isOnce ? h('small', {class: 'hint'}, '索引号用它开头，不能再改') : null) : h('span', {class: 'hint'}, '没有写'))),
        typeof value === 'string' && !(isOnce && value) ? h('div', {class: 'row-links'}, button(value ? '改' : '写上', () => change(at, label, null, [{name: 'words', label, kind: 'text', value, hint}], ({words}, values) => ({
          values: holder ? {[key(values, holder)]: having(inside(values), {[name]: words})} : {[key(values, name)]: words},
          words: words === value ? [] : [label + (value ? '由“' + value + '”改为“' : '写上“') + words + '”']})), {'aria-label': (value ? '改' : '写上') + label, 'data-name': '改' + label})) : null);
    }));
  }

  const sentence = problem => plain((problem.severity === 'error' ? '' : '提醒：') + problem.message + (problem.hint ? '；' + problem.hint : ''));
  const told = all => all.length ? h('ul', {class: 'problems'}, all.map(problem => h('li', {class: problem.severity}, sentence(problem)))) : null;
  /** What is wrong with some of the values of a file, by the lines on which these begin. */
  function problems(at, wanted) {
    const {problems: all, lines: begin} = files[at];
    const holder = problem => Object.keys(begin).filter(name => begin[name] <= problem.line).sort((a, b) => begin[a] - begin[b]).pop() || '';
    return told(all.filter(problem => wanted([holder(problem), ...Object.keys(OTHER).filter(name => OTHER[name].includes(holder(problem)))])));
  }
  const isOfGroups = names => names.some(name => /^党小组|^党员人数|^人员/.test(name));
  const isOfBranch = names => !isOfGroups(names) && !names.some(name => /^委员会|^任期/.test(name));

  /** Where a file cannot be read, and that nothing of it is lost. */
  function unread({path, problems: all, shared}) {
    return shared ? h('p', {class: 'hint'}, '“' + SETTINGS[path] + '”是几个支部共用的，要改请找管理员。') : h('div', {class: 'unread'}, h('p', null, h('b', null, '“' + SETTINGS[path] + '”' + (all.length ? '第' + all[0].line + '行' : '') + '读不出来。'), '请管理员改好那一行，这里才能改。写着的都在，没有动。'),
      h('details', null, h('summary', null, '给管理员看的'), told(all)));
  }

  function organisation() {
    const {values} = files[0];
    if (!values) {
      return null;
    }
    const isPast = (item, first) => to(whole(item, first)) && to(whole(item, first)) < today;
    const committee = items(of(values, '委员会'));
    const groups = items(of(values, '党小组'));
    const current = (all, first) => all.filter(item => !isPast(item, first));
    const names = current(groups, '名称').map(item => of(whole(item, '名称'), '名称'));
    const terms = items(of(values, '任期'));
    const members = number(of(values, '党员人数'), today);
    const past = (all, first, show, label) => all.length > current(all, first).length
      ? h('details', null, h('summary', null, label), h('ul', {class: 'setting-rows'}, all.filter(item => isPast(item, first)).map(show))) : null;
    const none = (all, words) => all.length ? null : h('p', {class: 'empty'}, words);
    return [
      h('section', null, h('h2', {id: 'committee', tabindex: '-1'}, '委员会'), problems(0, names => !isOfGroups(names) && !isOfBranch(names)), none(committee, '还没有写。写上以后，会议、台账照它核对。'),
        terms.length ? h('p', {class: 'hint'}, '任期：', terms.filter((one, i) => to(one) >= today || i === terms.length - 1).map(one => day(from(one)) + '至' + day(to(one))).join('；')) : null,
        h('ul', {class: 'setting-rows'}, current(committee, '职务').map(member)), past(committee, '职务', member, '以前的委员'),
        h('div', {class: 'buttons'}, button(committee.length ? '增补委员' : '写上委员', () => change(0, '增补委员', null, [{name: 'post', label: '职务', kind: 'text', choices: POSTS}, {name: 'name', label: '姓名', kind: 'text', free: true, hint: '不公开姓名的可以不写'}, begin(of(values, '委员会'))], (answers, now) => ({
          values: {[key(now, '委员会')]: items(of(now, '委员会')).concat(having({}, {职务: answers.post, 姓名: answers.name, 起: answers.from}))}, words: [(answers.name || '有人') + starting(answers.from) + '任' + answers.post].concat(outside(now, answers.from))}))),
        button('换届', () => elect(current(committee, '职务'))))),
      h('section', null, h('h2', null, '党小组'), problems(0, isOfGroups), none(groups, '没有党小组。'),
        h('ul', {class: 'setting-rows'}, current(groups, '名称').map(item => group(item, names))), past(groups, '名称', item => group(item, names), '以前的党小组'),
        h('div', {class: 'buttons'}, button('新设党小组', () => change(0, '新设党小组', null, [{name: 'name', label: '名称', kind: 'text'}, {name: 'leader', label: '组长', kind: 'text', free: true}, {name: 'count', label: '几人', kind: 'number', free: true}, begin(of(values, '党小组'))], (answers, now) => ({
          values: {[key(now, '党小组')]: items(of(now, '党小组')).concat(having({}, {名称: answers.name, 组长: answers.leader, 人数: answers.count, 起: answers.from}))},
          words: [starting(answers.from) + '有' + answers.name + (answers.leader ? '，组长' + answers.leader : '') + (answers.count ? '，' + answers.count + '人' : '')]})))),
        h('ul', {class: 'setting-rows is-sum'}, row('党员', [h('b', null, '全支部党员'), ' ', members ? members + '人' : h('span', {class: 'hint'}, '没有写')], '', [[members ? '人数变了' : '写人数', () => change(0, '人数：党员', null, [{name: 'count', label: '现在全支部几人', kind: 'number'}, begin(of(values, '党员人数'))], (answers, now) => ({
          values: {[key(now, '党员人数')]: follow(of(now, '党员人数'), '人数', answers.count, answers.from)}, words: [starting(answers.from) + '党员' + answers.count + '人' + (members ? '，以前' + members + '人' : '')]}))]]))),
    ];
  }

  async function draw() {
    const open = await read();
    element.onclick = event => element.querySelectorAll('.more-actions[open]').forEach(menu => { menu.open = menu.contains(event.target) && menu.open; });
    fill(element, h('div', {class: 'head'}, h('h1', null, '设置')),
      open ? h('div', {class: 'offer'}, h('p', null, '设置改了，读者还看不到。'), h('a', {class: 'button primary', href: '#/commit/' + OWN}, '去发布')) : null,
      h('div', {class: 'setting-columns'}, h('section', null, h('h2', {tabindex: '-1'}, '支部和网站'), files.map((file, at) => file.values ? problems(at, isOfBranch) : unread(file)), lines()), organisation()));
  }

  await draw();
  return {title: '设置', element};
}
