package org.gongkai.pipeline.edition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.output.AddressRules;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The editions that a publication requests.
 *
 * @param names their folders below {@code editions/}, oldest first; editions in the store are not built again, and
 * remain even if they are no longer requested
 * @param maker writes one edition
 * @param entries finds the entries of an edition
 */
public record RequestedEditions(List<String> names, Maker maker, EntryLookup entries) {

    /** Editions whose entries are unknown except for the addresses of their pages. */
    public RequestedEditions(List<String> names, Maker maker) {
        this(names, maker, (name, audience) -> List.of());
    }

    /** No editions in addition to those in the store. */
    public static final RequestedEditions NONE = new RequestedEditions(List.of(), (name, audience, folder) -> {
        throw new IllegalStateException("nobody asked for an edition");
    });

    public RequestedEditions {
        for (String name : names) {
            if (!isName(name)) {
                throw new IllegalArgumentException("no name for a folder: " + name);
            }
        }
        names = List.copyOf(names);
    }

    /** Whether a text is a valid name of an edition, which is a folder in addresses. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
                && !name.equalsIgnoreCase("index.html")
                && !AddressRules.isDevice(name);
    }

    /** Writes editions. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Writes a whole site with its manifest.
         *
         * @param name the edition
         * @param audience name of the audience
         * @param folder the folder to create
         * @throws IOException if the site cannot be written
         * @throws PublicationRefused if the edition cannot be built
         */
        void make(String name, String audience, Path folder) throws IOException;
    }

    /** Finds the entries of an edition. */
    @FunctionalInterface
    public interface EntryLookup {

        /**
         * The entries of an edition that is built in this run.
         *
         * @param name the edition
         * @param audience name of the audience
         */
        List<PublishedEntry> of(String name, String audience);
    }
}
