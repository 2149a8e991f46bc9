/* The text of UTF-16 units, by their numbers. */
export const textOf = String.fromCharCode;
/* A list without what was there before. */
export const unique = list => [...new Set(list)];
