package org.gongkai.cli.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gongkai.cli.text.AnsiStyle;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.problem.Problem;
import org.gongkai.publish.push.NewCommitsCheck;
import org.gongkai.publish.release.takedown.Returned;

/**
 * Speaks to whoever pushes. git and its clients show each line behind a word of their own, so lines are short and plain,
 * and the last one says what to do.
 */
public final class PushReport {

    /** Problems and addresses: clients show them in small windows. */
    private static final int MOST = 20;

    /** Digits of a commit, which are enough to find it. */
    private static final int SHORT = 10;

    private final Terminal terminal;

    public PushReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The push is refused whatever it holds. */
    public void refused(List<String> reasons) {
        say("没有收下这次推送：");
        reasons.forEach(reason -> say("  " + reason + "。"));
        say("仓库和网站都没有变。");
    }

    /** Others came first. */
    public void waits(int before) {
        say("前面还有 " + before + " 次推送，轮到您就检查，请等一等。");
    }

    /** The check takes longer than others can be asked to wait. */
    public void tooSlow(Duration deadline) {
        say("没有收下这次推送：检查超过 " + deadline.toSeconds() + " 秒还没有做完，别人在等；请分几次推送，或请管理员用 hooks install --deadline 放宽。");
    }

    /** Somebody else has pushed since this push began. */
    public void overtaken() {
        say("没有收下这次推送：别人刚刚先推送了。");
        say("请先拉取（pull），再推送一次。");
    }

    /** The push brings errors. */
    public void wrong(List<Problem> fresh) {
        List<Problem> errors = fresh.stream().filter(Problem::isError).toList();
        say("没有收下这次推送：有 " + errors.size() + " 个错误。");
        list(errors);
        sums(fresh);
        say("");
        say("怎么办：");
        say("  1. 打开上面的文件，把那一行改好，保存。");
        say("  2. 再提交（commit）一次，再推送（push）一次。");
        say("您的改动都在自己电脑上，没有丢；网站没有变。");
    }

    /** The push brings a tag of an edition that cannot be made. */
    public void noEdition(String tag, List<Problem> errors) {
        say("没有收下这次推送：标签 " + tag + " 的往年版本有 " + errors.size() + " 个错误。");
        list(errors);
        sums(errors);
        say("");
        say("怎么办：换一个没有这些错误的提交打标签，再推送一次。仓库和网站都没有变。");
    }

    /** The push would bring back what was taken down. */
    public void returns(List<Returned> pages) {
        say("没有收下这次推送：有 " + pages.size() + " 个页面已经撤下，不能再公开。");
        say("");
        pages.stream().limit(MOST).forEach(page -> say("  " + page.text() + "。"));
        rest(pages.size());
        say("");
        say("怎么办：");
        say("  删去这一条，或者把文件留着，写上 状态: 已撤回。");
        say("  确实要重新公开的，请管理员先运行 takedown --undo。");
        say("  改好以后再提交、再推送一次。网站没有变。");
    }

    /**
     * The push brings commits that nobody should get.
     *
     * @param base the commit on which they stand; empty if they are the first ones
     */
    public void inCommits(List<NewCommitsCheck.Found> found, Optional<String> base) {
        say("没有收下这次推送：推送的提交里有不能进仓库的内容。");
        String place = "";
        for (NewCommitsCheck.Found one : found.subList(0, Math.min(MOST, found.size()))) {
            String here = one.commit()
                    .map(commit -> "提交 " + shortened(commit.name()) + "（" + one.subject() + "）：")
                    .orElse("标签：");
            if (!here.equals(place)) {
                say("");
                say(here);
            }
            place = here;
            say("  " + one.path() + (one.path().isEmpty() || one.line() == 0 ? "" : " 第 " + one.line() + " 行")
                    + (one.path().isEmpty() ? "" : "：") + one.what());
        }
        if (found.size() > MOST) {
            say("  ……还有 " + (found.size() - MOST) + " 处。");
        }
        say("");
        say("克隆仓库的人能看到每一个提交，所以再提交一次改掉是不够的。怎么办：");
        if (found.stream().anyMatch(one -> one.commit().isEmpty())) {
            say("  标签：用 git tag -d 标签名 删去，改好以后再打一次、再推送。");
        }
        if (found.stream().anyMatch(one -> one.commit().isPresent())) {
            say("  1. 把还没有推送的提交退成一份改动（文件不会变）：");
            say("     git "
                    + base.map(commit -> "reset --soft " + shortened(commit)).orElse("update-ref -d HEAD"));
            say("  2. 打开上面的文件，改好，保存；再运行 git add -A。");
            say("  3. 重新提交（commit），再推送（push）。");
        }
        say("您的改动都在自己电脑上，没有丢；仓库和网站都没有变。");
    }

