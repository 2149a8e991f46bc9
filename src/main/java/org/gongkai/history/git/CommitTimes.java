package org.gongkai.history.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The author time and the commit time of a commit. Git accepts any number, and libraries silently turn one that is too
 * large into another date.
 *
 * @param authored the author time; empty if it cannot be parsed or is after the year 9999
 * @param committed the commit time; empty if it cannot be parsed or is after the year 9999
 */
public record CommitTimes(Optional<Instant> authored, Optional<Instant> committed) {

    /** Represents a time that cannot be parsed. */
    public static final Instant UNKNOWN = Instant.EPOCH;

    private static final Pattern LINE =
            Pattern.compile("(?m)^(author|committer) [^\\n]*> ?(\\d{1,12}) [+-](\\d\\d)[0-5]\\d$");
    private static final long LAST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();
    private static final int WIDEST_ZONE = 18;

    /** Parses the times from the bytes of a commit. */
    public static CommitTimes of(byte[] commit) {
        String text = new String(commit, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String header = end < 0 ? text : text.substring(0, end);
        Optional<Instant> authored = Optional.empty();
        Optional<Instant> committed = Optional.empty();
        Matcher line = LINE.matcher(header);
        while (line.find()) {
            long seconds = Long.parseLong(line.group(2));
            boolean possible = seconds <= LAST && Integer.parseInt(line.group(3)) < WIDEST_ZONE;
            Optional<Instant> time = possible ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
            if (line.group(1).equals("author")) {
                authored = time;
            } else {
                committed = time;
            }
        }
        return new CommitTimes(authored, committed);
    }
}
