/**
 * The preview of a source while it is being written. Comes in: a folder or a commit, and the changes of its files. Goes
 * out: pages on the loopback interface, with the problems of each entry where they stand. Knows nothing of writing
 * into a source.
 */
package org.gongkai.preview;
