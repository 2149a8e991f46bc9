package org.gongkai.history.versions;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitHistory.Revision;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.input.entry.Entry;

/** The index numbers (索引号) of entries in previous commits. A number belongs to its first holder. */
public final class PreviousNumbers {

    private static final int HEADER = 8_192;
    private static final Pattern NUMBER =
            Pattern.compile("(?m)^:?(?:索引号|number)\\s*[:：=]\\s*[\"']?([^\\s\"']+)", Pattern.CASE_INSENSITIVE);

    private final CommitHistory history;
    private final VersionReader reader;

    public PreviousNumbers(CommitHistory history, VersionReader reader) {
        this.history = history;
        this.reader = reader;
    }

    /** Returns the index number near the start of a file, if there is one, without parsing the header. */
    public static Optional<String> scan(byte[] file) {
        Matcher found = NUMBER.matcher(new String(file, 0, Math.min(file.length, HEADER), StandardCharsets.UTF_8));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private record Claim(int at, String path) {}

    /**
     * Returns the path of the holder of each number: its current path, or its last one if the entry was deleted.
     *
     * @param current the current entries
     * @param histories their versions
     */
    public Map<String, String> bearers(List<Entry> current, EntryHistories histories) {
        Map<CommitId, Integer> order = new HashMap<>();
        history.commits().forEach(commit -> order.put(commit.id(), order.size()));
        Map<String, Claim> first = new HashMap<>();
        Set<String> paths = new HashSet<>();
        current.forEach(entry -> {
            paths.add(entry.path());
            histories
                    .of(entry.path())
                    .all()
                    .forEach(version -> claim(
                            first,
                            version.entry(),
                            new Claim(order.get(version.commit().id()), entry.path())));
        });
        history.byPath().forEach((path, revisions) -> {
            if (!paths.contains(path)) {
                reader.deleted(revisions).ifPresent(former -> claim(first, former, claim(order, path, revisions)));
            }
        });
        Map<String, String> bearers = new HashMap<>();
        first.forEach((number, claim) -> bearers.put(number, claim.path()));
        return Map.copyOf(bearers);
    }

    private static Claim claim(Map<CommitId, Integer> order, String path, List<Revision> revisions) {
        return new Claim(order.get(revisions.get(0).commit().id()), path);
    }

    private static void claim(Map<String, Claim> first, Entry entry, Claim claim) {
        String number = entry.publication().number();
        if (!number.isEmpty()) {
            first.merge(number, claim, (one, other) -> one.at() <= other.at() ? one : other);
        }
    }
}
