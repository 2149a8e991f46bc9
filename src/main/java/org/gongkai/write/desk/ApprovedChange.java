package org.gongkai.write.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.approval.ApprovedText;
import org.gongkai.check.approval.Erratum;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceFile;
import org.gongkai.text.Characters;
import org.gongkai.write.desk.LineDifference.Kind;
import org.gongkai.write.desk.LineDifference.Line;
import org.gongkai.write.desk.LineDifference.Run;
import org.gongkai.write.form.ApprovalSteps;

/** What somebody changes at the desk in a text that was approved. */
record ApprovedChange(DeskSite site, ApprovalSteps steps, DeskRepository repository) {

    /** How many characters beside a typing error are quoted with it. */
    private static final int BESIDE = 2;

    /**
     * Tells what a text changes in the approved text of a file; empty if that is not approved, if the text is no longer
     * published or was approved again, or if nothing is changed but typing errors that it states.
     */
    Optional<String> of(String path, String before, String now) throws IOException {
        Optional<Entry> old = site.entry(path, before).filter(ApprovedChange::isPublished);
        Optional<Entry> fresh = site.entry(path, now).filter(ApprovedChange::isPublished);
        if (old.isEmpty() || fresh.isEmpty() || ApprovedText.isApprovedLater(fresh.get(), old.get())) {
            return Optional.empty();
        }
        return ApprovedText.of(old.get(), before)
                .changes(ApprovedText.of(fresh.get(), now), Erratum.accepted(fresh.get()));
    }

    /**
     * The approved text that a file is measured by: the committed one if the file has changed that without a word,
     * else its own.
     */
    String approved(String path, String stored) throws IOException {
        Optional<String> committed = repository.committed(path).flatMap(bytes -> DeskRepository.text(path, bytes));
        return committed.isPresent() && of(path, committed.get(), stored).isPresent() ? committed.get() : stored;
    }

    /** States the changes as typing errors, quoting words of both texts whole; refused if they are more than that. */
    ApprovalSteps.Step stated(String path, String stored, String now, List<String> words) throws IOException {
        String before = approved(path, stored);
        List<String> all = new ArrayList<>(site.entry(path, now)
                .map(entry -> entry.list(CommonField.ERRATA))
                .orElse(List.of()));
        for (Line line : LineDifference.of(before, now)) {
            for (int i = 0; line.kind() == Kind.CHANGED && i < line.runs().size(); i++) {
                if (line.runs().get(i).kind() != Kind.SAME) {
                    Erratum erratum = erratum(line.runs(), i, words);
                    Optional<String> refusal = erratum.refusal();
                    if (refusal.isPresent()) {
                        return refused(
                                now, "“" + erratum.wrong() + "”改为“" + erratum.right() + "”不算错别字：" + refusal.get());
                    }
                    all.add("“" + erratum.wrong() + "”改为“" + erratum.right() + "”");
                    i += next(line.runs(), i) - i;
                }
            }
        }
        ApprovalSteps.Step step = steps.state(
                SourceFile.ending(path), now, all.stream().distinct().toList());
        Optional<String> left = step.done() ? of(path, before, step.text()) : Optional.empty();
        return left.isPresent() ? refused(now, "改的不只是错别字：" + left.get()) : step;
    }

    private static ApprovalSteps.Step refused(String text, String why) {
        return new ApprovalSteps.Step(text, false, List.of(why, "请作为更正，重新审批"), List.of());
    }

    /** The changed words that begin with a run, with what makes a word of them or tells where they stand. */
    private static Erratum erratum(List<Run> runs, int from, List<String> words) {
        int to = next(runs, from);
        StringBuilder wrong = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (Run run : runs.subList(from, to)) {
            (run.kind() == Kind.DELETED ? wrong : right).append(run.text());
        }
        String before = from == 0 ? "" : runs.get(from - 1).text();
        String after = to == runs.size() ? "" : runs.get(to).text();
        int start = before.length();
        while (start > 0 && before.length() - start < BESIDE && Characters.isHan(before.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < Math.min(BESIDE, after.length()) && Characters.isHan(after.charAt(end))) {
            end++;
        }
        String left = before.substring(start);
        for (int size = 1; size < left.length() + end && !wrong.isEmpty() && !right.isEmpty(); size++) {
            for (int l = Math.max(0, size - end); l <= Math.min(size, left.length()); l++) {
                String near = left.substring(left.length() - l);
                String next = after.substring(0, size - l);
                Erratum word = new Erratum(near + wrong + next, near + right + next);
                if (words.contains(word.wrong()) || words.contains(word.right())) {
                    return word;
                }
            }
        }
        return new Erratum(left + wrong + after.substring(0, end), left + right + after.substring(0, end));
    }

    private static int next(List<Run> runs, int from) {
        int to = from;
        while (to < runs.size() && runs.get(to).kind() != Kind.SAME) {
            to++;
        }
        return to;
    }

    private static boolean isPublished(Entry entry) {
        return entry.publication().status() == Entry.Status.PUBLISHED
                && entry.values().containsKey(CommonField.APPROVAL);
    }
}
