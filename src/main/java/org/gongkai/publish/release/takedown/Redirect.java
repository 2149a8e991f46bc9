package org.gongkai.publish.release.takedown;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads redirect pages. */
public final class Redirect {

    /** A placeholder for the root of the site, against which relative links are resolved. */
    static final String ROOT = "https://site.invalid/";

    private Redirect() {}

    /** The target of a redirect as written in the page; empty if the page is no redirect. */
    static Optional<String> reference(String html) {
        if (!html.contains("refresh")) {
            return Optional.empty();
        }
        Element meta = Jsoup.parse(html).selectFirst("meta[http-equiv=refresh]");
        return Optional.ofNullable(meta).map(m -> m.attr("content").replaceFirst("(?i)^[^;]*;\\s*url=", ""));
    }

    /**
     * The target address of a redirect; empty if the page is no redirect, or leads out of its site.
     *
     * @param path the address of the page
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
