/**
 * How Chinese is written: classes of characters, characters of full width, numerals, dates and the numbering of
 * official documents. Input: texts. Output: numbers, dates, texts. Knows no other package of the program.
 */
package org.gongkai.text;
