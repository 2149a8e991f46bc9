/**
 * Text extraction from attachments. Input: the bytes of an untrusted file. Output: its texts, including hidden ones,
 * each with its position, and those of the files within it. What cannot be read is named. Reads within limits and
 * executes nothing. Independent of rules and entries.
 */
package org.gongkai.input.attachment;
