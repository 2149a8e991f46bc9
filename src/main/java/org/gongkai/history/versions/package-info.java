/**
 * The published versions of entries. Input: the current entries and the history of their files. Output: for each entry
 * its versions, the periods in which it was withdrawn and its previous addresses; for an audience the text of a
 * version, or the reason why it is withheld. Independent of templates.
 *
 * <p>Versions are what readers saw. A revision counts if its header made it public and its day came before the
 * next one. Commits of other branches count where they were merged, so later merges do not renumber versions. Only
 * headers of earlier revisions are read for that; texts are opened when their page is rendered, and must satisfy
 * today's rules of secrecy and personal data and the audience's scope; otherwise the version is listed with its
 * day and the reason, without author and message. The message of a commit is shown only to readers who see every
 * entry that the commit touched and every other file below {@code content/} ({@link HiddenCommits}): a visible version
 * names it, and no hidden one. A file belongs to whatever names it or did so in any version, which is searched for in
 * whole texts by its name, so that rather too much is hidden than too little. Includes of AsciiDoc show today's text in
 * earlier versions too, unless the file belongs to a hidden entry now.
 *
 * <p>Each header under which an entry was public yields the address that it had; where it differs from today's, a
 * redirect is made. What was withdrawn or has expired leaves a page that says so, without its title, which may be
 * the reason.
 */
package org.gongkai.history.versions;
