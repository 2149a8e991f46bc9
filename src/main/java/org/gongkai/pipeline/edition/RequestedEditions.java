package org.gongkai.pipeline.edition;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.io.function.IOTriConsumer;
import org.gongkai.output.AddressRules;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.site.identity.PublishedEntry;

/**
 * The editions that a publication requests.
 *
 * @param names their folders below {@code editions/}, oldest first; editions in the store are not built again, and
 * remain even if they are no longer requested
 * @param maker writes one edition, by its name and that of the audience, into a folder that it creates, as a whole site
 *     with its manifest; throws {@link PublicationRefused} if the edition cannot be built
 * @param entries finds the entries of an edition that is built in this run, by its name and that of the audience
 */
public record RequestedEditions(
        List<String> names,
        IOTriConsumer<String, String, Path> maker,
        BiFunction<String, String, List<PublishedEntry>> entries) {

    /** Editions whose entries are unknown except for the addresses of their pages. */
    public RequestedEditions(List<String> names, IOTriConsumer<String, String, Path> maker) {
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
}
