package org.gongkai.cli.release;

import java.util.Map;
import java.util.Optional;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.pipeline.BuildReport;
import org.gongkai.cli.pipeline.JsonReport;
import org.gongkai.cli.text.Terminal;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;

/**
 * Prints the result of publishing.
 *
 * @param isOne whether the site is one of a list: a line tells what changed, if anything did
 */
public record PublishReport(Terminal terminal, ProblemOptions problems, boolean isOne) {

    /**
     * Prints a result.
     *
     * @param json whether for a program, which reads the rest in {@link #fields(Publisher.Result, long)}
     * @param millis how long it took
     */
    public void print(Publisher.Result result, boolean json, long millis) {
        result.notes().forEach(note -> terminal.note("注意：" + note + "。"));
        if (!json) {
            printText(result, millis);
        }
        if (result.isRefused()) {
            terminal.note("没有发布，站点没有改动。");
        }
    }

    /**
     * The result for a program. Of a release, the files are written that it does not share with the one before, and
     * its manifest; what a release that was not made would have held is not.
     */
    static Map<String, Object> fields(Publisher.Result result, long millis) {
        BuildSummary summary = result.build().summary();
        Map<String, Object> fields =
                JsonObject.fields(new JsonReport(summary, result.build().problems(), millis));
        int written = result.outcomes().stream()
                .flatMap(outcome -> outcome.published().map(Published::counts).stream())
                .mapToInt(counts -> counts.added() + counts.changed() + 1)
                .sum();
        fields.put("written", written);
        fields.put("unchanged", summary.files().written() + summary.files().unchanged() - written);
        fields.put(
                "releases",
                result.outcomes().stream()
                        .map(outcome -> Json.fields(fields(outcome)))
                        .toList());
        return fields;
    }

    private void printText(Publisher.Result result, long millis) {
        boolean isBrief = isOne && result.isPublished();
        if (!isBrief
                && !new BuildReport(result.build().summary(), problems, millis)
                        .printProblems(terminal, false, !result.isRefused())) {
            return;
        }
        result.outcomes()
                .forEach(outcome -> print(
                        outcome,
                        outcome.isRefused(result.allowLost()),
                        result.outcomes().size() > 1));
        if (!isOne && !result.isRefused()) {
            terminal.print(result.build()
                    .summary()
                    .nextChange()
                    .map(day -> "下次变化：" + day + "（到这一天请重新发布）")
                    .orElse("下次变化：无（内容不改就不必重新发布）"));
        }
    }

    private void print(Outcome outcome, boolean refused, boolean several) {
        outcome.notes().forEach(note -> terminal.note("提示：" + note + "。"));
        outcome.returned()
                .forEach(page -> terminal.note(page.text() + "；" + page.remedy() + "；要重新公开，先运行 takedown " + page.taken()
                        + " --undo（连同 --to 和 --reason）"));
        if (refused) {
            outcome.lost()
                    .forEach(address -> terminal.note("网址 " + address + " 没有了；请在换了地址的条目里写上 旧址: " + address
                            + "，或把条目留着写上 状态: 已撤回；确实不再需要，加上 --allow-lost"));
            return;
        }
        String name = several ? outcome.audience() + "：" : "";
        if (!isOne || outcome.published().isPresent()) {
            terminal.print(name + outcome.published().map(LedgerRecordText::of).orElse("没有变化，没有新的发布批次"));
        }
        if (!isOne) {
            terminal.print("当前：" + outcome.current().resolve("index.html"));
        }
        if (!outcome.lost().isEmpty() && outcome.published().isPresent()) {
            terminal.print("失效的网址：" + String.join("、", outcome.lost()));
        }
    }

    /** What came of the site of one audience, for a program: names of fields and their values. */
    public static Object[] fields(Outcome outcome) {
        Optional<Counts> counts = outcome.published().map(Published::counts);
        return new Object[] {
            "audience", outcome.audience(),
            "release", outcome.published().map(Published::release),
            "current", outcome.current(),
            "added", counts.map(Counts::added).orElse(0),
            "changed", counts.map(Counts::changed).orElse(0),
            "removed", counts.map(Counts::removed).orElse(0),
            "lost", outcome.lost(),
            "returned",
                    outcome.returned().stream()
                            .map(ReturnedPage::taken)
                            .distinct()
                            .toList(),
            "notes", outcome.notes()
        };
    }
}
