package org.gongkai.site.address;

/** Computes relative addresses from addresses that start at the root of the site. */
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
}
