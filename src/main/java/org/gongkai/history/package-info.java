/**
 * What was committed. Comes in: a folder under git and the name of a revision. Goes out: the files of that revision. All
 * of JGit is in here. Knows nothing of entries.
 */
package org.gongkai.history;
