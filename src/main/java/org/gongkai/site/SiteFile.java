package org.gongkai.site;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file of a site that is made of the site as a whole. It is made when its bytes are wanted.
 *
 * @param address its address, from the root of the site
 * @param template the name of its template; empty if it is made without one
 * @param inputs identifies all that it is made of, apart from what its template reads of the site; empty if that is not
 *     known before its content is gathered
 * @param listing how the site map lists it; empty if it does not
 * @param content gathers what it is made of
 */
public record SiteFile(
        String address, String template, String inputs, Optional<Listing> listing, Supplier<Content> content) {

    /** Stands for the template of a file that is made without one. */
    public static final String NO_TEMPLATE = "";

    /**
     * How a site map lists a file.
     *
     * @param changed the day of its last visible change; empty if that is not known
     */
    public record Listing(Optional<String> changed) {}

    /**
     * What a file is made of.
     *
     * @param fingerprint changes whenever the bytes do, apart from what the template reads of the site and unless the program
     *     is another; empty if that is not known before the bytes are
     * @param bytes makes the file, which takes longer than the fingerprint
     */
    public record Content(Supplier<String> fingerprint, Supplier<byte[]> bytes) {}

    /** A file whose fingerprint and bytes are computed one by one. */
    public static SiteFile of(String address, String template, Supplier<String> fingerprint, Supplier<byte[]> bytes) {
        Content content = new Content(fingerprint, bytes);
        return new SiteFile(address, template, "", Optional.empty(), () -> content);
    }

    /** This file, made of known inputs. */
    public SiteFile of(String known) {
        return new SiteFile(address, template, known, listing, content);
    }
}
