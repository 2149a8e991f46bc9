/* The page for missing addresses, opened from a folder: its links start at a root that is not there. */
if (window.location.protocol === 'file:') {
  var root = document.querySelector('.site-name a').getAttribute('href').replace('index.html', '');
  Array.prototype.forEach.call(document.querySelectorAll('a[href^="' + root + '"]'), function (link) {
    link.setAttribute('href', link.getAttribute('href').slice(root.length));
  });
}
