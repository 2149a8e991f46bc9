package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.gongkai.publish.push.NewCommitsCheck.Found;
import org.gongkai.publish.push.PushInspection.PushListener;
import org.gongkai.publish.release.takedown.ReturnedPages.ReturnedPage;

/**
 * Prints what the author of a push reads about its check and its publication; the last lines of a rejection say what to
 * do. Git and its clients put a word of their own before each line and show them in small windows, so lines are short
 * and lists are limited.
 */
record PushReport(Terminal terminal) implements PushListener {

    /** Digits of an abbreviated commit name. */
    private static final int ABBREVIATED = 10;

    /** Maximum number of problems, addresses or lines in a list. */
    private static final int LIMIT = 20;

    @Override
    public void rejected(List<String> reasons) {
        line("没有收下这次推送：");
        reasons.forEach(reason -> line("  " + reason + "。"));
        line("仓库和网站都没有变。");
    }

    @Override
    public void waiting() {
        line("正在检查别人的推送，做完就轮到您，请等一等。");
    }

    @Override
    public void rejectedByTimeout(Duration deadline) {
        line("没有收下这次推送：检查超过 " + deadline.toSeconds() + " 秒还没有做完，别人在等；请分几次推送，或请管理员用 hooks install --deadline 放宽。");
    }

    @Override
    public void rejectedAsOvertaken() {
        line("没有收下这次推送：别人刚刚先推送了。");
        line("请先拉取（pull），再推送一次。");
    }

    @Override
    public void rejectedForErrors(List<Problem> fresh) {
        List<Problem> errors = fresh.stream().filter(Problem::isError).toList();
        problems("没有收下这次推送：有 " + errors.size() + " 个错误。", errors, fresh);
        line("");
        line("怎么办：");
        line("  1. 打开上面的文件，把那一行改好，保存。");
        line("  2. 再提交（commit）一次，再推送（push）一次。");
        line("您的改动都在自己电脑上，没有丢；网站没有变。");
    }

    @Override
    public void rejectedForEdition(String tag, List<Problem> errors) {
        problems("没有收下这次推送：标签 " + tag + " 的年度存档有 " + errors.size() + " 个错误。", errors, errors);
        line("");
        line("怎么办：换一个没有这些错误的提交打标签，再推送一次。仓库和网站都没有变。");
    }

    @Override
    public void rejectedForReturnedPages(List<ReturnedPage> pages) {
        line("没有收下这次推送：有 " + pages.size() + " 个页面已经撤下，不能再公开。");
        line("");
        items(pages.stream().map(page -> page.text() + "。").toList());
        line("");
        line("怎么办：");
        if (pages.stream().anyMatch(page -> page.what().isEmpty())) {
            line("  删去这一条，或者把文件留着，写上 状态: 已撤回。");
        }
        if (pages.stream().anyMatch(page -> !page.what().isEmpty())) {
            line("  有它的文字或附件的，从那一条里去掉。");
        }
        line("  确实要重新公开的，请管理员先运行 takedown --undo。");
        line("  改好以后再提交、再推送一次。网站没有变。");
    }

    @Override
    public void rejectedForCommits(List<Found> found, Optional<String> base) {
        line("没有收下这次推送：推送的提交里有不能进仓库的内容。");
        String last = "";
        for (Found one : found.subList(0, Math.min(LIMIT, found.size()))) {
            String here = one.commit()
                    .map(commit -> "提交 " + abbreviated(commit.name()) + "（" + one.subject() + "）：")
                    .orElse("标签：");
            if (!here.equals(last)) {
                line("");
                line(here);
            }
            last = here;
            line("  " + one.path() + (one.path().isEmpty() || one.line() == 0 ? "" : " 第 " + one.line() + " 行")
                    + (one.path().isEmpty() ? "" : "：") + one.what());
        }
        if (found.size() > LIMIT) {
            line("  ……还有 " + (found.size() - LIMIT) + " 处。");
        }
        line("");
        line("克隆仓库的人能看到每一个提交，所以再提交一次改掉是不够的。怎么办：");
        if (found.stream().anyMatch(one -> one.commit().isEmpty())) {
            line("  标签：用 git tag -d 标签名 删去，改好以后再打一次、再推送。");
        }
        if (found.stream().anyMatch(one -> one.commit().isPresent())) {
            line("  1. 把还没有推送的提交退成一份改动（文件不会变）：");
            line("     git "
                    + base.map(commit -> "reset --soft " + abbreviated(commit)).orElse("update-ref -d HEAD"));
            line("  2. 打开上面的文件，改好，保存；再运行 git add -A。");
            line("  3. 重新提交（commit），再推送（push）。");
        }
        line("您的改动都在自己电脑上，没有丢；仓库和网站都没有变。");
    }

    private static String abbreviated(String commit) {
        return commit.substring(0, ABBREVIATED);
    }

    @Override
    public void rejectedForLostAddresses(List<String> addresses) {
        line("没有收下这次推送：网站上有 " + addresses.size() + " 个网址会打不开。");
        line("");
        items(addresses);
        line("");
        line("怎么办：");
        line("  改了文件名或栏目的，在文件头写上 旧址: 原来的网址。");
        line("  不想公开的，把文件留着，写上 状态: 已撤回。");
        line("  确实不再需要的，请管理员处理。");
        line("  改好以后再提交、再推送一次。网站没有变。");
    }

    @Override
    public void acceptedWithKnownErrors(List<Problem> known) {
        List<Problem> errors = known.stream().filter(Problem::isError).toList();
        problems("注意：以前就有 " + errors.size() + " 个错误，改好以前网站不会更新。", errors, errors);
    }

    @Override
    public void accepted(List<Problem> fresh) {
        if (!fresh.isEmpty()) {
            problems("有 " + fresh.size() + " 个警告，请看一看；不影响推送。", fresh, fresh);
        }
    }

    @Override
    public void noted(String sentence) {
        line("提示：" + sentence + "。");
    }

    /**
     * Prints a line, a list of problems and a summary.
     *
     * @param all what the summary is about
     */
    private void problems(String heading, List<Problem> problems, List<Problem> all) {
        line(heading);
        String last = "";
        ShownProblems shown = ShownProblems.of(problems, LIMIT);
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
        if (ProblemSummary.isNeeded(all)) {
            line("");
            line(ProblemSummary.HEADING);
            new ProblemSummary(new AnsiStyle(false)).lines(all).forEach(this::line);
        }
    }

    /** The last publication, which nobody watched, has failed. */
    void failedBefore(String report) {
        line("");
        line("注意：上次发布没有成功，现在再试一次：");
        report.lines().limit(LIMIT).forEach(text -> line("  " + text));
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
        report.lines().limit(LIMIT).forEach(text -> line("  " + text));
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

    void line(String line) {
        terminal.print(line);
    }

    /** A list with one line for each item; a last line counts the items that are omitted. */
    void items(List<String> items) {
        items.stream().limit(LIMIT).forEach(item -> line("  " + item));
        if (items.size() > LIMIT) {
            line("  ……还有 " + (items.size() - LIMIT) + " 个；在自己电脑上运行 check 可以看到全部。");
        }
    }
}
