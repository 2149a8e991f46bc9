package org.gongkai.cli.release;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.pipeline.BuildReport;
import org.gongkai.cli.pipeline.BuildReport.JsonReport;
import org.gongkai.cli.text.Terminal;
import org.gongkai.io.Json;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.release.Publication.Outcome;
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
     * @param json whether for a program
     * @param millis how long it took
     */
    public void print(Publisher.Result result, boolean json, long millis) {
        result.notes().forEach(note -> terminal.note("注意：" + note + "。"));
        if (json) {
            printJson(result, millis);
        } else {
            printText(result, millis);
        }
        if (result.isRefused()) {
            terminal.note("没有发布，站点没有改动。");
        }
    }

    private void printJson(Publisher.Result result, long millis) {
        String report = new JsonReport(result.build().summary(), result.build().problems(), millis).text();
        terminal.print(report.substring(0, report.length() - 1) + ",\"releases\":"
                + Json.of(result.outcomes().stream().map(PublishReport::fields).toList())
                + "}");
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
                .forEach(page -> terminal.note(
                        page.text() + "；" + page.remedy() + "；要重新公开，先运行 takedown " + page.taken() + " --undo"));
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

    private static Map<String, Object> fields(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("audience", outcome.audience());
        fields.put("release", outcome.published().map(Published::release));
        fields.put("current", outcome.current().toString());
        fields.put("added", outcome.published().map(p -> p.counts().added()).orElse(0));
        fields.put("changed", outcome.published().map(p -> p.counts().changed()).orElse(0));
        fields.put("removed", outcome.published().map(p -> p.counts().removed()).orElse(0));
        fields.put("lost", outcome.lost());
        fields.put(
                "returned",
                outcome.returned().stream().map(ReturnedPage::taken).distinct().toList());
        fields.put("notes", outcome.notes());
        return fields;
    }
}
