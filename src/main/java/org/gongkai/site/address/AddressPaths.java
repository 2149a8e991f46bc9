package org.gongkai.site.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Relative addresses on pages, and the addresses from the root of the site that they stand for. */
public final class AddressPaths {

    private AddressPaths() {}

    /** Returns the relative path from a page to the root of the site: empty, {@code ../}, {@code ../../} … */
    public static String root(String page) {
        return "../".repeat((int) page.chars().filter(c -> c == '/').count());
    }

    /** Returns the relative path from one page to another. */
    public static String relative(String from, String to) {
        int common = 0;
        for (int slash = from.indexOf('/'); slash >= 0; slash = from.indexOf('/', slash + 1)) {
            if (!to.regionMatches(common, from, common, slash + 1 - common)) {
                break;
            }
            common = slash + 1;
        }
        return root(from.substring(common)) + to.substring(common);
    }

    /**
     * Returns what a reference leads to.
     *
     * @param from the address of the file with the reference
     * @return an address without query and fragment; empty if the reference leads out of the site or to no address at
     *     all
     */
    public static Optional<String> target(String from, String reference) {
        try {
            URI base = new URI("site", "site", "/" + from, null);
            URI target = base.resolve(reference.strip());
            return base.getRawAuthority().equals(target.getRawAuthority())
                            && base.getScheme().equals(target.getScheme())
                    ? Optional.ofNullable(target.getPath()).map(path -> path.replaceFirst("^/", ""))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
