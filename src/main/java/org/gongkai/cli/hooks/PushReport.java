package org.gongkai.cli.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.text.AnsiStyle;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.problem.Problem;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.push.NewCommitsCheck.Found;
import org.gongkai.publish.push.PushListener;
import org.gongkai.publish.release.takedown.Returned;

/**
 * Prints what the author of a push reads. Git and its clients put a word of their own before each line, so lines are short
 * and plain, and the last one says what to do.
 */
final class PushReport implements PushListener {

    /** Problems or addresses that are listed: clients show them in small windows. */
    private static final int LIMIT = 20;

    /** Digits of an abbreviated commit name. */
    private static final int ABBREVIATED = 10;

    private final Terminal terminal;

    PushReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void rejected(List<String> reasons) {
        say("没有收下这次推送：");
        reasons.forEach(reason -> say("  " + reason + "。"));
        say("仓库和网站都没有变。");
    }

    @Override
    public void waiting(int ahead) {
        say("前面还有 " + ahead + " 次推送，轮到您就检查，请等一等。");
    }

    @Override
    public void rejectedByTimeout(Duration deadline) {
        say("没有收下这次推送：检查超过 " + deadline.toSeconds() + " 秒还没有做完，别人在等；请分几次推送，或请管理员用 hooks install --deadline 放宽。");
    }

    @Override
    public void rejectedAsOvertaken() {
        say("没有收下这次推送：别人刚刚先推送了。");
        say("请先拉取（pull），再推送一次。");
    }

    @Override
    public void rejectedForErrors(List<Problem> fresh) {
        List<Problem> errors = fresh.stream().filter(Problem::isError).toList();
        say("没有收下这次推送：有 " + errors.size() + " 个错误。");
        list(errors);
        summary(fresh);
        say("");
        say("怎么办：");
        say("  1. 打开上面的文件，把那一行改好，保存。");
        say("  2. 再提交（commit）一次，再推送（push）一次。");
        say("您的改动都在自己电脑上，没有丢；网站没有变。");
    }

    @Override
    public void rejectedForEdition(String tag, List<Problem> errors) {
        say("没有收下这次推送：标签 " + tag + " 的往年版本有 " + errors.size() + " 个错误。");
        list(errors);
        summary(errors);
        say("");
        say("怎么办：换一个没有这些错误的提交打标签，再推送一次。仓库和网站都没有变。");
    }

    @Override
    public void rejectedForReturnedPages(List<Returned> pages) {
        say("没有收下这次推送：有 " + pages.size() + " 个页面已经撤下，不能再公开。");
        say("");
        pages.stream().limit(LIMIT).forEach(page -> say("  " + page.text() + "。"));
        rest(pages.size());
        say("");
        say("怎么办：");
        say("  删去这一条，或者把文件留着，写上 状态: 已撤回。");
        say("  确实要重新公开的，请管理员先运行 takedown --undo。");
        say("  改好以后再提交、再推送一次。网站没有变。");
    }

    @Override
    public void rejectedForCommits(List<Found> found, Optional<String> base) {
        say("没有收下这次推送：推送的提交里有不能进仓库的内容。");
        String last = "";
        for (Found one : found.subList(0, Math.min(LIMIT, found.size()))) {
            String here = one.commit()
                    .map(commit -> "提交 " + abbreviated(commit.name()) + "（" + one.subject() + "）：")
                    .orElse("标签：");
            if (!here.equals(last)) {
                say("");
                say(here);
            }
            last = here;
            say("  " + one.path() + (one.path().isEmpty() || one.line() == 0 ? "" : " 第 " + one.line() + " 行")
                    + (one.path().isEmpty() ? "" : "：") + one.what());
        }
        if (found.size() > LIMIT) {
            say("  ……还有 " + (found.size() - LIMIT) + " 处。");
        }
        say("");
        say("克隆仓库的人能看到每一个提交，所以再提交一次改掉是不够的。怎么办：");
        if (found.stream().anyMatch(one -> one.commit().isEmpty())) {
            say("  标签：用 git tag -d 标签名 删去，改好以后再打一次、再推送。");
        }
        if (found.stream().anyMatch(one -> one.commit().isPresent())) {
            say("  1. 把还没有推送的提交退成一份改动（文件不会变）：");
            say("     git "
                    + base.map(commit -> "reset --soft " + abbreviated(commit)).orElse("update-ref -d HEAD"));
            say("  2. 打开上面的文件，改好，保存；再运行 git add -A。");
            say("  3. 重新提交（commit），再推送（push）。");
        }
        say("您的改动都在自己电脑上，没有丢；仓库和网站都没有变。");
    }

