/**
 * Source files. Input: the root of a site, and a folder that it may share with others. Output: the list of their files,
 * their bytes and texts; nothing outside. Knows of entries only which paths denote them.
 *
 * <p>Encodings are detected by fixed rules: a byte order mark, then strict UTF-8, then strict GB18030 if a score
 * of common characters says that this yields Chinese; otherwise the first bad byte is reported. The score also
 * finds GBK that happens to be valid UTF-8; it is asked only of files with so few non-ASCII bytes that chance can
 * play a part. Anything that was not UTF-8 is warned about.
 *
 * <p>{@link EntryFormat} alone decides which files are entries, by extension in any case and without a leading
 * {@code _} or dot. A file has one name: symbolic links are not followed, in a folder or a commit. A file that
 * changes while it is read stops the build. Control characters are removed in two places: where files are decoded,
 * and where templates write.
 */
package org.gongkai.input.source;
