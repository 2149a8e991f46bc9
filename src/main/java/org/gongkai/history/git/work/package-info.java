/**
 * A work tree that somebody edits: commit, pull, push, history, undo. Comes in: the folder of a site and the
 * environment of the process. Goes out: results as values; texts of the server as they are. Knows no HTTP and nothing
 * of what entries contain.
 *
 * <p>All is read and written through JGit, and merged in memory: so the work tree never has conflict markers, a half
 * merge or a state that only a command of git can end. Changes that are not committed take part in the merge file by
 * file. Settings of the user are put where JGit looks for its own ({@code GitEngine});
 * hooks are started here, since JGit would wait for them for ever. Three things only an installed git can do: say what
 * the machine has set, provide passwords, keys and agents for a transfer, and run the hooks of a repository in a shared
 * folder ({@code InstalledGit}). Without one, nothing is fetched or pushed. Its messages are English because they are
 * parsed, and what needs a password without a helper or a window ends with {@code NEEDS_LOGIN}.
 *
 * <p>Nothing depends on the index but to leave in it what somebody has staged. Files are written first, then the index,
 * the branch last: an interrupted pull leaves files that are newer than the branch, which the next pull finds to be the
 * same. A merge that waits for decisions is a value and not on the disk.
 *
 * <p>What writes holds the lock of the source ({@code SourceLock}), among threads and processes. Settings and hooks
 * that come with the repository are used only if none of them runs a program or the user agrees ({@code OwnSettings});
 * the list is one of settings that do not, because git goes on getting new ones that do.
 */
package org.gongkai.history.git.work;
