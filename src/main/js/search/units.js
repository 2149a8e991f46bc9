/* The text of UTF-16 units, by their numbers. */
export const textOf = String.fromCharCode;
