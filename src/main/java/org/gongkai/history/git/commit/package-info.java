/**
 * Commits and what they changed. Input: a repository. Output: the history of every entry as immutable values.
 * Independent of what an entry contains.
 */
package org.gongkai.history.git.commit;
