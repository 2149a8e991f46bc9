/**
 * The versions of each entry that were published. Comes in: the entries of today and what commits did to their files. Goes
 * out: for each entry its versions, the times at which it was withdrawn, the addresses that it had; and for a reader the
 * text of a version, or the reason why it is not shown. Knows nothing of templates or of git itself.
 */
package org.gongkai.history.versions;
