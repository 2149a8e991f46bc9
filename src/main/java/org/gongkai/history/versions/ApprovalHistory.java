package org.gongkai.history.versions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.approval.ApprovedText;
import org.gongkai.check.approval.Erratum;
import org.gongkai.history.git.CommitHistory.Revision;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.versions.CommittedStates.State;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;

/**
 * Finds entries that are published with another text than the one that was approved: that of the commit in which 审批
 * got its latest day, or the last one of that day if it had been entered before. What is no later replaces no
 * approval, and neither does a draft. An approval that is not in the history yet covers the text beside it; in a
 * shallow clone, that of the first commit that is left. Facts that were approved again after they had been published
 * need a line that says so. A secrecy review covers the text beside it likewise, also that of a draft. Headers of
 * revisions come from the cache, texts are read only where an approved entry was changed, and what was found in two
 * texts is cached. Safe for use by multiple threads.
 *
 * @param states the states that entries had
 * @param cache what earlier runs found
 * @param since the last commit whose changes are no errors; empty if none are
 * @param oldest the first day whose changes are warned of although they are no errors: sites that come to be checked
 *     have old changes, which nobody can take back
 */
public record ApprovalHistory(
        CommittedStates states, CachedRecords<Found> cache, Optional<CommitId> since, LocalDate oldest) {

    /**
     * What differs from the approved text.
     *
     * @param change the changes in words; empty if there are none
     * @param revision the index of the revision that brought the present text
     */
    public record Found(String change, int revision) {}

    private static final Found NOTHING = new Found("", 0);

    /** What is to be told. */
    private record Told(String code, String message, String hint) {}

    /** The text that is checked; without a blob it is not committed. */
    private record Present(Entry entry, Optional<String> blob, Supplier<Optional<String>> text) {}

    /**
     * Checks an entry.
     *
     * @param uncommitted returns the text of an entry whose file differs from the last commit
     */
    public void check(Entry current, Function<Entry, Optional<String>> uncommitted, Consumer<Problem> problems) {
        boolean isChanged = states.changed().contains(current.path());
        List<Revision> revisions = states.history().of(current.path());
        boolean isMerged = !revisions.isEmpty()
                && revisions.get(revisions.size() - 1).commit().parents().size() > 1;
        if (revisions.isEmpty()
                || revisions.size() == 1 && !isChanged && !isMerged
                || current.publication().status() != Entry.Status.PUBLISHED
                || approval(current).isEmpty()) {
            return;
        }
        List<List<State>> runs = runs(current, revisions);
        Optional<String> blob = isChanged
                ? Optional.empty()
                : revisions.get(revisions.size() - 1).blob();
        Present present = new Present(
                current, blob, () -> blob.map(states.repository()::text).orElseGet(() -> uncommitted.apply(current)));
        if (runs.isEmpty()) {
            unreviewed(present, revisions).ifPresent(problems);
            return;
        }
        List<State> run = runs.get(runs.size() - 1);
        boolean isApprovedNow = ApprovedText.isApprovedLater(current, run.get(0).entry());
        Found found = isApprovedNow
                ? NOTHING
                : found(states.covered(run, revisions, ApprovalHistory::approval), run, present, "");
        if (!found.change().isEmpty()) {
            Optional<Revision> revision =
                    revisions.stream().skip(found.revision()).findFirst();
            String when = revision.map(states::day).map(String::valueOf).orElse("现在");
            tell(
                    new Told(
                            "E385",
                            approval(current, run.get(0).entry()) + when + "又改了：" + found.change(),
                            "改了事实的，在正文末尾写明更正的日期和原因，重新审批，写上修订日期；只是错别字的，写 勘误: “错的字”改为“对的字”"),
                    current,
                    revision,
                    problems);
            return;
        }
        Optional<Revision> revision = isApprovedNow
                ? Optional.empty()
                : Optional.of(revisions.get(run.get(0).revision()));
        uncorrected(runs.subList(0, runs.size() - (isApprovedNow ? 0 : 1)), present, revisions)
                .ifPresentOrElse(told -> tell(told, current, revision, problems), () -> unreviewed(present, revisions)
                        .ifPresent(problems));
    }

    /** Tells what was changed after the secrecy review of a draft and before the approval. */
    private Optional<Problem> unreviewed(Present present, List<Revision> revisions) {
        Entry entry = present.entry();
        Optional<ApprovalStep> review = ApprovedText.review(entry);
        Optional<LocalDate> day =
                review.flatMap(ApprovalStep::date).filter(it -> present.blob().isEmpty() || !it.isBefore(oldest));
        Optional<String> step = review.map(ApprovalStep::identity);
        List<State> run = states.of(entry, day.isEmpty() ? List.of() : revisions, header -> ApprovedText.review(header)
                .map(ApprovalStep::identity)
                .equals(step));
        if (run.isEmpty()) {
            return Optional.empty();
        }
        State reviewed = states.covered(run, revisions, ApprovedText::review);
        return Optional.of(found(reviewed, run, present, " " + CommonField.SECRECY_REVIEW))
                .filter(found -> !found.change().isEmpty())
                .map(found -> Problem.warning(
                        "W385",
                        entry.path(),
                        entry.values().get(CommonField.SECRECY_REVIEW),
                        "保密审查是" + day.get() + "的，以后又改了：" + found.change(),
                        "请再审查一次，写上新的日期；只是错别字的，写 勘误: “错的字”改为“对的字”"));
    }

    /** Tells what was approved again with other facts than those that were published, without saying so. */
    private Optional<Told> uncorrected(List<List<State>> before, Present present, List<Revision> revisions) {
        LocalDate day = present.entry().approved().orElse(LocalDate.MIN);
        for (int i = before.size() - 1; i >= 0; i--) {
            State approved = states.covered(before.get(i), revisions, ApprovalHistory::approval);
            Found found = found(approved, before.get(i), present, " " + approved.revision());
            if (found.change().isEmpty()) {
                return Optional.empty();
            }
            if (before.get(i).stream()
                    .filter(state -> !state.entry().dates().day().isAfter(day))
                    .anyMatch(state -> since.isEmpty() || isKnown(revisions.get(state.revision())))) {
                return Optional.of(new Told(
                        "E389",
                        day + "重新审批，改了：" + found.change() + "，没有写明更正的日期和原因",
                        "在正文末尾另起一行写明，如 更正：" + day + "，原来写的……，现在改为……，原因是……"));
            }
        }
        return Optional.empty();
    }

    private static String approval(Entry current, Entry approved) {
        String written = ApprovedText.approval(current);
        String before = ApprovedText.approval(approved);
        return written.equals(before)
                ? "审批是" + current.approved().map(date -> date + "的").orElse("以前的") + "，"
                : "审批写的是“" + written + "”，不晚于已经批准的“" + before + "”，不算重新审批；";
    }

    /**
     * Tells a problem: as an error if it is not published yet, else as a warning, if it is not too old.
     *
     * @param revision the revision that brought it; empty if it is not committed
     */
    private void tell(Told told, Entry current, Optional<Revision> revision, Consumer<Problem> problems) {
        boolean isNew = revision.isEmpty() || since.isPresent() && !isKnown(revision.get());
        if (isNew || !states.day(revision.get()).isBefore(oldest)) {
            problems.accept(new Problem(
                    isNew ? Severity.ERROR : Severity.WARNING,
                    told.code(),
                    current.path(),
                    current.values().get(CommonField.APPROVAL).line(),
                    current.values().get(CommonField.APPROVAL).column(),
                    told.message(),
                    told.hint()));
        }
    }

    private boolean isKnown(Revision revision) {
        return Uncheck.get(
                () -> states.repository().isAncestor(revision.commit().id(), since.orElseThrow()));
    }

    /** The approved states, oldest first; a list begins with each approval that is later than all before. */
    private List<List<State>> runs(Entry current, List<Revision> revisions) {
        List<List<State>> runs = new ArrayList<>();
        // What cannot be read, what was deleted for a time and drafts were not approved otherwise.
        for (State state :
                states.of(current, revisions, header -> approval(header).isPresent())) {
            if (runs.isEmpty()
                    || ApprovedText.isApprovedLater(
                            state.entry(), runs.get(runs.size() - 1).get(0).entry())) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(state);
        }
        return runs;
    }

    /** @param again distinguishes what was changed since an earlier step; empty for the approval that holds */
    private Found found(State approved, List<State> run, Present present, String again) {
        if (present.blob().isPresent() && present.blob().equals(approved.blob())) {
            return NOTHING;
        }
        return cache.of(
                present.entry().path() + again,
                present.blob()
                        .map(now -> approved.blob().orElseThrow() + " " + now)
                        .orElse(""),
                () -> compare(approved, run, present, !again.isEmpty()));
    }

    private Found compare(State approved, List<State> run, Present present, boolean isApprovedAgain) {
        Optional<String> text = present.text().get();
        if (text.isEmpty()) {
            return NOTHING;
        }
        ApprovedText before = ApprovedText.of(approved.entry(), states.text(approved));
        for (State state : run) {
            if (state.revision() > approved.revision()) {
                before = before.withCounts(() -> ApprovedText.of(state.entry(), states.text(state)));
            }
        }
        ApprovedText now = ApprovedText.of(present.entry(), text.get());
        Optional<String> change = before.changes(now, Erratum.accepted(present.entry()));
        if (change.isEmpty() || isApprovedAgain && before.isCorrected(now)) {
            return NOTHING;
        }
        int since = Integer.MAX_VALUE;
        for (int i = run.size() - 1; i >= 0 && run.get(i).revision() > approved.revision(); i--) {
            State state = run.get(i);
            if (!ApprovedText.of(state.entry(), states.text(state)).isSame(now)) {
                break;
            }
            since = state.revision();
        }
        return new Found(change.get(), since);
    }

    /** The approval of an entry that is no draft, be it of a kind that need not say it. */
    private static Optional<ApprovalStep> approval(Entry entry) {
        return entry.approval()
                .filter(step -> entry.publication().status() != Entry.Status.DRAFT
                        && !step.identity().isBlank());
    }
}
