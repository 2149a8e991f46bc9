/**
 * How Chinese is written: classes of characters, full-width forms, numerals, dates, and the numbering of official
 * documents. In: texts; out: numbers, dates, texts. Knows nothing of the other packages of the program.
 */
package org.gongkai.text;
