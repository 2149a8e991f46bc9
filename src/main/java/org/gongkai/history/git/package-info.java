/**
 * What was committed. Comes in: a folder under git, or a bare repository, and the name of a revision; a bundle of commits that
 * was brought. Goes out: the files of that revision as a source, what commits did to them, bundles to carry away. All of
 * JGit is in here. Knows nothing of entries.
 */
package org.gongkai.history.git;
