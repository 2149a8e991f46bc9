/** Requests to the program. Whatever fails is an ApiError whose message is a sentence for the reader. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The status of an ApiError if the program does not answer. */
export const UNREACHABLE = 0;
/** The status if a file cannot be read, of which a browser says no more than of a program that does not answer. */
const UNREADABLE = -1;

/**
 * The token of this port, which the program puts behind the # of the first address. Unlike a cookie, what is stored here is
 * not sent to other ports; all tabs share it, so that pages go on working after the program was opened anew.
 */
const TOKEN = 'token';

const given = /^#token=([0-9a-f]+)$/.exec(location.hash);
if (given) {
  localStorage.setItem(TOKEN, given[1]);
  history.replaceState(null, '', location.pathname);
}

/** Whether the program runs on another machine than this one, as with a telephone: nobody there can open it. */
export const isElsewhere = () => matchMedia('(max-width: 600px), (hover: none) and (pointer: coarse)').matches || !/^(127\.|localhost$)/.test(location.hostname);

/** What is to be done where the program does not answer, and where it was opened anew, which this window does not know. */
const CLOSED = {
  here: ['工作台关上了，写的字都存在这台电脑上。双击平时的“gongkai”图标再打开一次，这一页自己接上。', '工作台关过一次，写的字都存在这台电脑上。双击平时的“gongkai”图标再打开一次，这里就能接着写。'],
  elsewhere: ['工作台关上了，写的字都在。请开工作台的人再开一次，把新的网址发给您。', '工作台关过一次，写的字都在。请开工作台的人把新的网址发给您。'],
};
const closed = again => CLOSED[isElsewhere() ? 'elsewhere' : 'here'][again ? 1 : 0];

const listeners = [];
let reachable = true;

/** Calls a function when the program stops or begins to answer. */
export function onConnection(listener) {
  listeners.push(listener);
}

function connection(now, message) {
  if (now !== reachable) {
    reachable = now;
    listeners.forEach(listener => listener(now, message));
  }
}

async function request(path, options) {
  let response;
  try {
    response = await fetch('/api/' + path, Object.assign({cache: 'no-store'}, options, {
      headers: Object.assign({'X-Gongkai-Token': localStorage.getItem(TOKEN) || ''}, options && options.headers),
    }));
  } catch (error) {
    const file = options && options.body;
    if (file instanceof File && !await file.arrayBuffer().catch(() => null)) {
      throw new ApiError(UNREADABLE, '“' + file.name + '”读不出来：可能已经移走、改名，或者刚被别的程序改过。请看看它还在不在，存好关上，再选一次。');
    }
    const message = closed(false);
    connection(false, message);
    throw new ApiError(UNREACHABLE, message);
  }
  const text = await response.text();
  if (response.status === 403) {
    const message = closed(true);
    connection(false, message);
    throw new ApiError(UNREACHABLE, message);
  }
  connection(true);
  if (!response.ok) {
    throw new ApiError(response.status, text.trim());
  }
  return JSON.parse(text);
}

function query(parameters) {
  const words = Object.keys(parameters || {})
    .filter(name => parameters[name] !== undefined && parameters[name] !== null)
    .map(name => name + '=' + encodeURIComponent(parameters[name]));
  return words.length ? '?' + words.join('&') : '';
}

export function get(path, parameters) {
  return request(path + query(parameters));
}

export function post(path, body, options) {
  return request(path, Object.assign({
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body || {}),
  }, options));
}

export function upload(path, file, parameters) {
  return request(path + query(parameters), {
    method: 'POST',
    headers: {'Content-Type': 'application/octet-stream'},
    body: file,
  });
}
