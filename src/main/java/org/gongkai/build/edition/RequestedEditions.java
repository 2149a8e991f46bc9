package org.gongkai.build.edition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.output.AddressRules;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The editions that a publication asks for.
 *
 * @param names their folders below {@code editions/}, oldest first; those that the store holds are not made again, and
 *     those that it holds and nobody names any more stay
 * @param maker makes one
 * @param contents tells what entries an edition holds
 */
public record RequestedEditions(List<String> names, Maker maker, EntryLookup entries) {

    /** Editions of whose entries nothing is known but where their pages stand. */
    public RequestedEditions(List<String> names, Maker maker) {
        this(names, maker, (name, audience) -> List.of());
    }

    /** No edition but those that are there. */
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

    /** Whether an edition may be called so: its name is that of a folder in addresses. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
                && !name.equalsIgnoreCase("index.html")
                && !AddressRules.isDevice(name);
    }

    /** Makes an edition. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Writes a whole site with its manifest.
         *
         * @param name the edition
         * @param audience who reads it
         * @param folder where to; it does not exist yet
         * @throws IOException if the machine fails
         * @throws PublicationRefused if the edition cannot be made
         */
        void make(String name, String audience, Path folder) throws IOException;
    }

    /** Tells what entries an edition holds. */
    @FunctionalInterface
    public interface EntryLookup {

        /**
         * The entries of an edition that is made now.
         *
         * @param name the edition
         * @param audience who reads it
         */
        List<PublishedEntry> of(String name, String audience);
    }
}
