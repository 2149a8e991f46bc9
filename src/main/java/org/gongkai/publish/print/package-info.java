/**
 * Printing: pages of a site as one PDF. Comes in: a source, and addresses or sources of entries. Goes out: the file, or
 * the errors because of which there is none. Publishes nothing and prints nothing on the terminal.
 *
 * <p>Pages are laid out by a Chromium of the machine, because only that reads the style sheets of a site as its
 * readers' browsers do. It gets copies of the pages of a build made for the purpose, under a content security policy
 * that allows neither scripts nor anything that is not a file, in a profile of its own that is deleted afterwards.
 *
 * <p>Entries become papers to be signed: {@code paper.ftl} makes them, {@code paper.css} is their style, and {@link
 * org.gongkai.publish.print.OfficialPaperArranger} moves annexes and signature to their places. Other pages are printed
 * as they are. What browsers write is completed to PDF/A.
 *
 * <p>Each page keeps its own sheet numbers, as separate papers do. Browsers older than Chromium 131 leave them out;
 * they are then drawn afterwards.
 *
 * <p>The same pages give the same bytes with the same browser and the same fonts.
 */
package org.gongkai.publish.print;
