/** The first window: makes a site, and goes on to the desk when it is open. */
import {failed, fill, h} from './dom.js';
import {get, post} from './api.js';

const form = document.getElementById('setup');
const value = name => form.elements[name].value;

get('setup').then(({folder}) => {
  form.elements.folder.value = folder;
}, failed);

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
