/**
 * Builds editions: earlier commits of the published history under the restrictions of today.
 *
 * <p>Editions are tags {@code edition/NAME} of commits in the published history. Each is built once from its
 * commit, for the day of that commit or, if that is still to come, for today; the release store records it and
 * carries the same bytes on below {@code editions/NAME/}. Pages of an edition link to older editions and to
 * today's page. A tag that is moved later changes nothing and is reported. A failure is cached and reported again;
 * the build is repeated when the tag, the program or the restrictions have changed.
 *
 * <p>An edition shows nothing that is withheld from its readers today, whatever its commit says. {@link
 * CurrentSite} supplies today's audiences and follows each entry to today: by its revisions, however the file was
 * moved, by its index number, and a deleted one by its title. What is withdrawn, narrowed, expired, not due or a
 * draft today, was so when it was deleted, or cannot be followed, is left out; a withdrawn entry leaves the usual
 * page, a taken-down one its notice, at every address that it had then. In addition to the ordinary leak check the
 * output is searched for the texts that are hidden today. Templates and assets are those of the commit. Rules of
 * personal data in texts are those of the program and of the commit's settings.
 */
package org.gongkai.pipeline.edition;
