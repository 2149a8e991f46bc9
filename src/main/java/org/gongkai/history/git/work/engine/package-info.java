/**
 * What depends on the settings, hooks, filters and credentials of the user. Comes in: paths and commits. Goes out: the
 * index, commits, transfers. Does not merge.
 *
 * <p>JGit does it ({@code GitEngine}), with the settings of the user in the place where JGit looks for its own. Hooks
 * are programs that are started here: JGit would wait for them for ever. Two things only an installed git can do: say
 * what the machine has set, and provide the passwords and agents of the user for a transfer ({@code InstalledGit}).
 * Where there is none, JGit transfers as well ({@code EmbeddedTransfer}).
 *
 * <p>Variables of git that are about the repository of the caller are not passed on. Messages of git are English
 * because they are parsed; the other categories of the locale stay as they are, for hooks have to read names of files.
 * Nothing asks on a terminal: what needs a password without a credential helper or a window ends with
 * {@code NEEDS_LOGIN}.
 *
 * <p>Over SSH, JGit takes the keys and settings of the user but no passphrase, and refuses every host that is not
 * known. The factory of its connections belongs to one transfer: that of JGit is one for the whole process.
 *
 * <p>JGit runs no hook of a repository on the same machine when it pushes there. Such a push is refused, for hooks
 * check what is published.
 */
package org.gongkai.history.git.work.engine;
