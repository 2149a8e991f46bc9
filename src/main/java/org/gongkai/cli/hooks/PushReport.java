package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.problem.Problem;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.push.PushCheck;
import org.gongkai.publish.push.PushMessages;

/**
 * Prints what the author of a push reads about its check and its publication; the last lines of a rejection say what to
 * do. Git and its clients put a word of their own before each line and show them in small windows, so lines are short
 * and lists are limited.
 */
record PushReport(Terminal terminal) implements PushCheck.Screen {

    @Override
    public void problems(String heading, List<Problem> problems, List<Problem> all) {
        line(heading);
        String last = "";
        ShownProblems shown = ShownProblems.of(problems, PushMessages.LIMIT);
        for (Problem problem : shown.shown()) {
            String here = problem.path() + " 第 " + problem.line() + " 行：";
            if (!here.equals(last)) {
                line("");
                line(here);
            }
            last = here;
            line("  " + problem.severity().label() + " " + problem.code() + " " + problem.message());
            if (!problem.hint().isEmpty()) {
                line("  " + problem.hint());
            }
        }
        if (shown.omitted() > 0) {
            line("  ……还有 " + shown.omitted() + " 个；在自己电脑上运行 check --all 可以看到全部。");
        }
        if (all.size() > ProblemSummary.THRESHOLD) {
            line("");
            line(ProblemSummary.HEADING);
            new ProblemSummary(new AnsiStyle(false)).lines(all).forEach(this::line);
        }
    }

    /** The last publication, which nobody watched, has failed. */
    void failedBefore(String report) {
        line("");
        line("注意：上次发布没有成功，现在再试一次：");
        report.lines().limit(PushMessages.LIMIT).forEach(text -> line("  " + text));
    }

    /** The site is being published by another process. */
    void publishingInBackground(List<String> addresses) {
        line("已收下，正在后台发布，过一会儿就能看到" + (addresses.isEmpty() ? "。" : "："));
        items(addresses);
    }

    /**
     * The push was accepted, but the site could not be published.
     *
     * @param log where the maintainer of the server finds more
     */
    void publicationFailed(String report, Path log) {
        line("已收下，但是网站没有更新：");
        report.lines().limit(PushMessages.LIMIT).forEach(text -> line("  " + text));
        line("内容已经在仓库里，不用再推送。请告诉管理员看日志：");
        line("  " + log);
        line("下一次推送或定时任务会再发布一次。");
    }

    /** The site is published, or will be by the process that is publishing now. */
    void published(PublicationRunner.Result result, List<String> addresses, Optional<LocalDate> nextChange) {
        line((result.busy() ? "已收下，另一次推送正在发布，做完就轮到" : "已发布") + (addresses.isEmpty() ? "。" : "："));
        items(addresses);
        result.recordingFailure().ifPresent(failure -> {
            line("");
            line(notRecorded(failure));
        });
        nextChange
                .filter(day -> !result.busy() && result.recordingFailure().isEmpty())
                .ifPresent(day -> line("下次变化：" + day + "（到那天网站自己更新）"));
    }

    /** The sentence about a site that is published, but not recorded as such in the repository. */
    static String notRecorded(IOException failure) {
        return "网站已经更新，但是在仓库里记不下来（" + FailureText.ofIo(failure) + "），请告诉管理员；下一次推送或定时任务会再发布一次，内容不变。";
    }

    @Override
    public void line(String line) {
        terminal.print(line);
    }

    @Override
    public void items(List<String> items) {
        items.stream().limit(PushMessages.LIMIT).forEach(item -> line("  " + item));
        if (items.size() > PushMessages.LIMIT) {
            line("  ……还有 " + (items.size() - PushMessages.LIMIT) + " 个；在自己电脑上运行 check 可以看到全部。");
        }
    }
}
