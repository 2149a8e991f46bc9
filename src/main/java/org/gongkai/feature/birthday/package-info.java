/**
 * The days on which members joined the Party, month by month. In: {@code content/_data/birthdays.yml}; out: a page for readers within
 * the branch. Knows nothing of entries.
 */
package org.gongkai.feature.birthday;
