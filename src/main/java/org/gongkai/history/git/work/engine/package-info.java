/**
 * What depends on the settings, hooks, filters and credentials of the user, done by the installed git or by JGit. Comes
 * in: paths and commits. Goes out: the index, commits, transfers. Does not merge.
 *
 * <p>Variables of git that are about the repository of the caller are not passed on. Messages of git are English
 * because they are parsed; the other categories of the locale stay as they are, for hooks have to read names of files.
 * Nothing asks on a terminal: what needs a password without a credential helper or a window ends with
 * {@code NEEDS_LOGIN}.
 *
 * <p>Over SSH, JGit takes the keys and settings of the user but no passphrase, and refuses every host that is not known.
 * The factory of its connections belongs to one transfer: that of JGit is one for the whole process.
 *
 * <p>JGit runs no hook of a repository on the same machine when it pushes there. Such a push is refused, for hooks
 * check what is published.
 */
package org.gongkai.history.git.work.engine;
