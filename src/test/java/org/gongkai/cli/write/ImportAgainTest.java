package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that was imported before is imported again if asked for; what somebody has changed stays as it is. */
@Tag("slow")
class ImportAgainTest {

    private static final String ENTRY = "content/通知/2024/关于学习的通知.md";

    @TempDir
    private Path folder;

    private SiteFolder site;
    private Path document;

    @BeforeEach
    void anImportedPage() throws Exception {
        site = new SiteFolder(folder.resolve("site")).file("content/_data/site.yml", "机构代码: SLSW01\n");
        Files.write(folder.resolve("图.png"), Attachments.png());
        document = Files.writeString(
                folder.resolve("通知.html"),
                "<title>关于学习的通知</title><p>请参加学习。</p><p><img src=图.png></p><p style='display:none'>内部说明。</p>");
        imports();
    }

    private Ran imports(String... options) {
        return run("import", document, "-s", site.root(), options);
    }

    private Path file(String path) {
        return site.root().resolve(path);
    }

    private void replace(String typed, String other) throws Exception {
        Files.writeString(file(ENTRY), Files.readString(file(ENTRY)).replace(typed, other));
    }

    @Test
    void aDraftThatNobodyHasChangedIsReplaced() throws Exception {
        assertThat(imports("--again", "--with", "隐藏文字").out())
                .startsWith("通知.html → " + ENTRY + "\n")
                .contains("  说明：换掉了以前导入、没有改过的草稿 " + ENTRY + "\n");

        assertThat(Files.readString(file(ENTRY))).contains("索引号: SLSW01/2024-00001\n", "内部说明。");
        assertThat(file("content/通知/2024").toFile().list()).containsExactlyInAnyOrder("关于学习的通知.md", "关于学习的通知-图1.png");
        assertThat(imports("--again").out()).startsWith("通知.html → " + ENTRY + "\n");
        assertThat(Files.readString(file(ENTRY))).doesNotContain("内部说明。");
    }

    @Test
    void otherLineTerminatorsAreNoChange() throws Exception {
        replace("\n", "\r\n");

        assertThat(imports("--again").out()).contains("换掉了以前导入、没有改过的草稿");
    }

    @Test
    void aDraftThatSomebodyHasChangedStaysAsItIs() throws Exception {
        replace("请参加学习。", "请全体党员参加学习。");
        String changed = Files.readString(file(ENTRY));

        assertThat(imports("--again", "--with", "隐藏文字"))
                .isEqualTo(new Ran(
                        0, "通知.html：以前导入过，就是 " + ENTRY + "，可能有人改过，没有动；要重新导入，先删去那一条\n", "导入了 0 篇草稿，1 篇以前导入过。\n"));
        assertThat(file(ENTRY)).hasContent(changed);
        assertThat(file("content/通知/2024").toFile().list()).hasSize(2);
    }

    @Test
    void aPublishedEntryStaysAsItIs() throws Exception {
        replace("状态: 草稿", "状态: 已发布");

        assertThat(imports("--again").out()).contains("可能有人改过，没有动");
    }

    @Test
    void aPictureThatSomebodyHasChangedOrAddedIsAChange() throws Exception {
        Path picture = file("content/通知/2024/关于学习的通知-图1.png");
        byte[] first = Files.readAllBytes(picture);
        Files.write(picture, Attachments.jpeg());
        assertThat(imports("--again").out()).contains("可能有人改过，没有动");
        assertThat(picture).hasBinaryContent(Attachments.jpeg());

        Files.write(picture, first);
        Path added = Files.write(file("content/通知/2024/关于学习的通知-图2.png"), first);
        assertThat(imports("--again").out()).contains("可能有人改过，没有动");
        Files.delete(added);
        assertThat(imports("--again").out()).contains("换掉了");
    }

    @Test
    void withoutBeingAskedNothingIsReplaced() {
        assertThat(imports("--with", "隐藏文字").out()).isEqualTo("通知.html：以前导入过，就是 " + ENTRY + "，这次跳过\n");
    }

    @Test
    void anAttachedOriginalIsReplacedWithItsDraft() throws Exception {
        document = Files.writeString(folder.resolve("办法.txt"), "关于练习的通知\n请参加。\n");
        imports("--attach");

        assertThat(imports("--again").out()).contains("换掉了");

        assertThat(file("content/通知/2024/附件/关于练习的通知.txt")).doesNotExist();
        assertThat(Files.readString(file("content/通知/2024/关于练习的通知.md"))).doesNotContain("附件");
    }
}
