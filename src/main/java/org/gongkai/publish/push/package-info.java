/**
 * Checking a push before git accepts it. Comes in: the references that a push sets and a bare repository. Goes out:
 * whether the push may be accepted, and the events of its check for a listener. Does not know how they are shown.
 *
 * <p>{@code pre-receive} reads the pushed commit from git's quarantine. It refuses what the publication would
 * refuse, lost addresses and the return of what was taken down included: the check writes into an output that
 * seals what is new and reads what did not change from the current release, so that the leak check sees what the
 * publication will see.
 *
 * <p>Every commit of a push is examined, of all references that it sets: files in {@code content} that none of its
 * parents has, messages, names, times. Settings are those of the pushed tip. What a parent says already is
 * reported there or was in the repository before. Commits are read one by one, so that a long history needs no
 * more memory than a short one.
 *
 * <p>Pushes are checked one at a time, and a push waits for the one before it and no longer: as soon as that is
 * accepted, those that wait were overtaken and are refused unchecked, because git would refuse them anyway. A check
 * ends after ten minutes.
 */
package org.gongkai.publish.push;
