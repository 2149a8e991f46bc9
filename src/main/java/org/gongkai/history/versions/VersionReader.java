package org.gongkai.history.versions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.git.Commit;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;

/**
 * Determines the published versions of entries. A revision is a version if its header declares it published, its
 * publication day came before the next revision, and it was not replaced before it was published. Draft revisions are
 * skipped. Safe for use by multiple threads.
 *
 * @param changed the paths of files with uncommitted changes
 * @param former reads the headers of revisions
 * @param zone the time zone of days
 * @param asOf the day for which the site is built
 */
public record VersionReader(
        CommitHistory history, Set<String> changed, PreviousHeaders former, ZoneId zone, LocalDate asOf) {

    /** A revision and its header, which is empty if the file was deleted or its header cannot be parsed. */
    private record State(Revision revision, LocalDate day, Optional<Entry> entry) {

        boolean isPublic() {
            return entry.filter(e -> e.publication().status() == Entry.Status.PUBLISHED)
                    .isPresent();
        }

        LocalDate published() {
            return entry.orElseThrow().dates().day();
        }
    }

    /** Returns the versions of a current entry. */
    public Versions of(Entry current) {
        List<Revision> revisions = history.of(current.path());
        boolean uncommitted = changed.contains(current.path());
        List<State> states = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            boolean last = i == revisions.size() - 1;
            Optional<Entry> entry = last && !uncommitted && revision.path().equals(current.path())
                    ? Optional.of(current)
                    : former.of(revision);
            states.add(new State(revision, day(revision.commit()), entry));
        }
        return versions(states, uncommitted || revisions.isEmpty());
    }

    /** The states that were not replaced before they were published. */
    private List<State> published(List<State> states) {
        List<State> published = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Commit commit = states.get(i).revision().commit();
            if (i == states.size() - 1
                    || !history.isOnePublication(
                            commit, states.get(i + 1).revision().commit())) {
                published.add(states.get(i));
            }
        }
        return published;
    }

    /** Whether a state is public and its publication day came before the next one. */
    private boolean cameOut(List<State> states, int at) {
        LocalDate until = at + 1 < states.size() ? states.get(at + 1).day() : asOf;
        return states.get(at).isPublic() && !states.get(at).published().isAfter(until);
    }

    private Versions versions(List<State> all, boolean uncommitted) {
        // Redirects that earlier versions of this program made remain, be they for what was never published.
        List<Entry> headers = IntStream.range(0, all.size())
                .filter(i -> cameOut(all, i))
                .mapToObj(i -> all.get(i).entry().orElseThrow())
                .toList();
        List<State> states = published(all);
        List<Version> versions = new ArrayList<>();
        List<Versions.Pause> pauses = new ArrayList<>();
        boolean out = false;
        for (int i = 0; i < states.size(); i++) {
            State state = states.get(i);
            if (!state.isPublic()) {
                if (out && !isUnreadable(state) && !gone(state).isAfter(asOf)) {
                    pauses.add(new Versions.Pause(versions.size(), gone(state), Optional.empty()));
                    out = false;
                }
                continue;
            }
            if (!cameOut(states, i)) {
                continue;
            }
            LocalDate day = state.day().isBefore(state.published()) ? state.published() : state.day();
            if (day.isAfter(asOf)) {
                continue;
            }
            if (!out && !pauses.isEmpty()) {
                Versions.Pause last = pauses.remove(pauses.size() - 1);
                pauses.add(new Versions.Pause(last.after(), last.day(), Optional.of(day)));
            }
            out = true;
            String blob = state.revision().blob().orElseThrow();
            if (versions.isEmpty() || !versions.get(versions.size() - 1).blob().equals(blob)) {
                versions.add(new Version(
                        versions.size() + 1,
                        day,
                        state.revision().commit(),
                        state.entry().orElseThrow(),
                        blob));
            }
        }
        return new Versions(versions, pauses, headers, uncommitted);
    }

    /**
     * Returns true if the header cannot be parsed: no build published that file, so the previous version stayed public.
     */
    private static boolean isUnreadable(State state) {
        return state.revision().blob().isPresent() && state.entry().isEmpty();
    }

    private static LocalDate gone(State state) {
        return state.entry().flatMap(e -> e.dates().withdrawn()).orElse(state.day());
    }

    /**
     * Returns the last header of a file before its deletion; empty if it was not deleted or its header cannot be
     * parsed.
     */
    Optional<Entry> deleted(List<Revision> revisions) {
        int last = revisions.size() - 1;
        return last > 0 && revisions.get(last).blob().isEmpty() ? former.of(revisions.get(last - 1)) : Optional.empty();
    }

    private LocalDate day(Commit commit) {
        return commit.author().time().atZone(zone).toLocalDate();
    }

    /**
     * Reads the headers of entries in previous commits. Safe for use by multiple threads.
     *
     * @param reader parses headers
     * @param cache caches parsed headers
     */
    public record PreviousHeaders(GitRepository repository, EntryReader reader, CachedRecords<EntryReading> cache) {

        /** Returns the header of a revision; empty if the file was deleted or its header cannot be parsed. */
        Optional<Entry> of(Revision revision) {
            // A cache of all versions of a path has each under its own name.
            return revision.blob()
                    .flatMap(blob -> cache.of(revision.path() + "\n" + blob, blob, () -> read(revision.path(), blob))
                            .entry());
        }

        private EntryReading read(String path, String blob) {
            byte[] bytes = Uncheck.get(() -> repository.blob(blob));
            SourceFile file = new SourceFile(path, bytes.length);
            // Problems in old commits cannot be fixed and are not reported.
            return new EntryReading(
                    new TextDecoder()
                            .decode(path, bytes, problem -> {})
                            .flatMap(text -> reader.read(file, text, problem -> {})),
                    List.of());
        }
    }
}
