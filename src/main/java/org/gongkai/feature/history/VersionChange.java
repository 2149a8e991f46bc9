package org.gongkai.feature.history;

/**
 * The changes of a version against an earlier one.
 *
 * @param amount their size in words
 * @param places the number of marked places, those in the header included
 * @param worded whether a word, a link or a field of the header changed
 * @param skipped the number of withheld versions between the two
 */
record VersionChange(String amount, int places, boolean worded, int skipped) {}
