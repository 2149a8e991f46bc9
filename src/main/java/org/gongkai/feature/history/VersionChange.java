package org.gongkai.feature.history;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.diff.write.ChangedPart;

/**
 * The changes of a version against an earlier one.
 *
 * @param words what changed: its fields and sections by name
 * @param amount their size in words
 * @param places the number of marked places, those in the header included
 * @param worded whether a word, a link, an attachment or a field of the header changed
 * @param corrections the fields whose values were corrected
 * @param skipped the number of withheld versions between the two
 */
record VersionChange(
        String words, String amount, int places, boolean worded, List<Correction> corrections, int skipped) {

    private static final Pattern HEADINGS = Pattern.compile("(?:“[^”]*”)+");

    /** A field with its former and its present value. */
    record Correction(String field, String before, String now) {}

    /**
     * Returns the change without values and headings of former versions, for entries that keep only a list of versions.
     *
     * @param stands whether a heading stands in the current text
     */
    VersionChange withoutFormerText(Predicate<String> stands) {
        String disclosed = HEADINGS.matcher(ChangedPart.withoutValues(words))
                .replaceAll(headings -> Arrays.stream(headings.group().split("[“”]+|……"))
                                .filter(heading -> !heading.isEmpty())
                                .allMatch(stands)
                        ? Matcher.quoteReplacement(headings.group())
                        : "一部分");
        return new VersionChange(disclosed, amount, places, worded, List.of(), skipped);
    }

    /** Returns the change with another number of withheld versions. */
    VersionChange skipping(int others) {
        return new VersionChange(words, amount, places, worded, corrections, others);
    }
}
