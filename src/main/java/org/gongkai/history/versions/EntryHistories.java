package org.gongkai.history.versions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.git.Commit;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitId;

/**
 * The versions of all entries of a site.
 *
 * @param byPath the versions of each current entry by its path
 * @param numbers the index numbers of entries in all commits, with the path of the first holder: its current or last
 *     one
 * @param formerPaths the current paths of entries by their previous paths, drafts included; a path whose last holder
 *     was deleted is not included
 * @param history all commits; empty if there is no history
 * @param authors the names of authors
 * @param cutOff the day on which the history begins, if the repository is a shallow clone
 */
public record EntryHistories(
        Map<String, Versions> byPath,
        Map<String, String> numbers,
        Map<String, Set<String>> formerPaths,
        Optional<CommitHistory> history,
        Mailmap authors,
        Optional<LocalDate> cutOff) {

    /** No history. */
    public static final EntryHistories NONE =
            new EntryHistories(Map.of(), Map.of(), Map.of(), Optional.empty(), Mailmap.NONE, Optional.empty());

    /** Returns the versions of an entry by its path. */
    public Versions of(String path) {
        return byPath.getOrDefault(path, Versions.NONE);
    }

    /** The entries that each commit changed, by their current or last path. */
    Map<CommitId, Set<String>> touched() {
        Map<CommitId, Set<String>> touched = new HashMap<>();
        history.ifPresent(known -> known.byPath()
                .forEach((path, revisions) -> revisions.forEach(
                        revision -> touched.computeIfAbsent(revision.commit().id(), id -> new HashSet<>())
                                .add(path))));
        return touched;
    }

    /**
     * The names of authors as a {@code .mailmap} of git gives them.
     *
     * @param names names by e-mail address, or by name and e-mail address in commits
     */
    public record Mailmap(Map<String, String> names) {

        /** No author has another name than in his commits. */
        public static final Mailmap NONE = new Mailmap(Map.of());

        private static final Pattern LINE =
                Pattern.compile("\\s*([^<#]*?)\\s*<([^<>]*)>(?:\\s*([^<>]*?)\\s*<([^<>]*)>)?\\s*(?:#.*)?");

        /**
         * Reads the lines {@code Name <commit@mail>}, {@code Name <mail> <commit@mail>} and {@code Name <mail> Commit
         * Name <commit@mail>}; others are ignored, as git does.
         */
        public static Mailmap of(String text) {
            Map<String, String> names = new HashMap<>();
            text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
                if (!line.group(1).isEmpty()) {
                    boolean two = line.group(4) != null;
                    names.put(key(two ? line.group(3) : "", line.group(two ? 4 : 2)), line.group(1));
                }
            });
            return new Mailmap(Map.copyOf(names));
        }

        /** Returns the name of the author of a commit. */
        public String author(Commit commit) {
            Commit.Author author = commit.author();
            String exact = names.get(key(author.name(), author.email()));
            return exact != null ? exact : names.getOrDefault(key("", author.email()), author.name());
        }

        private static String key(String name, String email) {
            return (name + "<" + email).toLowerCase(Locale.ROOT);
        }
    }
}