    private static String abbreviated(String commit) {
        return commit.substring(0, ABBREVIATED);
    }

    @Override
    public void rejectedForLostAddresses(List<String> addresses) {
        say("没有收下这次推送：网站上有 " + addresses.size() + " 个网址会打不开。");
        say("");
        addresses.stream().limit(LIMIT).forEach(address -> say("  " + address));
        rest(addresses.size());
        say("");
        say("怎么办：");
        say("  改了文件名或栏目的，在文件头写上 旧址: 原来的网址。");
        say("  不想公开的，把文件留着，写上 状态: 已撤回。");
        say("  确实要丢掉的，请管理员处理。");
        say("  改好以后再提交、再推送一次。网站没有变。");
    }

    @Override
    public void acceptedWithKnownErrors(List<Problem> known) {
        List<Problem> errors = known.stream().filter(Problem::isError).toList();
        say("注意：以前就有 " + errors.size() + " 个错误，改好以前网站不会更新。");
        list(errors);
        summary(errors);
    }

    @Override
    public void accepted(List<Problem> fresh) {
        List<Problem> warnings =
                fresh.stream().filter(problem -> !problem.isError()).toList();
        if (!warnings.isEmpty()) {
            say("有 " + warnings.size() + " 个警告，请看一看；不影响推送。");
            list(warnings);
            summary(warnings);
        }
    }

    @Override
    public void noted(String sentence) {
        say("提示：" + sentence + "。");
    }

    /** The last publication, which nobody watched, has failed. */
    void failedBefore(String report) {
        say("");
        say("注意：上次发布没有成功，现在再试一次：");
        report.lines().limit(LIMIT).forEach(line -> say("  " + line));
    }

    /** The site is being published by another process. */
    void publishingInBackground(List<String> addresses) {
        say("已收下，正在后台发布，过一会儿就能看到" + (addresses.isEmpty() ? "。" : "："));
        addresses(addresses);
    }

    /**
     * The push was accepted, but the site could not be published.
     *
     * @param log where the maintainer of the server finds more
     */
    void publicationFailed(String report, Path log) {
        say("已收下，但是网站没有更新：");
        report.lines().limit(LIMIT).forEach(line -> say("  " + line));
        say("内容已经在仓库里，不用再推送。请告诉管理员看日志：");
        say("  " + log);
        say("下一次推送或定时任务会再发布一次。");
    }

    /** The site is published, or will be by the process that is publishing now. */
    void published(PublicationRunner.Result result, List<String> addresses, Optional<LocalDate> nextChange) {
        say((result.busy() ? "已收下，另一次推送正在发布，做完就轮到" : "已发布") + (addresses.isEmpty() ? "。" : "："));
        addresses(addresses);
        result.recordingFailure().ifPresent(failure -> {
            say("");
            say(notRecorded(failure));
        });
        nextChange
                .filter(day -> !result.busy() && result.recordingFailure().isEmpty())
                .ifPresent(day -> say("下次变化：" + day + "（到那天网站自己更新）"));
    }

    /** The sentence about a site that is published, but not recorded as such in the repository. */
    static String notRecorded(IOException failure) {
        return "网站已经更新，但是在仓库里记不下来（" + FailureText.ofIo(failure) + "），请告诉管理员；下一次推送或定时任务会再发布一次，内容不变。";
    }

    private void addresses(List<String> addresses) {
        addresses.stream().limit(LIMIT).forEach(address -> say("  " + address));
        rest(addresses.size());
    }

    private void say(String line) {
        terminal.out().println(line);
    }

    private void list(List<Problem> problems) {
        String last = "";
        ShownProblems shown = ShownProblems.of(problems, LIMIT);
        for (Problem problem : shown.shown()) {
            String here = problem.path() + " 第 " + problem.line() + " 行：";
            if (!here.equals(last)) {
                say("");
                say(here);
            }
            last = here;
            say("  " + problem.severity().label() + " " + problem.code() + " " + problem.message());
            if (!problem.hint().isEmpty()) {
                say("  " + problem.hint());
            }
        }
        if (shown.omitted() > 0) {
            say("  ……还有 " + shown.omitted() + " 个；在自己电脑上运行 check --all 可以看到全部。");
        }
    }

    private void summary(List<Problem> problems) {
        if (ProblemSummary.isNeeded(problems)) {
            say("");
            say(ProblemSummary.HEADING);
            new ProblemSummary(new AnsiStyle(false)).lines(problems).forEach(this::say);
        }
    }

    private void rest(int all) {
        if (all > LIMIT) {
            say("  ……还有 " + (all - LIMIT) + " 个；在自己电脑上运行 check 可以看到全部。");
        }
    }
}
