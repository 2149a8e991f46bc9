package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.gongkai.testing.GitFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An edition stays as it was sealed; the current site tells its readers what happened to an entry since. */
@Tag("slow")
class EditionChangesTest extends PublishedSource {

    private static final String A = rule("a", "2024年4月10日修改过");

    private GitFolder git;

    @BeforeEach
    void anEdition() {
        git = new GitFolder(site.root());
        entry("a", "走访慰问的情况", "责任人: 组织委员");
        entry("b", "缴纳党费的办法", "责任人: 组织委员");
        entry("c", "召开支部党员大会的通知", "责任人: 组织委员");
        git.commit("2024-04-01", "测试", "first").git("tag", "edition/2024");
        published();
    }

    private static String rule(String entry, String what) {
        return "[data-page=\"2024/notices/2024/" + entry + ".html\"] span::before { content: \"。这一条后来于" + what
                + "\"; }";
    }

    private void entry(String name, String title, String... more) {
        site.entry(
                "content/通知/" + name + ".md",
                List.of("标题: " + title, "发布日期: 2024-04-01", "栏目: 通知", String.join("\n", more))
                        .toArray(String[]::new));
    }

    private List<String> changes() throws IOException {
        return Files.readAllLines(to.resolve("current/editions/later.css")).stream()
                .filter(line -> line.contains("content:"))
                .toList();
    }

    private void changeOneAndWithdrawAnother() {
        entry("a", "走访慰问的情况（更正）", "责任人: 组织委员");
        entry("b", "缴纳党费的办法", "状态: 已撤回", "撤回日期: 2024-04-12");
        git.commit("2024-04-10", "测试", "correct");
        published();
    }

    @Test
    void thePagesOfAnEditionAskForIt() throws IOException {
        assertThat(changes()).isEmpty();
        assertThat(to.resolve("current/editions/2024/notices/2024/a.html"))
                .content()
                .contains("<link rel=\"stylesheet\" href=\"../../../later.css\">")
                .contains("<p class=\"strip\" data-page=\"2024/notices/2024/a.html\" hidden>这里是存档时的内容<span></span>，"
                        + "<a href=\"../../../../notices/2024/a.html\">看现在的页面</a>。</p>");
        assertThat(to.resolve("current/notices/2024/a.html")).content().doesNotContain("later.css");
    }

    @Test
    void whatWasCorrectedOrWithdrawnSinceIsTold() throws IOException {
        changeOneAndWithdrawAnother();

        assertThat(changes()).containsExactly(A, rule("b", "2024年4月12日撤回"));
        done("verify", to, "--all");
    }

    @Test
    void whatHappenedOnTheDayOfTheEditionIsToldToo() throws IOException {
        entry("a", "走访慰问的情况（更正）", "责任人: 组织委员");
        entry("b", "缴纳党费的办法", "状态: 已撤回", "撤回日期: 2024-04-01");
        git.commit("2024-04-01", "测试", "correct");
        published();

        assertThat(changes()).containsExactly(A.replace("10日", "1日"), rule("b", "2024年4月1日撤回"));
    }

    @Test
    void theDayIsThatOfTheRevisionIfTheEntryStatesIt() throws IOException {
        entry("a", "走访慰问的情况（更正）", "修订日期: 2024-04-08");
        git.commit("2024-04-10", "测试", "correct");
        published();

        assertThat(changes()).containsExactly(A.replace("10日", "8日"));
    }

    @Test
    void whatAnotherEntryAdjustsIsTold() throws IOException {
        dues("q1", "2024-04-02", "实交人数: 2", "实交金额: 40", "应交人数: 2", "应交金额: 60");
        git.commit("2024-04-03", "测试", "dues").git("tag", "edition/dues");
        dues("q2", "2024-05-06", "收缴类型: 补缴", "实交人数: 1", "实交金额: 20");
        git.commit("2024-05-06", "测试", "more");
        published();

        assertThat(changes()).containsExactly(rule("q1", "2024年5月6日补缴").replace("2024/notices", "dues/dues"));
    }

    private void dues(String name, String day, String... more) {
        site.published(
                "content/党费收缴/" + name + ".md",
                "标题: 2024年第一季度党费收缴" + (name.equals("q1") ? "" : "、补缴") + "公示",
                "文种: 党费收缴公示",
                "发布日期: " + day,
                "期间: {起: 2024-01-01, 止: 2024-03-31}",
                String.join("\n", more));
    }

    @Test
    void whatIsTakenDownIsNotNamed() throws IOException {
        changeOneAndWithdrawAnother();

        assertThat(done("takedown", "notices/2024/b.html", "--to", to, "--reason", "有个人信息")
                        .err())
                .doesNotContain("later.css");

        assertThat(changes()).containsExactly(A);
        done("verify", to, "--all");
    }
}
