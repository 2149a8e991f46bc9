package org.gongkai.render.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.history.versions.Version;

/**
 * A version that was opened to be shown.
 *
 * @param version which
 * @param title its title
 * @param body makes its tables and its text as HTML
 * @param fingerprint of that HTML
 * @param facts the rows of its metadata table
 * @param withheld why it is not shown; null if it is
 */
record OpenedVersion(
        Version version,
        String title,
        Supplier<String> body,
        String fingerprint,
        Map<String, String> facts,
        String withheld) {

    /** One that is not shown. */
    static OpenedVersion closed(Version version, String reason) {
        return new OpenedVersion(version, "", () -> "", "", Map.of(), reason);
    }

    boolean isShown() {
        return withheld == null;
    }

    /** Its fields, the title among them, for comparing. */
    Map<String, String> header() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("标题", title);
        header.putAll(facts);
        return header;
    }
}
