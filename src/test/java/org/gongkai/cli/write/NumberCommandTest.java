package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberCommandTest extends SiteFixture {

    @BeforeEach
    void aSiteWithACode() {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
    }

    @Test
    void numbersWhatLacksANumberInTheOrderOfDates() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-03-02", "文种: 通知")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-03-01", "文种: 公示", "状态: 草稿")
                .entry("content/c.md", "标题: 丙", "发布日期: 2024-03-01", "文种: 通知", "索引号: SLSW01/2024-00030")
                .entry("content/d.md", "标题: 丁", "发布日期: 2023-03-01", "文种: [文章, 简报]")
                .entry("content/e.md", "标题: 戊", "发布日期: 2024-03-01");
        TreeMap<String, String> before = SiteFolder.files(site.root());

        Ran tried = number("--dry-run");

        assertThat(tried.out())
                .isEqualTo(
                        """
                        content/d.md：SLSW01/2023-00001，旧址: articles/2023/d.html
                        content/b.md：SLSW01/2024-00031
                        content/a.md：SLSW01/2024-00032，旧址: notices/2024/a.html
                        """);
        assertThat(tried.err()).isEqualTo("会编 3 个索引号，没有改动文件。网页地址随索引号改变，2 条已经公开的会写上旧址，从前的链接照样打得开。\n");
        assertThat(SiteFolder.files(site.root())).isEqualTo(before);
        assertThat(number("--dry-run", "--json").out())
                .startsWith("{\"ok\":true,\"done\":[{\"path\":\"content/d.md\",\"number\":\"SLSW01/2023-00001\","
                        + "\"alias\":\"articles/2023/d.html\",\"written\":false},");

        assertThat(number()).isEqualTo(new Ran(0, tried.out(), "编了 3 个索引号。网页地址随索引号改变，2 条已经公开的写上了旧址，从前的链接照样打得开。\n"));
        TreeMap<String, String> after = withoutLock();
        assertThat(number()).isEqualTo(new Ran(0, "", "没有缺索引号的条目。\n"));
        assertThat(withoutLock()).isEqualTo(after);
        assertThat(after.keySet()).isEqualTo(before.keySet());
    }

    private TreeMap<String, String> withoutLock() {
        TreeMap<String, String> files = SiteFolder.files(site.root());
        files.keySet().removeIf(name -> name.startsWith(".gongkai/"));
        return files;
    }

    @Test
    void addsOneLineInEachFormOfHeaderAndNothingElse() throws Exception {
        number(
                "content/a.md",
                "\uFEFF---\r\n文种: 通知\r\n标题: 甲 \r\n发布日期: 2024-07-01\r\n---\r\n\r\n正文  \n混",
                "标题: 甲 \r\n",
                "索引号: N\r\n");
        number("content/b.md", "title=甲\ndate=2024-07-01\nkind=通知\n~~~~~~\n正文", "title=甲\n", "number=N\n");
        number("content/c.md", "标题=甲\r发布日期=2024-07-01\r文种=通知\r~~~~~~\r正文", "标题=甲\r", "索引号=N\r");
        number("content/d.adoc", "// 注\n= 甲\n示例 作者\n:发布日期: 2024-07-01\n:文种: 通知\n\n正文\n", ":文种: 通知\n", ":索引号: N\n");
        number("content/g.md", "---\n标题: >\n  甲\n  乙\n发布日期: 2024-07-01\n文种: 通知\n---\n", "  乙\n", "索引号: N\n");
        number("content/h.md", "---\n标题: 甲\n索引号:\n发布日期: 2024-07-01\n文种: 通知\n---\n", "索引号:", " N");
        number(
                "content/e.md",
                "---\n  title: 甲\n  date: 2024-07-01\n  kind: 通知\n---\n",
                "  title: 甲\n",
                "  number: N\n");
        number("content/f.html", "---\n标题: \"甲\"\n发布日期: 2024-07-01\n文种: 通知\n---\n<p>文</p>", "标题: \"甲\"\n", "索引号: N\n");
    }

    private void number(String path, String text, String title, String line) throws Exception {
        site.file(path, text);

        assertThat(number().status()).isZero();

        assertThat(Files.readString(site.root().resolve(path)))
                .isEqualTo(text.replace(title, title + line.replace("N", "SLSW01/2024-00001")));
        site.delete(path);
    }

    @Test
    void keepsTheAddressesOfWhatIsOutAlive() throws Exception {
        site.published("content/通知/a.md", "标题: 关于甲的通知", "发布日期: 2024-03-01", "文种: 通知")
                .file("content/b.md", "title=乙\r\ndate=2024-03-02\r\nkind=简报\r\n~~~~~~\r\n正文")
                .file("content/c.adoc", "= 丙\n:发布日期: 2024-03-03\n:文种: 简报\n\n正文\n")
                .entry("content/d.md", "标题: 丁", "发布日期: 2024-03-04", "文种: 简报", "旧址: bulletins/2024/d.html")
                .entry("content/e.md", "标题: 戊", "发布日期: 2024-03-05", "文种: 简报", "旧址: old.html");

        assertThat(number().status()).isZero();

        assertThat(Files.readString(site.root().resolve("content/通知/a.md")))
                .contains("标题: 关于甲的通知\n索引号: SLSW01/2024-00001\n旧址: notices/2024/a.html\n");
        assertThat(Files.readString(site.root().resolve("content/b.md")))
                .startsWith("title=乙\r\nnumber=SLSW01/2024-00002\r\naliases=bulletins/2024/b.html\r\n");
        assertThat(Files.readString(site.root().resolve("content/c.adoc")))
                .startsWith("= 丙\n:发布日期: 2024-03-03\n:文种: 简报\n:索引号: SLSW01/2024-00003\n:旧址: bulletins/2024/c.html\n");
        assertThat(Files.readString(site.root().resolve("content/d.md"))).containsOnlyOnce("bulletins/2024/d.html");
        assertThat(Files.readString(site.root().resolve("content/e.md")))
                .contains("标题: 戊\n索引号: SLSW01/2024-00005\n", "旧址: [old.html, bulletins/2024/e.html]\n");
        site.delete("content/b.md")
                .delete("content/c.adoc")
                .delete("content/d.md")
                .delete("content/e.md")
                .built();
        assertThat(site.page("notices/2024/a.html")).contains("slsw01-2024-00001.html");
    }

    @Test
    void leavesHeadersThatItDoesNotUnderstandToTheirWriters() throws Exception {
        String text = "---\n{标题: 甲, 发布日期: 2024-03-01, 文种: 通知}\n---\n";
        site.file("content/a.md", text);

        Ran ran = number();

        assertThat(ran)
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "content/a.md：文件头的写法特别，加不上一行；请手工写上 索引号: SLSW01/2024-00001，旧址: notices/2024/a.html\n没有编索引号；1 条要手工写。\n"));
        assertThat(Files.readString(site.root().resolve("content/a.md"))).isEqualTo(text);
    }

    @Test
    void touchesNothingThatIsNotUtf8() throws Exception {
        byte[] bytes = "---\n标题: 甲\n发布日期: 2024-03-01\n文种: 通知\n---\n".getBytes(Charset.forName("GB18030"));
        site.file("content/a.md", bytes);

        number();

        assertThat(Files.readAllBytes(site.root().resolve("content/a.md"))).isEqualTo(bytes);
    }

    @Test
    void keepsPermissionsAndLeavesLinksAlone() throws Exception {
        site.entry("content/通知/甲.md", "标题: 甲", "发布日期: 2024-03-01", "文种: 通知");
        Path real = site.root().resolve("content/通知/甲.md");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(site.root().resolve("content/通知/乙.md"), Path.of("甲.md"));

        assertThat(number().status()).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("标题: 甲\n索引号: SLSW01/2024-00001\n旧址: notices/2024/jia.html\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void tellsOfHeadersThatItCouldNotRead() {
        site.entry("content/a.md", "标题: 甲");

        assertThat(number()).isEqualTo(new Ran(0, "", "没有缺索引号的条目；1 个文件的文件头读不出来，没有看，请先用 check 检查。\n"));
    }

    @Test
    void wantsACode() {
        site.file("content/_data/site.yml", "名称: 某站\n");

        assertThat(number()).isEqualTo(new Ran(2, "", "content/_data/site.yml 里没有写机构代码，编不出索引号；请加一行 机构代码: ABCD01。\n"));
    }

    private Ran number(String... more) {
        return run("number", "-s", site.root(), more);
    }
}
