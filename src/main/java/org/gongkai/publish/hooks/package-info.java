/**
 * Publishing on a push. Comes in: a bare repository, the settings of its hooks, and the references that a push sets.
 * Goes out: installed hooks, a lock for the checks of pushes, and publications one at a time until the newest state is
 * published. Knows neither entries nor pages, and prints nothing.
 *
 * <p>{@code hooks install} writes two short scripts into the bare repository. Everything else lies in {@code
 * REPO/gongkai}:
 *
 * <pre>
 * hooks.conf      the settings of the installation
 * published       what was last published successfully, and the next date of change
 * checked/        what was found in the two commits pushed last, with addresses; received: what their author reads then
 * made/           what the check has made of the newest commit, until its publication takes it
 * failed          the message of the last failure; absent after a success
 * check.lock      held while a push is checked; check.pid: its script
 * publish.log     the log, rotated; lock: held while one publishes
 * </pre>
 *
 * <p>Hooks lie in the folder of the repository. If git looks elsewhere, which git is asked, since JGit reads no
 * settings of the user or the machine, nothing is installed. The scripts name no repository; {@code hooks.conf} names
 * the one in which they were installed, by path and inode. In any other (a copy, a move, a restored backup) pushes are
 * refused and nothing is published.
 *
 * <p>The published branch is the one that the installation names or, if it names none, the default branch of the
 * repository. As long as nobody has pushed that one, the first branch that is pushed becomes the default one: {@code
 * HEAD} is the only record of it, so clones check out what is published.
 *
 * <p>What is due is computed, never queued: the tip of the branch, the tags of editions or the code of the program
 * differ from {@code published}, or the date has come, or today lies before the recorded day, because the clock
 * was set back and what came out too early must go. A failure or a death writes nothing and so stays due. Whoever
 * finds the lock taken leaves; the holder looks once more after releasing it, so no push is missed. A rollback
 * lasts until the next publication.
 */
package org.gongkai.publish.hooks;
