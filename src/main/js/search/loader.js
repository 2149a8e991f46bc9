/* Loads the files of the index by script elements, which from file:// is the only way; each hands its values to gk. */
export function loader(folder) {
  let handed = null;
  window.gk = (...values) => handed = values;
  return name => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = script.onerror = () => {
      const values = handed;
      handed = null;
      script.remove();
      values ? resolve(values) : reject(new Error(name));
    };
    script.src = folder + name + '.js';
    document.head.appendChild(script);
  });
}
