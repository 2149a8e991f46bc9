package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFileNameTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "关于开会的通知|关于开会的通知",
                "2024年工作总结（摘要）|2024年工作总结（摘要）",
                "收入/支出: \"上半年\"|收入-支出-上半年",
                "  .隐藏的. |隐藏的",
                "con|con-1",
                "LPT1|LPT1-1",
                "concert|concert",
                "?|''"
            })
    void holdsWhatEveryFileSystemTakes(String title, String name) {
        assertThat(TitleFileName.of(title)).isEqualTo(name);
    }

    @Test
    void fitsIntoTheNameOfAFile() {
        assertThat(TitleFileName.of("长".repeat(200))).isEqualTo("长".repeat(60));
    }

    @Test
    void numbersANameThatAnEntryOfAnyFormHas() throws IOException {
        Path year = folder.resolve("通知/2024");

        Path first = TitleFileName.writeNew(year, "A会", "一");
        Files.writeString(year.resolve("a会-2.adoc"), "二");
        Path next = TitleFileName.writeNew(year, "a会", "三");

        assertThat(first).isEqualTo(year.resolve("A会.md")).hasContent("一");
        assertThat(next).isEqualTo(year.resolve("a会-3.md")).hasContent("三");
        assertThat(first).hasContent("一");
    }

    @ParameterizedTest
    @CsvSource({"Page, Page-1-2", "page-3, page-3-2", "index, index-2"})
    void doesNotTakeTheAddressOfAList(String name, String free) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), "一");

        assertThat(TitleFileName.free(folder, name)).isEqualTo(free);
    }
}
