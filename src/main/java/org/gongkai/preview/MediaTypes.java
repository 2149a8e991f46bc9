package org.gongkai.preview;

import java.util.Map;
import org.gongkai.input.source.SourceFile;

/** Media types by file name extension. */
public final class MediaTypes {

    /** The type of everything else. */
    public static final String OTHER = "application/octet-stream";

    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("ics", "text/calendar; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("pdf", "application/pdf"));

    private MediaTypes() {}

    public static String of(String address) {
        return BY_ENDING.getOrDefault(SourceFile.ending(address), OTHER);
    }

    static boolean isHtml(String address) {
        return of(address).equals(HTML);
    }
}
