/**
 * What depends on the settings, hooks, filters and credentials of the user. Comes in: paths and commits. Goes out: the
 * index, commits, transfers. Does not merge.
 *
 * <p>JGit does it ({@code GitEngine}), with the settings of the user in the place where JGit looks for its own. Hooks
 * are programs that are started here: JGit would wait for them for ever. Three things only an installed git can do: say
 * what the machine has set, provide the passwords, keys and agents of the user for a transfer, and run the hooks of a
 * repository in a shared folder ({@code InstalledGit}). Where there is none, nothing is fetched or pushed.
 *
 * <p>Variables of git that are about the repository of the caller are not passed on. Messages of git are English
 * because they are parsed; the other categories of the locale stay as they are, for hooks have to read names of files.
 * Nothing asks on a terminal: what needs a password without a credential helper or a window ends with
 * {@code NEEDS_LOGIN}.
 */
package org.gongkai.history.git.work.engine;
