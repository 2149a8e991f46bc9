package org.gongkai.cli;

import java.util.List;
import org.gongkai.problem.Problem;

/**
 * Speaks to whoever pushes. git and its clients show each line behind a word of their own, so lines are short and plain,
 * and the last one says what to do.
 */
final class PushReport {

    /** Problems and addresses: clients show them in small windows. */
    private static final int MOST = 20;

    private final Terminal terminal;

    PushReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The push is refused whatever it holds. */
    void refused(List<String> reasons) {
        say("没有收下这次推送：");
        reasons.forEach(reason -> say("  " + reason + "。"));
        say("仓库和网站都没有变。");
    }

    /** Somebody else has pushed since this push began. */
    void overtaken() {
        say("没有收下这次推送：别人刚刚先推送了。");
        say("请先拉取（pull），再推送一次。");
    }

    /** The push brings errors. */
    void wrong(List<Problem> fresh) {
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

    /** The push would leave addresses that lead nowhere. */
    void loses(List<String> addresses) {
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
    void cannotBePublished(List<Problem> known) {
        List<Problem> errors = known.stream().filter(Problem::isError).toList();
        say("注意：以前就有 " + errors.size() + " 个错误，改好以前网站不会更新。");
        list(errors);
        sums(errors);
    }

    /** What is no error, but worth a look. */
    void warns(List<Problem> fresh) {
        List<Problem> warnings =
                fresh.stream().filter(problem -> !problem.isError()).toList();
        if (!warnings.isEmpty()) {
            say("有 " + warnings.size() + " 个警告，请看一看；不影响推送。");
            list(warnings);
            sums(warnings);
        }
    }

    /** Something that is not about the push. */
    void notes(String sentence) {
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
        if (shown.left() > 0) {
            say("  ……还有 " + shown.left() + " 个；在自己电脑上运行 check --all 可以看到全部。");
        }
    }

    private void sums(List<Problem> problems) {
        if (ProblemSums.areMany(problems)) {
            say("");
            say(ProblemSums.HEADING);
            new ProblemSums(new Ink(false)).lines(problems).forEach(this::say);
        }
    }

    private void rest(int all) {
        if (all > MOST) {
            say("  ……还有 " + (all - MOST) + " 个；在自己电脑上运行 check 可以看到全部。");
        }
    }
}
