package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.testing.FolderFixture;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.entry.ImportedEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No document makes an import fail in another way than with one sentence, nor run without end. */
@Tag("slow")
class HostileDocumentsTest extends FolderFixture {

    private static final int MANY = 30_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "![", "[a](", "&", "{", "{{<", "{%", "{{", "`", "*", "_", "<", "(", " ", "\t", "> ", "- ", "#",
                "|", "~", "\\", "甲 ", "一、", "时间：", "签发人：", "2024年", "附件：", "公示期", "a@", "http://", ":::", "<!--"
            })
    void aLineOfOneMarkManyTimes(String mark) throws Exception {
        String marks = mark.repeat(MANY / mark.length());
        for (String name : new String[] {"a.txt", "a.md"}) {
            String text = "关于学习的通知\n甲" + marks + "。\n时间：甲" + marks + "。\n";
            assertThat(Documents.imported(folder, name, text).fields()).containsEntry("状态", "草稿");
        }
    }

    @Test
    void onlyPicturesAreTakenFromTheDisk() throws Exception {
        assertThat(Documents.imported(folder, "a.md", "# 甲\n\n![a](../../../../../../etc/passwd)")
                        .files())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xyz", "a.pdf", "a"})
    void otherTypesAreRefused(String name) {
        assertThatThrownBy(() -> Documents.imported(folder, name, "甲"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("不认识这种文件；可以导入 Word、WPS 文字、txt、md 文件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "CON", "a/b\\c:d*e?f\"g<h>i|j", ".隐藏", "----"})
    void titlesNeverLeadOutOfTheirFolder(String title) throws Exception {
        var entry = Documents.imported(folder, "a.md", "---\ntitle: '" + title + "'\n---\n正文。\n");
        Path site = folder.resolve("site").toRealPath();

        Path file = entry.save(site).orElseThrow();

        assertThat(file.normalize()).startsWith(site.resolve("content"));
        assertThat(file.getFileName().toString()).matches("[^./\\\\][^/\\\\:*?\"<>|]*\\.md");
    }

    @Test
    void aFailedSaveLeavesNothing() throws Exception {
        Map<String, byte[]> files =
                new TreeMap<>(Map.of("content/甲/a.png", new byte[1], "content/甲/b.png", new byte[1]));
        var entry = new ImportedEntry("content/甲/x.md", "甲", files, Map.of(), List.of(), List.of(), false);
        Files.createDirectories(folder.resolve("content/甲"));
        Files.writeString(folder.resolve("content/甲/b.png"), "原来的");

        assertThatThrownBy(() -> entry.save(folder)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(folder.resolve("content/甲").toFile().list()).containsExactly("b.png");
        assertThat(folder.resolve("content/甲/b.png")).hasContent("原来的");
    }
}
