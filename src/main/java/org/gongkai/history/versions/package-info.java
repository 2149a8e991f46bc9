/**
 * The published versions of entries. Input: the current entries and the history of their files. Output: for each entry
 * its versions, the periods in which it was withdrawn and its previous addresses; for an audience the text of a
 * version, or the reason why it is withheld. Independent of templates.
 */
package org.gongkai.history.versions;
