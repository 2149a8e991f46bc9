/**
 * Keeps what is typed: each change is in the browser's own store at once and in the journal of the program half a
 * second later. The store is emptied when the journal has confirmed the text.
 */
import {UNREACHABLE, post} from './api.js';

const DELAY = 500;
/** The status if the file is no longer there; the journal has the text all the same. */
export const GONE = 404;
const RETRY = 2000;
/** The editor reads a composed word a moment after the composition has ended. */
const SETTLED = 200;
const PREFIX = 'gongkai-draft ';
/** Browsers send no more than 64 KB once a page is closed. */
const LAST_WORDS = 60000;

const WINDOW = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0'))
  .join('');

/** The texts of an entry that the browser has kept and no journal confirmed, the latest first. */
export function keptTexts(path) {
  const found = [];
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (key.startsWith(PREFIX) && key.endsWith(' ' + path)) {
      try {
        const kept = JSON.parse(localStorage.getItem(key));
        found.push(Object.assign(kept, {path, key, window: key.split(' ')[1]}));
      } catch (error) {
        localStorage.removeItem(key);
      }
    }
  }
  return found.sort((a, b) => a.time < b.time ? 1 : -1);
}

export function forget(kept) {
  localStorage.removeItem(kept.key);
}

export class Autosave {
  /**
   * @param read returns the text as it is now: {base, header, body}
   * @param onResult is given the answer of the program to a text, and that text
   * @param onState is told typing, kept, offline, gone or failed, with a sentence
   */
  constructor(path, read, onResult, onState) {
    this.path = path;
    this.read = read;
    this.onResult = onResult;
    this.onState = onState;
    this.fields = {};
    this.sending = null;
    this.changed = false;
    this.timer = null;
    this.closed = false;
    this.key = PREFIX + WINDOW + ' ' + path;
    this.last = () => this.sendLast();
    this.hidden = () => {
      if (document.visibilityState === 'hidden') {
        this.sendLast();
      }
    };
    // A word that is still being composed is no text yet, and marks in its line would end the input method.
    this.composing = false;
    this.waiting = null;
    this.begin = () => { this.composing = true; };
    this.end = () => {
      this.composing = false;
      setTimeout(() => this.deliver(), SETTLED);
    };
    document.addEventListener('compositionstart', this.begin);
    document.addEventListener('compositionend', this.end);
    window.addEventListener('pagehide', this.last);
    document.addEventListener('visibilitychange', this.hidden);
  }

  /** Something was typed. */
  touch(field, value) {
    if (field !== undefined) {
      this.fields[field] = value;
    }
    this.changed = true;
    this.store();
    this.onState('typing', '');
    this.later(DELAY);
  }

  /** Shows an answer, once no word is being composed; a newer one replaces it. */
  answered(result, text) {
    this.waiting = () => this.onResult(result, text);
    this.deliver();
  }

  deliver() {
    if (this.waiting && !this.composing && !this.closed) {
      const work = this.waiting;
      this.waiting = null;
      work();
    }
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send().catch(() => {}), delay);
  }

  snapshot() {
    const time = new Date().toISOString();
    return Object.assign({path: this.path, window: WINDOW, fields: this.fields, time}, this.read());
  }

  store() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.snapshot()));
    } catch (error) {
      // The store of the browser is full; the journal is the one that counts.
    }
  }

  /** Sends what is not confirmed; the promise ends when all of it is. */
  send() {
    clearTimeout(this.timer);
    if (this.sending) {
      return this.sending.then(() => this.changed ? this.send() : null);
    }
    if (!this.changed) {
      return Promise.resolve();
    }
    if (this.composing) {
      this.later(DELAY);
      return Promise.resolve();
    }
    const text = this.snapshot();
    this.changed = false;
    this.fields = {};
    this.sending = post('draft', text).then(result => {
      this.sending = null;
      if (this.closed) {
        return;
      }
      this.answered(result, text);
      if (this.changed) {
        this.later(DELAY);
      } else {
        localStorage.removeItem(this.key);
        this.onState('kept', '');
      }
    }, error => {
      this.sending = null;
      this.changed = true;
      this.fields = Object.assign({}, text.fields, this.fields);
      this.store();
      this.onState(error.status === UNREACHABLE ? 'offline' : error.status === GONE ? 'gone' : 'failed', error.message);
      if (!this.closed) {
        this.later(RETRY);
      }
      throw error;
    });
    return this.sending;
  }

  /** Sends at once what the page still holds when it is closed. */
  sendLast() {
    if (this.changed) {
      const text = this.snapshot();
      this.store();
      post('draft', text, {keepalive: text.body.length + text.header.length < LAST_WORDS / 3}).catch(() => {});
    }
  }

  /** Nothing is left to be kept: the text is in its file. */
  done() {
    this.changed = false;
    this.fields = {};
    clearTimeout(this.timer);
    localStorage.removeItem(this.key);
  }

  close() {
    document.removeEventListener('compositionstart', this.begin);
    document.removeEventListener('compositionend', this.end);
    window.removeEventListener('pagehide', this.last);
    document.removeEventListener('visibilitychange', this.hidden);
    const end = () => {
      this.closed = true;
      clearTimeout(this.timer);
    };
    return this.send().then(end, end);
  }
}

export {WINDOW};
