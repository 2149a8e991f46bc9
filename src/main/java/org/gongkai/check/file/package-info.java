/**
 * Rules over attachments, images and the personal data in them and in entries. Comes in: texts of entries, files as
 * {@link org.gongkai.inspect} reads them, what a site says of privacy. Goes out: problems, in which no number stands whole.
 */
package org.gongkai.check.file;
