/**
 * JBake projects, and everything of {@code org.jbake}. Comes in: a project's folder. Goes out: the pages that JBake 2.7
 * makes of it, by address, and the engines that somebody put on the class path for endings of their own. Knows nothing of
 * our own sites, of releases or of the search.
 *
 * <p>A project builds unmodified to the files that JBake writes, and one more, {@code manifest.json}. What is different:
 *
 * <ul>
 *   <li>What JBake passes over in silence is a problem, codes {@code E6xx}, and the site then stays as it is.
 *   <li>Dates are meant in Asia/Shanghai, or shown in {@code freemarker.timezone}; months and numbers are shown in the
 *       manner of {@code jvm.locale}, {@code en_US} if it is not set. {@code published_date} is the beginning of the day
 *       for which the site is built. So the output depends neither on the machine nor on the hour.
 *   <li>A document without a date is a problem; a {@code page} takes the newest date of the project, with a warning.
 *   <li>Documents of the same date are sorted by path; JBake has no order for them.
 *   <li>Bodies pass the allow-list for HTML, and templates are FreeMarker only, kept from classes and from other folders.
 *       AsciiDoc includes only from the content folder. Encodings other than UTF-8 are refused.
 *   <li>The names of this machine's folders are neither in {@code config} nor in {@code content.file}, which is the path
 *       from the project's root; the properties of the machine are not in {@code config}.
 * </ul>
 */
package org.gongkai.jbake;
