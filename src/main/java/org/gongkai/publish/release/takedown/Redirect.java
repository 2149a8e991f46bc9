package org.gongkai.publish.release.takedown;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A page that does nothing but lead to another one. */
public final class Redirect {

    /** Stands for the root of the site; links are relative, so any host will do. */
    static final String ROOT = "https://site.invalid/";

    private Redirect() {}

    /** Where a page leads, as it says itself; empty if it is no redirect. */
    static Optional<String> reference(String html) {
        if (!html.contains("refresh")) {
            return Optional.empty();
        }
        Element meta = Jsoup.parse(html).selectFirst("meta[http-equiv=refresh]");
        return Optional.ofNullable(meta).map(m -> m.attr("content").replaceFirst("(?i)^[^;]*;\\s*url=", ""));
    }

    /**
     * The address to which a page leads; empty if it is no redirect, or leads out of its site.
     *
     * @param path where the page stands, from the root of its site
     */
    public static Optional<String> target(String html, String path) {
        return reference(html).flatMap(reference -> within(reference, path));
    }

    private static Optional<String> within(String reference, String path) {
        try {
            URI target = URI.create(ROOT + path).resolve(reference.replaceFirst("[?#].*", ""));
            return target.toString().startsWith(ROOT)
                    ? Optional.of(target.getPath().substring(1))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
