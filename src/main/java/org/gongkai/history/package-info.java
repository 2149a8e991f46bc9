/**
 * What was committed. Comes in: a folder under git, or a bare repository, and the name of a revision. Goes out: the files
 * of that revision as a source, and what commits did to them. All of JGit is in here. Knows nothing of entries.
 */
package org.gongkai.history;
