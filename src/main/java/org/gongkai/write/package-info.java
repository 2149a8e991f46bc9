/**
 * Creation of entries. Input: kinds, settings and the existing entries. Output: the text of a new entry, the next index
 * number, edited headers. Independent of pages and rules.
 */
package org.gongkai.write;
