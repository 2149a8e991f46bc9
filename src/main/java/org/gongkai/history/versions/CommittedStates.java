package org.gongkai.history.versions;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.history.git.CommitHistory;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.versions.VersionReader.PreviousHeaders;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;

/**
 * Reads the states that entries had in earlier commits, each with its header.
 *
 * @param changed the paths of files with uncommitted changes
 * @param former reads the headers of revisions
 */
public record CommittedStates(
        GitRepository repository, CommitHistory history, Set<String> changed, PreviousHeaders former, ZoneId zone) {

    /** A text that an entry had, with its header. */
    record State(Entry entry, Optional<String> blob, LocalDate day, int revision) {}

    /** The wanted states of an entry, oldest first; what cannot be read and what was deleted for a time is left out. */
    List<State> of(Entry current, List<Revision> revisions, Predicate<Entry> isWanted) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            int place = i;
            Revision revision = revisions.get(i);
            boolean isCurrent = i == revisions.size() - 1 && !changed.contains(current.path());
            (isCurrent ? Optional.of(current) : former.of(revision))
                    .filter(isWanted)
                    .ifPresent(header -> states.add(new State(header, revision.blob(), day(revision), place)));
        }
        return states;
    }

    /**
     * Returns the state that a step covers, be it another one that a merge took the step from.
     *
     * @param run those with the step: the first or, if that was written before the day of the step, the last of
     *     that day
     * @param step the step of a state, if it has one
     */
    State covered(List<State> run, List<Revision> revisions, Function<Entry, Optional<ApprovalStep>> step) {
        State first = run.get(0);
        LocalDate day = step.apply(first.entry()).flatMap(ApprovalStep::date).orElse(LocalDate.MIN);
        State covered = first;
        for (State state : first.day().isBefore(day) ? run : List.<State>of()) {
            covered = state.day().isAfter(day) ? covered : state;
        }
        Revision merge = revisions.get(first.revision());
        if (covered != first || merge.commit().parents().size() < 2 || !history.complete()) {
            return covered;
        }
        Optional<String> taken = step.apply(first.entry()).map(ApprovalStep::identity);
        List<State> sources = new ArrayList<>();
        for (CommitId parent : merge.commit().parents()) {
            Optional<String> blob = Uncheck.get(() -> repository.blobId(parent, merge.path()));
            former.of(new Revision(merge.commit(), merge.path(), blob))
                    .filter(header ->
                            step.apply(header).map(ApprovalStep::identity).equals(taken))
                    .ifPresent(header -> sources.add(new State(header, blob, first.day(), first.revision() - 1)));
        }
        return sources.isEmpty()
                        || sources.stream().anyMatch(source -> source.blob().equals(first.blob()))
                ? first
                : sources.get(0);
    }

    String text(State state) {
        return repository.text(state.blob().orElseThrow()).orElse("");
    }

    LocalDate day(Revision revision) {
        return revision.commit().author().time().atZone(zone).toLocalDate();
    }
}
