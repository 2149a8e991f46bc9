/**
 * Source files. Input: the root of a site. Output: the list of its files, their bytes and texts; nothing outside the
 * root. Knows of entries only which paths denote them.
 */
package org.gongkai.input.source;
