package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What benchmarks measure is a site without a mistake: telling thousands of problems would be measured, too. */
@Tag("slow")
class BenchmarkCorpusTest {

    @TempDir
    private Path folder;

    @Test
    void holdsNothingToTell() throws Exception {
        Path site = folder.resolve("site");
        Process corpus = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.jnu.encoding=UTF-8",
                        "src/bench/Corpus.java",
                        "--entries",
                        "80",
                        "--adoc-percent",
                        "10",
                        "--out",
                        site.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(corpus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(corpus.waitFor()).as(said).isZero();

        Cli.Result result = Cli.run("check", "-s", site.toString(), "--as-of", Cli.AS_OF);

        assertThat(result).isEqualTo(new Cli.Result(0, "", "检查完成：没有发现问题。\n"));
    }
}
