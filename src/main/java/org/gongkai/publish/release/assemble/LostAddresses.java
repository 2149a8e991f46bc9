package org.gongkai.publish.release.assemble;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Finds addresses that readers would lose. Those of entries, redirects and withdrawal notices are lasting; lists, feeds
 * and histories may come and go.
 */
public final class LostAddresses {

    private LostAddresses() {}

    /**
     * The lasting addresses that lead nowhere in a new release, sorted.
     *
     * @param before lasting addresses of the release before
     * @param files paths of all files of the new release; a page, a redirect or a notice preserves its address
     */
    public static List<String> of(Collection<String> before, Set<String> files) {
        return before.stream()
                .filter(address -> !files.contains(address))
                .sorted()
                .toList();
    }

    /** The attachments and images that are gone although their entries remain, sorted. */
    public static List<String> attachments(
            Collection<String> before, Collection<String> filesBefore, Set<String> files) {
        List<String> folders = before.stream()
                .filter(address -> address.endsWith(".html") && files.contains(address))
                .map(address -> address.substring(0, address.length() - ".html".length()) + "/")
                .toList();
        Set<String> known = Set.copyOf(folders);
        return filesBefore.stream()
                .filter(file -> !file.endsWith(".html") && !files.contains(file))
                .filter(file -> known.contains(file.substring(0, file.lastIndexOf('/') + 1)))
                .sorted()
                .toList();
    }
}
