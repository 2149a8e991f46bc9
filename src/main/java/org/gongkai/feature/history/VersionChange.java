package org.gongkai.feature.history;

import java.util.List;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;

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

    /** A field with its former and its present value. */
    record Correction(String field, String before, String now) {}

    void write(CacheWriter out) {
        out.text(words).text(amount).number(places).flag(worded);
        out.all(corrections, each -> out.text(each.field()).text(each.before()).text(each.now()));
    }

    static VersionChange read(CacheReader in, int skipped) {
        return new VersionChange(
                in.text(),
                in.text(),
                in.integer(),
                in.flag(),
                in.all(() -> new Correction(in.text(), in.text(), in.text())),
                skipped);
    }
}
