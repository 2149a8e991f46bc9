package org.gongkai.publish.push;

import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;
import org.gongkai.publish.push.NewCommitsCheck.Found;
import org.gongkai.publish.push.PushCheck.Screen;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;

/**
 * Tells the author of a push what its check has found; the last lines of a rejection say what to do. A push is rejected
 * for one reason at a time.
 *
 * @param out shows it
 */
public record PushMessages(Screen out) {

    /** Digits of an abbreviated commit name. */
    private static final int ABBREVIATED = 10;

    /** Maximum number of problems, findings, addresses or lines in a list. */
    public static final int LIMIT = 20;

    private void line(String line) {
        out.line(line);
    }

    /** The push is rejected regardless of its content, for reasons without their full stop. */
    void rejected(List<String> reasons) {
        line("没有收下这次推送：");
        reasons.forEach(reason -> line("  " + reason + "。"));
        line("仓库和网站都没有变。");
    }

    void waiting() {
        line("正在检查别人的推送，做完就轮到您，请等一等。");
    }

    void rejectedByTimeout() {
        line("没有收下这次推送：检查 10 分钟还没有做完，已经停止；请分几次推送，或请管理员看一看。");
    }

    void rejectedAsOvertaken() {
        line("没有收下这次推送：别人刚刚先推送了。");
        line("请先拉取（pull），再推送一次。");
    }

    /** The push is rejected for the problems that it adds, of which some are errors. */
    void rejectedForErrors(List<Problem> fresh) {
        List<Problem> errors = fresh.stream().filter(Problem::isError).toList();
        out.problems("没有收下这次推送：有 " + errors.size() + " 个错误。", errors, fresh);
        line("");
        line("怎么办：");
        line("  1. 打开上面的文件，把那一行改好，保存。");
        line("  2. 再提交（commit）一次，再推送（push）一次。");
        line("您的改动都在自己电脑上，没有丢；网站没有变。");
    }

    /** The push is rejected because an edition cannot be built from one of its tags. */
    void rejectedForEdition(String tag, List<Problem> errors) {
        out.problems("没有收下这次推送：标签 " + tag + " 的年度存档有 " + errors.size() + " 个错误。", errors, errors);
        line("");
        line("怎么办：换一个没有这些错误的提交打标签，再推送一次。仓库和网站都没有变。");
    }

    void rejectedForReturnedPages(List<ReturnedPage> pages) {
        line("没有收下这次推送：有 " + pages.size() + " 个页面已经撤下，不能再公开。");
        line("");
        out.items(pages.stream().map(page -> page.text() + "。").toList());
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

    /**
     * The push is rejected for what its commits and tags hold.
     *
     * @param base the commit that they are based on; empty if they are the first ones
     */
    void rejectedForCommits(List<Found> found, Optional<String> base) {
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

    void rejectedForLostAddresses(List<String> addresses) {
        line("没有收下这次推送：网站上有 " + addresses.size() + " 个网址会打不开。");
        line("");
        out.items(addresses);
        line("");
        line("怎么办：");
        line("  改了文件名或栏目的，在文件头写上 旧址: 原来的网址。");
        line("  不想公开的，把文件留着，写上 状态: 已撤回。");
        line("  确实不再需要的，请管理员处理。");
        line("  改好以后再提交、再推送一次。网站没有变。");
    }

    /** Errors that were there before keep the site from being published. */
    void acceptedWithKnownErrors(List<Problem> known) {
        List<Problem> errors = known.stream().filter(Problem::isError).toList();
        out.problems("注意：以前就有 " + errors.size() + " 个错误，改好以前网站不会更新。", errors, errors);
    }

    void accepted(List<Problem> fresh) {
        if (!fresh.isEmpty()) {
            out.problems("有 " + fresh.size() + " 个警告，请看一看；不影响推送。", fresh, fresh);
        }
    }

    /** Tells something that is not about the push, in a sentence without its full stop. */
    void noted(String sentence) {
        line("提示：" + sentence + "。");
    }
}
