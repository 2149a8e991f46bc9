/**
 * Compound files, in which the legacy formats of office programs are stored. Comes in: the bytes of a file. Goes out:
 * which program it belongs to, and whether it needs a password. Knows nothing of the texts in it.
 */
package org.gongkai.input.attachment.legacy;
