/**
 * Creation of entries. Input: kinds, settings and the existing entries. Output: the text of a new entry, the next index
 * number, edited headers; what an import of documents needs to know of a site; the entries by what is still to be done
 * with them. Independent of pages.
 */
package org.gongkai.write;
