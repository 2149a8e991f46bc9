package org.gongkai.feature.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gongkai.history.versions.Version;

/**
 * A version that is shown, or the reason why it is withheld.
 *
 * @param version the version
 * @param title its title
 * @param body converts its tables and its text to HTML
 * @param fingerprint of that HTML
 * @param facts the rows of its metadata table
 * @param first the labels of those that the page of the entry shows first
 * @param withheld reason why it is not shown; null if it is shown
 */
record OpenedVersion(
        Version version,
        String title,
        Supplier<String> body,
        String fingerprint,
        Map<String, String> facts,
        Set<String> first,
        String withheld) {

    /** Returns a version that is not shown. */
    static OpenedVersion closed(Version version, String reason) {
        return new OpenedVersion(version, "", () -> "", "", Map.of(), Set.of(), reason);
    }

    boolean isShown() {
        return withheld == null;
    }

    /** Returns its fields, including the title, for comparison. */
    private Map<String, String> header() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("标题", title);
        header.putAll(facts);
        return header;
    }

    /** Returns it for comparison, with its fields. */
    Comparisons.Text compared() {
        return new Comparisons.Text(
                fingerprint,
                header(),
                version.entry().attachments().stream()
                        .map(attachment -> attachment.path().text())
                        .toList(),
                body);
    }
}
