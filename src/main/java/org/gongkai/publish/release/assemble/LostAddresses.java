package org.gongkai.publish.release.assemble;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which addresses readers would lose. Those of entries, redirects and withdrawn pages must last; lists, feeds, histories
 * and whatever else is made from entries may come and go.
 */
public final class LostAddresses {

    private LostAddresses() {}

    /**
     * The addresses that were to last and lead nowhere now, sorted.
     *
     * @param before addresses of the release before that must last
     * @param files paths of all files of the new release: what stands at an address now, a page, a redirect or a notice,
     *     keeps it alive
     */
    public static List<String> of(Collection<String> before, Set<String> files) {
        return before.stream()
                .filter(address -> !files.contains(address))
                .sorted()
                .toList();
    }

    /** The files that lay beside entries that are still there, and are gone: attachments and images, sorted. */
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
