package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of an entry that was taken down, put into an entry with another file, title and day. */
@Tag("slow")
class TextComesBackTest extends PublishedSource {

    private static final String PAGE = "notices/2024/a.html";
    private static final String FIRST = "走访从第一党小组开始，逐户登记困难情况。";
    private static final String SECOND = "登记表由组织委员保管，不得带出办公室。";
    private static final String THIRD = "慰问品在月底以前送到，由两名党员一起去。";
    private static final String LONG = FIRST + SECOND + THIRD + "特此通知。";
    private static final String SHORT = "慰问名单由组织委员另行通知本人。";
    private static final String COMMON = "各党小组要高度重视，按时完成任务。";

    @BeforeEach
    void twoEntries() {
        entry("a.md", LONG + COMMON);
        entry("short.md", SHORT);
        entry("b.md", "党费每月缴纳一次。" + COMMON);
        published();
    }

    private void entry(String file, String text) {
        String name = file.replaceFirst("\\..*", "");
        site.file(
                "content/通知/" + file,
                "---\n标题: 第" + name + "条\n发布日期: 2024-0" + (2 + name.length() % 5) + "-01\n栏目: 通知\n---\n\n" + text
                        + "\n");
    }

    private void takenDown(String name) {
        Ran ran = done("takedown", "notices/2024/" + name + ".html", "--to", to, "--reason", "试");
        site.delete("content/通知/" + name + ".md");
    }

    /** A name, the ending of the new file and its text. */
    static Stream<String[]> forms() {
        return Stream.of(
                new String[] {"as it was", "md", LONG},
                new String[] {"one sentence added", "md", "现将有关事项通知如下。" + LONG},
                new String[] {"a sentence less", "md", FIRST + "\n\n" + SECOND + "\n\n" + THIRD},
                new String[] {"quoted", "md", "去年的通知说：\n\n> " + LONG.replace("，", "，\n> ") + "\n"},
                new String[] {"emphasis", "md", LONG.replace("登记", "**登记**").replace("党员", "[党员](b.md)")},
                new String[] {"a list", "md", "- " + FIRST + "\n- " + SECOND + "\n- " + THIRD},
                new String[] {
                    "HTML", "html", "<p>" + LONG.replace("由", "<em>由</em>").replace("。", "。</p>\n<p>") + "</p>"
                },
                new String[] {"AsciiDoc", "adoc", LONG.replace("由", "*由*")},
                new String[] {"an include", "adoc", "include::../_共用/片段.adoc[]"});
    }

    @ParameterizedTest
    @Promise("They also search every page and text attachment")
    @MethodSource("forms")
    void isRefused(String name, String ending, String text) {
        takenDown("a");
        site.file("content/_共用/片段.adoc", LONG + "\n");
        entry("other." + ending, text);

        Ran refused = publish();

        assertThat(refused.status()).as(name + refused.err()).isOne();
        assertThat(refused.err())
                .contains("网址 " + PAGE + " 的页面已于 2024-06-01 撤下（试），源文件 content/通知/other." + ending
                        + " 里还有它的文字，现在的网址是 notices/2024/other.html；请从这一条里去掉；要重新公开，先运行 takedown " + PAGE
                        + " --undo（连同 --to 和 --reason）\n");
    }

    @Test
    @Promise("They also search every page and text attachment")
    void isRefusedBesideABody() {
        takenDown("a");
        site.file("content/通知/文.txt", LONG).file("content/通知/图.png", Attachments.png());
        List<String> beside = List.of(
                "摘要: " + LONG + "\n---\n\n见摘要。",
                "---\n\n![" + LONG + "](图.png)",
                "---\n\n![图](图.png \"" + LONG + "\")",
                "附件: 文.txt\n---\n\n见附件。",
                "摘要: " + FIRST + "\n---\n\n![" + SECOND + "](图.png)\n\n" + THIRD);

        for (String text : beside) {
            site.file("content/通知/other.md", "---\n标题: 另一条\n发布日期: 2024-05-01\n栏目: 通知\n" + text + "\n");
            Ran refused = publish();
            assertThat(refused.err()).as(text).contains("源文件 content/通知/other.md 里还有它的");
            assertThat(refused.status()).as(text).isOne();
        }
    }

