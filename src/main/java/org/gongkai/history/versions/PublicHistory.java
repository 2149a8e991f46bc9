package org.gongkai.history.versions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.versions.DisclosedVersions.DisclosedVersion;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.config.CommitDisplay;
import org.gongkai.input.entry.Entry;

/** The history of a site as far as it is disclosed to one audience. Safe for use by multiple threads. */
public final class PublicHistory {

    private final EntryHistories histories;
    private final Optional<DisclosedVersions> disclosedVersions;
    private final Predicate<String> givesAway;
    private final Set<CommitId> theirs;
    private final CommitDisplay display;

    /**
     * @param lives the versions of all entries
     * @param readings opens versions; empty if there is no history
     * @param seen the paths of the entries that the audience can see
     * @param display what readers see of commits
     * @param givesAway whether a sentence mentions hidden content
     */
    public PublicHistory(
            EntryHistories lives,
            Optional<DisclosedVersions> readings,
            Set<String> seen,
            CommitDisplay display,
            Predicate<String> givesAway) {
        this.display = display;
        this.histories = lives;
        this.disclosedVersions = readings;
        this.givesAway = givesAway;
        // Computed once per commit: a commit may have changed every entry, and each of them asks for its message.
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
    public EntryHistories histories() {
        return histories;
    }

    /** Returns the opener of versions; empty if there is no history. */
    public Optional<DisclosedVersions> disclosedVersions() {
        return disclosedVersions;
    }

    /**
     * Returns the message of the commit of a version. Empty if the commit also changed an entry that was or is hidden
     * from the audience, or a file of such an entry or of none, if the message mentions hidden content, or if the site
     * shows no messages.
     */
    public Optional<String> purpose(Version version) {
        return disclosedVersions
                .filter(open -> display.messages())
                .filter(open -> theirs.contains(version.commit().id()) && open.covers(version.entry()))
                .flatMap(open -> open.message(version.commit().message()))
                .filter(message -> !givesAway.test(message));
    }

    /** Returns what somebody wrote about the site as a whole; empty if it mentions hidden content. */
    public Optional<String> disclosed(String remark) {
        return Optional.of(remark.strip()).filter(text -> !text.isEmpty() && !givesAway.test(text));
    }

    /** Returns the name of the author of a version; empty if the site shows none. */
    public Optional<String> author(Version version) {
        return Optional.of(histories.authors().author(version.commit()))
                .filter(name -> display.authors() && !name.isEmpty());
    }

    /** Returns true if a version is visible to the audience. */
    public boolean covers(Version version) {
        return covers(version.entry());
    }

    private boolean covers(Entry header) {
        return disclosedVersions.filter(open -> open.covers(header)).isPresent();
    }

    /**
     * Returns true if a commit created a version of an entry that the audience may see; otherwise it worked on a hidden
     * state.
     */
    private boolean broughtSomething(String path, CommitId commit) {
        return histories.of(path).all().stream()
                .filter(version -> version.commit().id().equals(commit))
                .anyMatch(this::covers);
    }

    /** Returns the headers under which an entry was published to the audience. */
    public List<Entry> headers(String path) {
        return histories.of(path).headers().stream().filter(this::covers).toList();
    }

    /** Returns the headers of the versions that are hidden from the audience. */
    public List<Entry> withheld(String path) {
        return histories.of(path).all().stream()
                .map(Version::entry)
                .filter(entry -> !covers(entry))
                .toList();
    }

    /** Returns the texts of the versions that are disclosed to the audience. */
    public Stream<String> shown(String path) {
        return disclosedVersions.stream()
                .flatMap(open -> histories.of(path).all().stream().map(open::open))
                .filter(DisclosedVersion.Text.class::isInstance)
                .map(reading -> ((DisclosedVersion.Text) reading).text());
    }
}
