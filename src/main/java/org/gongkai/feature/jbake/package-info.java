/**
 * JBake projects, and everything of {@code org.jbake}. In: a project's folder; out: the pages that JBake 2.7 makes of
 * it, by address, and the third-party engines on the class path. Knows nothing of ordinary sites, releases or the
 * search.
 *
 * <p>A source with {@code jbake.properties} and without {@code content/_data} is a JBake project. JBake's settings, its
 * registry of markup engines, the meaning of its headers and its template variables are used; its Oven, Crawler and
 * database are not: they are quadratic, silently drop what they cannot read and always render everything.
 *
 * <p>A project builds unmodified to the files that JBake writes, with the same texts, and {@code manifest.json}
 * ({@code gongkai-manifest.json} if the project has a file of that name). The differences:
 *
 * <ul>
 *   <li>What JBake silently tolerates is reported, codes {@code 6xx}. It is a warning, and the site is built as JBake
 *       builds it, unless something would be lost (two documents with one address, an unreadable value, a page that
 *       cannot be rendered) or disclosed.
 *   <li>Bodies are what flexmark, under JBake's options, and Asciidoctor write, because templates count and cut them.
 *       They pass the allow-list for HTML: scripts, styles, forms and frames are removed and reported ({@code W164}).
 *       Templates and assets may contain them, and files beside the documents are copied unchecked, as JBake copies
 *       them, SVG included. Remote pictures are shown, as a project has no closed circle of readers.
 *   <li>Templates are FreeMarker only, without access to classes and other folders. The output of {@code ?interpret} is
 *       the text itself: bodies are data. AsciiDoc includes any file of the project except hidden ones. Encodings other
 *       than UTF-8 are refused.
 *   <li>Dates are in {@code time.zone}, otherwise, as in JBake, in the zone of the machine; a project that names its
 *       zone has the same bytes on every machine. Months and numbers are those of {@code jvm.locale}, by default
 *       {@code en_US}. {@code published_date} is the beginning of the day for which the site is built, which is also
 *       the date of documents without one, as under JBake after a checkout.
 *   <li>Documents of the same date are sorted by path; JBake has no order for them.
 *   <li>In Markdown, emphasis works next to Chinese.
 *   <li>In data files a day and {@code yes} are texts, as in YAML 1.2; in those of JBake they are a date and a flag.
 *   <li>Neither {@code config} nor {@code content.file}, which is the path from the project's root, contains names of
 *       the machine's folders; {@code config} does not contain the properties of the machine.
 * </ul>
 */
package org.gongkai.feature.jbake;
