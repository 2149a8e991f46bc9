/** Pictures and other files that are put into an entry. */
import {ask, failed, note, quiet, say} from './dom.js';
import {upload} from './api.js';

const MAX_FILE = 50 * 1024 * 1024;
/** Stands for what is on a picture until somebody writes it; the same blank as in imported documents. */
const UNSAID = '＿＿（待填：图上有什么）';

/**
 * Stores files beside an entry.
 *
 * @param picture is given a picture that is stored, {link, alt}
 * @param attachment is given the link of another file
 * @param instead the link of a file whose place it takes, if it is of the same type
 */
export async function store(path, files, picture, attachment, instead) {
  const done = [];
  const refused = [];
  let remarked = false;
  quiet();
  for (const file of Array.from(files)) {
    if (file.size > MAX_FILE) {
      refused.push('“' + file.name + '”有 ' + Math.ceil(file.size / 1024 / 1024) + ' MB，一个附件最多 50 MB。');
      continue;
    }
    try {
      const send = seal => upload('upload', file, {path, name: file.name, seal, instead});
      const taken = await send().catch(async doubt => {
        // What is not to be shown stays out unless somebody insists.
        if (doubt.status !== 409 || await ask('这张不放了吧？', '不放', doubt.message, '还是放进来')) {
          throw Object.assign(doubt, {isAnswered: doubt.status === 409});
        }
        return send('yes');
      });
      if (taken.picture && !instead) {
        picture(Object.assign(taken, {alt: UNSAID, shown: URL.createObjectURL(file)}));
      } else {
        await attachment(taken.link);
      }
      remarked = remarked || taken.remarks.length > 0;
      done.push(taken.remarks.map(remark => '“' + file.name + '”' + remark + '。').join('')
        + (instead ? taken.link === instead ? '附件已换成新的，名称和各处的链接都没有变。' : '附件已换成新的，这一篇里的链接也改好了。'
          : taken.picture ? '图片已放在正文里，请接着写图片说明。' : '附件已放好，写在正文后面的“附件”里。'));
    } catch (error) {
      if (error.status === undefined) {
        failed(error);
      }
      if (!error.isAnswered) {
        refused.push(error.message);
      }
    }
  }
  // One message tells of all of them; what stands in its place is seen there.
  if (!refused.length && !instead && !remarked) {
    say(done.join(''));
  } else if (refused.length + done.length) {
    note(refused.concat(done).join(''), refused.length ? 'bad' : 'good');
  }
}

/** A button that lets files be chosen. */
export function chooser(take, accept) {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.hidden = true;
  input.accept = accept || '';
  input.addEventListener('change', () => {
    take(input.files);
    input.value = '';
  });
  return input;
}
