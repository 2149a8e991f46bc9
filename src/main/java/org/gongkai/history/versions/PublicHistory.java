package org.gongkai.history.versions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.input.entry.Entry;

/** The history of a site as one audience may read it. Safe for many threads. */
public final class PublicHistory {

    private final EntryHistories lives;
    private final Optional<DisclosedVersions> readings;
    private final Predicate<String> givesAway;
    private final Set<CommitId> theirs;

    /**
     * @param lives the versions of all entries
     * @param readings opens them; empty if there is no history
     * @param seen paths of the entries that these readers see
     * @param givesAway whether a sentence speaks of what they do not see
     */
    public PublicHistory(
            EntryHistories lives, Optional<DisclosedVersions> readings, Set<String> seen, Predicate<String> givesAway) {
        this.lives = lives;
        this.readings = readings;
        this.givesAway = givesAway;
        // Asked once for each commit: one commit may have touched every entry, and every one of them asks.
        Set<CommitId> hidden = readings.isEmpty()
                ? Set.of()
                : new HiddenCommits(lives, readings.get().names(), seen, readings.get()::covers).commits();
        this.theirs = readings.isEmpty()
                ? Set.of()
                : lives.touched().entrySet().stream()
                        .filter(commit -> !hidden.contains(commit.getKey()))
                        .filter(commit -> commit.getValue().stream()
                                .allMatch(path -> seen.contains(path) && broughtSomething(path, commit.getKey())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The versions of all entries. */
    public EntryHistories lives() {
        return lives;
    }

    /** Opens versions; empty if there is no history. */
    public Optional<DisclosedVersions> readings() {
        return readings;
    }

    /**
     * What a version was for: the message of its commit, unless the commit touched an entry that these readers do not see
     * or did not see then, or a file of one, for it may speak of that one; or it names what is hidden.
     */
    public Optional<String> purpose(Version version) {
        return readings.filter(open -> theirs.contains(version.commit().id()) && open.covers(version.entry()))
                .flatMap(open -> open.message(version.commit().message()))
                .filter(message -> !givesAway.test(message));
    }

    /** Whether a version was for these readers. */
    public boolean covers(Version version) {
        return readings.filter(open -> open.covers(version.entry())).isPresent();
    }

    /** Whether a commit made a version of an entry that these readers may see: else it worked on what they did not see then. */
    private boolean broughtSomething(String path, CommitId commit) {
        return lives.of(path).all().stream()
                .filter(version -> version.commit().id().equals(commit))
                .anyMatch(version ->
                        readings.filter(open -> open.covers(version.entry())).isPresent());
    }

    /** The headers under which an entry was out, those left out that were not for these readers. */
    public List<Entry> headers(String path) {
        return lives.of(path).headers().stream()
                .filter(header -> readings.filter(open -> open.covers(header)).isPresent())
                .toList();
    }

    /** What versions of an entry said that were not for these readers. */
    public List<Entry> withheld(String path) {
        return lives.of(path).all().stream()
                .map(Version::entry)
                .filter(entry -> readings.filter(open -> open.covers(entry)).isEmpty())
                .toList();
    }

    /** The texts of the versions of an entry that these readers may see. */
    public Stream<String> shown(String path) {
        return readings.stream()
                .flatMap(open -> lives.of(path).all().stream().map(open::open))
                .filter(DisclosedVersion.Text.class::isInstance)
                .map(reading -> ((DisclosedVersion.Text) reading).text());
    }
}
