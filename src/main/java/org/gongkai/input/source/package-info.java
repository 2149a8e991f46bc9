/**
 * Source files. In: the root of a site, and a folder that it may share with others; out: the list of their files, their
 * bytes and texts. Knows nothing of entries except which paths denote them.
 *
 * <p>Encodings are detected by fixed rules: a byte order mark, then strict UTF-8, then strict GB18030 if a score of
 * common characters indicates Chinese; otherwise the first malformed byte is reported. The score also detects GBK that
 * happens to be valid UTF-8; it is computed only for files with so few non-ASCII bytes that this can be a coincidence.
 * Every encoding other than UTF-8 causes a warning.
 *
 * <p>{@link EntryFormat} alone decides which files are entries, by extension in any case and without a leading
 * {@code _} or dot. A file has one name: symbolic links are not followed, in a folder or a commit. A file that changes
 * while it is read stops the build. Control characters are removed in two places: where files are decoded, and where
 * templates write.
 */
package org.gongkai.input.source;
