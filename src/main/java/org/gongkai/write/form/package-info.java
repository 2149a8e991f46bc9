/**
 * Forms for the headers of entries. Input: kinds, settings, existing entries, the text of an entry. Output: the fields
 * of a form with their values and defaults, and the text with changed fields. Independent of HTTP, pages and git.
 *
 * <p>Header edits replace single lines and are then read again: an edit that would change anything else, or that would
 * be read differently, is refused. So the editor need not understand every form of YAML, and never damages one.
 */
package org.gongkai.write.form;
