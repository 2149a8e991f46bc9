/**
 * The preview of a source while it is being written. Comes in: a folder or a commit, and the changes of its files. Goes
 * out: pages on the loopback interface, with the problems of each entry where they stand. Knows nothing of writing
 * into a source.
 *
 * <p>One changed entry is read on top of what was read before, and its page is made when the browser asks for it.
 * Everything that depends on all entries follows: soon after the last change the whole site is read and checked in the
 * background, as {@code check} does, and replaces what was shown.
 */
package org.gongkai.preview;
