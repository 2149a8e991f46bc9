package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks that are open on one folder; what they save is the business of {@code DeskProcessesTest}. */
@Tag("slow")
class TwoDesksTest {

    private static final String PATH = "content/通知/开会.md";
    private static final String HEADER = "---\n标题: 关于开会的通知\n文种: 通知\n发布日期: 2024-05-06\n状态: 草稿\n---\n";

    @TempDir
    private Path root;

    @AutoClose
    private DeskClient one;

    @AutoClose
    private DeskClient two;

    @BeforeEach
    void openTwoDesks() {
        new SiteFolder(root)
                .file(PATH, HEADER + "\n第一行。\n")
                .file("content/_data/site.yml", "名称: 示例党支部\n机构代码: SLZB01\n");
        one = new DeskClient(root);
        two = new DeskClient(root);
    }

    @Test
    void noTwoNewEntriesGetTheSameNumber() {
        CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(() -> numbers(one));
        assertThat(numbers(two)).doesNotContainAnyElementsOf(first.join()).doesNotHaveDuplicates();
        assertThat(first.join()).doesNotHaveDuplicates();
    }

    private List<String> numbers(DeskClient desk) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Path file = root.resolve(desk.post("api/new", "kind", "通知", "title", "关于学习的通知")
                    .json()
                    .text("path"));
            numbers.add(Uncheck.get(() -> Files.readAllLines(file)).stream()
                    .filter(line -> line.startsWith("索引号"))
                    .collect(Collectors.joining()));
        }
        return numbers;
    }

    @Test
    @Promise("What killed processes left is deleted at the next start")
    void whatKilledDesksLeftIsClearedWhenTheNextIsOpened() throws IOException {
        one.close();
        two.close();
        // Desks keep what is not saved in the folder of git, here in that of the branch itself.
        new GitFolder(root);
        new DeskClient(root).close();
        Path own;
        try (Stream<Path> files = Files.walk(root.resolve(".git"))) {
            own = files.filter(file -> file.endsWith("open.lock")).findAny().orElseThrow();
        }
        Path draft = Files.writeString(root.resolve("content/通知/.gongkai-123.tmp"), "写了一半");
        Path journal = Files.writeString(own.resolveSibling(".gongkai-456.tmp"), "写了一半");
        Path other = Files.writeString(root.resolve("content/通知/.别的.tmp"), "不是本程序的");

        one = new DeskClient(root);

        assertThat(draft).doesNotExist();
        assertThat(journal).doesNotExist();
        assertThat(other).exists();
    }
}
