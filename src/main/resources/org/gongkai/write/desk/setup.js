/** The first window: makes a site, and goes on to the desk when it is open. */
import {button, dialog, failed, fill, h} from './dom.js';
import {get, post} from './api.js';

const form = document.getElementById('setup');
/** What the folder of a site is called. */
const OWN = '党务公开';
const value = name => form.elements[name].value;

/** Puts the site into a folder. */
function put(folder) {
  form.elements.folder.value = folder;
  named(document.getElementById('where'), folder);
}

/** Folders of a user as the windows of the system call them. */
const USUAL = {Desktop: '桌面', Documents: '文档', Downloads: '下载'};
const HOME = /^(?:\/(?:home|Users)\/[^/]+|\/root|[A-Z]:\\Users\\[^\\]+)$/;

/** A folder by its name, with that of the one it is in. */
function called(folder) {
  const parts = /^(.*?)[\\/]?([^\\/]*)$/.exec(folder.replace(/[\\/]$/, ''));
  const name = HOME.test(folder) ? '个人文件夹' : HOME.test(parts[1]) && USUAL[parts[2]] || parts[2] || folder;
  return parts[1] && parts[2] && !HOME.test(folder) ? called(parts[1]).split(' › ').slice(-1) + ' › ' + name : name;
}

/** Writes the name of a folder before its path. */
function named(place, folder) {
  fill(place, h('b', null, called(folder)), h('small', null, folder));
}

/** Where a site comes to stand: among other files it has a folder of its own. */
const own = ({folder, names}) => names.includes('content') || folder.endsWith(OWN) ? folder
  : folder.replace(/[\\/]?$/, folder.includes('\\') ? '\\' : '/') + OWN;

get('setup').then(({folder}) => {
  put(folder);
}, failed);

/** Looks for a folder; only the names of folders are shown, of the one that is looked into. */
async function choose() {
  const here = h('p', {class: 'here', 'aria-live': 'polite'});
  const list = h('ul', {class: 'folders'});
  let now = null;
  const then = h('p', {class: 'hint', 'aria-live': 'polite'});
  const into = () => now.folder.replace(/[\\/]?$/, now.folder.includes('\\') ? '\\' : '/');
  async function look(folder) {
    now = await get('setup/folders', {in: folder});
    named(here, now.folder);
    fill(then, now.names.includes('content') ? '这里已经有网站，直接打开。' : ['网站放在：', h('b', null, called(own(now)))]);
    const row = (name, to, kind) => h('li', null, button(name, () => look(to), {class: kind}));
    fill(list, now.parent ? row('上一层', now.parent, 'up') : now.roots.length > 1 ? now.roots.map(root => row(root, root, 'up')) : null,
      now.names.map(name => row(name, into() + name, 'folder')),
      now.names.length ? null : h('li', {class: 'hint'}, '里面没有文件夹。'));
    list.scrollTop = 0;
  }
  await look(value('folder'));
  await dialog('选择文件夹', h('div', null, h('p', {class: 'hint'}, '不清楚的按“取消”，就放在原处。', h('span', {class: 'only-phone'}, '这里列的是开工作台的那台电脑上的文件夹。')), here, list, then), [
    {label: '就放在这里', primary: true, work: () => put(own(now))},
    {label: '取消'},
  ]);
}
document.getElementById('choose').addEventListener('click', () => choose().catch(failed));

async function desk() {
  const {address} = await get('setup/desk');
  if (address) {
    location.replace(address);
  } else {
    setTimeout(() => desk().catch(failed), 300);
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const fields = ['name', 'code', 'unit', 'groups', 'reviewer', 'folder'];
  const answers = Object.fromEntries(fields.map(name => [name, value(name)]));
  post('setup', {...answers, git: form.elements.git.checked}).then(({existed}) => {
    fill(document.getElementById('main'), h('h1', null, existed ? '正在打开站点……' : '站点建好了，正在打开工作台……'));
    return desk();
  }).catch(error => {
    const nameless = !value('name').trim();
    document.getElementById('name-problem').textContent = nameless ? error.message : '';
    if (nameless) {
      form.elements.name.focus();
    } else {
      failed(error);
    }
  });
});
