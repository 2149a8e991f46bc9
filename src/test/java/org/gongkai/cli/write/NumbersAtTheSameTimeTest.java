package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several programs that number entries of one source at the same time. */
@Tag("slow")
class NumbersAtTheSameTimeTest extends SiteFixture {

    private static final int DOCUMENTS = 6;

    @Test
    void areAllDifferentAndLeaveNoGaps() throws Exception {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
        for (int i = 1; i <= 3; i++) {
            site.entry("content/旧/" + i + ".md", "标题: 旧的第" + i + "条", "文种: 通知", "发布日期: 2024-01-0" + i);
        }

        List<CompletableFuture<Ran>> programs = List.of(
                start(site, "import", documents("甲").toString()),
                start(site, "import", documents("乙").toString()),
                start(site, "new", "通知", "关于开会的通知", "--date", "2024-05-06"),
                start(site, "number"));

        assertThat(programs.stream().map(CompletableFuture::join))
                .allSatisfy(ran ->
                        assertThat(ran.status()).as(ran.out() + ran.err()).isZero());
        assertThat(numbers(site))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 2 * DOCUMENTS + 4)
                        .mapToObj(i -> "索引号: SLSW01/2024-%05d".formatted(i))
                        .toList());
    }

    private Path documents(String name) throws Exception {
        Path documents = Files.createDirectories(folder.resolve(name));
        for (int i = 1; i <= DOCUMENTS; i++) {
            Files.writeString(
                    documents.resolve(i + ".md"),
                    "---\ntitle: 关于" + name + "处第" + i + "次学习的通知\ndate: 2024-05-0" + i + "\n---\n\n请参加。\n");
        }
        return documents;
    }

    private static CompletableFuture<Ran> start(SiteFolder site, String... args) {
        String[] all = Stream.concat(
                        Stream.of(args), Stream.of("-s", site.root().toString()))
                .toArray(String[]::new);
        return CompletableFuture.supplyAsync(() -> Program.run(all), task -> new Thread(task).start());
    }

    private static List<String> numbers(SiteFolder site) throws Exception {
        try (Stream<Path> files = Files.walk(site.root().resolve("content"))) {
            List<String> numbers = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("索引号: "))
                        .forEach(numbers::add);
            }
            return numbers.stream().sorted().toList();
        }
    }
}
