package org.gongkai.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the search of the finished output reads, and where it stops. */
@Tag("slow")
class LeakEdgesTest extends SiteFixture {

    private static final String SENTENCE = "拟由三名同志分别走访各家企业听取意见";
    private static final int BYTES_READ = 8 * 1024 * 1024;

    @BeforeEach
    void anEntryForMembersOnly() {
        site.file("content/_data/site.yml", "受众: [{名称: 群众, 范围: [社会]}]\n")
                .entry("content/公开.md", "标题: 公开的", "发布日期: 2024-05-02", "公开范围: 社会");
        hidden("走访企业分工表.txt", "甲、乙、丙\n");
    }

    private void hidden(String attachment, String content) {
        site.file(
                        "content/走访.md",
                        "---\n标题: 关于走访企业的安排\n发布日期: 2024-05-01\n公开范围: 本单位\n索引号: ZF/2024-00007\n附件: " + attachment
                                + "\n---\n\n" + SENTENCE + "。\n")
                .file("content/" + attachment, content);
    }

    @Test
    void theNameOfAFileIsRead() {
        site.file("assets/关于走访企业的安排.bin", new byte[] {0, 1, 2});

        assertThat(site.build().problems())
                .singleElement()
                .asString()
                .contains("E305", "标题“关于…”出现在 assets/关于走访企业的安排.bin 里");
    }

    @Test
    void aFileWithMoreBytesThanAreReadIsPublishedWhole() {
        byte[] large = new byte[BYTES_READ + 5];
        Arrays.fill(large, (byte) 'x');
        System.arraycopy("12345".getBytes(StandardCharsets.UTF_8), 0, large, large.length - 5, 5);
        site.file("assets/x.bin", large).built();

        assertThat(site.files().get("assets/x.bin")).isEqualTo(new String(large, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于走访企业的安排", "ZF/2024-00007", "。ZF/2024-00007", "支部ZF/2024-00007号"})
    void aFileThatIsNothingElseIsFound(String leaked) {
        site.file("assets/x.txt", leaked);

        assertThat(site.build().problems()).singleElement().asString().contains("E305", "assets/x.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BZF/2024-00007", "1ZF/2024-00007", "ZF/2024-00007b"})
    void aFileThatIsALongerNumberIsNot(String like) {
        site.file("assets/x.txt", like);

        assertThat(site.build().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "GB18030"})
    void aTextInAnotherEncodingIsRead(String encoding) {
        String mark = encoding.equals("UTF-16LE") ? "\uFEFF" : "";
        site.file("assets/x.txt", (mark + "见《关于走访企业的安排》").getBytes(java.nio.charset.Charset.forName(encoding)));

        assertThat(site.build().problems()).singleElement().asString().contains("标题“关于…”出现在 assets/x.txt 里");
    }

    @Test
    void anEmptyAttachmentDoesNotMakeEmptyFilesSuspicious() {
        hidden("走访企业分工表.txt", "");
        site.file("assets/empty.bin", "");

        assertThat(site.build().status()).isZero();
    }

    @Test
    void whatIsHiddenSinceIsFoundInFilesThatDidNotChange() {
        site.entry("content/走访.md", "标题: 关于走访企业的安排", "发布日期: 2024-05-01", "公开范围: 社会")
                .file("assets/x.txt", "见《关于走访企业的安排》")
                .file("templates/footer.ftl", "见《关于走访企业的安排》");
        new GitFolder(site.root()).commit("公开");
        site.built();

        hidden("走访企业分工表.txt", "甲、乙、丙\n");

        assertThat(site.build().problems()).singleElement().asString().contains("E305", "404.html 等 ");
    }

    @Test
    void aCommitMessageMayNameWhatIsAlsoTheTitleOfAVisibleEntry() {
        GitFolder git = new GitFolder(site.root()).commit("第一次");
        site.file("content/公开.md", "---\n标题: 关于走访企业的安排\n发布日期: 2024-05-02\n公开范围: 社会\n---\n\n改了一句。\n");
        git.commit("2024-06-01", "甲委员", "补写《关于走访企业的安排》");

        site.built();

        assertThat(site.page("articles/2024/gong-kai/history/index.html")).contains("补写");
    }

    @Test
    void aDraftThatCopiesAPublishedEntryHidesNothing() {
        String text = "标题: 关于走访企业的安排\n发布日期: 2024-05-01\n公开范围: 社会\n";
        String body = "---\n\n" + SENTENCE + "，并在月底以前写出书面的报告。\n";
        site.file("content/走访.md", "---\n" + text + "状态: 草稿\n" + body)
                .file("content/公开.md", "---\n" + text + "附件: 全文.txt\n" + body)
                .file("content/全文.txt", text + body);

        assertThat(site.build().problems()).noneMatch(problem -> problem.contains("E305"));
    }

    /** What a file of a form that is not read as text holds, nobody has disclosed by attaching it. */
    @Test
    void aFileThatIsNoTextExcusesNothing() {
        site.entry("content/公开.md", "标题: 公开的", "发布日期: 2024-05-02", "公开范围: 社会", "附件: 表.dat")
                .file("content/表.dat", SENTENCE);

        assertThat(site.build().problems())
                .anyMatch(problem -> problem.contains("E305") && problem.contains("文字“拟由…”"));
    }

    @Test
    void aWithdrawnEntryMayShowItsNumberAndWhy() {
        String withdrawn = "状态: 已撤回\n撤回原因: 安排登记错了，这次走访没有去";
        site.entry("content/走访.md", "标题: 关于走访企业的安排", "发布日期: 2024-05-01", "公开范围: 社会", "索引号: ZF/2024-00007", withdrawn)
                .file("assets/x.txt", "ZF/2024-00007");

        assertThat(site.build().status()).isZero();
    }
}
