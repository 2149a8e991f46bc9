/**
 * Attachments as text. Comes in: the bytes of a file from outside. Goes out: what is written in it, hidden parts too, each
 * piece with its place. Reads with limits and runs nothing. Knows nothing of rules or entries.
 */
package org.gongkai.input.attachment;
