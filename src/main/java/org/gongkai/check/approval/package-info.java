/**
 * What an approval covers. Comes in: two states of an entry. Goes out: what of its text or its facts differs, without
 * what only looks different and what the header states as a typing error. Knows nothing of git: which state was
 * approved is found by {@code history.versions}.
 *
 * <p>A typing error is stated with both words, so that the approved text with the stated words replaced has to be the
 * present one: nothing else passes under its name, in whichever commit it was made.
 */
package org.gongkai.check.approval;
