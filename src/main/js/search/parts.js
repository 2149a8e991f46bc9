/* The parts of the page, by what follows "search-" in their ids; the whole has no more. */
export const parts = {};
for (const part of document.querySelectorAll('[id^=search]')) {
  parts[part.id.slice(7) || 'whole'] = part;
}
