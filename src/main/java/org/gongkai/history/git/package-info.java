/**
 * Access to Git repositories; the only packages that use JGit. Input: a folder in a work tree, or a bare repository,
 * and revisions; bundles to import. Output: the files of a commit as a source, the commits, bundles to export.
 * Independent of what entries contain.
 */
package org.gongkai.history.git;
