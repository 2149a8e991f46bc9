/** What is done with the file of an entry: removal, withdrawal. */
import {ask, dialog, h, note} from './dom.js';
import {get, post} from './api.js';
import {WINDOW} from './autosave.js';
import {entryLink} from './overview.js';

/** Removes an entry that was never public, and withdraws any other. */
export async function remove(page) {
  const state = await get('removal', {path: page.path});
  return state.public ? withdraw(page) : discard(page);
}

async function discard(page) {
  if (await ask('删去这一篇？', '删去', '文字还会留在“没有保存的文字”里，可以恢复。')) {
    await page.autosave.send();
    await post('remove', {path: page.path, window: WINDOW});
    page.autosave.done();
    note('已删去。文字还在“没有保存的文字”里，可以恢复。');
    location.hash = '#/';
    document.dispatchEvent(new Event('repository'));
  }
}

async function withdraw(page) {
  await page.autosave.send();
  const reason = h('input', {id: 'reason', type: 'text', autocomplete: 'off', placeholder: '如：会议取消'});
  await dialog('撤回这一篇', h('div', {class: 'fields'},
    h('p', null, '这一篇公开过，不能删去：别人收藏的网址会打不开，服务器也不收。'),
    h('p', null, '撤回以后，原来的网址上留一页说明，列表、检索和订阅里都不再有它。'),
    h('p', null, '写好原因，还要再按“发布这次撤回”；按以前，读者仍看得到。'),
    h('div', {class: 'field'}, h('label', {for: 'reason'}, '为什么撤回（读者看得到）'), reason)), [
    {label: '撤回并保存', primary: true, work: () => page.change('withdraw', {reason: reason.value.trim()})},
    {label: '取消'},
  ]);
  if (page.field('状态').value === '已撤回') {
    page.toNextStep();
  }
}
