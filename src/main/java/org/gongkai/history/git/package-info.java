/**
 * Access to Git repositories; the only packages that use JGit, but for its algorithm that compares sequences. Input: a
 * folder in a work tree, or a bare repository, and revisions. Output: the files of a commit as a
 * source, the commits. Independent of what entries contain.
 *
 * <p>A commit is a source like a folder, listed through the same code, so that names, links and problems are the
 * same: a clean checkout and {@code --rev} give the same bytes. Line endings that git changed at checkout are
 * changed back where the result is, by its hash, what the index has; other attributes that change bytes (filters)
 * are not followed.
 *
 * <p>What a commit did never changes, so it is cached under the commit's name; a file that is damaged or of another
 * version is read again, a shallow clone is never cached. A moved file is recognised by its index number, its name
 * with another extension, its bytes, or its similarity, in this order; two numbers are never one entry.
 */
package org.gongkai.history.git;
