/**
 * JBake projects, and everything of {@code org.jbake}. Comes in: a project's folder. Goes out: the pages that JBake 2.7
 * makes of it, by address, and the engines that somebody put on the class path for endings of their own. Knows nothing
 * of our own sites, of releases or of the search.
 *
 * <p>A project builds unmodified to the files that JBake writes, with the texts that JBake gives, and one file more,
 * {@code manifest.json} ({@code gongkai-manifest.json} if the project has a file of that name). What is different:
 *
 * <ul>
 *   <li>What JBake passes over in silence is told, codes {@code 6xx}. It is a warning, and the site is built as JBake
 * builds it, unless something would be lost (two documents of one address, a value that cannot be read, a page that
 *       cannot be rendered) or let through.
 * <li>Bodies pass the allow-list for HTML, with a warning for whatever is taken out; templates are FreeMarker only,
 * kept from classes and from other folders. What they {@code ?interpret} is output as it is, not run as a template:
 * bodies are data. AsciiDoc includes whatever lies in the project, but nothing hidden and
 * nothing outside. Encodings other than UTF-8 are refused.
 * <li>Dates are meant in {@code time.zone}, or as under JBake in the zone of the machine; a project that names its zone
 *       has the same bytes on every machine. Months and numbers are shown in the manner of {@code jvm.locale},
 *       {@code en_US} if it is not set. {@code published_date} is the beginning of the day for which the site is built.
 * <li>A document without a date has that of the day for which the site is built, as it has under JBake after a
 * checkout.
 *   <li>Documents of the same date are sorted by path; JBake has no order for them.
 *   <li>In Markdown, marks work beside Chinese, and an address ends where Chinese begins.
 * <li>The names of this machine's folders are neither in {@code config} nor in {@code content.file}, which is the path
 *       from the project's root; the properties of the machine are not in {@code config}.
 * </ul>
 *
 * <p>A source with {@code jbake.properties} and without {@code content/_data} is a JBake project. JBake's engine
 * (Oven, Crawler, its database) is not used: it is quadratic, drops what it cannot read silently and always
 * renders everything. Its settings, its registry of markup engines, the meaning of its headers, and its template
 * variables are. {@code manifest.json} is the only file that JBake does not write.
 *
 * <p>Bodies are JBake's: the verbatim converters write what flexmark (under JBake's options) and Asciidoctor
 * produce, because templates count and cut them. What JBake tolerates is a warning here, and then done as JBake
 * does it; what would be lost or let through stays an error. The allow-list applies here, too: scripts, styles,
 * forms and frames of bodies are removed and reported ({@code W164}); templates and assets of the project may
 * contain them. Remote pictures are shown, as a project has no closed circle of readers. Files beside the
 * documents are copied as JBake copies them, SVG too, unchecked.
 *
 * <p>Dates of headers are in {@code time.zone} of {@code jbake.properties}, otherwise in the machine's zone, as in
 * JBake. Only a project that names its zone has the same bytes on machines of different zones. A document without
 * a date gets the day of the build.
 */
package org.gongkai.feature.jbake;
