package org.gongkai.cli.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.cli.text.Terminal.AnsiStyle;
import org.gongkai.problem.Problem;
import org.gongkai.publish.push.NewCommitsCheck.Found;
import org.gongkai.publish.push.PushListener;
import org.gongkai.publish.release.takedown.ReturnedPages.ReturnedPage;

/** Prints what the author of a push reads about its check; the last lines of a rejection say what to do. */
record PushReport(PushOutput output) implements PushListener {

    /** Digits of an abbreviated commit name. */
    private static final int ABBREVIATED = 10;

    PushReport(Terminal terminal) {
        this(new PushOutput(terminal));
    }

    @Override
    public void rejected(List<String> reasons) {
        output.line("没有收下这次推送：");
        reasons.forEach(reason -> output.line("  " + reason + "。"));
        output.line("仓库和网站都没有变。");
    }

    @Override
    public void waiting() {
        output.line("正在检查别人的推送，做完就轮到您，请等一等。");
    }

    @Override
    public void rejectedByTimeout(Duration deadline) {
        output.line(
                "没有收下这次推送：检查超过 " + deadline.toSeconds() + " 秒还没有做完，别人在等；请分几次推送，或请管理员用 hooks install --deadline 放宽。");
    }

    @Override
    public void rejectedAsOvertaken() {
        output.line("没有收下这次推送：别人刚刚先推送了。");
        output.line("请先拉取（pull），再推送一次。");
    }

    @Override
    public void rejectedForErrors(List<Problem> fresh) {
        List<Problem> errors = fresh.stream().filter(Problem::isError).toList();
        output.line("没有收下这次推送：有 " + errors.size() + " 个错误。");
        list(errors);
        summary(fresh);
        output.line("");
        output.line("怎么办：");
        output.line("  1. 打开上面的文件，把那一行改好，保存。");
        output.line("  2. 再提交（commit）一次，再推送（push）一次。");
        output.line("您的改动都在自己电脑上，没有丢；网站没有变。");
    }

    @Override
    public void rejectedForEdition(String tag, List<Problem> errors) {
        output.line("没有收下这次推送：标签 " + tag + " 的年度存档有 " + errors.size() + " 个错误。");
        list(errors);
        summary(errors);
        output.line("");
        output.line("怎么办：换一个没有这些错误的提交打标签，再推送一次。仓库和网站都没有变。");
    }

    @Override
    public void rejectedForReturnedPages(List<ReturnedPage> pages) {
        output.line("没有收下这次推送：有 " + pages.size() + " 个页面已经撤下，不能再公开。");
        output.line("");
        output.items(pages.stream().map(page -> page.text() + "。").toList());
        output.line("");
        output.line("怎么办：");
        if (pages.stream().anyMatch(page -> page.what().isEmpty())) {
            output.line("  删去这一条，或者把文件留着，写上 状态: 已撤回。");
        }
        if (pages.stream().anyMatch(page -> !page.what().isEmpty())) {
            output.line("  有它的文字或附件的，从那一条里去掉。");
        }
        output.line("  确实要重新公开的，请管理员先运行 takedown --undo。");
        output.line("  改好以后再提交、再推送一次。网站没有变。");
    }

    @Override
    public void rejectedForCommits(List<Found> found, Optional<String> base) {
        output.line("没有收下这次推送：推送的提交里有不能进仓库的内容。");
        String last = "";
        for (Found one : found.subList(0, Math.min(PushOutput.LIMIT, found.size()))) {
            String here = one.commit()
                    .map(commit -> "提交 " + abbreviated(commit.name()) + "（" + one.subject() + "）：")
                    .orElse("标签：");
            if (!here.equals(last)) {
                output.line("");
                output.line(here);
            }
            last = here;
            output.line("  " + one.path() + (one.path().isEmpty() || one.line() == 0 ? "" : " 第 " + one.line() + " 行")
                    + (one.path().isEmpty() ? "" : "：") + one.what());
        }
        if (found.size() > PushOutput.LIMIT) {
            output.line("  ……还有 " + (found.size() - PushOutput.LIMIT) + " 处。");
        }
        output.line("");
        output.line("克隆仓库的人能看到每一个提交，所以再提交一次改掉是不够的。怎么办：");
        if (found.stream().anyMatch(one -> one.commit().isEmpty())) {
            output.line("  标签：用 git tag -d 标签名 删去，改好以后再打一次、再推送。");
        }
        if (found.stream().anyMatch(one -> one.commit().isPresent())) {
            output.line("  1. 把还没有推送的提交退成一份改动（文件不会变）：");
            output.line("     git "
                    + base.map(commit -> "reset --soft " + abbreviated(commit)).orElse("update-ref -d HEAD"));
            output.line("  2. 打开上面的文件，改好，保存；再运行 git add -A。");
            output.line("  3. 重新提交（commit），再推送（push）。");
        }
        output.line("您的改动都在自己电脑上，没有丢；仓库和网站都没有变。");
    }

    private static String abbreviated(String commit) {
        return commit.substring(0, ABBREVIATED);
    }

    @Override
    public void rejectedForLostAddresses(List<String> addresses) {
        output.line("没有收下这次推送：网站上有 " + addresses.size() + " 个网址会打不开。");
        output.line("");
        output.items(addresses);
        output.line("");
        output.line("怎么办：");
        output.line("  改了文件名或栏目的，在文件头写上 旧址: 原来的网址。");
        output.line("  不想公开的，把文件留着，写上 状态: 已撤回。");
        output.line("  确实不再需要的，请管理员处理。");
        output.line("  改好以后再提交、再推送一次。网站没有变。");
    }

    @Override
    public void acceptedWithKnownErrors(List<Problem> known) {
        List<Problem> errors = known.stream().filter(Problem::isError).toList();
        output.line("注意：以前就有 " + errors.size() + " 个错误，改好以前网站不会更新。");
        list(errors);
        summary(errors);
    }

    @Override
    public void accepted(List<Problem> fresh) {
        List<Problem> warnings =
                fresh.stream().filter(problem -> !problem.isError()).toList();
        if (!warnings.isEmpty()) {
            output.line("有 " + warnings.size() + " 个警告，请看一看；不影响推送。");
            list(warnings);
            summary(warnings);
        }
    }

    @Override
    public void noted(String sentence) {
        output.line("提示：" + sentence + "。");
    }

    private void list(List<Problem> problems) {
        String last = "";
        ShownProblems shown = ShownProblems.of(problems, PushOutput.LIMIT);
        for (Problem problem : shown.shown()) {
            String here = problem.path() + " 第 " + problem.line() + " 行：";
            if (!here.equals(last)) {
                output.line("");
                output.line(here);
            }
            last = here;
            output.line("  " + problem.severity().label() + " " + problem.code() + " " + problem.message());
            if (!problem.hint().isEmpty()) {
                output.line("  " + problem.hint());
            }
        }
        if (shown.omitted() > 0) {
            output.line("  ……还有 " + shown.omitted() + " 个；在自己电脑上运行 check --all 可以看到全部。");
        }
    }

    private void summary(List<Problem> problems) {
        if (ProblemSummary.isNeeded(problems)) {
            output.line("");
            output.line(ProblemSummary.HEADING);
            new ProblemSummary(new AnsiStyle(false)).lines(problems).forEach(output::line);
        }
    }
}
