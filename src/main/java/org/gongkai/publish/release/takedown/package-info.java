/**
 * Takes pages down. Comes in: an address, and the releases and editions of stores. Goes out: changed copies in which a
 * notice replaces the page, the event to be recorded, and the pages of a new site that are taken down. Does not write
 * records.
 *
 * <p>A takedown is the one operation that changes sealed bytes. Beside each release and edition that contains the
 * page a copy is made, with links to all that stays and new files for the page, its histories, redirects, and the
 * lists, feeds and site maps that named it; attachments, and tags that no other entry has in that site, are removed.
 * The record then seals the copies, and only then are they put in place; while that happens to the current release,
 * {@code current} points to a twin of the copy. Mentions in other people's texts stay, and so do formats that the
 * redaction does not know: files that still contain a title that the entry ever had, or its address, are named. Backups
 * and readers' copies are out of reach.
 *
 * <p>What is taken down is an entry, not an address. A release is sealed with marks of its entries: file, index
 * number, title with day, and text, of today and of all versions in git. Marks are short hashes, so that no list
 * and no record contains the name of a file or a word of what was taken down; whoever has the store and guesses
 * right can confirm the guess. All addresses and marks of the entry are collected at the address asked for, at
 * redirects that lead there, and at pages of the same file or number; all of these pages are redacted in all
 * releases and editions, so that a rollback shows nothing either. Titles and texts alone redact nothing, for two
 * entries may share them. The record holds what was found, and one place decides whether an entry of a next
 * release is among it; publication, import and the check of a push ask it. Notices stay in later releases until
 * {@code --undo}.
 *
 * <p>The record also holds marks of the contents: of each sentence that the page and its shown versions had, and of
 * each file below it, unless another entry has it in the newest release or in what readers see; copies of the files are
 * named. Files of a new site that differ from those that readers see are searched for them ({@link
 * org.gongkai.publish.release.takedown.RepublishedContent}): a file, or three sentences, or all if there were fewer, in a
 * page or a text attachment of one entry are a return. The search is at the bytes that readers get, so that it does not
 * matter in which markup or through which include they came.
 *
 * <p>With several audiences all stores are locked and all copies made first; then one transaction records the takedown
 * at each and puts the copies in place. It is never undone: where it is interrupted, the next command that writes to
 * any of the stores completes it, and {@code verify} and {@code doctor} tell until then. They also compare what the
 * stores of a site have taken down, unless the record says that one audience was meant. A store that is begun later
 * takes over what the others know.
 *
 * <p>A portal has no entries of its own; its pages name those of other sites, by links that bear their marks ({@link
 * org.gongkai.publish.release.takedown.NamedEntries}). They are taken down by the addresses of these links.
 */
package org.gongkai.publish.release.takedown;