    private static String shortened(String commit) {
        return commit.substring(0, SHORT);
    }

    /** The push would leave addresses that lead nowhere. */
    public void loses(List<String> addresses) {
        say("没有收下这次推送：网站上有 " + addresses.size() + " 个网址会打不开。");
        say("");
        addresses.stream().limit(MOST).forEach(address -> say("  " + address));
        rest(addresses.size());
        say("");
        say("怎么办：");
        say("  改了文件名或栏目的，在文件头写上 旧址: 原来的网址。");
        say("  不想公开的，把文件留着，写上 状态: 已撤回。");
        say("  确实要丢掉的，请管理员处理。");
        say("  改好以后再提交、再推送一次。网站没有变。");
    }

    /** The push is taken, but what stood there before is wrong. */
    public void cannotBePublished(List<Problem> known) {
        List<Problem> errors = known.stream().filter(Problem::isError).toList();
        say("注意：以前就有 " + errors.size() + " 个错误，改好以前网站不会更新。");
        list(errors);
        sums(errors);
    }

    /** What is no error, but worth a look. */
    public void warns(List<Problem> fresh) {
        List<Problem> warnings =
                fresh.stream().filter(problem -> !problem.isError()).toList();
        if (!warnings.isEmpty()) {
            say("有 " + warnings.size() + " 个警告，请看一看；不影响推送。");
            list(warnings);
            sums(warnings);
        }
    }

    /** Something that is not about the push. */
    public void notes(String sentence) {
        say("提示：" + sentence + "。");
    }

    /** Nobody watched when publishing failed. */
    void failedBefore(String said) {
        say("");
        say("注意：上次发布没有成功，现在再试一次：");
        said.lines().limit(MOST).forEach(line -> say("  " + line));
    }

    /** Where the entries of the push are read, or will be. */
    void addresses(List<String> addresses) {
        addresses.stream().limit(MOST).forEach(address -> say("  " + address));
        rest(addresses.size());
    }

    void say(String line) {
        terminal.out().println(line);
    }

    private void list(List<Problem> problems) {
        String place = "";
        ShownProblems shown = ShownProblems.of(problems, MOST);
        for (Problem problem : shown.shown()) {
            String here = problem.path() + " 第 " + problem.line() + " 行：";
            if (!here.equals(place)) {
                say("");
                say(here);
            }
            place = here;
            say("  " + problem.severity().label() + " " + problem.code() + " " + problem.message());
            if (!problem.hint().isEmpty()) {
                say("  " + problem.hint());
            }
        }
        if (shown.omitted() > 0) {
            say("  ……还有 " + shown.omitted() + " 个；在自己电脑上运行 check --all 可以看到全部。");
        }
    }

    private void sums(List<Problem> problems) {
        if (ProblemSummary.isNeeded(problems)) {
            say("");
            say(ProblemSummary.HEADING);
            new ProblemSummary(new AnsiStyle(false)).lines(problems).forEach(this::say);
        }
    }

    private void rest(int all) {
        if (all > MOST) {
            say("  ……还有 " + (all - MOST) + " 个；在自己电脑上运行 check 可以看到全部。");
        }
    }
}
