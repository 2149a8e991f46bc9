window.drafts = [];
window.answers = [];
window.answered = 0;
const due = new Map();
const set = window.setTimeout;
const clear = window.clearTimeout;
window.setTimeout = (work, delay, ...more) => {
  if (delay !== 500) {
    return set(work, delay, ...more);
  }
  const id = {};
  due.set(id, work);
  return id;
};
window.clearTimeout = id => due.delete(id) || clear(id);
window.elapse = () => {
  const all = Array.from(due.values());
  due.clear();
  all.forEach(work => work());
};
const real = window.fetch;
window.fetch = (address, options) => {
  if (!address.includes('api/draft')) {
    return real(address, options);
  }
  window.drafts.push(JSON.parse(options.body).body);
  return new Promise(arrive => window.answers.push(arrive)).then(() => real(address, options)).then(answer => {
    const text = answer.text.bind(answer);
    answer.text = () => text().then(words => {
      set(() => window.answered++, 0);
      return words;
    });
    return answer;
  });
};
