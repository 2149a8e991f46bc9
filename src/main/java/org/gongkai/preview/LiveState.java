package org.gongkai.preview;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gongkai.pipeline.live.SiteSnapshot;
import org.gongkai.problem.Problem;

/**
 * What is shown at one moment.
 *
 * @param snapshot the site
 * @param problems the problems known so far, sorted; those of changed entries are replaced at once
 * @param isChecked whether the whole site has been checked as it is
 * @param isWhole whether the whole site has been read as it is
 * @param lastAddresses the last known address of each entry by its path, of those too that cannot be read any more
 */
public record LiveState(
        SiteSnapshot snapshot,
        List<Problem> problems,
        boolean isChecked,
        boolean isWhole,
        Map<String, String> lastAddresses) {

    /** An exemption that matches no problem; known only once everything is checked. */
    private static final String UNUSED_EXEMPTION = "W194";

    static LiveState first(SiteSnapshot read) {
        return new LiveState(read, preliminary(read), false, true, addresses(Map.of(), read));
    }

    /** The state after an entry changed. */
    LiveState with(SiteSnapshot edited, String path, List<Problem> ofEntry) {
        TreeSet<Problem> all = new TreeSet<>(problems);
        all.removeIf(problem -> problem.path().equals(path));
        all.addAll(ofEntry);
        return new LiveState(edited, List.copyOf(all), false, false, addresses(lastAddresses, edited));
    }

    /** The state after the whole site was read, whose bodies have not been checked yet. */
    LiveState with(SiteSnapshot read) {
        return new LiveState(read, preliminary(read), false, true, addresses(lastAddresses, read));
    }

    /** The state after the whole site was checked. */
    LiveState checked(SiteSnapshot whole) {
        return new LiveState(whole, whole.problems(), true, true, addresses(lastAddresses, whole));
    }

    private static List<Problem> preliminary(SiteSnapshot read) {
        return read.problems().stream()
                .filter(problem -> !problem.code().equals(UNUSED_EXEMPTION))
                .toList();
    }

    private static Map<String, String> addresses(Map<String, String> before, SiteSnapshot now) {
        Map<String, String> all = new HashMap<>(before);
        now.items().forEach((path, item) -> all.put(path, item.address()));
        return all;
    }

    /** Whether a path is an entry among the files of the site, readable or not. */
    boolean isKnownEntry(String path) {
        return snapshot.isEntry(path) && snapshot.hasSource(path);
    }

    /** The path of the entry that had an address last, if it cannot be read now. */
    Optional<String> unreadableAt(String address) {
        Collection<String> readable = snapshot.items().keySet();
        return lastAddresses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .filter(path -> !readable.contains(path) && snapshot.hasSource(path))
                .findFirst();
    }

    /** The problems of an entry whose page has been made: its body may not have been checked with the site yet. */
    List<Problem> problemsOfShown(String path) {
        TreeSet<Problem> all = new TreeSet<>(problems(path));
        if (!isChecked) {
            preliminary(snapshot).stream()
                    .filter(problem -> problem.path().equals(path))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** The problems of an entry. */
    List<Problem> problems(String path) {
        return problems.stream().filter(problem -> problem.path().equals(path)).toList();
    }
}