    @Test
    @Promise("They also search every page and text attachment")
    void ofASummaryIsRefused() {
        String summary = "这是只写在摘要里的第一句话。第二句话也只写在摘要里。正文里没有第三句话的内容。";
        site.file("content/通知/e.md", "---\n标题: 第五条\n发布日期: 2024-05-01\n栏目: 通知\n摘要: " + summary + "\n---\n\n见摘要里说的。\n");
        published();
        takenDown("e");
        entry("other.md", summary);

        assertThat(publish().err()).contains("other.md 里还有它的文字");
    }

    @Test
    @Promise("They also search every page and text attachment")
    void ofOneShortSentenceIsRefused() {
        takenDown("short");
        entry("other.md", "还有一件事。" + SHORT);

        assertThat(publish().err()).contains("other.md 里还有它的文字");
    }

    @ParameterizedTest
    @Promise("They also search every page and text attachment")
    @MethodSource("charsets")
    void asATextAttachmentIsRefused(String charset) {
        takenDown("a");
        site.file("content/通知/旧文.txt", LONG.replace("，", "，\r\n").getBytes(Charset.forName(charset)));
        site.entry("content/通知/other.md", "标题: 附一份旧文", "发布日期: 2024-05-01", "栏目: 通知", "附件: 旧文.txt");

        Ran refused = publish();

        assertThat(refused.err()).contains("content/通知/other.md 里还有它的附件或文字（notices/2024/other/jiu-wen.txt）");
        assertThat(refused.status()).isOne();
    }

    static Stream<String> charsets() {
        return Stream.of("UTF-8", "GB18030");
    }

    @Test
    void ofFormerVersionsIsRefused() {
        new GitFolder(site.root()).commit("2024-04-01", "测试", "first");
        entry("a.md", "改写过的通知，只留一句话。");
        new GitFolder(site.root()).commit("2024-04-02", "测试", "second");
        published();
        takenDown("a");
        entry("other.md", LONG);

        assertThat(publish().err()).contains("other.md 里还有它的文字");
    }

    @Test
    void ofAnEditionMadeLaterIsReplacedByTheNotice() {
        GitFolder git = new GitFolder(site.root());
        site.delete("content/通知/a.md");
        entry("other.md", LONG);
        git.commit("2024-04-01", "测试", "first").git("tag", "edition/2024");
        site.delete("content/通知/other.md");
        entry("a.md", LONG + COMMON);
        git.commit("2024-04-02", "测试", "second");
        git.git("tag", "-d", "edition/2024");
        published();
        takenDown("a");
        git.commit("2024-04-03", "测试", "third").git("tag", "edition/2024", "HEAD~2");

        published();

        assertThat(to.resolve("current/editions/2024/notices/2024/other.html"))
                .content()
                .contains("本页已撤下")
                .doesNotContain("组织委员保管");
    }

    @Test
    @Promise("what another entry has in the newest release")
    void isNoneIfOtherEntriesHaveTheSentencesOrOnlyTwoAreTheSame() {
        takenDown("a");
        entry("c.md", COMMON + "请各党小组组长转告每一名党员。");
        entry("d.md", FIRST + SECOND + "其他事项另行通知。");

        published();
        assertThat(publish().out()).startsWith("没有变化");
    }

    @Test
    @Promise("A sentence counts from ten letters on")
    void countsSentencesFromTenLettersOnWithoutDigitsAndPunctuation() {
        String nine = "第一组九点到村部集合";
        entry("nine.md", nine.substring(1) + "。" + nine.substring(1) + "！");
        entry("ten.md", nine + "，带2把铁锹。");
        published();
        takenDown("nine");
        takenDown("ten");
        entry("other.md", nine.substring(1) + "。");
        published();

        entry("another.md", "“" + nine + "带30把、铁锹！”");

        assertThat(publish().err()).contains("another.md 里还有它的文字");
    }
}
