/**
 * Yearly archives: all entries of one 年度 that one audience may see, as one ZIP for the records of the organisation.
 * Comes in: a source and the year. Goes out: the archive, or the errors because of which there is none. Publishes
 * nothing and prints nothing.
 *
 * <pre>
 * 归档目录.xlsx, 归档目录.csv      the catalogue, one row for each entry
 * 0001-SLUG/page.html           the page, without the parts that work only within the site
 * 0001-SLUG/source.md           the source, byte for byte
 * 0001-SLUG/attachments/        the files that the entry names
 * 0001-SLUG/styles/             the files that the page needs to be shown
 * 说明.txt                       for people
 * 校验.sha256                    hashes of all files above, for {@code sha256sum -c}
 * </pre>
 *
 * <p>Pages are those that a build writes, so that an entry is shown as it was published. Links within the archive lead
 * from folder to folder; links to other pages of the site become text. Each folder holds its own styles and can be
 * opened alone.
 *
 * <p>The bytes depend on the source, the year, the audience and the day alone: sorted, one time (that day), nothing
 * compressed.
 */
package org.gongkai.publish.archive;
