package org.gongkai.history.versions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitId;
import org.gongkai.input.entry.Entry;

/** The index numbers (索引号) of entries in previous commits. A number belongs to its first holder. */
public final class PreviousNumbers {

    private static final int HEADER = 8_192;
    private static final Pattern NUMBER =
            Pattern.compile("(?m)^:?(?:索引号|number)\\s*[:：=]\\s*[\"']?([^\\s\"']+)", Pattern.CASE_INSENSITIVE);

    private PreviousNumbers() {}

    /** Returns the index number near the start of a file, if there is one, without parsing the header. */
    public static Optional<String> scan(byte[] file) {
        Matcher found = NUMBER.matcher(new String(file, 0, Math.min(file.length, HEADER), StandardCharsets.UTF_8));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** An entry with its header from a position in the order of commits on. */
    private record Claim(int at, String path, Entry entry) {}

    /**
     * Returns the path of the holder of each number: its current path, or its last one if the entry was deleted.
     *
     * @param byPath the versions of the current entries
     */
    public static Map<String, String> holders(
            CommitHistory history, VersionReader reader, Map<String, Versions> byPath) {
        Map<CommitId, Integer> order = history.positions();
        List<Claim> claims = new ArrayList<>();
        byPath.forEach((path, versions) -> versions.all()
                .forEach(version ->
                        claims.add(new Claim(order.get(version.commit().id()), path, version.entry()))));
        history.byPath().forEach((path, revisions) -> {
            if (!byPath.containsKey(path)) {
                int at = order.get(revisions.get(0).commit().id());
                reader.deleted(revisions).ifPresent(former -> claims.add(new Claim(at, path, former)));
            }
        });
        claims.sort(Comparator.comparing(Claim::at).thenComparing(Claim::path));
        Map<String, String> holders = new HashMap<>();
        claims.forEach(claim -> holders.putIfAbsent(claim.entry().publication().number(), claim.path()));
        holders.remove("");
        return holders;
    }
}
