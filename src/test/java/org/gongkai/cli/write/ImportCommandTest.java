package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ImportCommandTest extends SiteFixture {

    private static final String NOTICE =
            """
            示水党〔2024〕 第03号

                    关于召开2024年第一季度支部党员大会的
                            通    知

            各党小组：
                定于5月10日召开党员大会。现将有关事项通知如下：
            一、时间：2024年5月10日下午2时30分
            二、地点：三楼会议室
            三、会议内容
            （一）学习原文
            1. 领学原文；
            2. 讨论*发言*。

                                               示水党支部委员会
                                                  二〇二四年五月六日
            """;

    private Path documents;

    @BeforeEach
    void aSiteWithACode() throws Exception {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
        documents = Files.createDirectories(folder.resolve("文稿"));
    }

    private Path document(String name, String text, Charset charset) throws Exception {
        Path file = documents.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(charset));
    }

    private Ran imports(Path file, String... more) {
        return run("import", file, "-s", site.root(), more);
    }

    @Test
    void makesADraftOfATextAndSaysWhatIsMissing() throws Exception {
        Path file = document("通知.txt", NOTICE, Charset.forName("GBK"));

        Ran ran = imports(file);

        assertThat(ran.err())
                .isEqualTo(
                        """
                        导入了 1 篇草稿，共有 2 处待填。
                        下一步：打开草稿，补上待填的字段，对照原件看一遍，再运行 check --drafts；审查、审批以后把状态改成“已发布”。
                        """);
        assertThat(ran.out())
                .startsWith("通知.txt → content/通知/2024/关于召开2024年第一季度支部党员大会的通知.md\n")
                .contains("  说明：文件是 GB18030（GBK）编码，已按它读出\n")
                .contains("  说明：第12段，认出了落款“示水党支部委员会”，网页上排在文末\n")
                .contains("  待填：谁在哪天做的保密审查，如 宣传委员 2024-06-01\n");
        String entry = Files.readString(site.root().resolve("content/通知/2024/关于召开2024年第一季度支部党员大会的通知.md"));
        assertThat(entry.lines().skip(2))
                .containsExactly(
                        """
                        标题: 关于召开2024年第一季度支部党员大会的通知
                        索引号: SLSW01/2024-00001
                        文种: 通知
                        发布日期: 2024-06-01
                        成文日期: 2024-05-06
                        发文字号: 示水党〔2024〕3号
                        主送: 各党小组
                        时间: 2024年5月10日下午2时30分
                        地点: 三楼会议室
                        公开范围: 本单位
                        发布机构: 示水党支部委员会
                        # 待填：保密审查，谁在哪天审查过，如 宣传委员 2024-06-01
                        保密审查:
                        # 待填：审批，谁在哪天批准发布，如 支部书记 2024-06-01
                        审批:
                        状态: 草稿
                        ---

                        各党小组：

                        定于5月10日召开党员大会。现将有关事项通知如下：

                        一、时间：2024年5月10日下午2时30分

                        二、地点：三楼会议室

                        ## 三、会议内容

                        ### （一）学习原文

                        1.领学原文；

                        2.讨论\\*发言\\*。
                        """
                                .split("\n"));
        assertThat(run("check", "-s", site.root()).problems()).isEmpty();
    }

    @Test
    void readsUtf16() throws Exception {
        document("a.txt", "关于学习的通知\n请全体党员参加学习。\n", StandardCharsets.UTF_16);

        Ran ran = imports(documents);

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("关于学习的通知");
    }

    @Test
    void importsAFolderOnceAndGoesOnAfterAFileThatIsNoText() throws Exception {
        for (int i = 1; i <= 50; i++) {
            String number = (i < 10 ? "0" : "") + i;
            document(
                    "第" + i % 5 + "组/" + number + ".txt",
                    "关于第" + i + "项工作的通知\n请按时完成第" + i + "项工作。\n",
                    StandardCharsets.UTF_8);
        }
        Files.write(documents.resolve("坏的.txt"), new byte[] {0x50, 0x4b, 3, 4, 0, 0, 0, (byte) 0xff});
        document("空的.txt", "", StandardCharsets.UTF_8);
        Files.write(documents.resolve("照片.png"), new byte[] {1});

        Ran ran = imports(documents);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("空的.txt：没有导入，文件是空的，0 字节\n", "坏的.txt：没有导入，这不是文本文件，而是Word、WPS、Excel 文件或压缩包\n");
        assertThat(ran.err()).startsWith("文件夹里另有 1 个文件不是文稿（png 1 个），文稿里用到的图片已经随文稿导入。\n导入了 50 篇草稿，2 个文件没有导入，共有 ");
        assertThat(site.root().resolve("content/通知/2024").toFile().list()).hasSize(50);
        assertThat(run("check", "-s", site.root()).status()).isZero();
        assertThat(imports(documents).err()).startsWith("文件夹里另有").contains("导入了 0 篇草稿，50 篇以前导入过，2 个文件没有导入。\n");
        assertThat(site.root().resolve("content/通知/2024").toFile().list()).hasSize(50);
    }

    @Test
    void theRecommendedCommandFindsWhatABuildWithDraftsRefuses() throws Exception {
        Ran ran = imports(document("通知.txt", "关于学习的通知\n请参加。\n", StandardCharsets.UTF_8));
        Path draft = site.root().resolve("content/通知/2024/关于学习的通知.md");
        Files.writeString(draft, Files.readString(draft) + "\n见[办法](办法.md)。\n");

        Matcher next = Pattern.compile("再运行 ([^；]+)；").matcher(ran.err());
        assertThat(next.find()).isTrue();
        Ran checked = run((next.group(1) + " -s " + site.root()).split(" "));

        assertThat(site.build("--drafts").problems()).anyMatch(problem -> problem.contains("错误 E201"));
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.out()).contains("content/通知/2024/关于学习的通知.md:", "错误 E201 链接“办法.md”指向的文件不存在");
    }

    @Test
    void importsTwoFilesWithTheSameContentOnce() throws Exception {
        Path first = document("通知.txt", "关于学习的通知\n请参加。\n", StandardCharsets.UTF_8);
        Path copy = document("通知 - 副本.txt", Files.readString(first), StandardCharsets.UTF_8);

        assertThat(run("import", first, copy, "-s", site.root()).out())
                .contains("通知 - 副本.txt：以前导入过，就是 content/通知/2024/关于学习的通知.md，这次跳过；要重新导入，先删去那一条\n");
    }

    @Test
    void stopsWhereItCannotWriteAndSaysWhatWasDone() throws Exception {
        document("1.txt", "关于预备党员转正的公示\n请监督。\n", StandardCharsets.UTF_8);
        document("2.txt", "关于学习的通知\n请参加。\n", StandardCharsets.UTF_8);
        document("3.txt", "关于开会的通知\n请参加。\n", StandardCharsets.UTF_8);
        Path notFolder = site.file("content/通知", "").root().resolve("content/通知");

        Ran stopped = imports(documents);

        assertThat(stopped.status()).isEqualTo(3);
        assertThat(stopped.err()).startsWith("2.txt：读写出错：").endsWith("；前面的 1 篇已经导入，后面的没有再试；排除以后再运行一次，导入过的会跳过。\n");
        Files.delete(notFolder);
        assertThat(imports(documents).err()).startsWith("导入了 2 篇草稿，1 篇以前导入过，");
    }

    @Test
    void tellsWhyNothingWasFound() throws Exception {
        Path open = document("~$通知.docx", "甲", StandardCharsets.UTF_8);

        assertThat(imports(open).out()).isEqualTo("~$通知.docx：没有导入，这是 Word 打开文件时留下的临时文件，里面没有文稿；请导入名称里没有“~$”的那个文件\n");
        assertThat(imports(documents)).isEqualTo(new Ran(0, "", "没有找到文稿；可以导入 Word、WPS 文字、txt、html、md 文件。\n"));
    }

    @Test
    void reportsToProgramsInJson() throws Exception {
        Path file = document("通知.txt", "关于学习的通知\n请参加。\n", StandardCharsets.UTF_8);

        assertThat(imports(file, "--format", "json").out())
                .contains("\"status\":\"imported\"", "\"path\":\"content/通知/2024/关于学习的通知.md\"", "\"文种\":\"通知\"")
                .endsWith("\"imported\":1,\"known\":0,\"failed\":0}\n");
    }

    @Test
    void attachesTheOriginalIfAsked() throws Exception {
        Path file = document("通知.txt", "关于学习的通知\n请参加。\n", StandardCharsets.UTF_8);

        imports(file, "--attach");

        assertThat(Files.readString(site.root().resolve("content/通知/2024/关于学习的通知.md")))
                .contains("附件: [附件/关于学习的通知.txt]\n");
        assertThat(site.root().resolve("content/通知/2024/附件/关于学习的通知.txt")).hasSameBinaryContentAs(file);
        Path entry = document("关于开会的通知.md", "请参加。\n", StandardCharsets.UTF_8);
        assertThat(imports(entry, "--attach").out()).contains("  没有导入：原件会被当成条目，没有附上\n");
    }

    @Test
    void overwritesNothing() throws Exception {
        site.file("content/通知/2024/关于学习的通知.md", "原来的\n");
        Path file = document("通知.txt", "关于学习的通知\n请参加。\n", StandardCharsets.UTF_8);

        assertThat(imports(file).out()).startsWith("通知.txt → content/通知/2024/关于学习的通知-2.md\n");
        assertThat(Files.readString(site.root().resolve("content/通知/2024/关于学习的通知.md")))
                .isEqualTo("原来的\n");
    }

    @Test
    void takesOverWhatIsLeftOutOtherwiseIfAsked() throws Exception {
        Path file = Path.of("src/test/resources/documents/office/textbox.docx");

        assertThat(imports(file).out())
                .contains("  没有导入：第2段，文本框没有导入，里面的文字是：“旧式框”\n", "  要连同它们导入：删去这一条，加上 --with 文本框 再导入一次\n");

        site = new SiteFolder(folder.resolve("另一个"));
        assertThat(imports(file, "--with", "文本框，隐藏文字").out())
                .contains("  说明：第1段、第3段，文本框2个放在所在的段落后面，按要求导入了，请核对能不能公开\n")
                .doesNotContain("--with");
        assertThat(imports(file, "--with", "文本匡"))
                .isEqualTo(new Ran(2, "", "--with 的值“文本匡”不对：可以写：文本框、隐藏文字、印章和签名。用法见 gongkai import --help\n"));
    }

    @Test
    void oldPapersThatWereApprovedAreDraftsOnlyIfSomethingIsMissing() throws Exception {
        document("旧通知.txt", NOTICE, StandardCharsets.UTF_8);
        document("无落款.txt", "关于收看辅导报告的通知\n\n请按时参加。\n", StandardCharsets.UTF_8);

        Ran ran = imports(documents, "--approved-by", "支部书记", "--on", "2024-05-06", "--reviewed-by", "宣传委员");

        assertThat(ran.out())
                .contains("  不是草稿：已经由 支部书记 2024-05-06 批准，没有待填的，下一次生成就公开\n")
                .containsOnlyOnce("不是草稿");
        assertThat(ran.err()).startsWith("导入了 2 篇，1 篇不是草稿，共有 ");
        assertThat(Files.readString(site.root().resolve("content/通知/2024/关于召开2024年第一季度支部党员大会的通知.md")))
                .contains("保密审查: 宣传委员 2024-05-06\n审批: 支部书记 2024-05-06\n---\n");
        assertThat(imports(documents, "--approved-by", "支部书记").err()).startsWith("谁批准的，哪天批准的，要一起写");
        assertThat(imports(documents, "--approved-by", "支部书记", "--on", "2100-01-01")
                        .err())
                .startsWith("--on 的这一天还没有到：2100-01-01");
    }

    @Test
    void refusesClassifiedPapers() throws Exception {
        Path file = document("密件.txt", "机密★1年\n关于学习的通知\n请参加。\n", StandardCharsets.UTF_8);

        assertThat(imports(file))
                .isEqualTo(new Ran(1, "密件.txt：没有导入，文件标着“机密★1年”，涉密文件一律不得放进本站\n", "导入了 0 篇草稿，1 个文件没有导入。\n"));
    }

    @Test
    void saysWhatIsWrongWithTheArguments() throws Exception {
        Path file = document("a.txt", "甲\n", StandardCharsets.UTF_8);

        assertThat(imports(file, "--kind", "通之").err()).contains("没有“通之”这个文种；您是不是要写“通知”");
        assertThat(imports(documents.resolve("没有.txt")).err()).contains("没有这个文件：");
        assertThat(run("import").err()).contains("没有写要导入什么");
    }
}
